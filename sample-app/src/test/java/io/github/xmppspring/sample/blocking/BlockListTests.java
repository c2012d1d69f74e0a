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

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.PayloadException;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link BlockingConfiguration}.
 *
 * @author XMPP for Spring Boot contributors
 */
class BlockListTests {

	private final PayloadCodecs payloads = new PayloadCodecs(List.of(new BlockingConfiguration().blockListCodec()),
			List.of());

	@Test
	void readsAndWrites() {
		Element element = Element
			.parse("<blocklist xmlns='urn:xmpp:blocking'><item jid='a@x.test'/><item jid='b@x.test'/></blocklist>");

		BlockList list = this.payloads.read(element, BlockList.class);

		assertThat(list.jids()).containsExactly(Jid.of("a@x.test"), Jid.of("b@x.test"));
		assertThat(this.payloads.write(list)).isEqualTo(element);
	}

	@Test
	void refusesItemWithoutAddress() {
		Element element = Element.parse("<blocklist xmlns='urn:xmpp:blocking'><item/></blocklist>");

		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> this.payloads.read(element, BlockList.class))
			.withMessage("<item xmlns='urn:xmpp:blocking'/> must have the attribute 'jid'");
	}

}
