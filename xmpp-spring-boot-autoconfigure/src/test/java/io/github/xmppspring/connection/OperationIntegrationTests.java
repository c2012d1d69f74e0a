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
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stanza.StanzaError;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stanza.StanzaErrorType;
import io.github.xmppspring.testserver.OnTestServers;
import io.github.xmppspring.testserver.TestServer;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Integration tests for connections that an operator takes out of service and connects
 * anew.
 *
 * @author XMPP for Spring Boot contributors
 */
@OnTestServers
class OperationIntegrationTests {

	private static final Element QUESTION = Element.of("urn:example:question", "question");

	private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

	@RegisterExtension
	final TestConnections connections = new TestConnections();

	@Test
	void drainingAnswersWhatIsServedAndRefusesWhatIsNew(TestServer server) {
		HeldRequests requests = new HeldRequests();
		TestConnection alice = this.connections.open(server, "alice");
		TestConnection bob = this.connections.to(server, "bob").inbound(requests).build().start();
		Iq.Builder request = Iq.get(QUESTION).to(bob.jid());
		CompletableFuture<Iq> served = alice.exchange(request);
		HeldRequests.Held held = requests.await(0);

		CompletableFuture<Boolean> draining = new CompletableFuture<>();
		bob.connection().addListener(new ConnectionListener() {

			@Override
			public void drainingChanged(boolean begun) {
				draining.complete(begun);
			}

		});
		CompletableFuture<Void> drained = bob.connection().drain();
		assertThat(draining).succeedsWithin(TEN_SECONDS).isEqualTo(true);

		assertRefused(alice.request(request));
		assertThat(drained).isNotDone();
		held.answer();
		assertThat(served).succeedsWithin(TEN_SECONDS).extracting(Iq::type).isEqualTo(IqType.RESULT);
		assertThat(drained).succeedsWithin(TEN_SECONDS);
		assertThat(bob.connection().isDraining()).isTrue();
		assertThat(bob.state()).isEqualTo(ConnectionState.ONLINE);
		assertThat(bob.request(Iq.get(QUESTION).to(alice.jid())).payload()).isEqualTo(QUESTION);
	}

	private static void assertRefused(Iq response) {
		StanzaError error = response.error();
		assertThat(error).isNotNull();
		assertThat(error.condition()).isEqualTo(StanzaErrorCondition.RECIPIENT_UNAVAILABLE);
		assertThat(error.type()).isEqualTo(StanzaErrorType.WAIT);
	}

	@Test
	void drainingSurvivesTheStreamAndEndsWhenToldSo(TestServer server) {
		TestConnection alice = this.connections.open(server, "alice");
		TestConnection bob = this.connections.open(server, "bob");
		Iq.Builder request = Iq.get(QUESTION).to(bob.jid());
		assertThat(bob.connection().drain()).succeedsWithin(TEN_SECONDS);

		assertThat(bob.connection().reconnect()).succeedsWithin(TEN_SECONDS);
		assertRefused(alice.request(request));
		bob.connection().resume();

		await().atMost(TEN_SECONDS).until(() -> alice.request(request).type(), IqType.RESULT::equals);
		assertThat(bob.connection().isDraining()).isFalse();
	}

	@Test
	void drainingEndsWithTheConnection(TestServer server) {
		TestConnection alice = this.connections.open(server, "alice");
		TestConnection bob = this.connections.open(server, "bob");
		bob.connection().drain();

		assertThat(bob.connection().stop(TEN_SECONDS)).succeedsWithin(TEN_SECONDS);

		assertThat(bob.connection().isDraining()).isFalse();
		bob.start();
		assertThat(alice.request(Iq.get(QUESTION).to(bob.jid())).payload()).isEqualTo(QUESTION);
	}

	@Test
	void drainedConnectionIsToldOnce(TestServer server) {
		TestConnection bob = this.connections.open(server, "bob");
		List<Boolean> told = new CopyOnWriteArrayList<>();
		bob.connection().addListener(new ConnectionListener() {

			@Override
			public void drainingChanged(boolean draining) {
				told.add(draining);
			}

		});

		bob.connection().drain();
		bob.connection().drain().join();
		bob.connection().reconnect().join();
		bob.connection().resume();

		await().atMost(TEN_SECONDS).untilAsserted(() -> assertThat(told).containsExactly(true, false));
	}

	@Test
	void reconnectEndsTheStreamInOrderAndOpensAnother(TestServer server) {
		HeldRequests requests = new HeldRequests();
		TestConnection alice = this.connections.open(server, "alice");
		TestConnection bob = this.connections.to(server, "bob").inbound(requests).build().start();
		CompletableFuture<Iq> response = alice.exchange(Iq.get(QUESTION).to(bob.jid()));
		requests.await(0);
		Object stream = alice.stream();

		CompletableFuture<?> reconnected = alice.connection().reconnect();

		assertThat(reconnected).succeedsWithin(TEN_SECONDS).isNotSameAs(stream);
		Throwable lost = TestConnection.failure(response, IqConnectionLostException.class);
		assertThat(lost).hasNoCause();
		assertThat(alice.states()).endsWith(ConnectionState.ONLINE, ConnectionState.CONNECTING,
				ConnectionState.NEGOTIATING, ConnectionState.ONLINE);
		assertThat(alice.connection().streamFailures()).isEmpty();
		assertThat(alice.request(Iq.get(QUESTION).to(alice.jid())).payload()).isEqualTo(QUESTION);
	}

	@Test
	void requestThatComesDuringReconnectIsSentAfterIt(TestServer server) {
		TestConnection alice = this.connections.open(server, "alice");
		Jid self = alice.jid();
		int states = alice.states().size();

		alice.connection().reconnect();
		await().atMost(TEN_SECONDS).until(() -> alice.states().size() > states);
		CompletableFuture<Iq> response = alice.exchange(Iq.get(QUESTION).to(self));

		assertThat(response).succeedsWithin(TEN_SECONDS).extracting(Iq::payload).isEqualTo(QUESTION);
	}

	@Test
	void reconnectAnswersWhatIsServed(TestServer server) {
		HeldRequests requests = new HeldRequests();
		TestConnection alice = this.connections.open(server, "alice");
		TestConnection bob = this.connections.to(server, "bob").inbound(requests).build().start();
		CompletableFuture<Iq> response = alice.exchange(Iq.get(QUESTION).to(bob.jid()));
		HeldRequests.Held held = requests.await(0);

		CompletableFuture<?> reconnected = bob.connection().reconnect();
		held.answer();

		assertThat(response).succeedsWithin(TEN_SECONDS).extracting(Iq::type).isEqualTo(IqType.RESULT);
		assertThat(reconnected).succeedsWithin(TEN_SECONDS);
	}

	@Test
	void reconnectsAtTheSameTimeAreOne(TestServer server) {
		TestConnection alice = this.connections.open(server, "alice");
		Queue<CompletableFuture<?>> others = new ConcurrentLinkedQueue<>();
		whenConnecting(alice, (connection) -> others.add(connection.reconnect()));

		CompletableFuture<?> first = alice.connection().reconnect();

		assertThat(first).succeedsWithin(TEN_SECONDS).isSameAs(others.element().join());
		assertThat(alice.states().stream().filter(ConnectionState.ONLINE::equals)).hasSize(2);
	}

	@Test
	void connectionCanBeStoppedDuringReconnect(TestServer server) {
		TestConnection alice = this.connections.open(server, "alice");
		CompletableFuture<Void> stopped = new CompletableFuture<>();
		AtomicBoolean once = new AtomicBoolean();
		whenConnecting(alice, (connection) -> {
			if (once.compareAndSet(false, true)) {
				connection.stop(TEN_SECONDS).thenAccept(stopped::complete);
			}
		});

		CompletableFuture<?> reconnected = alice.connection().reconnect();

		assertThat(reconnected).failsWithin(TEN_SECONDS);
		assertThat(stopped).succeedsWithin(TEN_SECONDS);
		assertThat(alice.state()).isEqualTo(ConnectionState.STOPPED);
		alice.start();
		assertThat(alice.request(Iq.get(QUESTION).to(alice.jid())).payload()).isEqualTo(QUESTION);
	}

	@Test
	void connectionThatHasGivenUpTriesAgain(TestServer server) {
		TestConnection alice = this.connections.to(server, "alice").password("wrong").build();
		alice.connection().start();
		alice.awaitState(ConnectionState.FAILED);

		CompletableFuture<?> again = alice.connection().reconnect();

		assertThat(again).failsWithin(TEN_SECONDS);
		assertThat(alice.states().stream().filter(ConnectionState.FAILED::equals)).hasSize(2);
		assertThat(alice.connection().streamFailures()).hasSize(2).allSatisfy((failure) -> {
			assertThat(failure.state()).isEqualTo(ConnectionState.NEGOTIATING);
			assertThat(failure.cause()).hasSameClassAs(alice.lastError());
		});
	}

	@Test
	void stoppedConnectionCannotReconnect(TestServer server) {
		TestConnection alice = this.connections.to(server, "alice").build();

		TestConnection.failure(alice.connection().reconnect(), IllegalStateException.class);

		assertThat(alice.state()).isEqualTo(ConnectionState.STOPPED);
	}

	@Test
	void requestsThatWaitAreShown(TestServer server) {
		HeldRequests requests = new HeldRequests();
		TestConnection alice = this.connections.open(server, "alice");
		TestConnection bob = this.connections.to(server, "bob").inbound(requests).build().start();
		CompletableFuture<Iq> first = alice.exchange(Iq.get(QUESTION).to(bob.jid()));
		alice.exchange(Iq.set(QUESTION).to(bob.jid()));

		assertThat(alice.connection().pendingRequests()).satisfiesExactly((oldest) -> {
			assertThat(oldest.type()).isEqualTo(IqType.GET);
			assertThat(oldest.payload()).isEqualTo(QUESTION.name());
			assertThat(oldest.to()).isEqualTo(bob.jid());
			assertThat(oldest.age()).isPositive().isLessThan(Duration.ofMinutes(1));
			assertThat(oldest.sent()).isTrue();
		}, (next) -> assertThat(next.type()).isEqualTo(IqType.SET));
		requests.await(1);
		requests.answerAll();
		assertThat(first).succeedsWithin(TEN_SECONDS);
		await().atMost(TEN_SECONDS).until(() -> alice.connection().pendingRequests().isEmpty());
	}

	/**
	 * Does something as soon as an attempt is under way, which cannot be over by then.
	 */
	private static void whenConnecting(TestConnection connection, Consumer<XmppConnection> action) {
		connection.connection().addListener(new ConnectionListener() {

			@Override
			public void statusChanged(ConnectionStatus previous, ConnectionStatus current) {
				if (current.state() == ConnectionState.CONNECTING) {
					action.accept(connection.connection());
				}
			}

		});
	}

}
