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

package io.github.xmppspring.sasl;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Why a receiving entity refuses an authentication (RFC 6120, 6.5).
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public enum SaslErrorCondition {

	/** The client gave up. */
	ABORTED,

	/** The account exists but may not be used. */
	ACCOUNT_DISABLED,

	/** The password is too old. */
	CREDENTIALS_EXPIRED,

	/** The mechanism is only for streams with TLS. */
	ENCRYPTION_REQUIRED,

	/** The data are not Base64. */
	INCORRECT_ENCODING,

	/** The client may not act as the identity it asks for. */
	INVALID_AUTHZID,

	/** The mechanism was not offered. */
	INVALID_MECHANISM,

	/** The data are no message of the mechanism. */
	MALFORMED_REQUEST,

	/** The policy asks for a stronger mechanism. */
	MECHANISM_TOO_WEAK,

	/** The credentials are wrong, whatever is wrong with them. */
	NOT_AUTHORIZED,

	/** Another attempt may be successful. */
	TEMPORARY_AUTH_FAILURE;

	private final String value = name().toLowerCase(Locale.ROOT).replace('_', '-');

	/**
	 * The name of the element.
	 * @return for example {@code not-authorized}
	 */
	public String value() {
		return this.value;
	}

	/**
	 * Finds a condition by the name of the element.
	 * @param value the local name
	 * @return the condition, or {@code null} for any other name
	 */
	public static @Nullable SaslErrorCondition ofValue(@Nullable String value) {
		for (SaslErrorCondition condition : values()) {
			if (condition.value.equals(value)) {
				return condition;
			}
		}
		return null;
	}

	@Override
	public String toString() {
		return this.value;
	}

}
