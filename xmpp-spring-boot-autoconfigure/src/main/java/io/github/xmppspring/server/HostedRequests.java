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

package io.github.xmppspring.server;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqProgress;
import io.github.xmppspring.stanza.IqTimeoutException;
import io.github.xmppspring.stanza.MalformedStanzaException;
import io.github.xmppspring.stanza.StanzaIds;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * The requests of one hosted entity that wait for their responses. The event loop knows
 * who has sent a stanza, so there is no telling apart of what is genuine, as a client
 * needs. Belongs to the event loop but for {@link #send}.
 *
 * @author XMPP for Spring Boot contributors
 */
final class HostedRequests {

	private final Map<Key, CompletableFuture<Iq>> pending = new LinkedHashMap<>();

	private final StanzaIds ids = new StanzaIds();

	private final ServerLoop loop;

	private final StanzaRouter router;

	private final Duration timeout;

	private boolean closed;

	HostedRequests(ServerLoop loop, StanzaRouter router, Duration timeout) {
		this.loop = loop;
		this.router = router;
		this.timeout = timeout;
	}

	/**
	 * Sends a request.
	 * @param original the request, with a sender
	 * @return completes with the response
	 */
	CompletionStage<Iq> send(Iq original) {
		Iq request = (original.id() != null) ? original : original.withId(this.ids.next());
		CompletableFuture<Iq> result = new CompletableFuture<>();
		if (!this.loop.execute(() -> register(request, result))) {
			result.completeExceptionally(new IllegalStateException("The server is not running"));
		}
		return result;
	}

	private void register(Iq request, CompletableFuture<Iq> result) {
		Key key = new Key(request.id(), request.from(), request.to());
		if (this.closed) {
			result.completeExceptionally(new IllegalStateException("The hosted entity is closed"));
		}
		else if (this.pending.putIfAbsent(key, result) != null) {
			result.completeExceptionally(new IllegalStateException(
					"A request with the same id to the same entity is waiting for its response"));
		}
		else {
			Future<?> expiry = this.loop.eventLoop()
				.schedule(() -> expire(request, result), this.timeout.toMillis(), TimeUnit.MILLISECONDS);
			result.whenComplete((response, ex) -> {
				expiry.cancel(false);
				this.loop.execute(() -> this.pending.remove(key, result));
			});
			this.router.route(request);
		}
	}

	private void expire(Iq request, CompletableFuture<Iq> result) {
		if (!result.isDone()) {
			result.completeExceptionally(new IqTimeoutException(request, this.timeout, IqProgress.SENT));
		}
	}

	void complete(Iq response) {
		CompletableFuture<Iq> result = this.pending.remove(new Key(response.id(), response.to(), response.from()));
		if (result != null) {
			result.complete(response);
		}
	}

	/**
	 * Takes a response that breaks the rules.
	 * @param response the stanza
	 */
	void fail(Element response) {
		CompletableFuture<Iq> result = this.pending
			.remove(new Key(response.attribute("id"), Stanzas.to(response), Stanzas.address(response, "from")));
		if (result == null) {
			return;
		}
		try {
			result.complete(Iq.from(response));
		}
		catch (MalformedStanzaException ex) {
			result.completeExceptionally(ex);
		}
	}

	void close() {
		this.closed = true;
		failAll("The hosted entity was closed");
	}

	void failAll(String message) {
		List<CompletableFuture<Iq>> results = List.copyOf(this.pending.values());
		this.pending.clear();
		results.forEach((result) -> result.completeExceptionally(new IllegalStateException(message)));
	}

	private record Key(@Nullable String id, @Nullable Jid from, @Nullable Jid to) {

	}

}
