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

package io.github.xmppspring.disco;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Function;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.PayloadException;
import io.github.xmppspring.payload.caps.EntityCapabilities;
import io.github.xmppspring.payload.disco.DiscoInfo;
import io.github.xmppspring.payload.disco.DiscoItems;
import io.github.xmppspring.payload.rsm.Page;
import io.github.xmppspring.payload.rsm.ResultSet;
import io.github.xmppspring.stanza.IqErrorException;
import io.github.xmppspring.stanza.NonBlockingThread;
import io.github.xmppspring.stanza.Presence;
import io.github.xmppspring.stanza.PresenceType;
import io.github.xmppspring.stanza.Relay;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stanza.XmppException;
import io.github.xmppspring.template.IqExchangeException;
import io.github.xmppspring.template.IqInterruptedException;
import io.github.xmppspring.template.IqOperations;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The implementation of {@link DiscoOperations} over {@link IqOperations}.
 * <p>
 * Thread-safe.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class DiscoTemplate implements DiscoOperations {

	private static final Set<StanzaErrorCondition> NO = Set.of(StanzaErrorCondition.SERVICE_UNAVAILABLE,
			StanzaErrorCondition.FEATURE_NOT_IMPLEMENTED, StanzaErrorCondition.ITEM_NOT_FOUND);

	private final IqOperations operations;

	private final Executor executor;

	private final PeerCapabilities capabilities;

	private final InfoCache answers;

	/**
	 * Creates a template.
	 * @param operations sends the requests. Its futures should complete without another
	 * thread, as threads of the application may wait here for one answer together
	 * @param cache how much is remembered
	 * @param executor where futures complete
	 */
	public DiscoTemplate(IqOperations operations, DiscoCacheSettings cache, Executor executor) {
		Assert.notNull(operations, "'operations' must not be null");
		Assert.notNull(cache, "'cache' must not be null");
		Assert.notNull(executor, "'executor' must not be null");
		this.operations = operations;
		this.executor = executor;
		this.capabilities = new PeerCapabilities(cache);
		this.answers = new InfoCache(cache);
	}

	@Override
	public DiscoInfo info(Jid jid, @Nullable String node) {
		return await(find(jid, node));
	}

	@Override
	public CompletableFuture<DiscoInfo> infoAsync(Jid jid, @Nullable String node) {
		return relay(find(jid, node), Function.identity());
	}

	private CompletableFuture<DiscoInfo> find(Jid jid, @Nullable String node) {
		Assert.notNull(jid, "'jid' must not be null");
		EntityCapabilities announced = (node != null) ? null : this.capabilities.announcedBy(jid);
		if (announced == null) {
			return this.answers.get(jid, node, () -> ask(jid, node));
		}
		DiscoInfo known = this.capabilities.find(announced);
		return (known != null) ? CompletableFuture.completedFuture(known)
				: this.answers.get(jid, announced.infoNode(), () -> ask(jid, announced));
	}

	private CompletableFuture<DiscoInfo> ask(Jid jid, @Nullable String node) {
		return this.operations.get(DiscoInfo.request(node)).to(jid).retrieveAsync(DiscoInfo.class);
	}

	// Some announce a hash and do not know the node that belongs to it
	private CompletableFuture<DiscoInfo> ask(Jid jid, EntityCapabilities announced) {
		return ask(jid, announced.infoNode())
			.exceptionallyCompose((ex) -> isNo(ex) ? ask(jid, (String) null) : CompletableFuture.failedFuture(ex))
			.thenApply((info) -> {
				this.capabilities.verify(announced, info);
				return info.withNode(null);
			});
	}

	@Override
	public boolean supports(Jid jid, String feature) {
		try {
			return info(jid).supports(feature);
		}
		catch (IqErrorException ex) {
			if (isNo(ex)) {
				return false;
			}
			throw ex;
		}
	}

	@Override
	public CompletableFuture<Boolean> supportsAsync(Jid jid, String feature) {
		CompletableFuture<Boolean> support = find(jid, null).thenApply((info) -> info.supports(feature));
		return relay(support.exceptionallyCompose(
				(ex) -> isNo(ex) ? CompletableFuture.completedFuture(false) : CompletableFuture.failedFuture(ex)),
				Function.identity());
	}

	private static boolean isNo(Throwable failure) {
		return unwrap(failure) instanceof IqErrorException error && NO.contains(error.condition());
	}

	@Override
	public DiscoItems items(Jid jid, @Nullable String node) {
		return items(jid, DiscoItems.request(node)).retrieve(DiscoItems.class);
	}

	@Override
	public CompletableFuture<DiscoItems> itemsAsync(Jid jid, @Nullable String node) {
		return relayWithCancellation(DiscoItems.request(node), jid, Function.identity());
	}

	@Override
	public Page<DiscoItems.Item> items(Jid jid, @Nullable String node, ResultSet page) {
		return pageOf(items(jid, DiscoItems.request(node, page)).retrieve(DiscoItems.class));
	}

	@Override
	public CompletableFuture<Page<DiscoItems.Item>> itemsAsync(Jid jid, @Nullable String node, ResultSet page) {
		return relayWithCancellation(DiscoItems.request(node, page), jid, DiscoTemplate::pageOf);
	}

	private <T> CompletableFuture<T> relayWithCancellation(DiscoItems request, Jid jid,
			Function<DiscoItems, T> conversion) {
		CompletableFuture<DiscoItems> source = items(jid, request).retrieveAsync(DiscoItems.class);
		CompletableFuture<T> outcome = relay(source, conversion);
		outcome.whenComplete((value, failure) -> source.cancel(false));
		return outcome;
	}

	private IqOperations.RequestSpec items(Jid jid, DiscoItems request) {
		return this.operations.get(request).to(jid);
	}

	private static Page<DiscoItems.Item> pageOf(DiscoItems items) {
		return new Page<>(items.items(), items.set());
	}

	@Override
	public List<DiscoItems.Item> allItems(Jid jid, @Nullable String node, int limit) {
		ItemCollector collector = new ItemCollector(limit);
		ResultSet next = collector.first();
		while (next != null) {
			next = collector.add(items(jid, node, next));
		}
		return collector.items();
	}

	@Override
	public CompletableFuture<List<DiscoItems.Item>> allItemsAsync(Jid jid, @Nullable String node, int limit) {
		ItemCollector collector = new ItemCollector(limit);
		CompletableFuture<List<DiscoItems.Item>> outcome = relay(collect(jid, node, collector.first(), collector),
				Function.identity());
		outcome.whenComplete((value, failure) -> collector.stop());
		return outcome;
	}

	private CompletableFuture<List<DiscoItems.Item>> collect(Jid jid, @Nullable String node, ResultSet page,
			ItemCollector collector) {
		return items(jid, DiscoItems.request(node, page)).retrieveAsync(DiscoItems.class).thenCompose((items) -> {
			ResultSet next = collector.add(pageOf(items));
			return (next != null) ? collect(jid, node, next, collector)
					: CompletableFuture.completedFuture(collector.items());
		});
	}

	@Override
	public void forget(Jid jid) {
		this.answers.forget(jid);
	}

	/**
	 * Takes note of the presence of a peer: what it announces of itself, or that it is
	 * gone.
	 * @param presence the presence
	 */
	void accept(Presence presence) {
		Jid peer = presence.from();
		if (peer == null || !(presence.isAvailable() || presence.type() == PresenceType.UNAVAILABLE)) {
			return;
		}
		if (this.capabilities.announce(peer, presence.isAvailable() ? capabilitiesIn(presence) : null)
				|| !presence.isAvailable()) {
			this.answers.forget(peer);
		}
	}

	private static @Nullable EntityCapabilities capabilitiesIn(Presence presence) {
		Element element = presence.extension(EntityCapabilities.NAMESPACE, EntityCapabilities.NAME.getLocalPart());
		try {
			return (element != null) ? EntityCapabilities.CODEC.read(element) : null;
		}
		catch (PayloadException ex) {
			return null;
		}
	}

	/**
	 * Forgets what peers said of themselves, as when the stream is a new one: they may be
	 * others by now. What verified capabilities stand for stays true.
	 */
	public void forgetAll() {
		this.capabilities.forgetPeers();
		this.answers.forgetAll();
	}

	private <S, T> CompletableFuture<T> relay(CompletableFuture<S> source, Function<S, T> conversion) {
		return Relay.of(source.thenApply(conversion), this.executor, DiscoTemplate::translate);
	}

	private static <T> T await(CompletableFuture<T> answer) {
		Assert.state(answer.isDone() || !(Thread.currentThread() instanceof NonBlockingThread),
				"This thread carries the stanzas of a connection and must not wait for one. "
						+ "Use infoAsync or supportsAsync, or call from another thread");
		try {
			return answer.get();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IqInterruptedException(ex);
		}
		catch (ExecutionException | CancellationException ex) {
			throw translate(ex);
		}
	}

	private static XmppException translate(Throwable failure) {
		Throwable cause = unwrap(failure);
		return (cause instanceof XmppException known) ? known
				: new IqExchangeException("The request failed: " + cause.getClass().getName(), cause);
	}

	private static Throwable unwrap(Throwable failure) {
		Throwable cause = failure;
		while ((cause instanceof CompletionException || cause instanceof ExecutionException)
				&& cause.getCause() != null) {
			cause = cause.getCause();
		}
		return cause;
	}

}
