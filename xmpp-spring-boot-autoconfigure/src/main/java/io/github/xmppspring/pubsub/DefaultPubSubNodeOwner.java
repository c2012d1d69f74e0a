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

import io.github.xmppspring.payload.Extensions;
import io.github.xmppspring.payload.pubsub.NodeAffiliation;
import io.github.xmppspring.payload.pubsub.NodeConfiguration;
import io.github.xmppspring.payload.pubsub.NodeSubscription;
import io.github.xmppspring.payload.pubsub.PubSubOwner;
import io.github.xmppspring.payload.pubsub.Redirect;
import org.jspecify.annotations.Nullable;

/**
 * The owners' part of a node whose service is asked through a template for IQs.
 *
 * @author XMPP for Spring Boot contributors
 */
final class DefaultPubSubNodeOwner implements PubSubNodeOwner {

	private final PubSubRequests requests;

	private final String node;

	DefaultPubSubNodeOwner(PubSubRequests requests, String node) {
		this.requests = requests;
		this.node = node;
	}

	@Override
	public NodeConfiguration configuration() {
		return configurationCall().execute();
	}

	@Override
	public CompletableFuture<NodeConfiguration> configurationAsync() {
		return configurationCall().executeAsync();
	}

	private PubSubCall<NodeConfiguration> configurationCall() {
		return this.requests.getAsOwner(new PubSubOwner.Configure(this.node, null, Extensions.NONE),
				PubSubOwner.Configure.class, (configure) -> new NodeConfiguration(
						DefaultPubSubService.orEmpty(configure.form(), NodeConfiguration.FORM_TYPE)));
	}

	@Override
	public void configure(NodeConfiguration configuration) {
		configureCall(configuration).execute();
	}

	@Override
	public CompletableFuture<@Nullable Void> configureAsync(NodeConfiguration configuration) {
		return configureCall(configuration).executeAsync();
	}

	private PubSubCall<@Nullable Void> configureCall(NodeConfiguration configuration) {
		return run(new PubSubOwner.Configure(this.node, configuration.toSubmit(), Extensions.NONE));
	}

	@Override
	public void delete() {
		deleteCall(null).execute();
	}

	@Override
	public CompletableFuture<@Nullable Void> deleteAsync() {
		return deleteCall(null).executeAsync();
	}

	@Override
	public void delete(String redirect) {
		deleteCall(Redirect.to(redirect)).execute();
	}

	@Override
	public CompletableFuture<@Nullable Void> deleteAsync(String redirect) {
		return deleteCall(Redirect.to(redirect)).executeAsync();
	}

	private PubSubCall<@Nullable Void> deleteCall(@Nullable Redirect redirect) {
		return run(new PubSubOwner.Delete(this.node, redirect, Extensions.NONE));
	}

	@Override
	public void purge() {
		purgeCall().execute();
	}

	@Override
	public CompletableFuture<@Nullable Void> purgeAsync() {
		return purgeCall().executeAsync();
	}

	private PubSubCall<@Nullable Void> purgeCall() {
		return run(new PubSubOwner.Purge(this.node, Extensions.NONE));
	}

	@Override
	public List<NodeSubscription> subscriptions() {
		return subscriptionsCall().execute();
	}

	@Override
	public CompletableFuture<List<NodeSubscription>> subscriptionsAsync() {
		return subscriptionsCall().executeAsync();
	}

	private PubSubCall<List<NodeSubscription>> subscriptionsCall() {
		return this.requests.getAsOwner(new PubSubOwner.Subscriptions(this.node, List.of(), Extensions.NONE),
				PubSubOwner.Subscriptions.class, PubSubOwner.Subscriptions::subscriptions);
	}

	@Override
	public void setSubscriptions(List<NodeSubscription> subscriptions) {
		setSubscriptionsCall(subscriptions).execute();
	}

	@Override
	public CompletableFuture<@Nullable Void> setSubscriptionsAsync(List<NodeSubscription> subscriptions) {
		return setSubscriptionsCall(subscriptions).executeAsync();
	}

	private PubSubCall<@Nullable Void> setSubscriptionsCall(List<NodeSubscription> subscriptions) {
		return run(new PubSubOwner.Subscriptions(this.node, subscriptions, Extensions.NONE));
	}

	@Override
	public List<NodeAffiliation> affiliations() {
		return affiliationsCall().execute();
	}

	@Override
	public CompletableFuture<List<NodeAffiliation>> affiliationsAsync() {
		return affiliationsCall().executeAsync();
	}

	private PubSubCall<List<NodeAffiliation>> affiliationsCall() {
		return this.requests.getAsOwner(new PubSubOwner.Affiliations(this.node, List.of(), Extensions.NONE),
				PubSubOwner.Affiliations.class, PubSubOwner.Affiliations::affiliations);
	}

	@Override
	public void setAffiliations(List<NodeAffiliation> affiliations) {
		setAffiliationsCall(affiliations).execute();
	}

	@Override
	public CompletableFuture<@Nullable Void> setAffiliationsAsync(List<NodeAffiliation> affiliations) {
		return setAffiliationsCall(affiliations).executeAsync();
	}

	private PubSubCall<@Nullable Void> setAffiliationsCall(List<NodeAffiliation> affiliations) {
		return run(new PubSubOwner.Affiliations(this.node, affiliations, Extensions.NONE));
	}

	private PubSubCall<@Nullable Void> run(PubSubOwner.Action action) {
		return this.requests.run(PubSubOwner.of(action));
	}

}
