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

package io.github.xmppspring.payload.roster;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import javax.xml.namespace.QName;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.PayloadCodec;
import io.github.xmppspring.payload.PayloadElement;
import io.github.xmppspring.payload.roster.Roster.Item;
import io.github.xmppspring.payload.roster.Roster.Subscription;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes {@link Roster}. RFC 6121, 2.1.2 wants values of attributes that it
 * does not know to be ignored, so they are left among the extensions.
 *
 * @author XMPP for Spring Boot contributors
 */
final class RosterCodec implements PayloadCodec<Roster> {

	private static final String SUBSCRIBE = "subscribe";

	private static final String TRUE = "true";

	@Override
	public QName name() {
		return Roster.NAME;
	}

	@Override
	public Class<Roster> type() {
		return Roster.class;
	}

	@Override
	public Roster read(Element element) {
		PayloadElement query = PayloadElement.of(element);
		List<PayloadElement> children = query.children("item");
		Item[] items = new Item[children.size()];
		for (int i = 0; i < items.length; i++) {
			items[i] = item(children.get(i));
		}
		return new Roster(query.attribute("ver"), List.of(items), query.extensions());
	}

	private static Item item(PayloadElement item) {
		Jid jid = item.requiredAttribute("jid", Jid::of);
		Set<String> groups = groups(item.children(RosterCodec::isGroup));
		return new Item(jid, item.attribute("name"), subscription(item), isKnown(item, "ask", SUBSCRIBE),
				isKnown(item, "approved", TRUE) || isKnown(item, "approved", "1"), groups, item.extensions());
	}

	private static Set<String> groups(List<PayloadElement> elements) {
		if (elements.size() <= 1) {
			return elements.isEmpty() ? Set.of() : Set.of(elements.get(0).text());
		}
		Set<String> groups = new LinkedHashSet<>();
		elements.forEach((group) -> groups.add(group.text()));
		return groups;
	}

	private static boolean isGroup(Element child) {
		return child.is(Roster.NAME.getNamespaceURI(), "group") && !child.text().isEmpty();
	}

	private static @Nullable Subscription subscription(PayloadElement item) {
		Subscription subscription = Subscription.ofValue(item.element().attribute("subscription"));
		if (subscription != null) {
			item.attribute("subscription");
		}
		return subscription;
	}

	private static boolean isKnown(PayloadElement item, String attribute, String value) {
		return value.equals(item.element().attribute(attribute)) && value.equals(item.attribute(attribute));
	}

	@Override
	public Element write(Roster value) {
		Element.Builder query = Element.builder(Roster.NAME).attribute("ver", value.ver());
		value.items().forEach((item) -> query.child(item(item)));
		value.extensions().writeTo(query);
		return query.build();
	}

	private static Element item(Item value) {
		Element.Builder item = Element.builder(Roster.NAME.getNamespaceURI(), "item")
			.attribute("jid", value.jid())
			.attribute("name", value.name())
			.attribute("subscription", value.subscription())
			.attribute("ask", value.ask() ? SUBSCRIBE : null)
			.attribute("approved", value.approved() ? TRUE : null);
		value.groups().forEach((group) -> item.textChild("group", group));
		value.extensions().writeTo(item);
		return item.build();
	}

}
