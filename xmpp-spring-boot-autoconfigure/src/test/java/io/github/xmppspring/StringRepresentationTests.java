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

package io.github.xmppspring;

import java.util.List;
import java.util.stream.Stream;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.autoconfigure.XmppMode;
import io.github.xmppspring.autoconfigure.XmppProperties;
import io.github.xmppspring.autoconfigure.embedded.EmbeddedXmppServerProperties;
import io.github.xmppspring.ejabberd.EjabberdAccount;
import io.github.xmppspring.ejabberd.EjabberdCertificate;
import io.github.xmppspring.messaging.MessageReceivedEvent;
import io.github.xmppspring.messaging.PresenceReceivedEvent;
import io.github.xmppspring.negotiation.client.StreamNegotiation;
import io.github.xmppspring.negotiation.component.ComponentNegotiation;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.roster.Roster;
import io.github.xmppspring.roster.RosterChangedEvent;
import io.github.xmppspring.sasl.SaslCredentials;
import io.github.xmppspring.server.EmbeddedXmppServer;
import io.github.xmppspring.stanza.Message;
import io.github.xmppspring.stanza.Presence;
import io.github.xmppspring.test.XmppPeer;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that objects which a log may show as strings, such as events, settings and
 * whatever holds credentials, do not tell secrets and contents.
 *
 * @author XMPP for Spring Boot contributors
 */
class StringRepresentationTests {

	private static final String HIDDEN = "hidden";

	@ParameterizedTest
	@MethodSource
	void tellsNoSecret(Object object) {
		assertThat(object.toString()).isNotEmpty().doesNotContainIgnoringCase(HIDDEN);
	}

	static Stream<Object> tellsNoSecret() {
		Jid alice = Jid.of("alice@localhost");
		XmppProperties properties = new XmppProperties();
		properties.setPassword(HIDDEN);
		EmbeddedXmppServerProperties embedded = new EmbeddedXmppServerProperties();
		embedded.getAccounts().put("alice", HIDDEN);
		embedded.getNewAccounts().setPassword(HIDDEN);
		EmbeddedXmppServer.Builder server = EmbeddedXmppServer.builder().account("alice", HIDDEN);
		return Stream.of(properties, embedded, embedded.getNewAccounts(), server, server.build(),
				server.build().accounts(), new SaslCredentials(alice, null, HIDDEN),
				StreamNegotiation.builder(alice).password(HIDDEN),
				StreamNegotiation.builder(alice).password(HIDDEN).build(),
				ComponentNegotiation.builder(Jid.of("localhost")).secret(HIDDEN).build(),
				new EjabberdAccount(XmppMode.CLIENT, alice, HIDDEN, 5222),
				new EjabberdCertificate("authority", "certificate", HIDDEN), XmppPeer.builder(alice).password(HIDDEN));
	}

	@ParameterizedTest
	@MethodSource
	void tellsNoContent(Object event) {
		assertThat(event.toString()).isNotEmpty().doesNotContainIgnoringCase(HIDDEN);
	}

	static Stream<Object> tellsNoContent() {
		Message message = Message.from(
				Element.parse("<message xmlns='jabber:client' from='hidden@localhost'><body>hidden</body></message>"));
		Presence presence = Presence.from(Element
			.parse("<presence xmlns='jabber:client' from='hidden@localhost'><status>hidden</status></presence>"));
		PayloadCodecs payloads = new PayloadCodecs(List.of(), List.of());
		return Stream.of(new MessageReceivedEvent("source", message, payloads),
				new PresenceReceivedEvent("source", presence, payloads), new RosterChangedEvent("source",
						Roster.Item.of(Jid.of("hidden@localhost"), HIDDEN), HIDDEN, RosterChangedEvent.Kind.ADDED));
	}

}
