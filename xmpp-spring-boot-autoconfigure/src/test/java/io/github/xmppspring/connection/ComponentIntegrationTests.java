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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.negotiation.ComponentRefusedException;
import io.github.xmppspring.negotiation.component.ComponentNegotiation;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqExchange;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamException;
import io.github.xmppspring.testserver.Capability;
import io.github.xmppspring.testserver.OnTestServers;
import io.github.xmppspring.testserver.TestServer;
import io.github.xmppspring.testserver.TestWhere;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/**
 * Integration tests for components (XEP-0114) on a real server.
 *
 * @author XMPP for Spring Boot contributors
 */
@OnTestServers(needs = Capability.COMPONENT)
class ComponentIntegrationTests {

	private static final Element QUESTION = Element.of("urn:example:question", "question");

	private static final Element PING = Element.of(Namespaces.PING, "ping");

	private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

	@RegisterExtension
	final TestConnections clients = new TestConnections();

	private final List<XmppConnection> components = new ArrayList<>();

	@AfterEach
	void closeComponents() {
		this.components.forEach(XmppConnection::close);
	}

	@Test
	void becomesItsDomain(TestServer server) {
		TestConnection echo = component(server, "echo", TestConnections.ECHO).start();

		assertThat(echo.jid()).isEqualTo(Jid.of("echo." + server.domain()));
		assertThat(echo.stream().mechanism()).isEqualTo("handshake");
		assertThat(echo.state()).isEqualTo(ConnectionState.ONLINE);
	}

	@Test
	void asksTheServerAndItsClients(TestServer server) {
		HeldRequests requests = new HeldRequests();
		TestConnection echo = component(server, "echo", TestConnections.ECHO).start();
		TestConnection alice = this.clients.to(server, "alice").inbound(requests).build().start();

		Iq pong = echo.request(Iq.get(PING).to(server.domain()));
		CompletableFuture<Iq> response = echo.exchange(Iq.get(QUESTION).to(alice.jid()));
		HeldRequests.Held held = requests.await(0);
		held.answer();

		assertThat(pong.type()).isEqualTo(IqType.RESULT);
		assertThat(held.request().from()).isEqualTo(echo.jid());
		assertThat(response).succeedsWithin(TEN_SECONDS).satisfies((iq) -> {
			assertThat(iq.from()).isEqualTo(alice.jid());
			assertThat(iq.to()).isEqualTo(echo.jid());
			assertThat(iq.payload()).isEqualTo(QUESTION);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "echo.xmpp.test", "desk@echo.xmpp.test", "desk@echo.xmpp.test/a", "echo.xmpp.test/a" })
	void answersFromTheAddressThatWasAsked(String address, TestServer server) {
		HeldRequests requests = new HeldRequests();
		component(server, "echo", requests).start();
		TestConnection alice = this.clients.open(server, "alice");

		CompletableFuture<Iq> response = alice.exchange(Iq.set(QUESTION).to(address));
		HeldRequests.Held held = requests.await(0);
		held.answer();

		assertThat(held.request().from()).isEqualTo(alice.jid());
		assertThat(held.request().to()).isEqualTo(Jid.of(address));
		assertThat(response).succeedsWithin(TEN_SECONDS)
			.satisfies((iq) -> assertThat(iq.from()).isEqualTo(Jid.of(address)));
		assertThat(alice.statistics().pendingRequests()).isZero();
		assertThat(alice.statistics().ignored()).isEqualTo(IgnoredResponses.NONE);
	}

	@Test
	void errorsOfTheComponentArrive(TestServer server) {
		component(server, "echo",
				(request) -> CompletableFuture.completedStage(request.error(StanzaErrorCondition.ITEM_NOT_FOUND)))
			.start();
		TestConnection alice = this.clients.open(server, "alice");

		Iq response = alice.request(Iq.get(QUESTION).to("nobody@echo." + server.domain()));

		assertThat(response.error().condition()).isEqualTo(StanzaErrorCondition.ITEM_NOT_FOUND);
	}

	@Test
	void severalAddressesAskTheSameClientWithTheSameId(TestServer server) {
		HeldRequests requests = new HeldRequests();
		TestConnection echo = component(server, "echo", TestConnections.ECHO).start();
		TestConnection alice = this.clients.to(server, "alice").inbound(requests).build().start();
		Iq.Builder request = Iq.get(QUESTION).id("same").to(alice.jid());

		CompletableFuture<Iq> one = echo.exchange(request.from("one@echo." + server.domain()));
		HeldRequests.Held ofOne = requests.await(0);
		CompletableFuture<Iq> two = echo.exchange(request.from("two@echo." + server.domain() + "/x"));
		requests.await(1).answer();

		assertThat(two).succeedsWithin(TEN_SECONDS)
			.satisfies((iq) -> assertThat(iq.to()).isEqualTo(Jid.of("two@echo." + server.domain() + "/x")));
		assertThat(one).isNotDone();
		ofOne.answer();
		assertThat(one).succeedsWithin(TEN_SECONDS);
		assertThat(echo.statistics().pendingRequests()).isZero();
		assertThat(echo.statistics().ignored()).isEqualTo(IgnoredResponses.NONE);
	}

	@Test
	void addressesOfOneComponentAskEachOther(TestServer server) {
		TestConnection echo = component(server, "echo", TestConnections.ECHO).start();
		String domain = "echo." + server.domain();

		Iq response = echo.request(Iq.get(QUESTION).from("one@" + domain).to("two@" + domain));

		assertThat(response.from()).isEqualTo(Jid.of("two@" + domain));
		assertThat(response.payload()).isEqualTo(QUESTION);
	}

	@Test
	void componentsAskEachOther(TestServer server) {
		TestConnection echo = component(server, "echo", TestConnections.ECHO).start();
		TestConnection other = component(server, "other", TestConnections.ECHO).start();

		assertThat(other.request(Iq.get(QUESTION).to(echo.jid())).payload()).isEqualTo(QUESTION);
	}

	@Test
	void spoofedResponseIsIgnoredAndCounted(TestServer server) {
		HeldRequests requests = new HeldRequests();
		TestConnection echo = component(server, "echo", TestConnections.ECHO).start();
		TestConnection alice = this.clients.to(server, "alice").inbound(requests).build().start();
		TestConnection mallory = this.clients.open(server, "bob");
		CompletableFuture<Iq> response = echo.exchange(Iq.get(QUESTION).to(alice.jid()));
		Iq request = requests.await(0).request();
		String forged = "<iq xmlns='jabber:client' type='result' id='" + request.id() + "' to='%s'/>";

		mallory.send(forged.formatted(echo.jid()));
		alice.send(forged.formatted("other@" + echo.jid()));
		await().atMost(TEN_SECONDS).until(() -> echo.statistics().ignored().spoofed() == 2);

		assertThat(response).isNotDone();
		requests.await(0).answer();
		assertThat(response).succeedsWithin(TEN_SECONDS);
	}

	@Test
	void whatWouldEndTheStreamIsNotSent(TestServer server) {
		TestConnection echo = component(server, "echo", TestConnections.ECHO).start();

		assertThatIllegalArgumentException().isThrownBy(() -> echo.exchange(Iq.get(PING)));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> echo.exchange(Iq.get(PING).from("alice@xmpp.test").to("xmpp.test")));
		assertThat(echo.connection().send(Element.of(Namespaces.CLIENT, "presence"))).failsWithin(TEN_SECONDS);

		assertThat(echo.request(Iq.get(PING).to(server.domain())).type()).isEqualTo(IqType.RESULT);
		assertThat(echo.states()).hasSize(3);
	}

	@Test
	void messagesGoToAndFro(TestServer server) {
		TestConnection echo = component(server, "echo", TestConnections.ECHO).start();
		TestConnection alice = this.clients.open(server, "alice");

		echo.send("<message xmlns='jabber:client' to='%s'><body>to</body></message>".formatted(alice.jid()));
		alice.send("<message xmlns='jabber:client' to='%s'><body>fro</body></message>".formatted(echo.jid()));

		await().atMost(TEN_SECONDS).until(() -> !alice.stanzas().isEmpty() && !echo.stanzas().isEmpty());
		assertThat(alice.stanzas().get(0).attribute("from")).isEqualTo(echo.jid().toString());
		assertThat(echo.stanzas().get(0).child(Namespaces.CLIENT, "body")).isNotNull();
	}

	@Test
	void wrongSecretIsNotTriedAgain(TestServer server) {
		TestConnection echo = build(server, negotiation(server, "echo").secret("wrong"), TestConnections.ECHO);

		ComponentRefusedException ex = echo.failToStart(ComponentRefusedException.class);

		assertThat(ex.condition()).isEqualTo(StreamErrorCondition.NOT_AUTHORIZED);
		assertThat(ex).hasMessageNotContaining("wrong");
		assertThat(echo.state()).isEqualTo(ConnectionState.FAILED);
	}

	@TestWhere(Capability.PLAINTEXT)
	void portForClientsIsRefused(TestServer server) {
		TestConnection echo = build(server, server.c2sPlainPort(), Duration.ofSeconds(60), negotiation(server, "echo"),
				TestConnections.ECHO);

		StreamException ex = echo.failToStart(StreamException.class);

		assertThat(ex.error().condition()).isEqualTo(StreamErrorCondition.INVALID_NAMESPACE);
	}

	@Test
	void silentConnectionIsKeptByPingsToItself(TestServer server) {
		HeldRequests requests = new HeldRequests();
		TestConnection echo = build(server, server.componentPort(), Duration.ofMillis(100), negotiation(server, "echo"),
				requests)
			.start();

		AtomicInteger states = new AtomicInteger();
		await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(30)).until(() -> {
			int seen = echo.states().size();
			return states.getAndSet(seen) == seen && echo.state() == ConnectionState.ONLINE;
		});

		assertThat(requests.count()).isZero();
		assertThat(echo.statistics().pendingRequests()).isZero();
		assertThat(echo.statistics().ignored()).isEqualTo(IgnoredResponses.NONE);
	}

	@TestWhere(Capability.RESTART)
	void returnsWhenTheServerRestarts(TestServer server) {
		TestConnection echo = component(server, "echo", TestConnections.ECHO).start();

		server.stop();
		echo.awaitPassed(ConnectionState.BACKING_OFF);
		server.start();

		echo.awaitState(ConnectionState.ONLINE);
		assertThat(echo.request(Iq.get(PING).to(server.domain())).type()).isEqualTo(IqType.RESULT);
		TestConnection alice = this.clients.open(server, "alice");
		assertThat(alice.request(Iq.get(QUESTION).to("desk@" + echo.jid())).payload()).isEqualTo(QUESTION);
	}

	private TestConnection component(TestServer server, String name, IqExchange inbound) {
		return build(server, negotiation(server, name), inbound);
	}

	private static ComponentNegotiation.Builder negotiation(TestServer server, String name) {
		return ComponentNegotiation.builder(Jid.of(name + "." + server.domain())).secret(server.componentSecret());
	}

	private TestConnection build(TestServer server, ComponentNegotiation.Builder negotiation, IqExchange inbound) {
		return build(server, server.componentPort(), Duration.ofSeconds(60), negotiation, inbound);
	}

	private TestConnection build(TestServer server, int port, Duration keepAlive,
			ComponentNegotiation.Builder negotiation, IqExchange inbound) {
		ConnectionSettings settings = new ConnectionSettings(Duration.ofSeconds(5), keepAlive, Duration.ofSeconds(1),
				ConnectionSettings.backOff(Duration.ofMillis(50), 1.5, Duration.ofMillis(300), Duration.ofMillis(10)),
				true, Duration.ZERO, 1000, false, Duration.ofSeconds(2));
		XmppConnection connection = new DefaultXmppConnection(negotiation.build(), server.host(), port, settings,
				inbound);
		this.components.add(connection);
		return new TestConnection(connection);
	}

}
