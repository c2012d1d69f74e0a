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

package io.github.xmppspring.server;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.server.FaultInjection.Drop;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.xml.Element;
import org.jivesoftware.smack.ConnectionConfiguration.SecurityMode;
import org.jivesoftware.smack.filter.MessageWithBodiesFilter;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.jivesoftware.smack.tcp.XMPPTCPConnectionConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests of stream management with a client of another implementation.
 *
 * @author XMPP for Spring Boot contributors
 */
class SmackResumptionTests {

	private static final Jid ALICE = Jid.of("alice@localhost/smack");

	@RegisterExtension
	final ServerExtension servers = new ServerExtension();

	private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();

	private EmbeddedXmppServer server;

	private ServerClient bob;

	private XMPPTCPConnection alice;

	@BeforeEach
	void connect() throws Exception {
		this.server = this.servers.start();
		this.bob = this.servers.connect(this.server, "bob@localhost/desk");
		TrustManager trust = ServerExtension.trust(this.server).getTrustManagers()[0];
		this.alice = new XMPPTCPConnection(XMPPTCPConnectionConfiguration.builder()
			.setXmppDomain("localhost")
			.setHostAddress(InetAddress.getLoopbackAddress())
			.setPort(this.server.port())
			.setUsernameAndPassword("alice", ServerExtension.PASSWORD)
			.setResource("smack")
			.setSecurityMode(SecurityMode.required)
			.setCustomX509TrustManager((X509TrustManager) trust)
			.build());
		this.alice.setUseStreamManagement(true);
		this.alice.setUseStreamManagementResumption(true);
		this.alice.addSyncStanzaListener((stanza) -> this.messages.add(((Message) stanza).getBody()),
				MessageWithBodiesFilter.INSTANCE);
		this.alice.connect().login();
	}

	@AfterEach
	void disconnect() {
		this.alice.disconnect();
	}

	@Test
	void stanzasAreAcknowledged() throws Exception {
		assertThat(this.alice.isSmEnabled()).isTrue();
		assertThat(this.alice.isSmResumptionPossible()).isTrue();
		CompletableFuture<Void> acknowledged = new CompletableFuture<>();
		Message message = message("hello");
		this.alice.addStanzaIdAcknowledgedListener(message.getStanzaId(), (stanza) -> acknowledged.complete(null));

		this.alice.sendStanza(message);

		this.bob.await("message", (stanza) -> stanza.attribute("id").equals(message.getStanzaId()));
		assertThat(acknowledged).succeedsWithin(ServerExtension.TIMEOUT);
	}

	@ParameterizedTest
	@EnumSource(Drop.class)
	void sessionGoesOnBehindALostConnection(Drop drop) throws Exception {
		exchange("before");
		this.server.faults().dropConnection(ALICE, drop);
		await().until(() -> !this.alice.isConnected());
		send("missed 1");
		send("missed 2");
		CompletableFuture<Iq> reply = this.bob.askLater(Iq.get(Element.of("urn:xmpp:ping", "ping")).to(ALICE));

		this.alice.connect().login();

		assertThat(this.alice.streamWasResumed()).isTrue();
		assertThat(received(2)).containsExactly("missed 1", "missed 2");
		assertThat(reply).succeedsWithin(ServerExtension.TIMEOUT).satisfies((iq) -> assertThat(iq.error()).isNull());
		exchange("after");
		assertThat(this.messages).isEmpty();
		assertThat(this.server.sessions()).contains(ALICE);
	}

	@Test
	void sessionIsResumedAgainAndAgain() throws Exception {
		for (int i = 0; i < 3; i++) {
			this.server.faults().dropConnection(ALICE, Drop.RESET);
			await().until(() -> !this.alice.isConnected());
			send("missed " + i);
			this.alice.connect().login();
			assertThat(this.alice.streamWasResumed()).isTrue();
			assertThat(received(1)).containsExactly("missed " + i);
			exchange("after " + i);
		}
	}

	@Test
	void clientBindsAnewWhenItsSessionIsOver() throws Exception {
		this.server.faults().endStream(ALICE, StreamErrorCondition.RESET);
		await().until(() -> !this.alice.isConnected());

		this.alice.connect().login();

		assertThat(this.alice.streamWasResumed()).isFalse();
		exchange("anew");
	}

	private void exchange(String body) throws Exception {
		Message message = message(body);
		this.alice.sendStanza(message);
		this.bob.await("message", (stanza) -> message.getStanzaId().equals(stanza.attribute("id")));
		send(body);
		assertThat(received(1)).containsExactly(body);
	}

	private Message message(String body) throws Exception {
		return this.alice.getStanzaFactory().buildMessageStanza().to("bob@localhost/desk").setBody(body).build();
	}

	private void send(String body) {
		this.bob.send(Element.builder("jabber:client", "message")
			.attribute("to", ALICE)
			.textChild("body", body)
			.build()
			.toString());
	}

	private List<String> received(int count) throws InterruptedException {
		List<String> received = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			received.add(this.messages.poll(ServerExtension.TIMEOUT.toSeconds(), TimeUnit.SECONDS));
		}
		return received;
	}

}
