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

import io.github.xmppspring.connection.ConnectionListener;
import io.github.xmppspring.connection.ConnectionState;
import io.github.xmppspring.connection.ConnectionStatus;
import io.github.xmppspring.messaging.StanzaReception;
import io.github.xmppspring.negotiation.NegotiatedStream;
import io.github.xmppspring.stanza.StanzaReading;
import io.github.xmppspring.xml.Element;

import org.springframework.util.Assert;

/**
 * Hands messages and presence of a connection to the reception of the application.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class StanzaReceptionListener implements ConnectionListener {

	private final StanzaReception reception;

	/**
	 * Creates the listener.
	 * @param reception publishes what comes
	 */
	public StanzaReceptionListener(StanzaReception reception) {
		Assert.notNull(reception, "'reception' must not be null");
		this.reception = reception;
	}

	@Override
	public void statusChanged(ConnectionStatus previous, ConnectionStatus current) {
		NegotiatedStream stream = current.stream();
		if (current.state() == ConnectionState.ONLINE && stream != null) {
			this.reception.read(new StanzaReading(stream.header().language(), false));
		}
	}

	@Override
	public void stanzaReceived(Element stanza) {
		this.reception.receive(stanza);
	}

}
