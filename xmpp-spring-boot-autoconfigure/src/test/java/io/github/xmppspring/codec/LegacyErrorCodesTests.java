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

package io.github.xmppspring.codec;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.xml.Element;
import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LegacyErrorCodes}.
 *
 * @author XMPP for Spring Boot contributors
 */
class LegacyErrorCodesTests {

	private final EmbeddedChannel channel = new EmbeddedChannel(new LegacyErrorCodes(), IqCodec.forClient());

	@ParameterizedTest
	@DisplayName("R11 Errors of handlers get the number of their condition")
	@EnumSource
	void errorsOfHandlersGetTheirNumber(StanzaErrorCondition condition) {
		Iq request = Iq.get().query("urn:x").id("1").from(Jid.of("a@b.example")).build();

		this.channel.writeOutbound(request.error(condition).withPayload(request.payload()));

		Element sent = this.channel.readOutbound();
		assertThat(sent.child("error").attribute("code")).isEqualTo(String.valueOf(condition.legacyCode()));
		assertThat(Iq.from(sent).error().condition()).isEqualTo(condition);
		assertThat(Iq.from(sent).payload()).isEqualTo(request.payload());
	}

	@Test
	@DisplayName("R11 Errors of malformed requests get a number")
	void errorsOfMalformedRequestsGetANumber() {
		this.channel.writeInbound(Element.parse("<iq xmlns='jabber:client' type='get' id='1' from='a@b.example'/>"));

		Element sent = this.channel.readOutbound();
		assertThat(sent.child("error").attribute("code")).isEqualTo("400");
	}

	@ParameterizedTest
	@CsvSource({ "message, jabber:client", "presence, jabber:client", "message, jabber:component:accept" })
	@DisplayName("R11 Errors of messages and presence get a number")
	void errorsOfOtherStanzasGetANumber(String name, String namespace) {
		Element stanza = Element.parse("""
				<%s xmlns='%s' type='error' to='a@b.example'><body>x</body><error type='wait'>\
				<resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></%s>""".formatted(name,
				namespace, name));

		this.channel.writeOutbound(stanza);

		assertThat(this.channel.<Element>readOutbound()).isEqualTo(Element.parse("""
				<%s xmlns='%s' type='error' to='a@b.example'><body>x</body><error type='wait' code='500'>\
				<resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></%s>""".formatted(name,
				namespace, name)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "<message xmlns='jabber:client' type='error'/>",
			"<message xmlns='jabber:client' type='error'><error code='123'/></message>",
			"<message xmlns='jabber:client' type='chat'><error/></message>",
			"<iq xmlns='jabber:client' type='result' id='1'/>" })
	void everythingElseIsLeftAlone(String xml) {
		Element element = Element.parse(xml);

		this.channel.writeOutbound(element, "text");

		assertThat(this.channel.<Object>readOutbound()).isSameAs(element);
		assertThat(this.channel.<Object>readOutbound()).isEqualTo("text");
	}

}
