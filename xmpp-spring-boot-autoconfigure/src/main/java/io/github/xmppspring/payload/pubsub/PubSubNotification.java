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

import javax.xml.namespace.QName;

import io.github.xmppspring.payload.Extensions;
import io.github.xmppspring.payload.PayloadCodec;
import io.github.xmppspring.payload.dataform.DataForm;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What a publish-subscribe service tells subscribers in a message (XEP-0060, 18.3).
 *
 * @param change what happened, or {@code null} if XEP-0060 does not know it
 * @param extensions what else the element holds
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record PubSubNotification(@Nullable Change change, Extensions extensions) {

	/**
	 * The namespace of the element.
	 */
	public static final String NAMESPACE = "http://jabber.org/protocol/pubsub#event";

	/**
	 * The name of the element.
	 */
	public static final QName NAME = new QName(NAMESPACE, "event");

	/**
	 * Reads and writes the element.
	 */
	public static final PayloadCodec<PubSubNotification> CODEC = new PubSubNotificationCodec();

	/**
	 * A notification.
	 * @param change what happened
	 * @return the payload
	 */
	public static PubSubNotification of(Change change) {
		Assert.notNull(change, "'change' must not be null");
		return new PubSubNotification(change, Extensions.NONE);
	}

	/**
	 * The child of the element.
	 */
	public sealed interface Change {

		/**
		 * The node that it happened to.
		 * @return the node, or {@code null} if it is not told
		 */
		@Nullable String node();

	}

	/**
	 * A node became part of a collection, or is no more (XEP-0248).
	 *
	 * @param node the collection, or {@code null} for the root of all
	 * @param member the other node
	 * @param associated whether it is part of the collection now
	 * @param extensions what else the element holds
	 */
	public record Collection(@Nullable String node, Member member, boolean associated,
			Extensions extensions) implements Change {

		public Collection {
			Assert.notNull(member, "'member' must not be null");
		}

	}

	/**
	 * A node that became part of a collection, or is no more.
	 *
	 * @param node the node
	 * @param extensions what else the element holds
	 */
	public record Member(String node, Extensions extensions) {

		public Member {
			Assert.notNull(node, "'node' must not be null");
		}

	}

	/**
	 * The configuration of a node changed (XEP-0060, 8.2.5).
	 *
	 * @param node the node, or {@code null} for the root of all collections
	 * @param form the configuration, or {@code null} if the payload is left out
	 * @param extensions what else the element holds
	 */
	public record Configuration(@Nullable String node, @Nullable DataForm form,
			Extensions extensions) implements Change {

	}

	/**
	 * A node was deleted (XEP-0060, 8.4).
	 *
	 * @param node the node
	 * @param redirect where to go, or {@code null} if nowhere
	 * @param extensions what else the element holds
	 */
	public record Delete(String node, @Nullable Redirect redirect, Extensions extensions) implements Change {

		public Delete {
			Assert.notNull(node, "'node' must not be null");
		}

	}

	/**
	 * Items were published or deleted (XEP-0060, 7.1.2 and 7.2.2).
	 *
	 * @param node the node
	 * @param items the items that were published
	 * @param retractions the items that were deleted
	 * @param extensions what else the element holds
	 */
	public record Items(String node, List<Item> items, List<Retraction> retractions,
			Extensions extensions) implements Change {

		public Items {
			Assert.notNull(node, "'node' must not be null");
			items = List.copyOf(items);
			retractions = List.copyOf(retractions);
		}

	}

	/**
	 * An item that was deleted.
	 *
	 * @param id the id of the item
	 * @param extensions what else the element holds
	 */
	public record Retraction(String id, Extensions extensions) {

		public Retraction {
			Assert.notNull(id, "'id' must not be null");
		}

	}

	/**
	 * All items of a node were deleted (XEP-0060, 8.5).
	 *
	 * @param node the node
	 * @param extensions what else the element holds
	 */
	public record Purge(String node, Extensions extensions) implements Change {

		public Purge {
			Assert.notNull(node, "'node' must not be null");
		}

	}

	/**
	 * A subscription changed (XEP-0060, 8.8.4 and 12.18).
	 *
	 * @param subscription the subscription
	 */
	public record Subscription(NodeSubscription subscription) implements Change {

		public Subscription {
			Assert.notNull(subscription, "'subscription' must not be null");
		}

		@Override
		public @Nullable String node() {
			return this.subscription.node();
		}

	}

}
