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
 * The {@code type} of an IQ stanza (RFC 6120, 8.2.3).
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public enum IqType {

	/**
	 * Requests information, like an HTTP GET.
	 */
	GET,

	/**
	 * Provides data or changes something, like an HTTP PUT or POST.
	 */
	SET,

	/**
	 * The response to a successful get or set.
	 */
	RESULT,

	/**
	 * The response to a get or set that failed.
	 */
	ERROR;

	private static final IqType[] TYPES = values();

	private final String value = name().toLowerCase(Locale.ROOT);

	/**
	 * The value of the attribute.
	 * @return {@code get}, {@code set}, {@code result} or {@code error}
	 */
	public String value() {
		return this.value;
	}

	/**
	 * Whether a stanza of this type must be answered.
	 * @return whether this is get or set
	 */
	public boolean isRequest() {
		return this == GET || this == SET;
	}

	/**
	 * Finds a type by the value of the attribute, to the letter.
	 * @param value the value
	 * @return the type, or {@code null} for any other value
	 */
	public static @Nullable IqType ofValue(@Nullable String value) {
		for (IqType type : TYPES) {
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
