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

package io.github.xmppspring.testserver;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Integration tests for {@link Ejabberd} and {@link SlixmppPeer}: the ground the other
 * integration tests stand on.
 *
 * @author XMPP for Spring Boot contributors
 */
@OnTestServers(only = TestServerKind.EJABBERD_NATIVE, tools = TestTool.SLIXMPP)
class EjabberdIntegrationTests {

	@Test
	void peersExchangeIqBothWays(Ejabberd server) {
		try (SlixmppPeer alice = SlixmppPeer.connect(server, "alice");
				SlixmppPeer bob = SlixmppPeer.connect(server, "bob")) {

			TestPeer.Reply fromBob = alice.request(bob.jid(), "get", "<a xmlns='urn:example:echo'><b>1</b></a>");
			TestPeer.Reply fromAlice = bob.request(alice.jid(), "get", "<query xmlns='jabber:iq:version'/>");

			assertThat(fromBob.type()).isEqualTo("result");
			assertThat(fromBob.xml()).startsWith("<iq xmlns=\"jabber:client\"")
				.contains("from=\"" + bob.jid() + "\"", "<a xmlns=\"urn:example:echo\"><b>1</b></a>");
			assertThat(fromAlice.type()).isEqualTo("result");
			assertThat(fromAlice.xml()).contains("<name>slixmpp peer</name><version>1.0</version>");
		}
	}

	@Test
	void peerAnswersFailWithStanzaError(Ejabberd server) {
		try (SlixmppPeer alice = SlixmppPeer.connect(server, "alice");
				SlixmppPeer bob = SlixmppPeer.connect(server, "bob")) {

			TestPeer.Reply reply = alice.request(bob.jid(), "set", "<a xmlns='urn:example:fail'/>");

			assertThat(reply.type()).isEqualTo("error");
			assertThat(reply.xml()).contains("item-not-found", "There is no such thing");
		}
	}

	@Test
	void peerTellsTimeout(Ejabberd server) {
		try (SlixmppPeer alice = SlixmppPeer.connect(server, "alice");
				SlixmppPeer bob = SlixmppPeer.connect(server, "bob")) {
			String payload = "<a xmlns='urn:example:silent'/>";

			TestPeer.Reply reply = alice.request(bob.jid(), "get", payload, Duration.ofMillis(300)).join();

			assertThat(reply.timedOut()).isTrue();
		}
	}

	@Test
	void peerSendsWhatItIsTold(Ejabberd server) {
		try (SlixmppPeer alice = SlixmppPeer.connect(server, "alice")) {
			alice.send("</stream:stream>");

			assertThat(alice.disconnected()).succeedsWithin(10, TimeUnit.SECONDS);
		}
	}

	@Test
	void registersAndUnregistersAccounts(Ejabberd server) {
		server.register("dave", server.password());
		try (SlixmppPeer dave = SlixmppPeer.connect(server, "dave")) {
			assertThat(dave.jid()).startsWith("dave@xmpp.test/");

			server.unregister("dave");

			assertThat(dave.disconnected()).succeedsWithin(10, TimeUnit.SECONDS);
			assertThat(server.ctl("registered_users", server.domain()).lines()).containsExactly("alice", "bob",
					"carol");
		}
	}

	@Test
	void startsAgainOnTheSamePorts(Ejabberd server) throws IOException {
		int port = server.c2sPort();
		try (SlixmppPeer alice = SlixmppPeer.connect(server, "alice")) {
			server.stop();

			assertThat(alice.disconnected()).succeedsWithin(10, TimeUnit.SECONDS);
		}
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> new Socket(server.host(), port).close());

		server.start();

		assertThat(server.c2sPort()).isEqualTo(port);
		SlixmppPeer.connect(server, "alice").close();
	}

	@Test
	void startsAgainAfterBeingKilled(Ejabberd server) {
		try (SlixmppPeer alice = SlixmppPeer.connect(server, "alice")) {
			server.kill();

			assertThat(alice.disconnected()).succeedsWithin(10, TimeUnit.SECONDS);
		}

		server.start();

		SlixmppPeer.connect(server, "alice").close();
	}

	@Test
	void takesPasswordWithoutTls(Ejabberd server) {
		try (SlixmppPeer alice = SlixmppPeer.connect(SlixmppLogin.plaintext(server, "alice"))) {
			assertThat(alice.jid()).startsWith("alice@xmpp.test/");
		}
	}

	@Test
	void refusesWrongPassword(Ejabberd server) {
		SlixmppLogin wrong = new SlixmppLogin("alice@xmpp.test", "wrong", server.host(), server.c2sPlainPort(), null,
				null, null);

		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> SlixmppPeer.connect(wrong))
			.withStackTraceContaining("authentication");
	}

	@Test
	void takesClientCertificate(Ejabberd server) {
		try (SlixmppPeer alice = SlixmppPeer.connect(SlixmppLogin.external(server))) {
			assertThat(alice.jid()).startsWith("alice@xmpp.test/");
		}
	}

	@Test
	void takesAnonymous(Ejabberd server) {
		try (SlixmppPeer guest = SlixmppPeer.connect(SlixmppLogin.anonymous(server))) {
			assertThat(guest.jid()).contains("@anonymous.xmpp.test/");
		}
	}

	@Test
	void takesSettings() {
		EjabberdSettings settings = EjabberdSettings.defaults()
			.certificateNames("DNS:other.test")
			.listenerOptions("max_stanza_size: 2000")
			.disabledMechanisms("SCRAM-SHA-512", "X-OAUTH2");
		try (Ejabberd server = Ejabberd.create(settings)) {
			assertThatExceptionOfType(IllegalStateException.class)
				.isThrownBy(() -> SlixmppPeer.connect(server, "alice"))
				.havingCause()
				.withStackTraceContaining("not valid for 'xmpp.test'");
			try (SlixmppPeer alice = SlixmppPeer.connect(SlixmppLogin.plaintext(server, "alice"))) {
				alice.send("<message><body>" + "x".repeat(3000) + "</body></message>");

				assertThat(alice.disconnected()).succeedsWithin(10, TimeUnit.SECONDS);
			}
		}
	}

}
