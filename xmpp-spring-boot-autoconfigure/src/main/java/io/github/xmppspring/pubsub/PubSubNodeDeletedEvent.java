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

package io.github.xmppspring.pubsub;

import io.github.xmppspring.stanza.Message;
import org.jspecify.annotations.Nullable;

/**
 * A node was deleted (XEP-0060, 8.4.2).
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class PubSubNodeDeletedEvent extends PubSubEvent {

	private final @Nullable String redirect;

	PubSubNodeDeletedEvent(Object source, Message message, String node, @Nullable String redirect) {
		super(source, message, node);
		this.redirect = redirect;
	}

	/**
	 * Where subscribers shall go.
	 * @return the XMPP URI of another node, or {@code null} if there is none
	 */
	public @Nullable String getRedirect() {
		return this.redirect;
	}

}
