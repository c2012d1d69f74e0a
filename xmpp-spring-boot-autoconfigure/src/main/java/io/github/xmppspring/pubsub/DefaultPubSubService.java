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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.Extensions;
import io.github.xmppspring.payload.dataform.DataForm;
import io.github.xmppspring.payload.pubsub.NodeAffiliation;
import io.github.xmppspring.payload.pubsub.NodeConfiguration;
import io.github.xmppspring.payload.pubsub.NodeSubscription;
import io.github.xmppspring.payload.pubsub.PubSub;
import io.github.xmppspring.payload.pubsub.PubSubOwner;
import io.github.xmppspring.payload.pubsub.SubscriptionOptions;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A service that is asked through a template for IQs.
 *
 * @author XMPP for Spring Boot contributors
 */
final class DefaultPubSubService implements PubSubService {

	private final PubSubRequests requests;

	DefaultPubSubService(PubSubRequests requests) {
		this.requests = requests;
	}

	@Override
	public @Nullable Jid address() {
		return this.requests.service();
	}

	@Override
	public PubSubService from(Jid sender) {
		Assert.notNull(sender, "'sender' must not be null");
		return new DefaultPubSubService(this.requests.from(sender));
	}

	@Override
	public PubSubService forFullJid() {
		return new DefaultPubSubService(this.requests.forFullJid());
	}

	@Override
	public PubSubNode node(String name) {
		Assert.hasLength(name, "'name' must not be empty");
		return new DefaultPubSubNode(this.requests, name);
	}

	@Override
	public PubSubNode createInstantNode(@Nullable NodeConfiguration configuration) {
		return createCall(configuration).execute();
	}

	@Override
	public CompletableFuture<PubSubNode> createInstantNodeAsync(@Nullable NodeConfiguration configuration) {
		return createCall(configuration).executeAsync();
	}

	private PubSubCall<PubSubNode> createCall(@Nullable NodeConfiguration configuration) {
		return this.requests.set(DefaultPubSubNode.createRequest(null, configuration), (response) -> {
			Optional<String> name = this.requests.part(response, PubSub.Create.class).map(PubSub.Create::node);
			return node(this.requests.required(response, name, PubSub.Create.class));
		});
	}

	@Override
	public NodeConfiguration defaultConfiguration() {
		return defaultConfigurationCall().execute();
	}

	@Override
	public CompletableFuture<NodeConfiguration> defaultConfigurationAsync() {
		return defaultConfigurationCall().executeAsync();
	}

	private PubSubCall<NodeConfiguration> defaultConfigurationCall() {
		return this.requests.getAsOwner(new PubSubOwner.Default(null, null, Extensions.NONE), PubSubOwner.Default.class,
				(defaults) -> new NodeConfiguration(orEmpty(defaults.form(), NodeConfiguration.FORM_TYPE)));
	}

	@Override
	public SubscriptionOptions defaultOptions() {
		return defaultOptionsCall().execute();
	}

	@Override
	public CompletableFuture<SubscriptionOptions> defaultOptionsAsync() {
		return defaultOptionsCall().executeAsync();
	}

	private PubSubCall<SubscriptionOptions> defaultOptionsCall() {
		return this.requests.get(PubSub.of(new PubSub.Default(null, null, null, Extensions.NONE)), PubSub.Default.class,
				(defaults) -> new SubscriptionOptions(orEmpty(defaults.form(), SubscriptionOptions.FORM_TYPE)));
	}

	/**
	 * A form, which a service may leave out if there is nothing to set.
	 * @param form the form, or {@code null}
	 * @param formType the kind of the form
	 * @return the form, else one without fields
	 */
	static DataForm orEmpty(@Nullable DataForm form, String formType) {
		return (form != null) ? form : DataForm.builder(DataForm.Type.FORM, formType).build();
	}

	@Override
	public List<NodeSubscription> subscriptions() {
		return subscriptionsCall(this.requests, null).execute();
	}

	@Override
	public CompletableFuture<List<NodeSubscription>> subscriptionsAsync() {
		return subscriptionsCall(this.requests, null).executeAsync();
	}

	static PubSubCall<List<NodeSubscription>> subscriptionsCall(PubSubRequests requests, @Nullable String node) {
		return requests.get(PubSub.of(new PubSub.Subscriptions(node, List.of(), Extensions.NONE)),
				PubSub.Subscriptions.class, PubSub.Subscriptions::subscriptions);
	}

	@Override
	public List<NodeAffiliation> affiliations() {
		return affiliationsCall(this.requests, null).execute();
	}

	@Override
	public CompletableFuture<List<NodeAffiliation>> affiliationsAsync() {
		return affiliationsCall(this.requests, null).executeAsync();
	}

	static PubSubCall<List<NodeAffiliation>> affiliationsCall(PubSubRequests requests, @Nullable String node) {
		return requests.get(PubSub.of(new PubSub.Affiliations(node, List.of(), Extensions.NONE)),
				PubSub.Affiliations.class, PubSub.Affiliations::affiliations);
	}

	@Override
	public String toString() {
		return (address() != null) ? address().toString() : "the own account";
	}

}
