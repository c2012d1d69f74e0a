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

import io.github.xmppspring.sasl.SaslException;
import org.jspecify.annotations.Nullable;

/**
 * The server refused the credentials, or did not prove that it knows them (RFC 6120,
 * 6.5).
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class AuthenticationFailedException extends NegotiationException {

	private static final String TEMPORARY = "temporary-auth-failure";

	private final String mechanism;

	private final @Nullable String condition;

	private final @Nullable String text;

	/**
	 * The server refused.
	 * @param mechanism the SASL mechanism
	 * @param condition the condition, such as {@code not-authorized}
	 * @param text the description that the server gave
	 */
	public AuthenticationFailedException(String mechanism, String condition, @Nullable String text) {
		super("The server refused the login by %s: %s".formatted(mechanism, condition));
		this.mechanism = mechanism;
		this.condition = condition;
		this.text = text;
	}

	/**
	 * This side gave up.
	 * @param mechanism the SASL mechanism
	 * @param cause the reason
	 */
	public AuthenticationFailedException(String mechanism, SaslException cause) {
		super("The login by %s failed: %s".formatted(mechanism, cause.getMessage()), cause);
		this.mechanism = mechanism;
		this.condition = null;
		this.text = null;
	}

	/**
	 * The mechanism that was tried.
	 * @return the name of the SASL mechanism
	 */
	public String mechanism() {
		return this.mechanism;
	}

	/**
	 * The error condition of the server.
	 * @return the condition, or {@code null} if this side gave up
	 */
	public @Nullable String condition() {
		return this.condition;
	}

	/**
	 * The description that the server gave.
	 * @return the text, or {@code null} if there is none
	 */
	public @Nullable String text() {
		return this.text;
	}

	@Override
	public boolean isRetryable() {
		return TEMPORARY.equals(this.condition);
	}

}
