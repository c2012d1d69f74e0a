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
 * The {@code type} of a presence (RFC 6121, 4.7.1). Presence without one says that the
 * sender is available.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public enum PresenceType {

	/**
	 * The sender is not available any more.
	 */
	UNAVAILABLE,

	/**
	 * The sender asks to see the presence of the recipient.
	 */
	SUBSCRIBE,

	/**
	 * The sender lets the recipient see its presence.
	 */
	SUBSCRIBED,

	/**
	 * The sender does not want to see the presence of the recipient any more.
	 */
	UNSUBSCRIBE,

	/**
	 * The sender does not let the recipient see its presence, or not any more.
	 */
	UNSUBSCRIBED,

	/**
	 * A server asks for the presence of the recipient.
	 */
	PROBE,

	/**
	 * Presence sent before could not be delivered.
	 */
	ERROR;

	private final String value = name().toLowerCase(Locale.ROOT);

	/**
	 * The value of the attribute.
	 * @return the name in lower case
	 */
	public String value() {
		return this.value;
	}

	/**
	 * Whether this manages a subscription, which is between two accounts.
	 * @return whether it is subscribe, subscribed, unsubscribe or unsubscribed
	 */
	public boolean isSubscription() {
		return this == SUBSCRIBE || this == SUBSCRIBED || this == UNSUBSCRIBE || this == UNSUBSCRIBED;
	}

	/**
	 * Finds a type by the value of the attribute.
	 * @param value the value
	 * @return the type, or {@code null} for any other value
	 */
	public static @Nullable PresenceType ofValue(@Nullable String value) {
		for (PresenceType type : values()) {
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
