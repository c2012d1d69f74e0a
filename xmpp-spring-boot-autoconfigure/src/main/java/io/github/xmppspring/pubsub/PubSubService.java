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

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.pubsub.NodeAffiliation;
import io.github.xmppspring.payload.pubsub.NodeConfiguration;
import io.github.xmppspring.payload.pubsub.NodeSubscription;
import io.github.xmppspring.payload.pubsub.SubscriptionOptions;
import org.jspecify.annotations.Nullable;

/**
 * A publish-subscribe service: what can be asked of it as a whole, and its nodes. For
 * what fails in which way, see {@link PubSubOperations}.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public interface PubSubService {

	/**
	 * The address of the service.
	 * @return the address, or {@code null} if it is the own account
	 */
	@Nullable Jid address();

	/**
	 * The service as asked by one of the addresses of a component. It is also who
	 * subscribes where no one else is named. The address of a client is known to its
	 * server and cannot be chosen.
	 * @param sender the entity that asks
	 * @return the service
	 */
	PubSubService from(Jid sender);

	/**
	 * The service with subscriptions of this stream alone: where no one is named who
	 * subscribes, it is the own full JID rather than the bare one, which is for all
	 * resources of the account.
	 * @return the service
	 */
	PubSubService forFullJid();

	/**
	 * A node of the service, whether it exists or not.
	 * @param name its name; for PEP it often is a namespace
	 * @return the node
	 */
	PubSubNode node(String name);

	/**
	 * Creates a node of which the service chooses the name (XEP-0060, 8.1.2).
	 * @param configuration how to configure it, or {@code null} for the default
	 * @return the node
	 */
	PubSubNode createInstantNode(@Nullable NodeConfiguration configuration);

	/**
	 * Creates a node of which the service chooses the name (XEP-0060, 8.1.2).
	 * @param configuration how to configure it, or {@code null} for the default
	 * @return a future of the node
	 */
	CompletableFuture<PubSubNode> createInstantNodeAsync(@Nullable NodeConfiguration configuration);

	/**
	 * The configuration of new nodes (XEP-0060, 8.3).
	 * @return the configuration
	 */
	NodeConfiguration defaultConfiguration();

	/**
	 * The configuration of new nodes (XEP-0060, 8.3).
	 * @return a future of the configuration
	 */
	CompletableFuture<NodeConfiguration> defaultConfigurationAsync();

	/**
	 * The options of new subscriptions (XEP-0060, 6.4).
	 * @return the options
	 */
	SubscriptionOptions defaultOptions();

	/**
	 * The options of new subscriptions (XEP-0060, 6.4).
	 * @return a future of the options
	 */
	CompletableFuture<SubscriptionOptions> defaultOptionsAsync();

	/**
	 * The own subscriptions to all nodes of the service (XEP-0060, 5.6).
	 * @return the subscriptions
	 */
	List<NodeSubscription> subscriptions();

	/**
	 * The own subscriptions to all nodes of the service (XEP-0060, 5.6).
	 * @return a future of the subscriptions
	 */
	CompletableFuture<List<NodeSubscription>> subscriptionsAsync();

	/**
	 * The own affiliations with all nodes of the service (XEP-0060, 5.7).
	 * @return the affiliations
	 */
	List<NodeAffiliation> affiliations();

	/**
	 * The own affiliations with all nodes of the service (XEP-0060, 5.7).
	 * @return a future of the affiliations
	 */
	CompletableFuture<List<NodeAffiliation>> affiliationsAsync();

}
