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

import java.time.Instant;
import java.util.List;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.connection.ConnectionListener;
import io.github.xmppspring.connection.ConnectionState;
import io.github.xmppspring.connection.ConnectionStatus;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.negotiation.NegotiatedStream;
import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.stream.StreamFeatures;
import io.github.xmppspring.stream.StreamHeader;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link ApplicationAddress}.
 *
 * @author XMPP for Spring Boot contributors
 */
class ApplicationAddressTests {

	private static final Jid BOT = Jid.of("bot@example.org/a");

	@Test
	void connectionMayBeOpenedWhileItIsAsked() {
		ConnectionStatus stopped = status(ConnectionState.STOPPED, null);
		XmppConnection connection = mock();
		given(connection.status()).willAnswer((invocation) -> {
			ArgumentCaptor<ConnectionListener> listener = ArgumentCaptor.forClass(ConnectionListener.class);
			then(connection).should().addListener(listener.capture());
			listener.getValue().statusChanged(stopped, status(ConnectionState.ONLINE, stream()));
			return stopped;
		});

		assertThat(ApplicationAddress.of(connection).get()).isEqualTo(BOT);
	}

	private static ConnectionStatus status(ConnectionState state, NegotiatedStream stream) {
		return new ConnectionStatus(state, Instant.EPOCH, stream, null, null);
	}

	private static NegotiatedStream stream() {
		return new NegotiatedStream(BOT, StreamHeader.initial(Namespaces.CLIENT, null, "example.org"),
				new StreamFeatures(List.of()), null, null, null, null, Instant.EPOCH);
	}

}
