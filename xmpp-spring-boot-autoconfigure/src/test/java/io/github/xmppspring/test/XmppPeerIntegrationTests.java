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

package io.github.xmppspring.test;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.autoconfigure.XmppConnectionDetails;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.testserver.OnTestServers;
import io.github.xmppspring.testserver.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

import static io.github.xmppspring.test.XmppAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link XmppPeer} on a server of others.
 *
 * @author XMPP for Spring Boot contributors
 */
@OnTestServers
class XmppPeerIntegrationTests {

	@Test
	void peersTalkToEachOther(TestServer server) {
		try (XmppPeer bob = XmppPeer.builder(details(server, "bob")).resource("orchard").login();
				XmppPeer alice = account(server, "alice").application(bob.jid()).login()) {
			bob.when("<a xmlns='urn:a'/>").reply("<b xmlns='urn:a'/>");
			bob.when("<c xmlns='urn:a'/>").replyError(StanzaErrorCondition.FORBIDDEN);

			assertThat(alice.get("<a xmlns='urn:a'/>")).isResult().isFrom(bob.jid()).hasPayload("<b xmlns='urn:a'/>");
			assertThat(alice.set("<c xmlns='urn:a'/>")).hasCondition(StanzaErrorCondition.FORBIDDEN);
			assertThat(bob.jid().resource()).isEqualTo("orchard");
			assertThat(bob.requests()).hasSize(2);
		}
	}

	@Test
	void peerThatIsGoneIsUnavailable(TestServer server) {
		try (XmppPeer alice = account(server, "alice").login()) {
			XmppPeer bob = account(server, "bob").login();
			alice.send("<presence to='%s'/>".formatted(bob.jid()));
			bob.close();

			assertThat(alice.request(Iq.get().query("urn:a").to(bob.jid()).build()))
				.hasCondition(StanzaErrorCondition.SERVICE_UNAVAILABLE);
		}
	}

	@Test
	void loginThatFailsTellsWhy(TestServer server) {
		assertThatIllegalStateException().isThrownBy(() -> account(server, "alice").password("wrong").login())
			.withMessageContaining("The peer 'alice@" + server.domain() + "' could not log in")
			.withMessageContaining("not-authorized");
	}

	private static XmppPeerBuilder account(TestServer server, String user) {
		return XmppPeer.builder(Jid.of(user, server.domain(), null))
			.password(server.password())
			.server(server.host(), server.c2sPort())
			.sslBundle(trust(server));
	}

	private static SslBundle trust(TestServer server) {
		return SslBundle.of(new PemSslStoreBundle(null,
				PemSslStoreDetails.forCertificate(server.certificateAuthority().toUri().toString())));
	}

	private static XmppConnectionDetails details(TestServer server, String user) {
		return new XmppConnectionDetails() {

			@Override
			public Jid getJid() {
				return Jid.of(user, server.domain(), null);
			}

			@Override
			public String getPassword() {
				return server.password();
			}

			@Override
			public String getHost() {
				return server.host();
			}

			@Override
			public int getPort() {
				return server.c2sPort();
			}

			@Override
			public @Nullable SslBundle getSslBundle() {
				return trust(server);
			}

		};
	}

}
