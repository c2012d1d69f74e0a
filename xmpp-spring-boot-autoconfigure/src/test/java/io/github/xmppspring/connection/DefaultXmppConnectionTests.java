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

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.negotiation.client.StreamNegotiation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.backoff.FixedBackOff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link DefaultXmppConnection} where no server is.
 *
 * @author XMPP for Spring Boot contributors
 */
@ExtendWith(OutputCaptureExtension.class)
class DefaultXmppConnectionTests {

	private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

	private final DefaultXmppConnection connection = new DefaultXmppConnection(
			StreamNegotiation.builder(Jid.of("bot@example.org")).password("secret").build(), "127.0.0.1", 1, settings(),
			TestConnections.ECHO);

	private static ConnectionSettings settings() {
		ConnectionSettings usual = ConnectionSettings.DEFAULT;
		return new ConnectionSettings(usual.connectTimeout(), usual.keepAliveInterval(), usual.keepAliveTimeout(),
				new FixedBackOff(20, FixedBackOff.UNLIMITED_ATTEMPTS), true, usual.connectionWait(), usual.maxPending(),
				usual.lenientErrorSender(), usual.closeTimeout());
	}

	@AfterEach
	void close() {
		this.connection.close();
	}

	@Test
	void listenerThatLacksAClassKeepsNobodyFromGoingOn(CapturedOutput output) {
		this.connection.addListener(new ConnectionListener() {

			@Override
			public void statusChanged(ConnectionStatus previous, ConnectionStatus current) {
				throw new NoClassDefFoundError("org/example/Missing");
			}

		});
		TestConnection watched = new TestConnection(this.connection);

		watched.failToStart(XmppConnectionException.class);
		await().atMost(TEN_SECONDS).until(() -> watched.failures().size() > 2);
		assertThat(this.connection.stop(Duration.ZERO)).succeedsWithin(TEN_SECONDS);

		assertThat(watched.state()).isEqualTo(ConnectionState.STOPPED);
		assertThat(output).contains("A connection listener failed", "org/example/Missing");
	}

}
