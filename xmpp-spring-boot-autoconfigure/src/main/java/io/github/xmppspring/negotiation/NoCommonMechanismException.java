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

/**
 * None of the SASL mechanisms that the server offers can be used.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class NoCommonMechanismException extends NegotiationException {

	private final transient List<String> offered;

	private final transient List<String> allowed;

	/**
	 * No mechanism is left.
	 * @param offered what the server offers
	 * @param allowed what this side allows
	 * @param hint what else is in the way, or empty
	 */
	public NoCommonMechanismException(List<String> offered, List<String> allowed, String hint) {
		super("No SASL mechanism can be used: the server offers %s, allowed are %s%s".formatted(offered, allowed,
				hint.isEmpty() ? "" : " (" + hint + ")"));
		this.offered = List.copyOf(offered);
		this.allowed = List.copyOf(allowed);
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

	@Override
	public boolean isRetryable() {
		return false;
	}

}
