/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.xmppspring.sample.blocking;

import java.util.List;

import javax.xml.namespace.QName;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.PayloadCodec;
import io.github.xmppspring.payload.PayloadElement;
import io.github.xmppspring.xml.Element;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The codec of block lists.
 *
 * @author XMPP for Spring Boot contributors
 */
@Configuration(proxyBeanMethods = false)
class BlockingConfiguration {

	// tag::codec[]
	@Bean
	PayloadCodec<BlockList> blockListCodec() {
		return PayloadCodec.of(new QName("urn:xmpp:blocking", "blocklist"), BlockList.class, this::read, this::write);
	}

	private BlockList read(PayloadElement element) {
		List<PayloadElement> items = element.children("item");
		return new BlockList(items.stream().map((item) -> item.requiredAttribute("jid", Jid::of)).toList());
	}

	private void write(BlockList list, Element.Builder element) {
		for (Jid jid : list.jids()) {
			element.child(Element.builder("urn:xmpp:blocking", "item").attribute("jid", jid).build());
		}
	}
	// end::codec[]

}
