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
import java.util.concurrent.CompletableFuture;

import io.github.xmppspring.payload.pubsub.NodeAffiliation;
import io.github.xmppspring.payload.pubsub.NodeConfiguration;
import io.github.xmppspring.payload.pubsub.NodeSubscription;
import org.jspecify.annotations.Nullable;

/**
 * What the owners of a node may do with it (XEP-0060, 8). For what fails in which way,
 * see {@link PubSubOperations}.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public interface PubSubNodeOwner {

	/**
	 * The configuration of the node (XEP-0060, 8.2).
	 * @return the configuration
	 */
	NodeConfiguration configuration();

	/**
	 * The configuration of the node (XEP-0060, 8.2).
	 * @return a future of the configuration
	 */
	CompletableFuture<NodeConfiguration> configurationAsync();

	/**
	 * Changes the configuration of the node (XEP-0060, 8.2.4).
	 * @param configuration what shall change
	 */
	void configure(NodeConfiguration configuration);

	/**
	 * Changes the configuration of the node (XEP-0060, 8.2.4).
	 * @param configuration what shall change
	 * @return a future that completes with {@code null}
	 */
	CompletableFuture<@Nullable Void> configureAsync(NodeConfiguration configuration);

	/**
	 * Deletes the node (XEP-0060, 8.4).
	 */
	void delete();

	/**
	 * Deletes the node (XEP-0060, 8.4).
	 * @return a future that completes with {@code null}
	 */
	CompletableFuture<@Nullable Void> deleteAsync();

	/**
	 * Deletes the node and tells its subscribers of another one (XEP-0060, 8.4).
	 * @param redirect the XMPP URI of the other node
	 */
	void delete(String redirect);

	/**
	 * Deletes the node and tells its subscribers of another one (XEP-0060, 8.4).
	 * @param redirect the XMPP URI of the other node
	 * @return a future that completes with {@code null}
	 */
	CompletableFuture<@Nullable Void> deleteAsync(String redirect);

	/**
	 * Deletes all items (XEP-0060, 8.5).
	 */
	void purge();

	/**
	 * Deletes all items (XEP-0060, 8.5).
	 * @return a future that completes with {@code null}
	 */
	CompletableFuture<@Nullable Void> purgeAsync();

	/**
	 * Everybody's subscriptions to the node (XEP-0060, 8.8.1).
	 * @return the subscriptions
	 */
	List<NodeSubscription> subscriptions();

	/**
	 * Everybody's subscriptions to the node (XEP-0060, 8.8.1).
	 * @return a future of the subscriptions
	 */
	CompletableFuture<List<NodeSubscription>> subscriptionsAsync();

	/**
	 * Changes subscriptions of others, for example to approve or to end them (XEP-0060,
	 * 8.8.2).
	 * @param subscriptions those that shall change
	 */
	void setSubscriptions(List<NodeSubscription> subscriptions);

	/**
	 * Changes subscriptions of others, for example to approve or to end them (XEP-0060,
	 * 8.8.2).
	 * @param subscriptions those that shall change
	 * @return a future that completes with {@code null}
	 */
	CompletableFuture<@Nullable Void> setSubscriptionsAsync(List<NodeSubscription> subscriptions);

	/**
	 * Everybody's affiliations with the node (XEP-0060, 8.9.1).
	 * @return the affiliations
	 */
	List<NodeAffiliation> affiliations();

	/**
	 * Everybody's affiliations with the node (XEP-0060, 8.9.1).
	 * @return a future of the affiliations
	 */
	CompletableFuture<List<NodeAffiliation>> affiliationsAsync();

	/**
	 * Changes affiliations of others (XEP-0060, 8.9.2).
	 * @param affiliations those that shall change
	 */
	void setAffiliations(List<NodeAffiliation> affiliations);

	/**
	 * Changes affiliations of others (XEP-0060, 8.9.2).
	 * @param affiliations those that shall change
	 * @return a future that completes with {@code null}
	 */
	CompletableFuture<@Nullable Void> setAffiliationsAsync(List<NodeAffiliation> affiliations);

}
