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
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stanza.MalformedStanzaException;
import io.github.xmppspring.stanza.StanzaReading;
import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.xml.Element;
import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link IqCodec}.
 *
 * @author XMPP for Spring Boot contributors
 */
class IqCodecTests {

	private static final Jid COMPONENT = Jid.of("echo.example");

	private static final Iq REQUEST = Iq.get().query("jabber:iq:version").id("1").to("b@b.example/x").build();

	private final EmbeddedChannel client = new EmbeddedChannel(IqCodec.forClient());

	private final EmbeddedChannel component = new EmbeddedChannel(IqCodec.forComponent(COMPONENT));

	@Test
	void clientSendsWithoutFrom() {
		this.client.writeOutbound(REQUEST.withFrom(Jid.of("a@a.example/y")));

		assertThat(this.client.<Element>readOutbound()).isEqualTo(Element.parse("<iq xmlns='jabber:client' type='get'"
				+ " id='1' to='b@b.example/x'><query xmlns='jabber:iq:version'/></iq>"));
	}

	@Test
	void componentSendsWithItsOwnAddress() {
		this.component.writeOutbound(REQUEST);

		Element sent = this.component.readOutbound();
		assertThat(sent.is(Namespaces.COMPONENT_ACCEPT, "iq")).isTrue();
		assertThat(sent.attribute("from")).isEqualTo("echo.example");
	}

	@Test
	void componentMaySendFromItsUsers() {
		this.component.writeOutbound(REQUEST.withFrom(Jid.of("user@echo.example")));

		assertThat(this.component.<Element>readOutbound().attribute("from")).isEqualTo("user@echo.example");
	}

	@Test
	void serverSendsWithTheSenderItHas() {
		EmbeddedChannel server = new EmbeddedChannel(IqCodec.forServer(Namespaces.CLIENT));

		server.writeOutbound(REQUEST, REQUEST.withFrom(COMPONENT));

		assertThat(server.<Element>readOutbound().attribute("from")).isNull();
		assertThat(server.<Element>readOutbound().attribute("from")).isEqualTo("echo.example");
	}

	@Test
	void readsTheFirstOfSeveralPayloadsIfToldTo() {
		EmbeddedChannel lenient = new EmbeddedChannel(IqCodec.forClient().withReading(new StanzaReading(null, true)));

		lenient.writeInbound(
				Element.parse("<iq xmlns='jabber:client' type='get' id='1'><a xmlns='urn:a'/><b xmlns='urn:b'/></iq>"),
				Element.parse(
						"<iq xmlns='jabber:client' type='get' id='2'><error type='cancel'/><b xmlns='urn:b'/></iq>"));

		assertThat(lenient.<Iq>readInbound()).isEqualTo(Iq.get(Element.of("urn:a", "a")).id("1").build());
		assertThat(lenient.<Iq>readInbound()).isNull();
		assertThat(lenient.<Element>readOutbound().attribute("id")).isEqualTo("2");
	}

	@Test
	void stanzasInheritTheLanguageOfTheirStream() {
		EmbeddedChannel german = new EmbeddedChannel(IqCodec.forClient().withReading(new StanzaReading("de", false)));
		Element plain = REQUEST.toElement();
		Element french = REQUEST.mutate().language("fr").build().toElement();

		german.writeInbound(plain, french);

		Iq inheriting = german.readInbound();
		assertThat(inheriting.language()).isEqualTo("de");
		assertThat(inheriting).isEqualTo(REQUEST).hasSameHashCodeAs(REQUEST);
		assertThat(inheriting.toElement()).isEqualTo(plain);
		assertThat(inheriting.withId("2").language()).isEqualTo("de");
		assertThat(inheriting.withId("2").toElement().language()).isNull();
		assertThat(german.<Iq>readInbound().language()).isEqualTo("fr");
	}

	@Test
	void streamWithoutLanguageHasNoneToInherit() {
		this.client.writeInbound(REQUEST.toElement());

		assertThat(this.client.<Iq>readInbound().language()).isNull();
	}

	@Test
	void readsIqs() {
		this.client.writeInbound(REQUEST.toElement());
		this.component.writeInbound(REQUEST.toElement(Namespaces.COMPONENT_ACCEPT));

		assertThat(this.client.<Iq>readInbound()).isEqualTo(REQUEST);
		assertThat(this.component.<Iq>readInbound()).isEqualTo(REQUEST);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "<message xmlns='jabber:client'/>", "<iq xmlns='jabber:server' type='get' id='1'><a/></iq>",
					"<IQ xmlns='jabber:client' type='get' id='1'><a/></IQ>", "<r xmlns='urn:xmpp:sm:3'/>" })
	void everythingElsePasses(String xml) {
		Element element = Element.parse(xml);

		this.client.writeInbound(element);
		this.client.writeOutbound(element);

		assertThat(this.client.<Object>readInbound()).isEqualTo(element);
		assertThat(this.client.<Object>readOutbound()).isEqualTo(element);
	}

	@Test
	void malformedRequestIsAnsweredAndNotSeen() {
		this.client.writeInbound(
				Element.parse("<iq xmlns='jabber:client' type='get' id='1' from='b@b.example/x' to='a@a.example/y'/>"));

		assertThat(this.client.<Object>readInbound()).isNull();
		assertThat(this.client.<Element>readOutbound()).isEqualTo(Element
			.parse("<iq xmlns='jabber:client'" + " type='error' id='1' to='b@b.example/x'><error type='modify'>"
					+ "<bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>"));
	}

	@Test
	void componentAnswersMalformedRequestWithTheAddressThatWasAsked() {
		this.component.writeInbound(Element.parse("<iq xmlns='jabber:component:accept' type='nonsense' id='1'"
				+ " from='b@b.example/x' to='user@echo.example'><a xmlns='urn:a'/></iq>"));

		assertThat(this.component.<Element>readOutbound()).isEqualTo(Element.parse("<iq xmlns='jabber:component:accept'"
				+ " type='error' id='1' to='b@b.example/x' from='user@echo.example'><error type='modify'>"
				+ "<bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>"));
	}

	@Test
	void malformedAddressIsNamed() {
		this.component.writeInbound(Element.parse("<iq xmlns='jabber:component:accept' type='get' id='1'"
				+ " from='b@b.example/x' to='@echo.example'><a xmlns='urn:a'/></iq>"));

		Element reply = this.component.readOutbound();
		assertThat(reply.attribute("from")).isEqualTo("echo.example");
		assertThat(reply.child("error").firstChild().localName()).isEqualTo("jid-malformed");
	}

	@Test
	void malformedResponseIsPassedOnAndNotAnswered() {
		this.client.writeInbound(Element.parse("<iq xmlns='jabber:client' type='result' id='1' from='b@b.example/x'>"
				+ "<a xmlns='urn:a'/><b xmlns='urn:b'/></iq>"));

		assertThat(this.client.<Object>readInbound()).isInstanceOfSatisfying(MalformedStanzaException.class, (ex) -> {
			assertThat(ex.id()).isEqualTo("1");
			assertThat(ex.from()).isEqualTo(Jid.of("b@b.example/x"));
		});
		assertThat(this.client.<Object>readOutbound()).isNull();
	}

	@Test
	void errorWithoutErrorIsAnIq() {
		this.client.writeInbound(Element.parse("<iq xmlns='jabber:client' type='error' id='1'/>"));

		Iq iq = this.client.readInbound();
		assertThat(iq.type()).isEqualTo(IqType.ERROR);
		assertThat(iq.error()).isNull();
	}

}
