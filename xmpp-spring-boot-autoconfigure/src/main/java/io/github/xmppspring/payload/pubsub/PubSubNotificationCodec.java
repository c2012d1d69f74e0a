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

import java.util.List;
import java.util.Set;

import javax.xml.namespace.QName;

import io.github.xmppspring.payload.Extensions;
import io.github.xmppspring.payload.PayloadCodec;
import io.github.xmppspring.payload.PayloadElement;
import io.github.xmppspring.payload.dataform.DataForm;
import io.github.xmppspring.payload.pubsub.PubSubNotification.Change;
import io.github.xmppspring.payload.pubsub.PubSubNotification.Collection;
import io.github.xmppspring.payload.pubsub.PubSubNotification.Configuration;
import io.github.xmppspring.payload.pubsub.PubSubNotification.Delete;
import io.github.xmppspring.payload.pubsub.PubSubNotification.Items;
import io.github.xmppspring.payload.pubsub.PubSubNotification.Member;
import io.github.xmppspring.payload.pubsub.PubSubNotification.Purge;
import io.github.xmppspring.payload.pubsub.PubSubNotification.Retraction;
import io.github.xmppspring.payload.pubsub.PubSubNotification.Subscription;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes what a service tells subscribers.
 *
 * @author XMPP for Spring Boot contributors
 */
final class PubSubNotificationCodec implements PayloadCodec<PubSubNotification> {

	private static final String NODE = "node";

	private static final String ASSOCIATE = "associate";

	private static final String DISASSOCIATE = "disassociate";

	private static final String RETRACT = "retract";

	private static final Set<String> CHANGES = Set.of("configuration", "delete", "items", "purge", "subscription");

	@Override
	public QName name() {
		return PubSubNotification.NAME;
	}

	@Override
	public Class<PubSubNotification> type() {
		return PubSubNotification.class;
	}

	@Override
	public PubSubNotification read(Element element) {
		PayloadElement event = PayloadElement.of(element);
		List<PayloadElement> known = event.children(PubSubNotificationCodec::isChange);
		if (known.size() > 1) {
			throw event.malformed("must have one child");
		}
		return new PubSubNotification(known.isEmpty() ? null : readChange(known.get(0)), event.extensions());
	}

	private static boolean isChange(Element child) {
		return child.namespace().equals(PubSubNotification.NAMESPACE)
				&& (CHANGES.contains(child.localName()) || isAssociation(child));
	}

	// There were collections with other content before XEP-0248
	private static boolean isAssociation(Element child) {
		return child.localName().equals("collection")
				&& (child.child(ASSOCIATE) != null || child.child(DISASSOCIATE) != null);
	}

	private static Change readChange(PayloadElement change) {
		return switch (change.element().localName()) {
			case "collection" -> readCollection(change);
			case "configuration" ->
				new Configuration(change.attribute(NODE), PubSubParts.form(change), change.extensions());
			case "delete" -> new Delete(change.requiredAttribute(NODE), Redirect.in(change), change.extensions());
			case "items" -> new Items(change.requiredAttribute(NODE), PubSubParts.items(change), retractions(change),
					change.extensions());
			case "purge" -> new Purge(change.requiredAttribute(NODE), change.extensions());
			default -> new Subscription(NodeSubscription.read(change));
		};
	}

	private static Collection readCollection(PayloadElement change) {
		String node = change.attribute(NODE);
		PayloadElement member = change.child(ASSOCIATE);
		boolean associated = member != null;
		member = (member != null) ? member : change.requiredChild(DISASSOCIATE);
		return new Collection(node, new Member(member.requiredAttribute(NODE), member.extensions()), associated,
				change.extensions());
	}

	private static List<Retraction> retractions(PayloadElement items) {
		return items.children(RETRACT)
			.stream()
			.map((retract) -> new Retraction(retract.requiredAttribute("id"), retract.extensions()))
			.toList();
	}

	@Override
	public Element write(PubSubNotification value) {
		Element.Builder event = Element.builder(PubSubNotification.NAME)
			.child((value.change() != null) ? writeChange(value.change()) : null);
		value.extensions().writeTo(event);
		return event.build();
	}

	private static Element writeChange(Change change) {
		if (change instanceof Items items) {
			Element.Builder element = builder("items", items.node())
				.children(PubSubParts.write(items.items(), PubSubNotification.NAMESPACE));
			items.retractions()
				.forEach((retraction) -> element
					.child(finish(builder(RETRACT, null).attribute("id", retraction.id()), retraction.extensions())));
			return finish(element, items.extensions());
		}
		if (change instanceof Collection collection) {
			Member member = collection.member();
			String name = collection.associated() ? ASSOCIATE : DISASSOCIATE;
			return finish(builder("collection", collection.node())
				.child(finish(builder(name, member.node()), member.extensions())), collection.extensions());
		}
		if (change instanceof Configuration configuration) {
			DataForm form = configuration.form();
			return finish(builder("configuration", configuration.node())
				.child((form != null) ? DataForm.CODEC.write(form) : null), configuration.extensions());
		}
		if (change instanceof Delete delete) {
			Redirect redirect = delete.redirect();
			return finish(
					builder("delete", delete.node())
						.child((redirect != null) ? redirect.write(PubSubNotification.NAMESPACE) : null),
					delete.extensions());
		}
		if (change instanceof Purge purge) {
			return finish(builder("purge", purge.node()), purge.extensions());
		}
		return ((Subscription) change).subscription().write(PubSubNotification.NAMESPACE);
	}

	private static Element.Builder builder(String localName, @Nullable String node) {
		return Element.builder(PubSubNotification.NAMESPACE, localName).attribute(NODE, node);
	}

	private static Element finish(Element.Builder element, Extensions extensions) {
		extensions.writeTo(element);
		return element.build();
	}

}
