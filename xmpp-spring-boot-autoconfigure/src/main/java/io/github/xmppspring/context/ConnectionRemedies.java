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

package io.github.xmppspring.context;

import java.io.IOException;

import io.github.xmppspring.connection.HostNotFoundException;
import io.github.xmppspring.connection.NotConnectedException;
import io.github.xmppspring.connection.XmppConnectionException;
import io.github.xmppspring.negotiation.ConnectionClosedException;
import io.github.xmppspring.negotiation.NegotiationException;
import io.github.xmppspring.negotiation.NegotiationTimeoutException;
import io.github.xmppspring.stream.StreamException;
import org.jspecify.annotations.Nullable;

/**
 * What to change if there is no connection.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ConnectionRemedies {

	static final String ENDPOINT = "Check that the server is running and that 'xmpp.host' and 'xmpp.port' "
			+ "lead to its port for clients, or for components if 'xmpp.mode' is 'component'.";

	static final String RESOURCE = "Another session has the same resource. Put a resource of its own behind "
			+ "the slash in 'xmpp.jid', or none, so that the server chooses one.";

	private static final String LOST = "Check the network, and look into the log of the server. Another attempt is made, "
			+ "unless 'xmpp.reconnect.enabled' is 'false'.";

	private ConnectionRemedies() {
	}

	static @Nullable String of(Throwable failure) {
		if (failure instanceof NegotiationException ex) {
			return ofNegotiation(ex);
		}
		if (failure instanceof StreamException ex) {
			return StreamRemedies.of(ex);
		}
		if (failure instanceof IOException) {
			return LOST;
		}
		return (failure instanceof XmppConnectionException) ? ofConnection(failure) : null;
	}

	private static @Nullable String ofConnection(Throwable failure) {
		if (failure instanceof NotConnectedException) {
			return (failure.getCause() != null) ? of(failure.getCause()) : null;
		}
		return (failure instanceof HostNotFoundException)
				? "Check the domain of 'xmpp.jid', or set 'xmpp.host' to the host name or address of the server."
				: ENDPOINT;
	}

	private static @Nullable String ofNegotiation(NegotiationException failure) {
		if (failure instanceof NegotiationTimeoutException || failure instanceof ConnectionClosedException) {
			return ENDPOINT + " 'xmpp.ssl.mode' must fit the port.";
		}
		String remedy = TlsRemedies.of(failure);
		return (remedy != null) ? remedy : LoginRemedies.of(failure);
	}

}
