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

import io.github.xmppspring.connection.ConnectionStatus;
import io.github.xmppspring.connection.XmppConnection;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEvent;

/**
 * The state of a connection has changed. Events of one connection are published one after
 * the other, in the order of the changes and shortly after them, so
 * {@link XmppConnection#status()} may be further already.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public class XmppConnectionStateChangedEvent extends ApplicationEvent {

	private final transient ConnectionStatus previous;

	private final transient ConnectionStatus current;

	/**
	 * Creates the event.
	 * @param connection the connection
	 * @param previous the status before the change
	 * @param current the status after the change
	 */
	public XmppConnectionStateChangedEvent(XmppConnection connection, ConnectionStatus previous,
			ConnectionStatus current) {
		super(connection);
		this.previous = previous;
		this.current = current;
	}

	public XmppConnection getConnection() {
		return (XmppConnection) getSource();
	}

	public ConnectionStatus getPrevious() {
		return this.previous;
	}

	public ConnectionStatus getCurrent() {
		return this.current;
	}

	/**
	 * Why there is no connection, in the words that health and the failure analysis at
	 * the start have for it.
	 * @return the description of the last error, or {@code null} if there is none
	 */
	public @Nullable FailureDescription getFailure() {
		return FailureDescription.of(this.current);
	}

}
