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

package io.github.xmppspring.health;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.connection.ConnectionState;
import io.github.xmppspring.connection.IqConnectionLostException;
import io.github.xmppspring.context.TestXmppConnection;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stanza.NonBlockingThread;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link XmppHealthIndicator} that asks the server whether it is there.
 *
 * @author XMPP for Spring Boot contributors
 */
class XmppHealthPingTests {

	private final TestXmppConnection connection = new TestXmppConnection();

	private final XmppHealthIndicator indicator = new XmppHealthIndicator(this.connection, Duration.ofMinutes(1));

	@Test
	void serverIsAskedAndTimeTold() {
		this.connection.become(TestXmppConnection.status(ConnectionState.ONLINE));

		Health health = this.indicator.health();

		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails().get("ping")).asString().matches("\\d+ ms");
		assertThat(this.connection.requests()).singleElement().satisfies((ping) -> {
			assertThat(ping.type()).isEqualTo(IqType.GET);
			assertThat(ping.to()).isEqualTo(Jid.of("example.org"));
			assertThat(ping.payload()).isEqualTo(Element.of("urn:xmpp:ping", "ping"));
		});
	}

	@Test
	void serverThatDoesNotKnowPingsIsThere() {
		this.connection.answering(
				(ping) -> CompletableFuture.completedFuture(ping.error(StanzaErrorCondition.SERVICE_UNAVAILABLE)));
		this.connection.become(TestXmppConnection.status(ConnectionState.ONLINE));

		assertThat(this.indicator.health().getStatus()).isEqualTo(Status.UP);
	}

	@Test
	void silentServerIsNot() {
		CompletableFuture<Iq> answer = new CompletableFuture<>();
		this.connection.answering((ping) -> answer);
		this.connection.become(TestXmppConnection.status(ConnectionState.ONLINE));

		Health health = new XmppHealthIndicator(this.connection, Duration.ofMillis(50)).health();

		assertThat(health.getStatus()).isEqualTo(Status.DOWN);
		assertThat(health.getDetails()).containsEntry("ping", "No answer within 50 ms")
			.containsEntry("state", "ONLINE");
		assertThat(answer).as("nobody waits any more").isCancelled();
	}

	@Test
	void streamThatIsLostMeanwhileIsToldInWords() {
		this.connection.answering((ping) -> CompletableFuture
			.failedFuture(new IqConnectionLostException("The connection was lost", new IOException("reset"))));
		this.connection.become(TestXmppConnection.status(ConnectionState.ONLINE));

		Health health = this.indicator.health();

		assertThat(health.getStatus()).isEqualTo(Status.DOWN);
		assertThat(health.getDetails().get("ping")).asString().startsWith("The connection was lost (reset)");
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ONLINE")
	void withoutStreamNobodyIsAsked(ConnectionState state) {
		this.connection.become(TestXmppConnection.status(state));

		assertThat(this.indicator.health().getDetails()).doesNotContainKey("ping");
		assertThat(this.connection.requests()).isEmpty();
	}

	@Test
	void whileRequestsAreRefusedNobodyIsAsked() {
		this.connection.become(TestXmppConnection.status(ConnectionState.ONLINE));
		this.connection.drain();

		assertThat(this.indicator.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
		assertThat(this.connection.requests()).isEmpty();
	}

	@Test
	void eventLoopDoesNotWait() throws InterruptedException {
		this.connection.become(TestXmppConnection.status(ConnectionState.ONLINE));
		CompletableFuture<Health> health = new CompletableFuture<>();
		EventLoopThread thread = new EventLoopThread(() -> health.complete(this.indicator.health()));

		thread.start();
		thread.join();

		assertThat(health.join().getStatus()).isEqualTo(Status.DOWN);
		assertThat(this.connection.requests()).isEmpty();
	}

	@Test
	void timeoutIsPositive() {
		assertThatIllegalArgumentException().isThrownBy(() -> new XmppHealthIndicator(this.connection, Duration.ZERO));
	}

	private static final class EventLoopThread extends Thread implements NonBlockingThread {

		private EventLoopThread(Runnable task) {
			super(task);
		}

	}

}
