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

package io.github.xmppspring.stanza;

import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link IqReader}.
 *
 * @author XMPP for Spring Boot contributors
 */
class IqReaderTests {

	private final IqReader reader = new IqReader(new StanzaReading("de", false));

	@Test
	void readsTheWayOfTheStream() {
		Iq iq = this.reader.read(Element.parse("<iq xmlns='jabber:client' type='result' id='1' from='a@b/c'/>"));

		assertThat(iq).isEqualTo(Iq.builder(IqType.RESULT).id("1").from("a@b/c").build());
		assertThat(iq.language()).isEqualTo("de");
	}

	@Test
	void remembersAddresses() {
		Element element = Element.parse("<iq xmlns='jabber:client' type='result' id='1' from='a@b/c' to='d@e/f'/>");

		Iq first = this.reader.read(element);
		Iq second = this.reader.read(element);

		assertThat(second.from()).isSameAs(first.from());
		assertThat(second.to()).isSameAs(first.to());
	}

	@Test
	void otherAttributesAreKept() {
		Element element = Element.parse("<iq xmlns='jabber:client' type='result' id='1' a='2' xml:lang='en'"
				+ " xmlns:p='urn:p' p:id='3' xml:space='preserve'/>");

		assertThat(this.reader.read(element).otherAttributes()).extracting(Object::toString)
			.containsExactly("a='2'", "{urn:p}id='3'", "{http://www.w3.org/XML/1998/namespace}space='preserve'");
	}

	@Test
	void malformedAddressIsRefusedEachTime() {
		Element element = Element.parse("<iq xmlns='jabber:client' type='result' id='1' from='a b@c'/>");

		for (int i = 0; i < 3; i++) {
			assertThatExceptionOfType(MalformedStanzaException.class).isThrownBy(() -> this.reader.read(element));
		}
	}

	@Test
	void payloadThatStandsThereTwiceIsTwoPayloads() {
		Element payload = Element.of("urn:a", "a");
		Element element = Element.builder("jabber:client", "iq")
			.attribute("type", "get")
			.attribute("id", "1")
			.child(payload)
			.child(payload)
			.build();

		assertThatExceptionOfType(MalformedStanzaException.class).isThrownBy(() -> this.reader.read(element));
	}

}
