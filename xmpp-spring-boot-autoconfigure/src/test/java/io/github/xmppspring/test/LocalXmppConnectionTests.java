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

package io.github.xmppspring.test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.connection.ConnectionListener;
import io.github.xmppspring.connection.ConnectionState;
import io.github.xmppspring.connection.ConnectionStatus;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LocalXmppConnection}.
 *
 * @author XMPP for Spring Boot contributors
 */
class LocalXmppConnectionTests {

	private final LocalXmppConnection connection = new LocalXmppConnection(new LocalNetwork(),
			Jid.of("bot@localhost/home"), (request) -> CompletableFuture.completedFuture(request.result()));

	@Test
	void listenerThatFailsKeepsNobodyFromGoingOn() {
		List<String> told = new ArrayList<>();
		this.connection.addListener(new FailingListener());
		this.connection.addListener(new ConnectionListener() {

			@Override
			public void statusChanged(ConnectionStatus previous, ConnectionStatus current) {
				told.add(current.state().name());
			}

			@Override
			public void drainingChanged(boolean draining) {
				told.add("draining " + draining);
			}

		});

		assertThat(this.connection.start()).isCompleted();
		assertThat(this.connection.drain()).isCompleted();
		assertThat(this.connection.stop(Duration.ZERO)).isCompleted();

		assertThat(told).containsExactly(ConnectionState.ONLINE.name(), "draining true", ConnectionState.STOPPED.name(),
				"draining false");
	}

	private static final class FailingListener implements ConnectionListener {

		@Override
		public void statusChanged(ConnectionStatus previous, ConnectionStatus current) {
			throw new IllegalStateException("It is no use");
		}

		@Override
		public void drainingChanged(boolean draining) {
			throw new NoClassDefFoundError("org/example/Missing");
		}

	}

}
