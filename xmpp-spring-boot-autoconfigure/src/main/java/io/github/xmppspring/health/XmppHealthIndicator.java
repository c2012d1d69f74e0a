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

package io.github.xmppspring.health;

import java.time.Duration;
import java.time.Instant;

import io.github.xmppspring.connection.ConnectionState;
import io.github.xmppspring.connection.ConnectionStatus;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.context.FailureDescription;
import io.github.xmppspring.negotiation.NegotiatedStream;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.util.Assert;

/**
 * Reports a connection: up only while stanzas can be exchanged, out of service while it
 * stops or refuses requests of peers, otherwise down with the last error in words and the
 * time of the next attempt. If it is to, it asks the server whether it is there, and is
 * down if there is no answer.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class XmppHealthIndicator extends AbstractHealthIndicator {

	private final XmppConnection connection;

	private final @Nullable ServerPing ping;

	/**
	 * Creates the indicator.
	 * @param connection the connection to report
	 */
	public XmppHealthIndicator(XmppConnection connection) {
		this(connection, null);
	}

	/**
	 * Creates the indicator.
	 * @param connection the connection to report
	 * @param pingTimeout how long the server may take to answer a ping (XEP-0199), or
	 * {@code null} if it is not to be asked
	 */
	public XmppHealthIndicator(XmppConnection connection, @Nullable Duration pingTimeout) {
		super("XMPP health check failed");
		Assert.notNull(connection, "'connection' must not be null");
		this.connection = connection;
		this.ping = (pingTimeout != null) ? new ServerPing(pingTimeout) : null;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		ConnectionStatus status = this.connection.status();
		boolean draining = this.connection.isDraining();
		setStatus(builder, status.state(), draining);
		builder.withDetail("state", status.state().name()).withDetail("since", status.since().toString());
		if (draining) {
			builder.withDetail("draining", true);
		}
		addStream(builder, status.stream());
		addTrouble(builder, FailureDescription.of(status), status.nextAttempt());
		if (!draining) {
			addPing(builder, status.stream());
		}
	}

	private static void setStatus(Health.Builder builder, ConnectionState state, boolean draining) {
		if (draining || state == ConnectionState.STOPPING) {
			builder.outOfService();
		}
		else if (state == ConnectionState.ONLINE) {
			builder.up();
		}
		else {
			builder.down();
		}
	}

	private static void addStream(Health.Builder builder, @Nullable NegotiatedStream stream) {
		if (stream == null) {
			return;
		}
		builder.withDetail("jid", stream.jid().toString())
			.withDetail("tls", (stream.tlsProtocol() != null) ? stream.tlsProtocol() : "none")
			.withDetail("mechanism", (stream.mechanism() != null) ? stream.mechanism() : "none");
	}

	private void addPing(Health.Builder builder, @Nullable NegotiatedStream stream) {
		if (this.ping == null || stream == null) {
			return;
		}
		ServerPing.Outcome outcome = this.ping.ask(this.connection, stream);
		builder.withDetail("ping", outcome.text());
		if (!outcome.answered()) {
			builder.down();
		}
	}

	private static void addTrouble(Health.Builder builder, @Nullable FailureDescription trouble,
			@Nullable Instant nextAttempt) {
		if (trouble != null) {
			builder.withDetail("lastError", trouble.text());
		}
		if (nextAttempt != null) {
			builder.withDetail("nextAttempt", nextAttempt.toString());
		}
	}

}
