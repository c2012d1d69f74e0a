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

import io.github.xmppspring.connection.ConnectionState;
import io.github.xmppspring.connection.HostNotFoundException;
import io.github.xmppspring.context.FailureDescription;
import io.github.xmppspring.context.TestXmppConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/**
 * Tests for {@link XmppHealthIndicator}.
 *
 * @author XMPP for Spring Boot contributors
 */
class XmppHealthIndicatorTests {

	private final TestXmppConnection connection = new TestXmppConnection();

	private final XmppHealthIndicator indicator = new XmppHealthIndicator(this.connection);

	@Test
	void connectionThatIsOnlineIsUpWithDetails() {
		this.connection.become(TestXmppConnection.status(ConnectionState.ONLINE));

		Health health = this.indicator.health();

		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails()).containsOnly(entry("state", "ONLINE"), entry("since", "2026-01-02T03:04:05Z"),
				entry("jid", "bot@example.org/r"), entry("tls", "TLSv1.3"), entry("mechanism", "SCRAM-SHA-512"));
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = { "ONLINE", "STOPPING" })
	void connectionInAnyOtherStateIsDown(ConnectionState state) {
		this.connection.become(TestXmppConnection.status(state));

		Health health = this.indicator.health();

		assertThat(health.getStatus()).isEqualTo(Status.DOWN);
		assertThat(health.getDetails()).containsEntry("state", state.name());
	}

	@Test
	void connectionThatStopsIsOutOfService() {
		this.connection.become(TestXmppConnection.status(ConnectionState.STOPPING));

		assertThat(this.indicator.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = { "STOPPED", "STOPPING" })
	void connectionThatRefusesRequestsIsOutOfService(ConnectionState state) {
		this.connection.become(TestXmppConnection.status(state));
		this.connection.drain();

		Health health = this.indicator.health();

		assertThat(health.getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
		assertThat(health.getDetails()).containsEntry("state", state.name()).containsEntry("draining", true);
	}

	@Test
	void connectionIsUpAgainWhenItTakesRequestsAgain() {
		this.connection.become(TestXmppConnection.status(ConnectionState.ONLINE));
		this.connection.drain();

		this.connection.resume();

		assertThat(this.indicator.health().getStatus()).isEqualTo(Status.UP);
		assertThat(this.connection.requests()).isEmpty();
	}

	@Test
	void endOfStreamThatIsInOrderIsToldInWords() {
		this.connection.become(TestXmppConnection.status(ConnectionState.BACKING_OFF));

		assertThat(this.indicator.health().getDetails().get("lastError")).asString()
			.startsWith("The server closed the stream. ")
			.contains("'xmpp.reconnect.enabled'");
	}

	@Test
	void troubleIsToldInWordsWithTimeOfNextAttempt() {
		HostNotFoundException error = new HostNotFoundException("xmpp.example.org", null);
		this.connection.become(TestXmppConnection.status(ConnectionState.BACKING_OFF, error));

		Health health = this.indicator.health();

		assertThat(health.getDetails()).containsOnly(entry("state", "BACKING_OFF"),
				entry("since", "2026-01-02T03:04:05Z"), entry("nextAttempt", "2026-01-02T03:04:06Z"),
				entry("lastError", FailureDescription.of(error).text()));
	}

}
