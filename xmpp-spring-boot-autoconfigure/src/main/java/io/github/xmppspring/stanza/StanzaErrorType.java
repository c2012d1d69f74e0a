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

package io.github.xmppspring.stanza;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What the sender of a failed request may do about it (RFC 6120, 8.3.2).
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public enum StanzaErrorType {

	/**
	 * Retry after providing credentials.
	 */
	AUTH,

	/**
	 * Do not retry.
	 */
	CANCEL,

	/**
	 * Proceed: it was only a warning.
	 */
	CONTINUE,

	/**
	 * Retry after changing the data sent.
	 */
	MODIFY,

	/**
	 * Retry after waiting.
	 */
	WAIT;

	private final String value = name().toLowerCase(Locale.ROOT);

	/**
	 * The value of the attribute.
	 * @return the name in lower case
	 */
	public String value() {
		return this.value;
	}

	/**
	 * Finds a type by the value of the attribute.
	 * @param value the value
	 * @return the type, or {@code null} for any other value
	 */
	public static @Nullable StanzaErrorType ofValue(@Nullable String value) {
		for (StanzaErrorType type : values()) {
			if (type.value.equals(value)) {
				return type;
			}
		}
		return null;
	}

	@Override
	public String toString() {
		return this.value;
	}

}
