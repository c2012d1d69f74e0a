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
 * What owners of nodes ask of a publish-subscribe service, and what it answers (XEP-0060,
 * 18.4).
 *
 * @param action what it is about, or {@code null} if XEP-0060 does not know it
 * @param extensions what else the element holds
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record PubSubOwner(@Nullable Action action, Extensions extensions) {

	/**
	 * The namespace of the element.
	 */
	public static final String NAMESPACE = "http://jabber.org/protocol/pubsub#owner";

	/**
	 * The name of the element.
	 */
	public static final QName NAME = new QName(NAMESPACE, "pubsub");

	/**
	 * Reads and writes the element.
	 */
	public static final PayloadCodec<PubSubOwner> CODEC = new PubSubOwnerCodec();

	/**
	 * A request or an answer.
	 * @param action what it is about
	 * @return the payload
	 */
	public static PubSubOwner of(Action action) {
		Assert.notNull(action, "'action' must not be null");
		return new PubSubOwner(action, Extensions.NONE);
	}

	/**
	 * The child of the element.
	 */
	public sealed interface Action {

	}

	/**
	 * Affiliations of entities with a node (XEP-0060, 8.9).
	 *
	 * @param node the node, or {@code null} in an answer that leaves it out
	 * @param affiliations the affiliations; in a request, those that shall change
	 * @param extensions what else the element holds
	 */
	public record Affiliations(@Nullable String node, List<NodeAffiliation> affiliations,
			Extensions extensions) implements Action {

		public Affiliations {
			affiliations = List.copyOf(affiliations);
		}

	}

	/**
	 * The configuration of a node (XEP-0060, 8.2).
	 *
	 * @param node the node; {@code null} if the service chose its name
	 * @param form the configuration, or {@code null} in a request for it
	 * @param extensions what else the element holds
	 */
	public record Configure(@Nullable String node, @Nullable DataForm form, Extensions extensions) implements Action {

	}

	/**
	 * The configuration of new nodes (XEP-0060, 8.3).
	 *
	 * @param type whether it is for nodes of type {@code leaf} or {@code collection}, or
	 * {@code null} for the first
	 * @param form the configuration, or {@code null} in a request for it
	 * @param extensions what else the element holds
	 */
	public record Default(@Nullable String type, @Nullable DataForm form, Extensions extensions) implements Action {

	}

	/**
	 * Deletes a node (XEP-0060, 8.4).
	 *
	 * @param node the node
	 * @param redirect where its subscribers shall go, or {@code null} if nowhere
	 * @param extensions what else the element holds
	 */
	public record Delete(String node, @Nullable Redirect redirect, Extensions extensions) implements Action {

		public Delete {
			Assert.notNull(node, "'node' must not be null");
		}

	}

	/**
	 * Deletes all items of a node (XEP-0060, 8.5).
	 *
	 * @param node the node
	 * @param extensions what else the element holds
	 */
	public record Purge(String node, Extensions extensions) implements Action {

		public Purge {
			Assert.notNull(node, "'node' must not be null");
		}

	}

	/**
	 * Subscriptions of entities to a node (XEP-0060, 8.8).
	 *
	 * @param node the node, or {@code null} in an answer that leaves it out
	 * @param subscriptions the subscriptions; in a request, those that shall change
	 * @param extensions what else the element holds
	 */
	public record Subscriptions(@Nullable String node, List<NodeSubscription> subscriptions,
			Extensions extensions) implements Action {

		public Subscriptions {
			subscriptions = List.copyOf(subscriptions);
		}

	}

}
