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

package io.github.xmppspring.connection;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stanza.StanzaError;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.testserver.TestPeer;
import io.github.xmppspring.testserver.TestServer;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests with a client of another implementation, in both roles.
 *
 * @author XMPP for Spring Boot contributors
 */
abstract class PeerIntegrationTests {

	private static final String TEXT = "Grüße, 世界 😀 <&>";

	@RegisterExtension
	final TestConnections connections = new TestConnections();

	private TestPeer peer;

	private TestConnection alice;

	/**
	 * Logs in a client of the other implementation.
	 */
	abstract TestPeer connectPeer(TestServer server, String user);

	@BeforeEach
	void connect(TestServer server) {
		this.peer = connectPeer(server, "bob");
		this.alice = this.connections.to(server, "alice").inbound(this::answer).build().start();
	}

	@AfterEach
	void disconnect() {
		this.peer.close();
	}

	private CompletionStage<Iq> answer(Iq request) {
		return CompletableFuture.supplyAsync(() -> switch (Objects.requireNonNull(request.payload()).namespace()) {
			case TestPeer.ECHO -> request.result(request.payload());
			case TestPeer.FAIL ->
				request.error(StanzaError.of(StanzaErrorCondition.ITEM_NOT_FOUND, "There is no such thing"));
			default -> request.error(StanzaErrorCondition.SERVICE_UNAVAILABLE);
		});
	}

	@Test
	void peerAsksConnection() {
		String to = this.alice.jid().toString();

		TestPeer.Reply echo = this.peer.request(to, "set",
				"<a xmlns='urn:example:echo' b='1'><c>Grüße, 世界 😀 &lt;&amp;&gt;</c></a>");
		TestPeer.Reply fail = this.peer.request(to, "get", "<a xmlns='urn:example:fail'/>");
		TestPeer.Reply unknown = this.peer.request(to, "get", "<a xmlns='urn:example:unknown'/>");

		Iq result = Iq.from(Element.parse(String.valueOf(echo.xml())));
		assertThat(result.type()).isEqualTo(IqType.RESULT);
		assertThat(result.from()).isEqualTo(this.alice.jid());
		assertThat(result.payload())
			.isEqualTo(Element.builder("urn:example:echo", "a").attribute("b", 1).textChild("c", TEXT).build());
		assertThat(Iq.from(Element.parse(String.valueOf(fail.xml()))).error())
			.isEqualTo(StanzaError.of(StanzaErrorCondition.ITEM_NOT_FOUND, "There is no such thing"));
		assertThat(unknown.type()).isEqualTo("error");
		assertThat(unknown.xml()).contains("service-unavailable");
	}

	@Test
	void connectionAsksPeer() {
		Element payload = Element.builder("urn:example:echo", "a").attribute("b", "\"'").textChild("c", TEXT).build();

		Iq echo = this.alice.request(Iq.get(payload).to(this.peer.jid()));
		Iq fail = this.alice.request(Iq.set(Element.of(TestPeer.FAIL, "a")).to(this.peer.jid()));
		Iq unknown = this.alice.request(Iq.get(Element.of(TestPeer.UNKNOWN, "a")).to(this.peer.jid()));
		Iq version = this.alice.request(Iq.get().query("jabber:iq:version").to(this.peer.jid()));

		assertThat(echo.type()).isEqualTo(IqType.RESULT);
		assertThat(echo.payload()).isEqualTo(payload);
		assertThat(fail.error()).isNotNull().satisfies((error) -> {
			assertThat(error.condition()).isEqualTo(StanzaErrorCondition.ITEM_NOT_FOUND);
			assertThat(error.text()).isEqualTo("There is no such thing");
		});
		assertThat(unknown.type()).isEqualTo(IqType.ERROR);
		assertThat(version.payload()).isNotNull();
		assertThat(version.payload().name()).hasToString("{jabber:iq:version}query");
		assertThat(version.payload().children()).extracting(Element::text).startsWith(this.peer.name(), "1.0");
	}

	@Test
	void bothAskAtOnce() {
		CompletableFuture<?>[] replies = new CompletableFuture<?>[200];
		Element payload = Element.of(TestPeer.ECHO, "a");

		for (int i = 0; i < replies.length; i += 2) {
			replies[i] = this.alice.exchange(Iq.get(payload).to(this.peer.jid())).thenAccept((iq) -> {
				assertThat(iq.type()).isEqualTo(IqType.RESULT);
				assertThat(iq.payload()).isEqualTo(payload);
			});
			replies[i + 1] = this.peer
				.request(this.alice.jid().toString(), "get", "<a xmlns='urn:example:echo'/>", Duration.ofSeconds(20))
				.thenAccept((reply) -> assertThat(reply.type()).isEqualTo("result"));
		}

		assertThat(CompletableFuture.allOf(replies)).succeedsWithin(Duration.ofSeconds(20));
		assertThat(this.alice.statistics().pendingRequests()).isZero();
		assertThat(this.alice.statistics().ignored()).isEqualTo(IgnoredResponses.NONE);
	}

	@Test
	void silentPeerKeepsARequestWaitingUntilItIsGivenUp() {
		CompletableFuture<Iq> silent = this.alice
			.exchange(Iq.get(Element.of(TestPeer.SILENT, "a")).to(this.peer.jid()));

		// the peer takes requests in order, so after the next answer it has the first one
		this.alice.request(Iq.get(Element.of(TestPeer.ECHO, "a")).to(this.peer.jid()));

		assertThat(silent).isNotDone();
		assertThat(this.alice.statistics().pendingRequests()).isOne();
		silent.cancel(false);
		assertThat(this.alice.statistics().pendingRequests()).isZero();
	}

}
