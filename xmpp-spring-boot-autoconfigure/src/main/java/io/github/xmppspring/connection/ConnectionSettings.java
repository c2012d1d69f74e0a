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

import org.springframework.util.Assert;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * How a connection behaves over time.
 *
 * @param connectTimeout how long one attempt to open a TCP connection may take
 * @param keepAliveInterval how long nothing may come from the server until it is pinged
 * (XEP-0199)
 * @param keepAliveTimeout how long nothing may come after the ping until the connection
 * is given up
 * @param backOff the time between attempts to connect
 * @param reconnect whether to connect again after an attempt or a stream has failed
 * @param connectionWait how long a request waits for a connection that is known to be
 * down; zero to fail at once. A first or next attempt under way is always waited for
 * @param maxPending the most requests that wait for a connection or for their response
 * @param lenientErrorSender whether an error is also taken from the own server and from
 * the server of the asked entity, when it should come from the entity itself
 * @param closeTimeout how long to wait for the server to close the stream, too
 * @param legacyErrorCodes whether errors are sent with the numbers that entities from
 * before XMPP 1.0 understand (XEP-0086)
 * @param lenientPayloads whether of several payloads in a request the first counts; they
 * make it malformed otherwise
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record ConnectionSettings(Duration connectTimeout, Duration keepAliveInterval, Duration keepAliveTimeout,
		BackOff backOff, boolean reconnect, Duration connectionWait, int maxPending, boolean lenientErrorSender,
		Duration closeTimeout, boolean legacyErrorCodes, boolean lenientPayloads) {

	/**
	 * What applies unless something else is asked for: a dead connection is found and
	 * given up within 90 seconds, of which closing it may take two.
	 */
	public static final ConnectionSettings DEFAULT = new ConnectionSettings(Duration.ofSeconds(10),
			Duration.ofSeconds(60), Duration.ofSeconds(25),
			backOff(Duration.ofSeconds(1), 2, Duration.ofMinutes(2), Duration.ofMillis(500)), true, Duration.ZERO,
			100_000, false, Duration.ofSeconds(2));

	public ConnectionSettings {
		Assert.isTrue(connectTimeout.toMillis() > 0, "'connectTimeout' must be positive");
		Assert.isTrue(keepAliveInterval.toMillis() > 0, "'keepAliveInterval' must be positive");
		Assert.isTrue(keepAliveTimeout.toMillis() > 0, "'keepAliveTimeout' must be positive");
		Assert.isTrue(!connectionWait.isNegative(), "'connectionWait' must not be negative");
		Assert.isTrue(maxPending > 0, "'maxPending' must be positive");
		Assert.isTrue(!closeTimeout.isNegative(), "'closeTimeout' must not be negative");
	}

	/**
	 * Settings without the numbers for entities from before XMPP 1.0, and strict about
	 * payloads.
	 * @param connectTimeout how long one attempt to open a TCP connection may take
	 * @param keepAliveInterval how long nothing may come until the server is pinged
	 * @param keepAliveTimeout how long nothing may come after the ping
	 * @param backOff the time between attempts to connect
	 * @param reconnect whether to connect again
	 * @param connectionWait how long a request waits for a connection that is down
	 * @param maxPending the most requests that wait
	 * @param lenientErrorSender whether an error is also taken from servers
	 * @param closeTimeout how long to wait for the server to close the stream, too
	 */
	public ConnectionSettings(Duration connectTimeout, Duration keepAliveInterval, Duration keepAliveTimeout,
			BackOff backOff, boolean reconnect, Duration connectionWait, int maxPending, boolean lenientErrorSender,
			Duration closeTimeout) {
		this(connectTimeout, keepAliveInterval, keepAliveTimeout, backOff, reconnect, connectionWait, maxPending,
				lenientErrorSender, closeTimeout, false, false);
	}

	/**
	 * These settings with or without the numbers for entities from before XMPP 1.0.
	 * @param legacyErrorCodes whether errors are sent with them
	 * @return new settings
	 */
	public ConnectionSettings withLegacyErrorCodes(boolean legacyErrorCodes) {
		return new ConnectionSettings(this.connectTimeout, this.keepAliveInterval, this.keepAliveTimeout, this.backOff,
				this.reconnect, this.connectionWait, this.maxPending, this.lenientErrorSender, this.closeTimeout,
				legacyErrorCodes, this.lenientPayloads);
	}

	/**
	 * These settings, lenient or strict about several payloads in a request.
	 * @param lenientPayloads whether the first of them counts
	 * @return new settings
	 */
	public ConnectionSettings withLenientPayloads(boolean lenientPayloads) {
		return new ConnectionSettings(this.connectTimeout, this.keepAliveInterval, this.keepAliveTimeout, this.backOff,
				this.reconnect, this.connectionWait, this.maxPending, this.lenientErrorSender, this.closeTimeout,
				this.legacyErrorCodes, lenientPayloads);
	}

	/**
	 * Exponential back-off with jitter, so that many clients do not return at once.
	 * @param initial the first interval
	 * @param multiplier the growth from one interval to the next
	 * @param max the longest interval
	 * @param jitter the most by which the first interval is varied; later intervals in
	 * proportion
	 * @return the back-off
	 */
	public static BackOff backOff(Duration initial, double multiplier, Duration max, Duration jitter) {
		ExponentialBackOff backOff = new ExponentialBackOff(initial.toMillis(), multiplier);
		backOff.setMaxInterval(max.toMillis());
		backOff.setJitter(jitter.toMillis());
		return backOff;
	}

}
