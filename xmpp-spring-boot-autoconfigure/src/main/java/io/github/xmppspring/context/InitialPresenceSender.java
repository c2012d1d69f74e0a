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

import java.util.concurrent.Executor;

import io.github.xmppspring.connection.ConnectionListener;
import io.github.xmppspring.connection.ConnectionState;
import io.github.xmppspring.connection.ConnectionStatus;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.messaging.StanzaOperations;
import io.github.xmppspring.stanza.Presence;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Says that one is available, as soon as there is a session, and again in each session
 * that follows: a new one begins without presence (RFC 6121, 4.2). It is silent while
 * requests of peers are refused, and speaks again when that is over.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class InitialPresenceSender implements ConnectionListener {

	private static final Log logger = LogFactory.getLog(InitialPresenceSender.class);

	private final XmppConnection connection;

	private final StanzaOperations stanzas;

	private final Presence presence;

	private final Executor executor;

	/**
	 * Creates the sender.
	 * @param connection the connection that this listens to
	 * @param stanzas sends the presence
	 * @param presence available presence without an addressed entity
	 * @param executor runs what customizes the presence
	 */
	public InitialPresenceSender(XmppConnection connection, StanzaOperations stanzas, Presence presence,
			Executor executor) {
		Assert.notNull(connection, "'connection' must not be null");
		Assert.notNull(stanzas, "'stanzas' must not be null");
		Assert.isTrue(presence.isAvailable() && presence.isBroadcast(),
				"'presence' must be available and not addressed");
		Assert.notNull(executor, "'executor' must not be null");
		this.connection = connection;
		this.stanzas = stanzas;
		this.presence = presence;
		this.executor = executor;
	}

	@Override
	public void statusChanged(ConnectionStatus previous, ConnectionStatus current) {
		if (current.state() == ConnectionState.ONLINE && previous.state() != ConnectionState.ONLINE) {
			this.executor.execute(this::send);
		}
	}

	@Override
	public void drainingChanged(boolean draining) {
		if (!draining && this.connection.status().state() == ConnectionState.ONLINE) {
			this.executor.execute(this::send);
		}
	}

	private void send() {
		if (this.connection.isDraining()) {
			return;
		}
		try {
			this.stanzas.sendAsync(this.presence).whenComplete((sent, ex) -> {
				log(ex);
				takeBackIfRefused();
			});
		}
		catch (RuntimeException ex) {
			log(ex);
		}
	}

	// Who has had requests refused since may have found no presence to take back
	private void takeBackIfRefused() {
		if (this.connection.isDraining()) {
			this.connection.send(Presence.unavailable().build().toElement())
				.whenComplete((sent, ex) -> logger.debug("The initial presence was taken back", ex));
		}
	}

	private static void log(@Nullable Throwable failure) {
		if (failure != null) {
			logger.warn("The initial presence could not be sent", failure);
		}
	}

}
