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
 * A node became part of a collection, or is no more (XEP-0248, 7).
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class PubSubCollectionChangedEvent extends PubSubEvent {

	private final String member;

	private final boolean associated;

	PubSubCollectionChangedEvent(Object source, Message message, @Nullable String node, String member,
			boolean associated) {
		super(source, message, node);
		this.member = member;
		this.associated = associated;
	}

	/**
	 * The node that is, or was, part of the collection.
	 * @return the name of the node
	 */
	public String getMember() {
		return this.member;
	}

	/**
	 * Whether the node is part of the collection now.
	 * @return whether it is
	 */
	public boolean isAssociated() {
		return this.associated;
	}

}
