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

package io.github.xmppspring.sample.time;

import java.time.Instant;
import java.time.ZoneOffset;

import javax.xml.namespace.QName;

import io.github.xmppspring.payload.PayloadCodec;
import io.github.xmppspring.payload.PayloadException;
import io.github.xmppspring.xml.Element;

import org.springframework.stereotype.Component;

/**
 * A payload that needs neither Jackson nor JAXB.
 *
 * @author XMPP for Spring Boot contributors
 */
// tag::codec[]
@Component
class EntityTimeCodec implements PayloadCodec<EntityTime> {

	@Override
	public QName name() {
		return new QName("urn:xmpp:time", "time");
	}

	@Override
	public Class<EntityTime> type() {
		return EntityTime.class;
	}

	@Override
	public EntityTime read(Element element) {
		return new EntityTime(Instant.parse(text(element, "utc")), ZoneOffset.of(text(element, "tzo")));
	}

	@Override
	public Element write(EntityTime time) {
		return Element.builder(name())
			.textChild("tzo", time.offset().toString())
			.textChild("utc", time.utc().toString())
			.build();
	}

	private static String text(Element element, String localName) {
		Element child = element.child(localName);
		if (child == null) {
			throw new PayloadException("There is no element '" + localName + "'");
		}
		return child.text();
	}

}
// end::codec[]
