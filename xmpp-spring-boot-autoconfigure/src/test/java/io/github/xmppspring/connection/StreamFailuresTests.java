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
import java.time.Instant;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StreamFailures}.
 *
 * @author XMPP for Spring Boot contributors
 */
class StreamFailuresTests {

	private final StreamFailures failures = new StreamFailures();

	@ParameterizedTest
	@CsvSource({ "ONLINE, BACKING_OFF", "ONLINE, FAILED", "NEGOTIATING, BACKING_OFF", "NEGOTIATING, FAILED" })
	void whatEndsAStreamIsRemembered(ConnectionState from, ConnectionState to) {
		IOException cause = new IOException();

		change(from, to, cause);

		assertThat(this.failures.last()).containsExactly(new StreamFailure(Instant.EPOCH, from, cause));
	}

	@ParameterizedTest
	@CsvSource({ "CONNECTING, BACKING_OFF", "BACKING_OFF, CONNECTING", "CONNECTING, NEGOTIATING", "ONLINE, STOPPING",
			"STOPPING, STOPPED", "ONLINE, CONNECTING" })
	void restIsNot(ConnectionState from, ConnectionState to) {
		change(from, to, new IOException());

		assertThat(this.failures.last()).isEmpty();
	}

	@Test
	void endInOrderIsNoFailure() {
		this.failures.statusChanged(status(ConnectionState.ONLINE, null), status(ConnectionState.BACKING_OFF, null));

		assertThat(this.failures.last()).isEmpty();
	}

	@Test
	void lastOnesAreKept() {
		IntStream.rangeClosed(1, 25)
			.forEach((i) -> change(ConnectionState.ONLINE, ConnectionState.BACKING_OFF, new IOException("#" + i)));

		assertThat(this.failures.last()).hasSize(10);
		assertThat(this.failures.last().get(0).cause()).hasMessage("#25");
		assertThat(this.failures.last().get(9).cause()).hasMessage("#16");
	}

	private void change(ConnectionState from, ConnectionState to, IOException cause) {
		this.failures.statusChanged(status(from, null), status(to, cause));
	}

	private static ConnectionStatus status(ConnectionState state, Throwable error) {
		return new ConnectionStatus(state, Instant.EPOCH, null, error, null);
	}

}
