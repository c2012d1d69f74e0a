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

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stanza.StanzaError;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.testserver.OnTestServers;
import io.github.xmppspring.testserver.TestServer;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Integration tests for the end of connections: what they finish and what they leave.
 *
 * @author XMPP for Spring Boot contributors
 */
@OnTestServers
class StopIntegrationTests {

	private static final Element QUESTION = Element.of("urn:example:question", "question");

	private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

	@RegisterExtension
	final TestConnections connections = new TestConnections();

	@Test
	void stopAnswersWhatIsServedAndRefusesWhatIsNew(TestServer server) {
		HeldRequests requests = new HeldRequests();
		TestConnection alice = this.connections.open(server, "alice");
		TestConnection bob = this.connections.to(server, "bob").inbound(requests).build().start();
		Iq.Builder request = Iq.get(QUESTION).to(bob.jid());
		CompletableFuture<Iq> served = alice.exchange(request);
		HeldRequests.Held held = requests.await(0);

		CompletableFuture<Void> stopped = bob.connection().stop(TEN_SECONDS);
		bob.awaitState(ConnectionState.STOPPING);
		Iq refused = alice.request(request);
		CompletableFuture<Iq> ownRequest = bob.exchange(Iq.get(QUESTION));

		assertThat(refused.error()).isNotNull()
			.extracting(StanzaError::condition)
			.isEqualTo(StanzaErrorCondition.RECIPIENT_UNAVAILABLE);
		TestConnection.failure(ownRequest, NotConnectedException.class);
		assertThat(stopped).isNotDone();
		assertThat(served).isNotDone();
		held.answer();
		assertThat(served).succeedsWithin(TEN_SECONDS).extracting(Iq::type).isEqualTo(IqType.RESULT);
		assertThat(stopped).succeedsWithin(TEN_SECONDS);
		assertThat(bob.states()).endsWith(ConnectionState.ONLINE, ConnectionState.STOPPING, ConnectionState.STOPPED);
		assertThat(requests.count()).isOne();
	}

	@Test
	void stopWaitsForAnswersNoLongerThanTold(TestServer server) {
		HeldRequests requests = new HeldRequests();
		TestConnection alice = this.connections.open(server, "alice");
		TestConnection bob = this.connections.to(server, "bob").inbound(requests).build().start();
		alice.exchange(Iq.get(QUESTION).to(bob.jid()));
		HeldRequests.Held held = requests.await(0);

		assertThat(bob.connection().stop(Duration.ofMillis(200))).succeedsWithin(TEN_SECONDS);

		assertThat(bob.state()).isEqualTo(ConnectionState.STOPPED);
		held.answer();
		assertThat(alice.state()).isEqualTo(ConnectionState.ONLINE);
	}

	@Test
	void stopFailsWhatIsWaitedFor(TestServer server) {
		HeldRequests requests = new HeldRequests();
		TestConnection alice = this.connections.open(server, "alice");
		TestConnection bob = this.connections.to(server, "bob").inbound(requests).build().start();
		CompletableFuture<Iq> response = alice.exchange(Iq.get(QUESTION).to(bob.jid()));
		requests.await(0);

		assertThat(alice.connection().stop(TEN_SECONDS)).succeedsWithin(TEN_SECONDS);

		TestConnection.failure(response, IqConnectionLostException.class);
		assertThat(alice.statistics().pendingRequests()).isZero();
	}

	@Test
	void stopEndsTheSessionAtTheServer(TestServer server) {
		TestConnection alice = this.connections.open(server, "alice");
		TestConnection bob = this.connections.open(server, "bob");
		Iq.Builder question = Iq.get(QUESTION).to(alice.jid());
		assertThat(bob.request(question).payload()).isEqualTo(QUESTION);

		assertThat(alice.connection().stop(TEN_SECONDS)).succeedsWithin(TEN_SECONDS);

		await().atMost(TEN_SECONDS)
			.until(() -> bob.request(question).error(),
					(error) -> error != null && error.condition() == StanzaErrorCondition.SERVICE_UNAVAILABLE);
	}

	@Test
	void stoppedConnectionCanBeStartedAgain(TestServer server) {
		TestConnection alice = this.connections.open(server, "alice");

		for (int i = 0; i < 3; i++) {
			assertThat(alice.connection().stop(TEN_SECONDS)).succeedsWithin(TEN_SECONDS);
			TestConnection.failure(alice.exchange(Iq.get(QUESTION)), NotConnectedException.class);
			alice.start();
			assertThat(alice.request(Iq.get(QUESTION).to(alice.jid())).payload()).isEqualTo(QUESTION);
		}

		assertThat(alice.lastError()).isNull();
	}

	@Test
	void closedConnectionRefusesRequests(TestServer server) {
		TestConnection alice = this.connections.open(server, "alice");

		alice.connection().close();
		alice.connection().close();
		this.connections.close();

		TestConnection.failure(alice.exchange(Iq.get(QUESTION)), NotConnectedException.class);
		TestConnection.failure(alice.connection().start(), NotConnectedException.class);
	}

	@Test
	void closedConnectionsLeaveNothingBehind(TestServer server) {
		List<WeakReference<?>> references = new ArrayList<>();
		use(server, new ArrayList<>());
		int threads = Thread.activeCount();
		long memory = usedMemory();

		for (int i = 0; i < 10; i++) {
			use(server, references);
		}

		assertThat(references).hasSize(50);
		await().atMost(TEN_SECONDS)
			.pollInSameThread()
			.untilAsserted(() -> assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads + 2));
		await().atMost(TEN_SECONDS).untilAsserted(() -> {
			long growth = usedMemory() - memory;
			assertThat(references).allMatch((reference) -> reference.refersTo(null));
			assertThat(growth).isLessThan(4 * 1024 * 1024);
		});
	}

	private void use(TestServer server, List<WeakReference<?>> references) {
		for (int i = 0; i < 5; i++) {
			TestConnection connection = this.connections.open(server, "alice");
			connection.request(Iq.get(QUESTION).to(connection.jid()));
			references.add(new WeakReference<>(connection.connection()));
		}
		this.connections.close();
	}

	private static long usedMemory() {
		System.gc();
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

	@Test
	void lostStreamsLeaveNothingBehind(TestServer server) {
		TestConnection alice = this.connections.open(server, "alice");
		List<String> threads = TestConnections.threads();
		String body = "<body>" + "x".repeat(100_000) + "</body>";

		for (int lost = 1; lost <= 10; lost++) {
			int count = lost;
			alice.send("<message xmlns='jabber:client'>" + body.repeat(2 * server.stanzaLimit() / body.length())
					+ "</message>");
			await().atMost(TEN_SECONDS)
				.until(() -> alice.failures().size() == count && alice.state() == ConnectionState.ONLINE);
		}

		assertThat(alice.failures())
			.allSatisfy((failure) -> assertThat(failure).hasMessageContaining("policy-violation"));
		assertThat(threads).containsAll(TestConnections.threads());
		assertThat(alice.request(Iq.get(QUESTION).to(alice.jid())).payload()).isEqualTo(QUESTION);
	}

}
