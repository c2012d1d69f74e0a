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

import io.github.xmppspring.payload.pubsub.NodeConfiguration;
import io.github.xmppspring.stanza.Message;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of a node changed (XEP-0060, 8.2.5.4).
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class PubSubNodeConfiguredEvent extends PubSubEvent {

	private final transient @Nullable NodeConfiguration configuration;

	PubSubNodeConfiguredEvent(Object source, Message message, @Nullable String node,
			@Nullable NodeConfiguration configuration) {
		super(source, message, node);
		this.configuration = configuration;
	}

	/**
	 * The new configuration.
	 * @return the configuration, or {@code null} if the service leaves it out
	 */
	public @Nullable NodeConfiguration getConfiguration() {
		return this.configuration;
	}

}
