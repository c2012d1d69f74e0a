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

import java.util.ArrayList;
import java.util.List;

import javax.xml.namespace.QName;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.Extensions;
import io.github.xmppspring.payload.PayloadCodec;
import io.github.xmppspring.payload.PayloadElement;
import io.github.xmppspring.payload.PayloadException;
import io.github.xmppspring.payload.dataform.DataForm;
import io.github.xmppspring.payload.pubsub.PubSub.Affiliations;
import io.github.xmppspring.payload.pubsub.PubSub.Configure;
import io.github.xmppspring.payload.pubsub.PubSub.Create;
import io.github.xmppspring.payload.pubsub.PubSub.Default;
import io.github.xmppspring.payload.pubsub.PubSub.Items;
import io.github.xmppspring.payload.pubsub.PubSub.Options;
import io.github.xmppspring.payload.pubsub.PubSub.Other;
import io.github.xmppspring.payload.pubsub.PubSub.Paging;
import io.github.xmppspring.payload.pubsub.PubSub.Part;
import io.github.xmppspring.payload.pubsub.PubSub.Publish;
import io.github.xmppspring.payload.pubsub.PubSub.PublishOptions;
import io.github.xmppspring.payload.pubsub.PubSub.Retract;
import io.github.xmppspring.payload.pubsub.PubSub.Subscribe;
import io.github.xmppspring.payload.pubsub.PubSub.Subscribed;
import io.github.xmppspring.payload.pubsub.PubSub.Subscriptions;
import io.github.xmppspring.payload.pubsub.PubSub.Unsubscribe;
import io.github.xmppspring.payload.rsm.ResultSet;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes what users ask of a service.
 *
 * @author XMPP for Spring Boot contributors
 */
final class PubSubCodec implements PayloadCodec<PubSub> {

	private static final String NODE = "node";

	private static final String JID = "jid";

	private static final String SUBSCRIPTION_ID = "subid";

	@Override
	public QName name() {
		return PubSub.NAME;
	}

	@Override
	public Class<PubSub> type() {
		return PubSub.class;
	}

	@Override
	public PubSub read(Element element) {
		PayloadElement pubsub = PayloadElement.of(element);
		List<Part> parts = new ArrayList<>(2);
		for (PayloadElement child : pubsub.children((any) -> true)) {
			parts.add(readPart(child));
		}
		return new PubSub(parts, pubsub.extensions().attributes());
	}

	private static Part readPart(PayloadElement part) {
		Element element = part.element();
		if (element.is(ResultSet.NAME)) {
			return new Paging(ResultSet.CODEC.read(element));
		}
		if (!element.namespace().equals(PubSub.NAMESPACE)) {
			return new Other(element);
		}
		return switch (element.localName()) {
			case "affiliations" ->
				new Affiliations(part.attribute(NODE), PubSubParts.affiliations(part), part.extensions());
			case "configure" -> new Configure(part.attribute(NODE), PubSubParts.form(part), part.extensions());
			case "create" -> new Create(part.attribute(NODE), part.extensions());
			case "default" ->
				new Default(part.attribute(NODE), part.attribute("type"), PubSubParts.form(part), part.extensions());
			case "items" -> readItems(part);
			case "options" -> new Options(part.attribute(NODE), jid(part), part.attribute(SUBSCRIPTION_ID),
					PubSubParts.form(part), part.extensions());
			case "publish" -> new Publish(part.requiredAttribute(NODE), PubSubParts.items(part), part.extensions());
			case "publish-options" -> new PublishOptions(PubSubParts.form(part), part.extensions());
			case "retract" -> readRetract(part);
			case "subscribe" -> new Subscribe(part.attribute(NODE), jid(part), part.extensions());
			case "subscription" -> new Subscribed(NodeSubscription.read(part));
			case "subscriptions" ->
				new Subscriptions(part.attribute(NODE), PubSubParts.subscriptions(part), part.extensions());
			case "unsubscribe" ->
				new Unsubscribe(part.attribute(NODE), jid(part), part.attribute(SUBSCRIPTION_ID), part.extensions());
			default -> new Other(element);
		};
	}

	private static Items readItems(PayloadElement part) {
		return new Items(part.requiredAttribute(NODE), part.attribute("max_items", PubSubCodec::positive),
				part.attribute(SUBSCRIPTION_ID), PubSubParts.items(part), part.extensions());
	}

	private static Integer positive(String text) {
		Integer number = Integer.valueOf(text.trim());
		if (number <= 0) {
			throw new NumberFormatException("not positive");
		}
		return number;
	}

	private static Retract readRetract(PayloadElement part) {
		List<Item> items = PubSubParts.items(part);
		if (items.isEmpty()) {
			throw part.malformed("must have the child <item/>");
		}
		for (Item item : items) {
			if (item.id() == null) {
				throw PayloadException.malformed(item.write(PubSub.NAMESPACE), "must have the attribute 'id'", null);
			}
		}
		return new Retract(part.requiredAttribute(NODE), part.attribute("notify", PubSubParts::flag), items,
				part.extensions());
	}

	private static @Nullable Jid jid(PayloadElement part) {
		return part.attribute(JID, Jid::of);
	}

	@Override
	public Element write(PubSub value) {
		Element.Builder pubsub = Element.builder(PubSub.NAME);
		new Extensions(value.attributes(), List.of()).writeTo(pubsub);
		for (Part part : value.parts()) {
			pubsub.child(writePart(part));
		}
		return pubsub.build();
	}

	private static Element writePart(Part part) {
		if (part instanceof Items items) {
			return finish(builder("items").attribute(NODE, items.node())
				.attribute("max_items", items.maxItems())
				.attribute(SUBSCRIPTION_ID, items.subscriptionId())
				.children(PubSubParts.write(items.items(), PubSub.NAMESPACE)), items.extensions());
		}
		if (part instanceof Publish publish) {
			return finish(builder("publish").attribute(NODE, publish.node())
				.children(PubSubParts.write(publish.items(), PubSub.NAMESPACE)), publish.extensions());
		}
		if (part instanceof PublishOptions options) {
			return finish(form("publish-options", options.form()), options.extensions());
		}
		if (part instanceof Retract retract) {
			return finish(builder("retract").attribute(NODE, retract.node())
				.attribute("notify", retract.notifySubscribers())
				.children(PubSubParts.write(retract.items(), PubSub.NAMESPACE)), retract.extensions());
		}
		if (part instanceof Paging paging) {
			return ResultSet.CODEC.write(paging.set());
		}
		if (part instanceof Other other) {
			return other.element();
		}
		return writeSubscriptionPart(part);
	}

	private static Element writeSubscriptionPart(Part part) {
		if (part instanceof Subscribe subscribe) {
			return finish(builder("subscribe").attribute(NODE, subscribe.node()).attribute(JID, subscribe.jid()),
					subscribe.extensions());
		}
		if (part instanceof Unsubscribe unsubscribe) {
			return finish(builder("unsubscribe").attribute(NODE, unsubscribe.node())
				.attribute(JID, unsubscribe.jid())
				.attribute(SUBSCRIPTION_ID, unsubscribe.subscriptionId()), unsubscribe.extensions());
		}
		if (part instanceof Subscribed subscribed) {
			return subscribed.subscription().write(PubSub.NAMESPACE);
		}
		if (part instanceof Subscriptions subscriptions) {
			Element.Builder element = builder("subscriptions").attribute(NODE, subscriptions.node());
			subscriptions.subscriptions().forEach((one) -> element.child(one.write(PubSub.NAMESPACE)));
			return finish(element, subscriptions.extensions());
		}
		if (part instanceof Options options) {
			return finish(form("options", options.form()).attribute(NODE, options.node())
				.attribute(JID, options.jid())
				.attribute(SUBSCRIPTION_ID, options.subscriptionId()), options.extensions());
		}
		return writeNodePart(part);
	}

	private static Element writeNodePart(Part part) {
		if (part instanceof Create create) {
			return finish(builder("create").attribute(NODE, create.node()), create.extensions());
		}
		if (part instanceof Configure configure) {
			return finish(form("configure", configure.form()).attribute(NODE, configure.node()),
					configure.extensions());
		}
		if (part instanceof Default defaults) {
			return finish(form("default", defaults.form()).attribute(NODE, defaults.node())
				.attribute("type", defaults.type()), defaults.extensions());
		}
		Affiliations affiliations = (Affiliations) part;
		Element.Builder element = builder("affiliations").attribute(NODE, affiliations.node());
		affiliations.affiliations().forEach((one) -> element.child(one.write(PubSub.NAMESPACE)));
		return finish(element, affiliations.extensions());
	}

	private static Element.Builder builder(String localName) {
		return Element.builder(PubSub.NAMESPACE, localName);
	}

	private static Element.Builder form(String localName, @Nullable DataForm form) {
		return builder(localName).child((form != null) ? DataForm.CODEC.write(form) : null);
	}

	private static Element finish(Element.Builder element, Extensions extensions) {
		extensions.writeTo(element);
		return element.build();
	}

}
