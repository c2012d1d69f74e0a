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

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqProgress;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamException;
import io.github.xmppspring.testserver.Capability;
import io.github.xmppspring.testserver.OnTestServers;
import io.github.xmppspring.testserver.TestServer;
import io.github.xmppspring.testserver.TestWhere;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Integration tests for connections whose server goes and comes.
 *
 * @author XMPP for Spring Boot contributors
 */
@OnTestServers(needs = Capability.RESTART)
class ReconnectIntegrationTests {

	private static final Element QUESTION = Element.of("urn:example:question", "question");

	private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

	@RegisterExtension
	final TestConnections connections = new TestConnections();

	@Test
	void requestFailsAndConnectionReturnsWhenServerRestarts(TestServer server) {
		HeldRequests requests = new HeldRequests();
		TestConnection alice = this.connections.open(server, "alice");
		TestConnection bob = this.connections.to(server, "bob").inbound(requests).build().start();
		Jid formerSelf = alice.jid();
		CompletableFuture<Iq> response = alice.exchange(Iq.get(QUESTION).to(bob.jid()));
		requests.await(0);

		server.stop();

		Throwable ex = TestConnection.failure(response, IqConnectionLostException.class);
		assertThat(ex.getCause()).satisfiesAnyOf(ReconnectIntegrationTests::assertShutdown,
				// a server in a hurry does not take leave of everybody
				(cause) -> assertThat(cause).isInstanceOf(IOException.class));
		assertThat(alice.statistics().pendingRequests()).isZero();
		assertThat(alice.state()).isNotEqualTo(ConnectionState.ONLINE);
		assertFailsAtOnce(alice);
		bob.awaitPassed(ConnectionState.BACKING_OFF);

		server.start();

		alice.awaitState(ConnectionState.ONLINE);
		bob.awaitState(ConnectionState.ONLINE);
		assertThat(alice.jid()).isEqualTo(formerSelf);
		CompletableFuture<Iq> next = alice.exchange(Iq.get(QUESTION).to(bob.jid()));
		requests.await(1).answer();
		assertThat(next).succeedsWithin(TEN_SECONDS);
	}

	private static void assertShutdown(Throwable cause) {
		assertThat(cause).isInstanceOfSatisfying(StreamException.class, (ex) -> {
			assertThat(ex.isRemote()).isTrue();
			assertThat(ex.error().condition()).isEqualTo(StreamErrorCondition.SYSTEM_SHUTDOWN);
		});
	}

	/**
	 * A request that comes in the middle of an attempt waits for its end.
	 */
	private static void assertFailsAtOnce(TestConnection connection) {
		CompletableFuture<Iq> response = connection.exchange(Iq.get(QUESTION).to("bob@xmpp.test"));

		TestConnection.failure(response, NotConnectedException.class);
		assertThat(((IqProgress.Aware) response).progress()).isEqualTo(IqProgress.NOT_SENT);
	}

	@TestWhere(Capability.KILL)
	void responseOfARequestServedAcrossARestartDoesNoHarm(TestServer server) {
		HeldRequests requests = new HeldRequests();
		TestConnection alice = this.connections.open(server, "alice");
		TestConnection bob = this.connections.to(server, "bob").inbound(requests).build().start();
		CompletableFuture<Iq> response = alice.exchange(Iq.get(QUESTION).to(bob.jid()));
		HeldRequests.Held held = requests.await(0);

		server.kill();
		TestConnection.failure(response, IqConnectionLostException.class);
		bob.awaitPassed(ConnectionState.BACKING_OFF);
		server.start();
		alice.awaitState(ConnectionState.ONLINE);
		bob.awaitState(ConnectionState.ONLINE);
		held.answer();

		CompletableFuture<Iq> next = alice.exchange(Iq.get(QUESTION).to(bob.jid()));
		requests.await(1).answer();
		assertThat(next).succeedsWithin(TEN_SECONDS);
		assertThat(alice.statistics().pendingRequests()).isZero();
		assertThat(alice.statistics().ignored()).isEqualTo(IgnoredResponses.NONE);
	}

	@Test
	void connectionWaitsForAServerThatIsDownAtTheStart(TestServer server) {
		server.stop();
		TestConnection alice = this.connections.to(server, "alice").build();

		alice.failToStart(XmppConnectionException.class);
		alice.awaitPassed(ConnectionState.BACKING_OFF);
		assertThat(alice.lastError()).isInstanceOf(XmppConnectionException.class);
		server.start();

		alice.awaitState(ConnectionState.ONLINE);
		assertThat(alice.lastError()).isNull();
		assertThat(alice.request(Iq.get(Element.of("urn:xmpp:ping", "ping"))).type()).isEqualTo(IqType.RESULT);
	}

	@TestWhere(Capability.KILL)
	void connectionReturnsWhenServerWasKilled(TestServer server) {
		TestConnection alice = this.connections.open(server, "alice");

		server.kill();

		alice.awaitPassed(ConnectionState.BACKING_OFF);
		server.start();
		alice.awaitState(ConnectionState.ONLINE);
		assertThat(alice.request(Iq.get(Element.of("urn:xmpp:ping", "ping"))).type()).isEqualTo(IqType.RESULT);
	}

	@Test
	void requestWaitsForTheConnectionIfTold(TestServer server) {
		TestConnection alice = this.connections.to(server, "alice")
			.connectionWait(Duration.ofSeconds(30))
			.build()
			.start();
		TestConnection hasty = this.connections.to(server, "alice")
			.connectionWait(Duration.ofMillis(200))
			.build()
			.start();
		server.stop();
		alice.awaitPassed(ConnectionState.BACKING_OFF);
		hasty.awaitPassed(ConnectionState.BACKING_OFF);

		CompletableFuture<Iq> waiting = alice.exchange(Iq.get(Element.of("urn:xmpp:ping", "ping")));
		CompletableFuture<Iq> cancelled = alice.exchange(Iq.get(Element.of("urn:xmpp:ping", "ping")));
		CompletableFuture<Iq> failing = hasty.exchange(Iq.get(Element.of("urn:xmpp:ping", "ping")));

		TestConnection.failure(failing, NotConnectedException.class);
		assertThat(waiting).isNotDone();
		assertThat(((IqProgress.Aware) waiting).progress()).isEqualTo(IqProgress.NOT_SENT);
		cancelled.cancel(false);
		server.start();
		assertThat(waiting).succeedsWithin(TEN_SECONDS).extracting(Iq::type).isEqualTo(IqType.RESULT);
		assertThat(((IqProgress.Aware) waiting).progress()).isEqualTo(IqProgress.SENT);
	}

	@TestWhere(Capability.FREEZE)
	void halfOpenConnectionIsFoundDeadAndReplaced(TestServer server) {
		TestConnection alice = this.connections.to(server, "alice")
			.keepAlive(Duration.ofMillis(300), Duration.ofSeconds(2))
			.build()
			.start();
		// pings do go through before
		await().during(Duration.ofSeconds(3)).atMost(TEN_SECONDS).until(alice::state, ConnectionState.ONLINE::equals);

		server.freeze();
		try {
			CompletableFuture<Iq> response = alice.exchange(Iq.get(QUESTION).to("bob@xmpp.test"));

			Throwable ex = TestConnection.failure(response, IqConnectionLostException.class);
			assertThat(ex.getCause()).isInstanceOfSatisfying(StreamException.class, (cause) -> {
				assertThat(cause.isRemote()).isFalse();
				assertThat(cause.error().condition()).isEqualTo(StreamErrorCondition.CONNECTION_TIMEOUT);
			});
			assertThat(alice.failures()).isNotEmpty();
		}
		finally {
			server.thaw();
		}

		await().atMost(Duration.ofSeconds(30))
			.ignoreExceptionsInstanceOf(CompletionException.class)
			.until(() -> alice.request(Iq.get(Element.of("urn:xmpp:ping", "ping"))).type(), IqType.RESULT::equals);
	}

	@TestWhere(Capability.FREEZE)
	void halfOpenConnectionIsFoundDeadWithDataUnderWay(TestServer server) {
		TestConnection alice = this.connections.to(server, "alice")
			.keepAlive(Duration.ofMillis(300), Duration.ofSeconds(3))
			.build()
			.start();
		Iq large = Iq.get(Element.builder("urn:x", "x").text("x".repeat(200_000)).build()).to(alice.jid()).build();

		server.freeze();
		try {
			List<CompletableFuture<Iq>> responses = Stream
				.generate(() -> alice.connection().exchange(large).toCompletableFuture())
				.limit(100)
				.toList();

			for (CompletableFuture<Iq> response : responses) {
				TestConnection.failure(response, IqConnectionLostException.class);
			}
			assertThat(alice.statistics().pendingRequests()).isZero();
		}
		finally {
			server.thaw();
		}

		// ejabberd binds the resource again when it has stopped writing to its former
		// holder
		alice.awaitState(ConnectionState.ONLINE, Duration.ofMinutes(1));
	}

	@TestWhere(Capability.FREEZE)
	void stopAndCloseDoNotWaitForAFrozenServer(TestServer server) {
		TestConnection alice = this.connections.open(server, "alice");
		TestConnection bob = this.connections.to(server, "bob").build();

		server.freeze();
		try {
			bob.connection().start();
			bob.awaitPassed(ConnectionState.NEGOTIATING);
			Iq.Builder large = Iq.get(Element.builder("urn:x", "x").text("x".repeat(20_000_000)).build());
			CompletableFuture<Iq> response = alice.exchange(large);

			assertThat(alice.connection().stop(Duration.ZERO)).succeedsWithin(TEN_SECONDS);
			assertThat(bob.connection().stop(Duration.ZERO)).succeedsWithin(TEN_SECONDS);

			TestConnection.failure(response, IqConnectionLostException.class);
			assertThat(alice.state()).isEqualTo(ConnectionState.STOPPED);
			assertThat(bob.state()).isEqualTo(ConnectionState.STOPPED);
			this.connections.close();
		}
		finally {
			server.thaw();
		}
	}

	@Test
	void stopEndsTheAttemptsToConnect(TestServer server) {
		server.stop();
		TestConnection alice = this.connections.to(server, "alice").connectionWait(Duration.ofSeconds(30)).build();
		alice.failToStart(XmppConnectionException.class);
		CompletableFuture<Iq> waiting = alice.exchange(Iq.get(QUESTION));

		assertThat(alice.connection().stop(TEN_SECONDS)).succeedsWithin(TEN_SECONDS);

		TestConnection.failure(waiting, NotConnectedException.class);
		int attempts = alice.states().size();
		await().during(Duration.ofMillis(500)).until(() -> alice.states().size(), (count) -> count == attempts);
		assertThat(alice.state()).isEqualTo(ConnectionState.STOPPED);
	}

}
