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

import io.github.xmppspring.negotiation.NegotiationStep;
import io.github.xmppspring.xml.Element;

/**
 * Is told what happens to a connection. Methods are called on the event loop and must not
 * block.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public interface ConnectionListener {

	/**
	 * The state has changed.
	 * @param previous the status before
	 * @param current the status now
	 */
	default void statusChanged(ConnectionStatus previous, ConnectionStatus current) {
	}

	/**
	 * The connection has begun, or has ceased, to refuse requests of peers.
	 * @param draining whether it refuses them
	 */
	default void drainingChanged(boolean draining) {
	}

	/**
	 * A step of an attempt to connect has ended. If it has failed, the state changes
	 * after this.
	 * @param step the step
	 */
	default void stepEnded(NegotiationStep step) {
	}

	/**
	 * A message or presence has come (RFC 6121).
	 * @param stanza the stanza
	 */
	default void stanzaReceived(Element stanza) {
	}

}
