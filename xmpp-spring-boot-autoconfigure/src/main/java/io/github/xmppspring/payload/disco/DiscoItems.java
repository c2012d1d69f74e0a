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

package io.github.xmppspring.payload.disco;

import java.util.List;

import javax.xml.namespace.QName;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.Extensions;
import io.github.xmppspring.payload.PayloadCodec;
import io.github.xmppspring.payload.PayloadElement;
import io.github.xmppspring.payload.rsm.ResultSet;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What belongs to an entity: other entities, or nodes of them (XEP-0030, 4). Sent
 * {@linkplain #request(String) empty} with get, or with a page to ask for.
 *
 * @param node the node that is asked about, or {@code null} for the entity itself
 * @param items what belongs to it, in document order
 * @param set which page is asked for or given (XEP-0059), or {@code null}
 * @param extensions what else the element holds
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record DiscoItems(@Nullable String node, List<Item> items, @Nullable ResultSet set, Extensions extensions) {

	/**
	 * The namespace of the payload, which is the feature of those who understand it.
	 */
	public static final String NAMESPACE = "http://jabber.org/protocol/disco#items";

	/**
	 * The name of the payload.
	 */
	public static final QName NAME = new QName(NAMESPACE, "query");

	/**
	 * Reads and writes lists of items.
	 */
	public static final PayloadCodec<DiscoItems> CODEC = new Codec();

	public DiscoItems {
		items = List.copyOf(items);
	}

	/**
	 * The request.
	 * @param node the node to ask about, or {@code null} for the entity itself
	 * @return a payload without content
	 */
	public static DiscoItems request(@Nullable String node) {
		return request(node, null);
	}

	/**
	 * The request for a page.
	 * @param node the node to ask about, or {@code null} for the entity itself
	 * @param page which page, or {@code null} for what the entity gives at once
	 * @return a payload without items
	 */
	public static DiscoItems request(@Nullable String node, @Nullable ResultSet page) {
		return new DiscoItems(node, List.of(), page, Extensions.NONE);
	}

	/**
	 * A result.
	 * @param node the node that was asked about, or {@code null} for the entity itself
	 * @param items what belongs to it
	 * @return the payload
	 */
	public static DiscoItems of(@Nullable String node, List<Item> items) {
		return new DiscoItems(node, items, null, Extensions.NONE);
	}

	/**
	 * Something that belongs to an entity.
	 *
	 * @param jid the address to ask for more of it
	 * @param name a name for people to read, if any
	 * @param node the node to ask for, or {@code null} for none
	 * @param extensions what else the element holds
	 */
	public record Item(Jid jid, @Nullable String name, @Nullable String node, Extensions extensions) {

		public Item {
			Assert.notNull(jid, "'jid' must not be null");
		}

		/**
		 * An entity.
		 * @param jid its address
		 * @param name a name for people to read, or {@code null}
		 * @return the item
		 */
		public static Item of(Jid jid, @Nullable String name) {
			return of(jid, name, null);
		}

		/**
		 * A node of an entity.
		 * @param jid the address of the entity
		 * @param name a name for people to read, or {@code null}
		 * @param node the node, or {@code null} for the entity itself
		 * @return the item
		 */
		public static Item of(Jid jid, @Nullable String name, @Nullable String node) {
			return new Item(jid, name, node, Extensions.NONE);
		}

	}

	private static final class Codec implements PayloadCodec<DiscoItems> {

		@Override
		public QName name() {
			return NAME;
		}

		@Override
		public Class<DiscoItems> type() {
			return DiscoItems.class;
		}

		@Override
		public DiscoItems read(Element element) {
			PayloadElement query = PayloadElement.of(element);
			PayloadElement set = query.child(ResultSet.NAMESPACE, "set");
			return new DiscoItems(query.attribute("node"),
					query.children("item").stream().map(Codec::readItem).toList(),
					(set != null) ? ResultSet.CODEC.read(set.element()) : null, query.extensions());
		}

		private static Item readItem(PayloadElement item) {
			return new Item(item.requiredAttribute("jid", Jid::of), item.attribute("name"), item.attribute("node"),
					item.extensions());
		}

		@Override
		public Element write(DiscoItems value) {
			Element.Builder query = Element.builder(NAME).attribute("node", value.node());
			value.items().forEach((item) -> query.child(writeItem(item)));
			query.child((value.set() != null) ? ResultSet.CODEC.write(value.set()) : null);
			value.extensions().writeTo(query);
			return query.build();
		}

		private static Element writeItem(Item item) {
			Element.Builder element = Element.builder(NAMESPACE, "item")
				.attribute("jid", item.jid())
				.attribute("name", item.name())
				.attribute("node", item.node());
			item.extensions().writeTo(element);
			return element.build();
		}

	}

}
