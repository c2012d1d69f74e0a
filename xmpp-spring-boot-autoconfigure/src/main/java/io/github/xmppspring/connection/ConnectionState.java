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

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The states of a connection and the ways between them.
 *
 * <pre>
 * STOPPED -> CONNECTING -> NEGOTIATING -> ONLINE
 *               ^  |           |            |
 *               |  +-----------+------------+--> BACKING_OFF (tries again by itself)
 *               |                           +--> FAILED      (needs a human)
 *               +------ BACKING_OFF, FAILED, ONLINE (by request)
 * every state but STOPPED -> STOPPING -> STOPPED
 * </pre>
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public enum ConnectionState {

	/**
	 * Not started, or stopped.
	 */
	STOPPED,

	/**
	 * Looking up addresses and opening a TCP connection, as soon as the one before is
	 * closed.
	 */
	CONNECTING,

	/**
	 * TLS, authentication and resource binding (RFC 6120, 4.3).
	 */
	NEGOTIATING,

	/**
	 * Stanzas can be exchanged.
	 */
	ONLINE,

	/**
	 * Waiting before the next attempt.
	 */
	BACKING_OFF,

	/**
	 * Given up: another attempt would fail the same way.
	 */
	FAILED,

	/**
	 * No new requests; those in progress are finished, then the stream is closed.
	 */
	STOPPING;

	private static final Map<ConnectionState, Set<ConnectionState>> NEXT = next();

	private static Map<ConnectionState, Set<ConnectionState>> next() {
		Map<ConnectionState, Set<ConnectionState>> next = new EnumMap<>(ConnectionState.class);
		next.put(STOPPED, EnumSet.of(CONNECTING));
		next.put(CONNECTING, EnumSet.of(NEGOTIATING, BACKING_OFF, FAILED, STOPPING));
		next.put(NEGOTIATING, EnumSet.of(ONLINE, BACKING_OFF, FAILED, STOPPING));
		next.put(ONLINE, EnumSet.of(CONNECTING, BACKING_OFF, FAILED, STOPPING));
		next.put(BACKING_OFF, EnumSet.of(CONNECTING, STOPPING));
		next.put(FAILED, EnumSet.of(CONNECTING, STOPPING));
		next.put(STOPPING, EnumSet.of(STOPPED));
		return Map.copyOf(next);
	}

	/**
	 * Whether there is a way from this state to another.
	 * @param other the other state
	 * @return whether the transition is in the table
	 */
	public boolean canBecome(ConnectionState other) {
		return NEXT.getOrDefault(this, Set.of()).contains(other);
	}

	/**
	 * Whether an attempt is under way that may soon lead to {@link #ONLINE}.
	 * @return whether this is {@link #CONNECTING} or {@link #NEGOTIATING}
	 */
	public boolean isAttempt() {
		return this == CONNECTING || this == NEGOTIATING;
	}

}
