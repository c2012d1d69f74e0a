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
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.negotiation.NegotiatedStream;
import io.github.xmppspring.negotiation.NegotiationStep;
import io.github.xmppspring.xml.Element;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.util.Assert;

/**
 * Shows what a connection is doing: keeps its status, holds it to the table of
 * {@link ConnectionState}, logs changes and tells listeners. Written on the event loop,
 * read by anyone.
 *
 * @author XMPP for Spring Boot contributors
 */
final class StatusBoard {

	private static final Log logger = LogFactory.getLog(XmppConnection.class);

	private final List<ConnectionListener> listeners = new CopyOnWriteArrayList<>();

	private final Jid account;

	private volatile ConnectionStatus status = new ConnectionStatus(ConnectionState.STOPPED, Instant.now(), null, null,
			null);

	private @Nullable String trouble;

	private boolean draining;

	StatusBoard(Jid account) {
		this.account = account;
	}

	ConnectionStatus status() {
		return this.status;
	}

	ConnectionState state() {
		return this.status.state();
	}

	void addListener(ConnectionListener listener) {
		this.listeners.add(listener);
	}

	/**
	 * Enters a state that has no details of its own. The last error stays.
	 * @param state the state
	 */
	void enter(ConnectionState state) {
		change(new ConnectionStatus(state, Instant.now(), null, this.status.lastError(), null));
	}

	void reconnecting() {
		this.trouble = null;
		logger.info("Connecting '" + this.account + "' anew, by request");
		enter(ConnectionState.CONNECTING);
	}

	void draining(boolean draining) {
		if (this.draining != draining) {
			this.draining = draining;
			logger.info((draining ? "Refusing requests to '" : "Taking requests to '") + this.account + "'"
					+ (draining ? " until told to take them again" : " again"));
			tell((listener) -> listener.drainingChanged(draining));
		}
	}

	void online(NegotiatedStream stream) {
		this.trouble = null;
		change(new ConnectionStatus(ConnectionState.ONLINE, Instant.now(), stream, null, null));
		logger.debug("Stream as '%s' (%s, %s)".formatted(stream.jid(),
				(stream.tlsProtocol() != null) ? stream.tlsProtocol() : "no TLS", stream.mechanism()));
	}

	void backingOff(@Nullable Throwable cause, Duration delay) {
		Instant next = Instant.now().plus(delay);
		String text = "No connection as '%s', next attempt in %d ms: %s".formatted(this.account, delay.toMillis(),
				describe(cause));
		String trouble = (cause != null) ? cause.getClass().getName() + ": " + cause.getMessage() : "closed";
		if (Objects.equals(trouble, this.trouble)) {
			logger.debug(text, cause);
		}
		else {
			logger.warn(text + " (further attempts are logged at DEBUG until something else is wrong)");
			logger.debug("The cause", cause);
		}
		this.trouble = trouble;
		change(new ConnectionStatus(ConnectionState.BACKING_OFF, Instant.now(), null, cause, next));
	}

	void failed(@Nullable Throwable cause) {
		this.trouble = null;
		logger.warn("No connection as '%s' and no further attempt: %s".formatted(this.account, describe(cause)));
		logger.debug("The cause", cause);
		change(new ConnectionStatus(ConnectionState.FAILED, Instant.now(), null, cause, null));
	}

	void stopped() {
		change(new ConnectionStatus(ConnectionState.STOPPED, Instant.now(), null, null, null));
		logger.info("Disconnected '" + this.account + "'");
	}

	private static String describe(@Nullable Throwable cause) {
		if (cause == null) {
			return "the server closed the stream";
		}
		String message = String.valueOf(cause.getMessage());
		String root = NestedExceptionUtils.getMostSpecificCause(cause).getMessage();
		boolean telling = cause instanceof XmppConnectionException && root != null && !message.contains(root);
		return telling ? message + " (" + root + ")" : message;
	}

	private void change(ConnectionStatus next) {
		ConnectionStatus previous = this.status;
		Assert.state(previous.state().canBecome(next.state()),
				() -> "There is no way from " + previous.state() + " to " + next.state());
		this.status = next;
		tell((listener) -> listener.statusChanged(previous, next));
	}

	void stanzaReceived(Element stanza) {
		tell((listener) -> listener.stanzaReceived(stanza));
	}

	void stepEnded(NegotiationStep step) {
		tell((listener) -> listener.stepEnded(step));
	}

	private void tell(Consumer<ConnectionListener> event) {
		for (ConnectionListener listener : this.listeners) {
			try {
				event.accept(listener);
			}
			catch (Throwable ex) {
				logger.error("A connection listener failed", ex);
			}
		}
	}

}
