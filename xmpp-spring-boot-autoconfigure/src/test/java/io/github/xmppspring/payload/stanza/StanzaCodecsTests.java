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

package io.github.xmppspring.payload.stanza;

import java.util.List;

import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.PayloadException;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.Message;
import io.github.xmppspring.stanza.Presence;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link StanzaCodecs}.
 *
 * @author XMPP for Spring Boot contributors
 */
class StanzaCodecsTests {

	private final PayloadCodecs codecs = new PayloadCodecs(
			List.of(StanzaCodecs.IQ, StanzaCodecs.MESSAGE, StanzaCodecs.PRESENCE), List.of());

	@Test
	@DisplayName("A10 Stanzas are found by their name in jabber:client")
	void stanzasAreFoundByName() {
		assertThat(read("<iq xmlns='jabber:client' id='1' type='result'/>")).isInstanceOf(Iq.class);
		assertThat(read("<message xmlns='jabber:client'><body>x</body></message>")).isInstanceOf(Message.class);
		assertThat(read("<presence xmlns='jabber:client'/>")).isInstanceOf(Presence.class);
		assertThat(read("<iq xmlns='jabber:server' id='1' type='result'/>")).isInstanceOf(Element.class);
	}

	private Object read(String xml) {
		Element element = Element.parse(xml);
		Object stanza = this.codecs.read(element);
		assertThat(this.codecs.write(stanza)).isEqualTo(element);
		return stanza;
	}

	@ParameterizedTest
	@ValueSource(strings = { "<iq xmlns='jabber:client' id='1'/>", "<iq xmlns='jabber:client' id='1' type='get'/>",
			"<message xmlns='jabber:client' to='@'/>", "<presence xmlns='jabber:client' from='@'/>" })
	void malformedStanzaIsAMalformedPayload(String xml) {
		Element element = Element.parse(xml);

		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> this.codecs.read(element))
			.satisfies((ex) -> assertThat(ex.getElement()).isEqualTo(element.name()));
	}

}
