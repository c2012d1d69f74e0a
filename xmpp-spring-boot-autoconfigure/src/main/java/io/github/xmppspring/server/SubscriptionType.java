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

package io.github.xmppspring.server;

import java.util.Locale;

import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * The types of presence that change subscriptions (RFC 6121, 3).
 *
 * @author XMPP for Spring Boot contributors
 */
enum SubscriptionType {

	/** The sender wants to see the presence of the other. */
	SUBSCRIBE,

	/** The sender shows its presence to the other. */
	SUBSCRIBED,

	/** The sender does not want to see the presence of the other any more. */
	UNSUBSCRIBE,

	/** The sender does not show its presence to the other any more. */
	UNSUBSCRIBED;

	private final String value = name().toLowerCase(Locale.ROOT);

	String value() {
		return this.value;
	}

	static @Nullable SubscriptionType of(Element presence) {
		String type = presence.attribute("type");
		for (SubscriptionType candidate : values()) {
			if (candidate.value.equals(type)) {
				return candidate;
			}
		}
		return null;
	}

}
