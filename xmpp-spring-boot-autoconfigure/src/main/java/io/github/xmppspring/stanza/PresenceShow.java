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
 * How available somebody is (RFC 6121, 4.7.2.1). Presence without it says: simply
 * available.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public enum PresenceShow {

	/**
	 * Away for a while.
	 */
	AWAY,

	/**
	 * Looking forward to conversations.
	 */
	CHAT,

	/**
	 * Busy: do not disturb.
	 */
	DND,

	/**
	 * Away for long.
	 */
	XA;

	private final String value = name().toLowerCase(Locale.ROOT);

	/**
	 * The text of the element.
	 * @return the name in lower case
	 */
	public String value() {
		return this.value;
	}

	/**
	 * Finds a value by the text of the element.
	 * @param value the text
	 * @return the value, or {@code null} for any other text
	 */
	public static @Nullable PresenceShow ofValue(@Nullable String value) {
		for (PresenceShow show : values()) {
			if (show.value.equals(value)) {
				return show;
			}
		}
		return null;
	}

	@Override
	public String toString() {
		return this.value;
	}

}
