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
import java.util.Optional;

import javax.xml.namespace.QName;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.Extensions;
import io.github.xmppspring.payload.PayloadCodec;
import io.github.xmppspring.payload.dataform.DataForm;
import io.github.xmppspring.payload.rsm.ResultSet;
import io.github.xmppspring.xml.Attribute;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What users ask of a publish-subscribe service, and what it answers (XEP-0060, 18.1).
 * Most requests have one part; some have a second one that goes with the first, such as
 * {@link Configure} with {@link Create}.
 *
 * @param parts the parts in document order
 * @param attributes the attributes of the element, of which the schema knows none
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record PubSub(List<Part> parts, List<Attribute> attributes) {

	/**
	 * The namespace of the element.
	 */
	public static final String NAMESPACE = "http://jabber.org/protocol/pubsub";

	/**
	 * The name of the element.
	 */
	public static final QName NAME = new QName(NAMESPACE, "pubsub");

	/**
	 * Reads and writes the element.
	 */
	public static final PayloadCodec<PubSub> CODEC = new PubSubCodec();

	public PubSub {
		parts = List.copyOf(parts);
		attributes = List.copyOf(attributes);
	}

	/**
	 * A request or an answer.
	 * @param parts the parts
	 * @return the payload
	 */
	public static PubSub of(Part... parts) {
		return new PubSub(List.of(parts), List.of());
	}

	/**
	 * The first part of this type.
	 * @param type the type
	 * @param <P> the type
	 * @return the part, empty if there is none
	 */
	public <P extends Part> Optional<P> part(Class<P> type) {
		return this.parts.stream().filter(type::isInstance).map(type::cast).findFirst();
	}

	/**
	 * A child of the element.
	 */
	public sealed interface Part {

	}

	/**
	 * Affiliations of the one who asks (XEP-0060, 5.7).
	 *
	 * @param node the node that it is about, or {@code null} for all
	 * @param affiliations the affiliations, none in a request
	 * @param extensions what else the element holds
	 */
	public record Affiliations(@Nullable String node, List<NodeAffiliation> affiliations,
			Extensions extensions) implements Part {

		public Affiliations {
			affiliations = List.copyOf(affiliations);
		}

	}

	/**
	 * The configuration of a node that is created (XEP-0060, 8.1.3).
	 *
	 * @param node the node, if it is named here, too
	 * @param form the configuration, or {@code null} for the default
	 * @param extensions what else the element holds
	 */
	public record Configure(@Nullable String node, @Nullable DataForm form, Extensions extensions) implements Part {

	}

	/**
	 * Creates a node (XEP-0060, 8.1).
	 *
	 * @param node the node, or {@code null} if the service shall choose a name
	 * @param extensions what else the element holds
	 */
	public record Create(@Nullable String node, Extensions extensions) implements Part {

	}

	/**
	 * The options of new subscriptions (XEP-0060, 6.4).
	 *
	 * @param node the node that they are for, or {@code null} for all
	 * @param type whether they are for nodes of type {@code leaf} or {@code collection},
	 * or {@code null} for the first
	 * @param form the options, or {@code null} in a request
	 * @param extensions what else the element holds
	 */
	public record Default(@Nullable String node, @Nullable String type, @Nullable DataForm form,
			Extensions extensions) implements Part {

	}

	/**
	 * Items that are asked for or retrieved (XEP-0060, 6.5).
	 *
	 * @param node the node
	 * @param maxItems how many of the latest items are asked for, or {@code null}
	 * @param subscriptionId the subscription that is meant, or {@code null}
	 * @param items the items; in a request, those that are asked for, none for all
	 * @param extensions what else the element holds
	 */
	public record Items(String node, @Nullable Integer maxItems, @Nullable String subscriptionId, List<Item> items,
			Extensions extensions) implements Part {

		public Items {
			Assert.notNull(node, "'node' must not be null");
			Assert.isTrue(maxItems == null || maxItems > 0, "'maxItems' must be positive");
			items = List.copyOf(items);
		}

	}

	/**
	 * The options of a subscription (XEP-0060, 6.3).
	 *
	 * @param node the node; {@code null} beside a part that names it
	 * @param jid the subscriber; {@code null} beside a part that names it
	 * @param subscriptionId the subscription, or {@code null} if there is only one
	 * @param form the options, or {@code null} in a request for them
	 * @param extensions what else the element holds
	 */
	public record Options(@Nullable String node, @Nullable Jid jid, @Nullable String subscriptionId,
			@Nullable DataForm form, Extensions extensions) implements Part {

	}

	/**
	 * Publishes items, or tells that they were published (XEP-0060, 7.1).
	 *
	 * @param node the node
	 * @param items the items, none for a mere notification
	 * @param extensions what else the element holds
	 */
	public record Publish(String node, List<Item> items, Extensions extensions) implements Part {

		public Publish {
			Assert.notNull(node, "'node' must not be null");
			items = List.copyOf(items);
		}

	}

	/**
	 * How the node must be configured for items to be published (XEP-0060, 7.1.5).
	 *
	 * @param form the conditions, or {@code null} for none
	 * @param extensions what else the element holds
	 */
	public record PublishOptions(@Nullable DataForm form, Extensions extensions) implements Part {

	}

	/**
	 * Deletes items (XEP-0060, 7.2).
	 *
	 * @param node the node
	 * @param notifySubscribers whether subscribers are told, or {@code null} to leave
	 * that to the service
	 * @param items the items, at least one, of which only the ids matter
	 * @param extensions what else the element holds
	 */
	public record Retract(String node, @Nullable Boolean notifySubscribers, List<Item> items,
			Extensions extensions) implements Part {

		public Retract {
			Assert.notNull(node, "'node' must not be null");
			Assert.notEmpty(items, "'items' must not be empty");
			items = List.copyOf(items);
		}

	}

	/**
	 * Subscribes (XEP-0060, 6.1).
	 *
	 * @param node the node, or {@code null} for the root of all collections
	 * @param jid the subscriber; services refuse a request without
	 * @param extensions what else the element holds
	 */
	public record Subscribe(@Nullable String node, @Nullable Jid jid, Extensions extensions) implements Part {

	}

	/**
	 * What became of a request to subscribe (XEP-0060, 6.1).
	 *
	 * @param subscription the subscription
	 */
	public record Subscribed(NodeSubscription subscription) implements Part {

		public Subscribed {
			Assert.notNull(subscription, "'subscription' must not be null");
		}

	}

	/**
	 * Subscriptions of the one who asks (XEP-0060, 5.6).
	 *
	 * @param node the node that it is about, or {@code null} for all
	 * @param subscriptions the subscriptions, none in a request
	 * @param extensions what else the element holds
	 */
	public record Subscriptions(@Nullable String node, List<NodeSubscription> subscriptions,
			Extensions extensions) implements Part {

		public Subscriptions {
			subscriptions = List.copyOf(subscriptions);
		}

	}

	/**
	 * Ends a subscription (XEP-0060, 6.2).
	 *
	 * @param node the node, or {@code null} for the root of all collections
	 * @param jid the subscriber; services refuse a request without
	 * @param subscriptionId the subscription, or {@code null} if there is only one
	 * @param extensions what else the element holds
	 */
	public record Unsubscribe(@Nullable String node, @Nullable Jid jid, @Nullable String subscriptionId,
			Extensions extensions) implements Part {

	}

	/**
	 * Which page of items it is (XEP-0060, 6.5.4).
	 *
	 * @param set the page
	 */
	public record Paging(ResultSet set) implements Part {

		public Paging {
			Assert.notNull(set, "'set' must not be null");
		}

	}

	/**
	 * What XEP-0060 does not know.
	 *
	 * @param element the element
	 */
	public record Other(Element element) implements Part {

		public Other {
			Assert.notNull(element, "'element' must not be null");
		}

	}

}
