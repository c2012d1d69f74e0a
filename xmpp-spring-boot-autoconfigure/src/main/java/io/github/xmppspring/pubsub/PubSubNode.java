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

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.pubsub.Item;
import io.github.xmppspring.payload.pubsub.NodeAffiliation;
import io.github.xmppspring.payload.pubsub.NodeConfiguration;
import io.github.xmppspring.payload.pubsub.NodeSubscription;
import io.github.xmppspring.payload.pubsub.SubscriptionOptions;
import io.github.xmppspring.payload.rsm.Page;
import io.github.xmppspring.payload.rsm.ResultSet;
import org.jspecify.annotations.Nullable;

/**
 * A node of a publish-subscribe service: what subscribers and publishers do with it
 * (XEP-0060, 6 and 7). What only owners may do is behind {@link #owner()}. For what fails
 * in which way, see {@link PubSubOperations}.
 *
 * <p>
 * Payloads of items are objects with a codec, or an
 * {@link io.github.xmppspring.xml.Element}; as type of what is read, {@code Element}
 * stands for whatever it is.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public interface PubSubNode {

	/**
	 * The address of the service.
	 * @return the address, or {@code null} if it is the own account
	 */
	@Nullable Jid service();

	/**
	 * The name of the node.
	 * @return the name, never empty
	 */
	String name();

	/**
	 * What the owners of the node may do.
	 * @return the operations for owners
	 */
	PubSubNodeOwner owner();

	/**
	 * Creates the node, configured as the service does by default (XEP-0060, 8.1).
	 */
	void create();

	/**
	 * Creates the node, configured as the service does by default (XEP-0060, 8.1).
	 * @return a future that completes with {@code null}
	 */
	CompletableFuture<@Nullable Void> createAsync();

	/**
	 * Creates and configures the node (XEP-0060, 8.1.3).
	 * @param configuration what shall differ from the default
	 */
	void create(NodeConfiguration configuration);

	/**
	 * Creates and configures the node (XEP-0060, 8.1.3).
	 * @param configuration what shall differ from the default
	 * @return a future that completes with {@code null}
	 */
	CompletableFuture<@Nullable Void> createAsync(NodeConfiguration configuration);

	/**
	 * Subscribes the own account (XEP-0060, 6.1): its bare JID, unless the service was
	 * told {@linkplain PubSubService#forFullJid() otherwise}.
	 * @return the subscription, which need not be
	 * {@linkplain NodeSubscription#isSubscribed() effective} yet
	 * @throws IllegalStateException if the own address is not known, as there was no
	 * stream up to now
	 */
	NodeSubscription subscribe();

	/**
	 * Subscribes the own account (XEP-0060, 6.1): its bare JID, unless the service was
	 * told {@linkplain PubSubService#forFullJid() otherwise}.
	 * @return a future of the subscription
	 * @throws IllegalStateException if the own address is not known, as there was no
	 * stream up to now
	 */
	CompletableFuture<NodeSubscription> subscribeAsync();

	/**
	 * Subscribes (XEP-0060, 6.1 and 6.3.7).
	 * @param subscriber who will get the events, or {@code null} for the own account
	 * @param options the options of the subscription, or {@code null} for the default
	 * @return the subscription
	 */
	NodeSubscription subscribe(@Nullable Jid subscriber, @Nullable SubscriptionOptions options);

	/**
	 * Subscribes (XEP-0060, 6.1 and 6.3.7).
	 * @param subscriber who will get the events, or {@code null} for the own account
	 * @param options the options of the subscription, or {@code null} for the default
	 * @return a future of the subscription
	 */
	CompletableFuture<NodeSubscription> subscribeAsync(@Nullable Jid subscriber, @Nullable SubscriptionOptions options);

	/**
	 * Ends the only subscription of the own account (XEP-0060, 6.2).
	 */
	void unsubscribe();

	/**
	 * Ends the only subscription of the own account (XEP-0060, 6.2).
	 * @return a future that completes with {@code null}
	 */
	CompletableFuture<@Nullable Void> unsubscribeAsync();

	/**
	 * Ends a subscription (XEP-0060, 6.2).
	 * @param subscriber who gets the events, or {@code null} for the own account
	 * @param subscriptionId which subscription, or {@code null} if there is only one
	 */
	void unsubscribe(@Nullable Jid subscriber, @Nullable String subscriptionId);

	/**
	 * Ends a subscription (XEP-0060, 6.2).
	 * @param subscriber who gets the events, or {@code null} for the own account
	 * @param subscriptionId which subscription, or {@code null} if there is only one
	 * @return a future that completes with {@code null}
	 */
	CompletableFuture<@Nullable Void> unsubscribeAsync(@Nullable Jid subscriber, @Nullable String subscriptionId);

	/**
	 * The options of a subscription (XEP-0060, 6.3).
	 * @param subscriber who gets the events, or {@code null} for the own account
	 * @param subscriptionId which subscription, or {@code null} if there is only one
	 * @return the options
	 */
	SubscriptionOptions options(@Nullable Jid subscriber, @Nullable String subscriptionId);

	/**
	 * The options of a subscription (XEP-0060, 6.3).
	 * @param subscriber who gets the events, or {@code null} for the own account
	 * @param subscriptionId which subscription, or {@code null} if there is only one
	 * @return a future of the options
	 */
	CompletableFuture<SubscriptionOptions> optionsAsync(@Nullable Jid subscriber, @Nullable String subscriptionId);

	/**
	 * Sets options of a subscription (XEP-0060, 6.3.5).
	 * @param subscriber who gets the events, or {@code null} for the own account
	 * @param subscriptionId which subscription, or {@code null} if there is only one
	 * @param options the options to change
	 */
	void setOptions(@Nullable Jid subscriber, @Nullable String subscriptionId, SubscriptionOptions options);

	/**
	 * Sets options of a subscription (XEP-0060, 6.3.5).
	 * @param subscriber who gets the events, or {@code null} for the own account
	 * @param subscriptionId which subscription, or {@code null} if there is only one
	 * @param options the options to change
	 * @return a future that completes with {@code null}
	 */
	CompletableFuture<@Nullable Void> setOptionsAsync(@Nullable Jid subscriber, @Nullable String subscriptionId,
			SubscriptionOptions options);

	/**
	 * The own subscriptions to the node (XEP-0060, 5.6).
	 * @return the subscriptions
	 */
	List<NodeSubscription> subscriptions();

	/**
	 * The own subscriptions to the node (XEP-0060, 5.6).
	 * @return a future of the subscriptions
	 */
	CompletableFuture<List<NodeSubscription>> subscriptionsAsync();

	/**
	 * The own affiliations with the node (XEP-0060, 5.7).
	 * @return the affiliations
	 */
	List<NodeAffiliation> affiliations();

	/**
	 * The own affiliations with the node (XEP-0060, 5.7).
	 * @return a future of the affiliations
	 */
	CompletableFuture<List<NodeAffiliation>> affiliationsAsync();

	/**
	 * Publishes an item of which the service chooses the id (XEP-0060, 7.1).
	 * @param payload the payload
	 * @return the id, or {@code null} if the service does not tell it
	 */
	@Nullable String publish(Object payload);

	/**
	 * Publishes an item of which the service chooses the id (XEP-0060, 7.1).
	 * @param payload the payload
	 * @return a future of the id
	 */
	CompletableFuture<@Nullable String> publishAsync(Object payload);

	/**
	 * Publishes an item, in place of one of the same id if there is one (XEP-0060, 7.1).
	 * @param id the id, or {@code null} if the service shall choose one
	 * @param payload the payload, or {@code null} for an item without
	 * @return the id, or {@code null} if the service does not tell it
	 */
	@Nullable String publish(@Nullable String id, @Nullable Object payload);

	/**
	 * Publishes an item, in place of one of the same id if there is one (XEP-0060, 7.1).
	 * @param id the id, or {@code null} if the service shall choose one
	 * @param payload the payload, or {@code null} for an item without
	 * @return a future of the id
	 */
	CompletableFuture<@Nullable String> publishAsync(@Nullable String id, @Nullable Object payload);

	/**
	 * Publishes an item provided that the node is configured in a certain way (XEP-0060,
	 * 7.1.5). If there is no node, PEP services create one that is.
	 * @param id the id, or {@code null} if the service shall choose one
	 * @param payload the payload, or {@code null} for an item without
	 * @param options how the node must be configured
	 * @return the id, or {@code null} if the service does not tell it
	 */
	@Nullable String publish(@Nullable String id, @Nullable Object payload, NodeConfiguration options);

	/**
	 * Publishes an item provided that the node is configured in a certain way (XEP-0060,
	 * 7.1.5). If there is no node, PEP services create one that is.
	 * @param id the id, or {@code null} if the service shall choose one
	 * @param payload the payload, or {@code null} for an item without
	 * @param options how the node must be configured
	 * @return a future of the id
	 */
	CompletableFuture<@Nullable String> publishAsync(@Nullable String id, @Nullable Object payload,
			NodeConfiguration options);

	/**
	 * Publishes items, or only notifies if there are none (XEP-0060, 7.1).
	 * @param items the items
	 * @param options how the node must be configured, or {@code null} if that does not
	 * matter
	 * @return the ids that the service tells, in the order of the items
	 */
	List<String> publishItems(List<Item> items, @Nullable NodeConfiguration options);

	/**
	 * Publishes items, or only notifies if there are none (XEP-0060, 7.1).
	 * @param items the items
	 * @param options how the node must be configured, or {@code null} if that does not
	 * matter
	 * @return a future of the ids that the service tells, in the order of the items
	 */
	CompletableFuture<List<String>> publishItemsAsync(List<Item> items, @Nullable NodeConfiguration options);

	/**
	 * Deletes an item and tells the subscribers (XEP-0060, 7.2).
	 * @param id the id of the item
	 */
	void retract(String id);

	/**
	 * Deletes an item and tells the subscribers (XEP-0060, 7.2).
	 * @param id the id of the item
	 * @return a future that completes with {@code null}
	 */
	CompletableFuture<@Nullable Void> retractAsync(String id);

	/**
	 * Deletes items (XEP-0060, 7.2).
	 * @param ids the ids of the items, at least one
	 * @param notify whether to tell the subscribers, or {@code null} to leave that to the
	 * service
	 */
	void retract(Collection<String> ids, @Nullable Boolean notify);

	/**
	 * Deletes items (XEP-0060, 7.2).
	 * @param ids the ids of the items, at least one
	 * @param notify whether to tell the subscribers, or {@code null} to leave that to the
	 * service
	 * @return a future that completes with {@code null}
	 */
	CompletableFuture<@Nullable Void> retractAsync(Collection<String> ids, @Nullable Boolean notify);

	/**
	 * Retrieves all items, or as many as the service returns at once (XEP-0060, 6.5).
	 * @param type the type of the payloads
	 * @param <T> the type of the payloads
	 * @return the items
	 */
	<T> List<PubSubItem<T>> items(Class<T> type);

	/**
	 * Retrieves all items, or as many as the service returns at once (XEP-0060, 6.5).
	 * @param type the type of the payloads
	 * @param <T> the type of the payloads
	 * @return a future of the items
	 */
	<T> CompletableFuture<List<PubSubItem<T>>> itemsAsync(Class<T> type);

	/**
	 * Retrieves the latest items (XEP-0060, 6.5.7).
	 * @param type the type of the payloads
	 * @param max how many items at the most, positive
	 * @param <T> the type of the payloads
	 * @return the items
	 */
	<T> List<PubSubItem<T>> items(Class<T> type, int max);

	/**
	 * Retrieves the latest items (XEP-0060, 6.5.7).
	 * @param type the type of the payloads
	 * @param max how many items at the most, positive
	 * @param <T> the type of the payloads
	 * @return a future of the items
	 */
	<T> CompletableFuture<List<PubSubItem<T>>> itemsAsync(Class<T> type, int max);

	/**
	 * Retrieves items by their ids (XEP-0060, 6.5.8).
	 * @param type the type of the payloads
	 * @param ids the ids of the items, at least one
	 * @param <T> the type of the payloads
	 * @return those of the items that exist
	 */
	<T> List<PubSubItem<T>> items(Class<T> type, Collection<String> ids);

	/**
	 * Retrieves items by their ids (XEP-0060, 6.5.8).
	 * @param type the type of the payloads
	 * @param ids the ids of the items, at least one
	 * @param <T> the type of the payloads
	 * @return a future of those of the items that exist
	 */
	<T> CompletableFuture<List<PubSubItem<T>>> itemsAsync(Class<T> type, Collection<String> ids);

	/**
	 * Retrieves one item (XEP-0060, 6.5.8). Some services say {@code item-not-found} if
	 * there is no such item, others return nothing; the error is left as it is, for it
	 * may also mean that there is no such node.
	 * @param type the type of the payload
	 * @param id the id of the item
	 * @param <T> the type of the payload
	 * @return the item, empty if the service returns none
	 */
	<T> Optional<PubSubItem<T>> item(Class<T> type, String id);

	/**
	 * Retrieves one item (XEP-0060, 6.5.8). Some services say {@code item-not-found} if
	 * there is no such item, others return nothing; the error is left as it is, for it
	 * may also mean that there is no such node.
	 * @param type the type of the payload
	 * @param id the id of the item
	 * @param <T> the type of the payload
	 * @return a future of the item, empty if the service returns none
	 */
	<T> CompletableFuture<Optional<PubSubItem<T>>> itemAsync(Class<T> type, String id);

	/**
	 * Retrieves a page of the items (XEP-0060, 6.5.4; XEP-0059).
	 * @param type the type of the payloads
	 * @param range which page
	 * @param <T> the type of the payloads
	 * @return the page; what it says of the whole is {@code null} if the service does not
	 * know pages
	 */
	<T> Page<PubSubItem<T>> items(Class<T> type, ResultSet range);

	/**
	 * Retrieves a page of the items (XEP-0060, 6.5.4; XEP-0059).
	 * @param type the type of the payloads
	 * @param range which page
	 * @param <T> the type of the payloads
	 * @return a future of the page
	 */
	<T> CompletableFuture<Page<PubSubItem<T>>> itemsAsync(Class<T> type, ResultSet range);

}
