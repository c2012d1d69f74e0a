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

import java.util.List;

import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.pubsub.Item;
import io.github.xmppspring.stanza.Message;
import io.github.xmppspring.xml.Element;

/**
 * Items were published to a node (XEP-0060, 7.1.2). There may be none, if the service
 * tells that something was published but not what.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class PubSubItemsPublishedEvent extends PubSubEvent {

	private final transient List<Item> items;

	private final transient PayloadCodecs payloads;

	PubSubItemsPublishedEvent(Object source, Message message, String node, List<Item> items, PayloadCodecs payloads) {
		super(source, message, node);
		this.items = items;
		this.payloads = payloads;
	}

	/**
	 * The items with their payloads as elements.
	 * @return the items
	 */
	public List<PubSubItem<Element>> getItems() {
		return getItems(Element.class);
	}

	/**
	 * The items with their payloads as objects.
	 * @param type the type of the payloads, which must have a codec
	 * @param <T> the type of the payloads
	 * @return the items
	 * @throws io.github.xmppspring.payload.PayloadException if the type has no codec, or
	 * a payload cannot be read as this type
	 */
	public <T> List<PubSubItem<T>> getItems(Class<T> type) {
		return PubSubItem.listOf(this.items, this.payloads, type);
	}

}
