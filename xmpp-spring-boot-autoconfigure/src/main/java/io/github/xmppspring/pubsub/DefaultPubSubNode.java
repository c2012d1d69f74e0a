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
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.Extensions;
import io.github.xmppspring.payload.pubsub.Item;
import io.github.xmppspring.payload.pubsub.NodeAffiliation;
import io.github.xmppspring.payload.pubsub.NodeConfiguration;
import io.github.xmppspring.payload.pubsub.NodeSubscription;
import io.github.xmppspring.payload.pubsub.PubSub;
import io.github.xmppspring.payload.pubsub.SubscriptionOptions;
import io.github.xmppspring.payload.rsm.Page;
import io.github.xmppspring.payload.rsm.ResultSet;
import io.github.xmppspring.stanza.Iq;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A node whose service is asked through a template for IQs.
 *
 * @author XMPP for Spring Boot contributors
 */
final class DefaultPubSubNode implements PubSubNode {

	private final PubSubRequests requests;

	private final String name;

	DefaultPubSubNode(PubSubRequests requests, String name) {
		this.requests = requests;
		this.name = name;
	}

	@Override
	public @Nullable Jid service() {
		return this.requests.service();
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public PubSubNodeOwner owner() {
		return new DefaultPubSubNodeOwner(this.requests, this.name);
	}

	@Override
	public void create() {
		createCall(null).execute();
	}

	@Override
	public CompletableFuture<@Nullable Void> createAsync() {
		return createCall(null).executeAsync();
	}

	@Override
	public void create(NodeConfiguration configuration) {
		createCall(configuration).execute();
	}

	@Override
	public CompletableFuture<@Nullable Void> createAsync(NodeConfiguration configuration) {
		return createCall(configuration).executeAsync();
	}

	private PubSubCall<@Nullable Void> createCall(@Nullable NodeConfiguration configuration) {
		return this.requests.run(createRequest(this.name, configuration));
	}

	static PubSub createRequest(@Nullable String name, @Nullable NodeConfiguration configuration) {
		PubSub.Create create = new PubSub.Create(name, Extensions.NONE);
		return (configuration != null)
				? PubSub.of(create, new PubSub.Configure(null, configuration.toSubmit(), Extensions.NONE))
				: PubSub.of(create);
	}

	@Override
	public NodeSubscription subscribe() {
		return subscribe(null, null);
	}

	@Override
	public CompletableFuture<NodeSubscription> subscribeAsync() {
		return subscribeAsync(null, null);
	}

	@Override
	public NodeSubscription subscribe(@Nullable Jid subscriber, @Nullable SubscriptionOptions options) {
		return subscribeCall(subscriber, options).execute();
	}

	@Override
	public CompletableFuture<NodeSubscription> subscribeAsync(@Nullable Jid subscriber,
			@Nullable SubscriptionOptions options) {
		return subscribeCall(subscriber, options).executeAsync();
	}

	private PubSubCall<NodeSubscription> subscribeCall(@Nullable Jid named, @Nullable SubscriptionOptions options) {
		Jid subscriber = this.requests.subscriber(named);
		PubSub.Subscribe subscribe = new PubSub.Subscribe(this.name, subscriber, Extensions.NONE);
		PubSub request = (options != null)
				? PubSub.of(subscribe,
						new PubSub.Options(this.name, subscriber, null, options.toSubmit(), Extensions.NONE))
				: PubSub.of(subscribe);
		return this.requests.set(request,
				(response) -> this.requests
					.required(response, this.requests.part(response, PubSub.Subscribed.class), NodeSubscription.class)
					.subscription());
	}

	@Override
	public void unsubscribe() {
		unsubscribe(null, null);
	}

	@Override
	public CompletableFuture<@Nullable Void> unsubscribeAsync() {
		return unsubscribeAsync(null, null);
	}

	@Override
	public void unsubscribe(@Nullable Jid subscriber, @Nullable String subscriptionId) {
		unsubscribeCall(subscriber, subscriptionId).execute();
	}

	@Override
	public CompletableFuture<@Nullable Void> unsubscribeAsync(@Nullable Jid subscriber,
			@Nullable String subscriptionId) {
		return unsubscribeCall(subscriber, subscriptionId).executeAsync();
	}

	private PubSubCall<@Nullable Void> unsubscribeCall(@Nullable Jid subscriber, @Nullable String subscriptionId) {
		return this.requests.run(PubSub.of(new PubSub.Unsubscribe(this.name, this.requests.subscriber(subscriber),
				subscriptionId, Extensions.NONE)));
	}

	@Override
	public SubscriptionOptions options(@Nullable Jid subscriber, @Nullable String subscriptionId) {
		return optionsCall(subscriber, subscriptionId).execute();
	}

	@Override
	public CompletableFuture<SubscriptionOptions> optionsAsync(@Nullable Jid subscriber,
			@Nullable String subscriptionId) {
		return optionsCall(subscriber, subscriptionId).executeAsync();
	}

	private PubSubCall<SubscriptionOptions> optionsCall(@Nullable Jid subscriber, @Nullable String subscriptionId) {
		return this.requests.get(PubSub.of(optionsOf(subscriber, subscriptionId, null)), PubSub.Options.class,
				(options) -> new SubscriptionOptions(
						DefaultPubSubService.orEmpty(options.form(), SubscriptionOptions.FORM_TYPE)));
	}

	@Override
	public void setOptions(@Nullable Jid subscriber, @Nullable String subscriptionId, SubscriptionOptions options) {
		setOptionsCall(subscriber, subscriptionId, options).execute();
	}

	@Override
	public CompletableFuture<@Nullable Void> setOptionsAsync(@Nullable Jid subscriber, @Nullable String subscriptionId,
			SubscriptionOptions options) {
		return setOptionsCall(subscriber, subscriptionId, options).executeAsync();
	}

	private PubSubCall<@Nullable Void> setOptionsCall(@Nullable Jid subscriber, @Nullable String subscriptionId,
			SubscriptionOptions options) {
		return this.requests.run(PubSub.of(optionsOf(subscriber, subscriptionId, options)));
	}

	private PubSub.Options optionsOf(@Nullable Jid subscriber, @Nullable String subscriptionId,
			@Nullable SubscriptionOptions options) {
		return new PubSub.Options(this.name, this.requests.subscriber(subscriber), subscriptionId,
				(options != null) ? options.toSubmit() : null, Extensions.NONE);
	}

	@Override
	public List<NodeSubscription> subscriptions() {
		return DefaultPubSubService.subscriptionsCall(this.requests, this.name).execute();
	}

	@Override
	public CompletableFuture<List<NodeSubscription>> subscriptionsAsync() {
		return DefaultPubSubService.subscriptionsCall(this.requests, this.name).executeAsync();
	}

	@Override
	public List<NodeAffiliation> affiliations() {
		return DefaultPubSubService.affiliationsCall(this.requests, this.name).execute();
	}

	@Override
	public CompletableFuture<List<NodeAffiliation>> affiliationsAsync() {
		return DefaultPubSubService.affiliationsCall(this.requests, this.name).executeAsync();
	}

	@Override
	public @Nullable String publish(Object payload) {
		Assert.notNull(payload, "'payload' must not be null");
		return publishCall(null, payload, null).execute();
	}

	@Override
	public CompletableFuture<@Nullable String> publishAsync(Object payload) {
		Assert.notNull(payload, "'payload' must not be null");
		return publishCall(null, payload, null).executeAsync();
	}

	@Override
	public @Nullable String publish(@Nullable String id, @Nullable Object payload) {
		return publishCall(id, payload, null).execute();
	}

	@Override
	public CompletableFuture<@Nullable String> publishAsync(@Nullable String id, @Nullable Object payload) {
		return publishCall(id, payload, null).executeAsync();
	}

	@Override
	public @Nullable String publish(@Nullable String id, @Nullable Object payload, NodeConfiguration options) {
		return publishCall(id, payload, options).execute();
	}

	@Override
	public CompletableFuture<@Nullable String> publishAsync(@Nullable String id, @Nullable Object payload,
			NodeConfiguration options) {
		return publishCall(id, payload, options).executeAsync();
	}

	private PubSubCall<@Nullable String> publishCall(@Nullable String id, @Nullable Object payload,
			@Nullable NodeConfiguration options) {
		PubSub request = publishRequest(List.of(this.requests.item(id, payload)), options);
		return this.requests.<@Nullable String>set(request, (response) -> firstOf(publishedIds(response), id));
	}

	private static @Nullable String firstOf(List<String> ids, @Nullable String fallback) {
		return ids.isEmpty() ? fallback : ids.get(0);
	}

	@Override
	public List<String> publishItems(List<Item> items, @Nullable NodeConfiguration options) {
		return this.requests.set(publishRequest(items, options), this::publishedIds).execute();
	}

	@Override
	public CompletableFuture<List<String>> publishItemsAsync(List<Item> items, @Nullable NodeConfiguration options) {
		return this.requests.set(publishRequest(items, options), this::publishedIds).executeAsync();
	}

	private PubSub publishRequest(List<Item> items, @Nullable NodeConfiguration options) {
		PubSub.Publish publish = new PubSub.Publish(this.name, items, Extensions.NONE);
		return (options != null)
				? PubSub.of(publish, new PubSub.PublishOptions(options.toPublishOptions(), Extensions.NONE))
				: PubSub.of(publish);
	}

	private List<String> publishedIds(Iq response) {
		return this.requests.part(response, PubSub.Publish.class)
			.map((publish) -> publish.items().stream().map(Item::id).filter(Objects::nonNull).toList())
			.orElse(List.of());
	}

	@Override
	public void retract(String id) {
		retractCall(List.of(id), true).execute();
	}

	@Override
	public CompletableFuture<@Nullable Void> retractAsync(String id) {
		return retractCall(List.of(id), true).executeAsync();
	}

	@Override
	public void retract(Collection<String> ids, @Nullable Boolean notify) {
		retractCall(ids, notify).execute();
	}

	@Override
	public CompletableFuture<@Nullable Void> retractAsync(Collection<String> ids, @Nullable Boolean notify) {
		return retractCall(ids, notify).executeAsync();
	}

	private PubSubCall<@Nullable Void> retractCall(Collection<String> ids, @Nullable Boolean notify) {
		return this.requests.run(PubSub.of(new PubSub.Retract(this.name, notify, itemsOf(ids), Extensions.NONE)));
	}

	private static List<Item> itemsOf(Collection<String> ids) {
		return ids.stream().map(Item::of).toList();
	}

	@Override
	public <T> List<PubSubItem<T>> items(Class<T> type) {
		return itemsCall(type, null, List.of()).execute();
	}

	@Override
	public <T> CompletableFuture<List<PubSubItem<T>>> itemsAsync(Class<T> type) {
		return itemsCall(type, null, List.of()).executeAsync();
	}

	@Override
	public <T> List<PubSubItem<T>> items(Class<T> type, int max) {
		return itemsCall(type, max, List.of()).execute();
	}

	@Override
	public <T> CompletableFuture<List<PubSubItem<T>>> itemsAsync(Class<T> type, int max) {
		return itemsCall(type, max, List.of()).executeAsync();
	}

	@Override
	public <T> List<PubSubItem<T>> items(Class<T> type, Collection<String> ids) {
		Assert.notEmpty(ids, "'ids' must not be empty");
		return itemsCall(type, null, ids).execute();
	}

	@Override
	public <T> CompletableFuture<List<PubSubItem<T>>> itemsAsync(Class<T> type, Collection<String> ids) {
		Assert.notEmpty(ids, "'ids' must not be empty");
		return itemsCall(type, null, ids).executeAsync();
	}

	@Override
	public <T> Optional<PubSubItem<T>> item(Class<T> type, String id) {
		return itemCall(type, id).execute();
	}

	@Override
	public <T> CompletableFuture<Optional<PubSubItem<T>>> itemAsync(Class<T> type, String id) {
		return itemCall(type, id).executeAsync();
	}

	private <T> PubSubCall<List<PubSubItem<T>>> itemsCall(Class<T> type, @Nullable Integer max,
			Collection<String> ids) {
		return itemsCall(type, PubSub.of(itemsPart(max, ids)), (response) -> this.requests.items(response, type));
	}

	private <T> PubSubCall<Optional<PubSubItem<T>>> itemCall(Class<T> type, String id) {
		return itemsCall(type, PubSub.of(itemsPart(null, List.of(id))),
				(response) -> this.requests.items(response, type).stream().findFirst());
	}

	@Override
	public <T> Page<PubSubItem<T>> items(Class<T> type, ResultSet range) {
		return pageCall(type, range).execute();
	}

	@Override
	public <T> CompletableFuture<Page<PubSubItem<T>>> itemsAsync(Class<T> type, ResultSet range) {
		return pageCall(type, range).executeAsync();
	}

	private <T> PubSubCall<Page<PubSubItem<T>>> pageCall(Class<T> type, ResultSet range) {
		PubSub request = PubSub.of(itemsPart(null, List.of()), new PubSub.Paging(range));
		return itemsCall(type, request, (response) -> new Page<>(this.requests.items(response, type),
				this.requests.part(response, PubSub.Paging.class).map(PubSub.Paging::set).orElse(null)));
	}

	private <R> PubSubCall<R> itemsCall(Class<?> type, PubSub request, Function<Iq, R> reader) {
		this.requests.requireCodec(type);
		return this.requests.get(request, reader);
	}

	private PubSub.Items itemsPart(@Nullable Integer max, Collection<String> ids) {
		return new PubSub.Items(this.name, max, null, itemsOf(ids), Extensions.NONE);
	}

	@Override
	public String toString() {
		return this.name;
	}

}
