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
 * The {@code type} of a message (RFC 6121, 5.2.2).
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public enum MessageType {

	/**
	 * Part of a conversation between two.
	 */
	CHAT,

	/**
	 * Reports that a message sent before could not be delivered.
	 */
	ERROR,

	/**
	 * Part of a conversation of many, in a room.
	 */
	GROUPCHAT,

	/**
	 * News or an alert, to which no reply is expected.
	 */
	HEADLINE,

	/**
	 * A message that stands by itself. This is the default, and what any unknown type
	 * counts as.
	 */
	NORMAL;

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
	 * @param value the value, {@code null} if there is none
	 * @return the type, {@code NORMAL} for no and any other value
	 */
	public static MessageType ofValue(@Nullable String value) {
		for (MessageType type : values()) {
			if (type.value.equals(value)) {
				return type;
			}
		}
		return NORMAL;
	}

	@Override
	public String toString() {
		return this.value;
	}

}
