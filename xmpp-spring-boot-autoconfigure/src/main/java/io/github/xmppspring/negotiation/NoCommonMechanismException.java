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

package io.github.xmppspring.negotiation;

import java.util.List;
import java.util.regex.Pattern;

/**
 * None of the SASL mechanisms that the server offers can be used.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class NoCommonMechanismException extends NegotiationException {

	/** What is the name of a mechanism (RFC 4422, 3.1). */
	private static final Pattern NAME = Pattern.compile("[A-Z0-9_-]{1,20}");

	private static final int MAX_SHOWN = 20;

	private final transient List<String> offered;

	private final transient List<String> allowed;

	private final Obstacle obstacle;

	/**
	 * No mechanism is left.
	 * @param offered what the server offers
	 * @param allowed what this side allows
	 * @param obstacle what else is in the way
	 */
	public NoCommonMechanismException(List<String> offered, List<String> allowed, Obstacle obstacle) {
		super("No SASL mechanism can be used: the server offers %s, allowed are %s%s".formatted(shown(offered), allowed,
				obstacle.hint));
		this.offered = List.copyOf(offered);
		this.allowed = List.copyOf(allowed);
		this.obstacle = obstacle;
	}

	// The server can put anything there, and the message goes to the log
	private static List<String> shown(List<String> offered) {
		return offered.stream().limit(MAX_SHOWN).map((name) -> NAME.matcher(name).matches() ? name : "?").toList();
	}

	/**
	 * What the server offers.
	 * @return the names of the mechanisms
	 */
	public List<String> offered() {
		return this.offered;
	}

	/**
	 * What this side allows.
	 * @return the names of the mechanisms, the preferred one first
	 */
	public List<String> allowed() {
		return this.allowed;
	}

	/**
	 * What keeps this side from the use of mechanisms that it allows.
	 * @return the obstacle
	 */
	public Obstacle obstacle() {
		return this.obstacle;
	}

	@Override
	public boolean isRetryable() {
		return false;
	}

	/**
	 * What keeps this side from the use of mechanisms that it allows.
	 */
	public enum Obstacle {

		/**
		 * Nothing, it could use all of them.
		 */
		NONE(""),

		/**
		 * The JID has no localpart, and there is no other name to log in with.
		 */
		NO_NAME(" (without a localpart in the JID only ANONYMOUS and EXTERNAL are possible)"),

		/**
		 * There is no password.
		 */
		NO_PASSWORD(" (without a password only ANONYMOUS and EXTERNAL are possible)"),

		/**
		 * The stream is not protected by TLS.
		 */
		NO_TLS(" (without TLS neither PLAIN nor EXTERNAL is possible)");

		private final String hint;

		Obstacle(String hint) {
			this.hint = hint;
		}

	}

}
