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

import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.xmppspring.address.Jid;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StatusBoard}.
 *
 * @author XMPP for Spring Boot contributors
 */
@ExtendWith(OutputCaptureExtension.class)
class StatusBoardTests {

	private final StatusBoard board = new StatusBoard(Jid.of("bot@example.org"));

	@BeforeEach
	void connect() {
		this.board.enter(ConnectionState.CONNECTING);
	}

	@Test
	void logsTroubleBeforeListenersAreTold(CapturedOutput output) {
		this.board.addListener(new ConnectionListener() {

			@Override
			public void statusChanged(ConnectionStatus previous, ConnectionStatus current) {
				LogFactory.getLog(StatusBoardTests.class).warn("The advice");
			}

		});

		this.board.backingOff(refused(), Duration.ofSeconds(1));

		assertThat(output.toString()).containsSubsequence("No connection as 'bot@example.org'", "The advice");
	}

	@Test
	void listenerThatFailsKeepsNoOtherFromBeingTold(CapturedOutput output) {
		List<ConnectionState> told = new ArrayList<>();
		this.board.addListener(new ConnectionListener() {

			@Override
			public void statusChanged(ConnectionStatus previous, ConnectionStatus current) {
				throw new AssertionError("It is no use");
			}

		});
		this.board.addListener(new ConnectionListener() {

			@Override
			public void statusChanged(ConnectionStatus previous, ConnectionStatus current) {
				told.add(current.state());
			}

		});

		this.board.enter(ConnectionState.STOPPING);

		assertThat(told).containsExactly(ConnectionState.STOPPING);
		assertThat(output).contains("A connection listener failed", "It is no use");
	}

	@Test
	void namesRootCauseOfFailureToConnect(CapturedOutput output) {
		this.board.backingOff(refused(), Duration.ofSeconds(1));

		assertThat(output).contains("192.0.2.1:5222 could not be reached (Connection refused)")
			.contains("further attempts are logged at DEBUG");
	}

	@Test
	void warnsOnceOfOneKindOfFailure(CapturedOutput output) {
		failAgain(refused());
		failAgain(refused());

		assertThat(output).containsOnlyOnce("Connection refused");
	}

	@Test
	void warnsAgainOfOtherKindOfFailure(CapturedOutput output) {
		failAgain(refused());
		failAgain(new HostNotFoundException("example.org", null));
		failAgain(new HostNotFoundException("example.org", null));

		assertThat(output).containsOnlyOnce("Connection refused").containsOnlyOnce("'example.org'");
	}

	private void failAgain(Throwable cause) {
		this.board.backingOff(cause, Duration.ofSeconds(1));
		this.board.enter(ConnectionState.CONNECTING);
	}

	private static XmppConnectionException refused() {
		return new XmppConnectionException("192.0.2.1:5222 could not be reached",
				new IllegalStateException("wrapper", new ConnectException("Connection refused")));
	}

}
