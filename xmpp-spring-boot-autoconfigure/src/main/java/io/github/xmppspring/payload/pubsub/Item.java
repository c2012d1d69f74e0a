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

package io.github.xmppspring.payload.pubsub;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.Extensions;
import io.github.xmppspring.payload.PayloadElement;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * An item of a node (XEP-0060, 2). Its payload is of any name.
 *
 * @param id the id within the node, or {@code null} if the service shall choose one
 * @param node the node it comes from, where that differs from the node of all items
 * @param publisher who published it, if that is told
 * @param payload what was published, or {@code null} if that is left out
 * @param extensions what else the element holds
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record Item(@Nullable String id, @Nullable String node, @Nullable Jid publisher, @Nullable Element payload,
		Extensions extensions) {

	static final String ELEMENT = "item";

	/**
	 * An item to publish.
	 * @param id the id, or {@code null} if the service shall choose one
	 * @param payload the payload, or {@code null} for an item without
	 * @return the item
	 */
	public static Item of(@Nullable String id, @Nullable Element payload) {
		return new Item(id, null, null, payload, Extensions.NONE);
	}

	/**
	 * An item of which only the id matters, to ask for it or to retract it.
	 * @param id the id
	 * @return the item
	 */
	public static Item of(String id) {
		Assert.notNull(id, "'id' must not be null");
		return of(id, null);
	}

	static Item read(PayloadElement element) {
		Element first = element.element().firstChild();
		PayloadElement payload = (first != null) ? element.child(first.namespace(), first.localName()) : null;
		return new Item(element.attribute("id"), element.attribute("node"), element.attribute("publisher", Jid::of),
				(payload != null) ? payload.element() : null, element.extensions());
	}

	Element write(String namespace) {
		Element.Builder element = Element.builder(namespace, ELEMENT)
			.attribute("id", this.id)
			.attribute("node", this.node)
			.attribute("publisher", this.publisher)
			.child(this.payload);
		this.extensions.writeTo(element);
		return element.build();
	}

}
