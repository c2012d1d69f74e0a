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

import io.github.xmppspring.stanza.IqErrorException;
import org.jspecify.annotations.Nullable;

/**
 * Why a publish-subscribe service refused something, beyond the condition of the stanza
 * error (XEP-0060, 18.2).
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public enum PubSubErrorCondition {

	/**
	 * The pending subscriptions of the node cannot be listed, for nobody may subscribe.
	 */
	CLOSED_NODE("closed-node"),

	/**
	 * The options of the subscription must be set first.
	 */
	CONFIGURATION_REQUIRED("configuration-required"),

	/**
	 * The subscriber is not the one who asks.
	 */
	INVALID_JID("invalid-jid"),

	/**
	 * The options are malformed or not allowed.
	 */
	INVALID_OPTIONS("invalid-options"),

	/**
	 * The payload is not of the namespace of the node, or there are several.
	 */
	INVALID_PAYLOAD("invalid-payload"),

	/**
	 * There is no subscription of this id.
	 */
	INVALID_SUBSCRIPTION_ID("invalid-subid"),

	/**
	 * The node stores no items, so there must be none.
	 */
	ITEM_FORBIDDEN("item-forbidden"),

	/**
	 * The node stores items, so there must be one.
	 */
	ITEM_REQUIRED("item-required"),

	/**
	 * The subscriber is missing.
	 */
	JID_REQUIRED("jid-required"),

	/**
	 * There are more items than the node takes at once.
	 */
	MAX_ITEMS_EXCEEDED("max-items-exceeded"),

	/**
	 * The collection takes no more nodes.
	 */
	MAX_NODES_EXCEEDED("max-nodes-exceeded"),

	/**
	 * The node takes no more items.
	 */
	NODE_FULL("node-full"),

	/**
	 * The node is missing.
	 */
	NODE_ID_REQUIRED("nodeid-required"),

	/**
	 * The node is for groups of the owner's roster that the one who asks is not in.
	 */
	NOT_IN_ROSTER_GROUP("not-in-roster-group"),

	/**
	 * There is no such subscription.
	 */
	NOT_SUBSCRIBED("not-subscribed"),

	/**
	 * The payload is larger than the node takes.
	 */
	PAYLOAD_TOO_BIG("payload-too-big"),

	/**
	 * The payload is missing.
	 */
	PAYLOAD_REQUIRED("payload-required"),

	/**
	 * The subscription waits for approval.
	 */
	PENDING_SUBSCRIPTION("pending-subscription"),

	/**
	 * The node is not configured as the publisher demands.
	 */
	PRECONDITION_NOT_MET("precondition-not-met"),

	/**
	 * The node is for entities that may see the owner's presence.
	 */
	PRESENCE_SUBSCRIPTION_REQUIRED("presence-subscription-required"),

	/**
	 * There are several subscriptions, so the id of the subscription is needed.
	 */
	SUBSCRIPTION_ID_REQUIRED("subid-required"),

	/**
	 * The entity has too many subscriptions.
	 */
	TOO_MANY_SUBSCRIPTIONS("too-many-subscriptions"),

	/**
	 * The service does not have the feature, which is named.
	 */
	UNSUPPORTED("unsupported"),

	/**
	 * The service does not have the access model.
	 */
	UNSUPPORTED_ACCESS_MODEL("unsupported-access-model");

	private final String value;

	PubSubErrorCondition(String value) {
		this.value = value;
	}

	/**
	 * Finds a condition.
	 * @param value the name of its element
	 * @return the condition, or {@code null} if XEP-0060 has no such
	 */
	public static @Nullable PubSubErrorCondition ofValue(@Nullable String value) {
		for (PubSubErrorCondition condition : values()) {
			if (condition.value.equals(value)) {
				return condition;
			}
		}
		return null;
	}

	/**
	 * The name of the condition's element.
	 * @return the local name
	 */
	public String value() {
		return this.value;
	}

	/**
	 * Whether a request failed for this reason.
	 * @param failure says that a request failed
	 * @return whether it names this condition
	 */
	public boolean isReasonOf(IqErrorException failure) {
		return PubSubError.from(failure).filter((error) -> error.condition() == this).isPresent();
	}

	@Override
	public String toString() {
		return this.value;
	}

}
