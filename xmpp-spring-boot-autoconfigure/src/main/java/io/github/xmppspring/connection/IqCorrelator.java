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

package io.github.xmppspring.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stanza.MalformedStanzaException;
import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.xml.Element;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Pairs responses with the requests that wait for them.
 * <p>
 * A response belongs to a request if it carries the same id and comes from the entity
 * that was asked (RFC 6120, 8.1.2.1 and 8.1.3), to the own address that asked it if there
 * are several. Everything else is counted and ignored, so nobody else can answer, and the
 * request goes on waiting.
 *
 * @author XMPP for Spring Boot contributors
 */
final class IqCorrelator {

	private static final Log logger = LogFactory.getLog(IqCorrelator.class);

	private final ConcurrentMap<String, PendingIq> pending = new ConcurrentHashMap<>();

	private final ResponseCounter counter = new ResponseCounter();

	private final boolean lenientErrorSender;

	IqCorrelator(boolean lenientErrorSender) {
		this.lenientErrorSender = lenientErrorSender;
	}

	/**
	 * Lets a request wait. It is removed by whatever completes it.
	 * @param request the request, about to be sent
	 * @param own the own addresses
	 * @throws IllegalStateException if one with the same id waits for the same entity
	 */
	void register(PendingIq request, OwnAddresses own) {
		request.address(own.peer(request.request().to()), own.self(request.request().from()));
		if (this.pending.putIfAbsent(request.id(), request) != null) {
			this.pending.merge(request.id(), request, this::chain);
		}
		request.sent(this);
		if (request.isDone()) {
			// before it knew where it waits
			ended(request, false);
		}
	}

	private PendingIq chain(PendingIq waiting, PendingIq request) {
		for (PendingIq other = waiting; other != null; other = other.next) {
			Assert.state(!other.isLike(request),
					"A request with the same id to the same entity is waiting for its response");
		}
		request.next = waiting;
		return request;
	}

	/**
	 * Forgets a request that has ended.
	 * @param request the request
	 * @param answered whether its response has come
	 */
	void ended(PendingIq request, boolean answered) {
		this.counter.ended(request, answered);
		remove(request);
	}

	private void remove(PendingIq request) {
		// the first of several is never one without a next
		if (request.next != null || !this.pending.remove(request.id(), request)) {
			this.pending.computeIfPresent(request.id(), (id, first) -> without(request, first));
		}
	}

	private static @Nullable PendingIq without(PendingIq request, PendingIq first) {
		if (first == request) {
			return request.next;
		}
		for (PendingIq before = first; before.next != null; before = before.next) {
			if (before.next == request) {
				before.next = request.next;
				break;
			}
		}
		return first;
	}

	/**
	 * Takes a response.
	 * @param response a stanza of type result or error
	 * @param own the own addresses
	 */
	void complete(Iq response, OwnAddresses own) {
		PendingIq request = take(response.id(), response.type(), own.peer(response.from()), own.self(response.to()));
		if (request == null) {
			return;
		}
		if (response.type() == IqType.RESULT && holdsError(response.payload())) {
			logger.warn("A result holds an error: it is taken as the result that its type says");
		}
		respond(request, request.respond(response, null));
	}

	private static boolean holdsError(@Nullable Element payload) {
		return payload != null
				&& (payload.is(Namespaces.CLIENT, "error") || payload.is(Namespaces.COMPONENT_ACCEPT, "error"));
	}

	/**
	 * Takes a response that breaks the rules.
	 * @param response what is wrong with it
	 * @param own the own addresses
	 */
	void fail(MalformedStanzaException response, OwnAddresses own) {
		IqType type = Objects.requireNonNullElse(IqType.ofValue(response.element().attribute("type")), IqType.RESULT);
		PendingIq request = take(response.id(), type, own.peer(response.from()), own.self(response.to()));
		if (request != null) {
			respond(request, request.respond(null, response));
		}
	}

	private void respond(PendingIq request, boolean taken) {
		if (taken) {
			this.counter.ended(request, true);
		}
		else {
			this.counter.late();
		}
	}

	private @Nullable PendingIq take(@Nullable String id, IqType type, @Nullable Jid sender, @Nullable Jid self) {
		PendingIq waiting = (id != null) ? this.pending.get(id) : null;
		if (waiting == null) {
			this.counter.ignored(id, sender, self);
			return null;
		}
		PendingIq request = find(waiting, type, sender, self);
		if (request == null) {
			this.counter.spoofed();
			return null;
		}
		// Before its callbacks run, or whoever has the response would still find the
		// request pending
		remove(request);
		return request;
	}

	private @Nullable PendingIq find(PendingIq first, IqType type, @Nullable Jid sender, @Nullable Jid self) {
		for (PendingIq request = first; request != null; request = request.next) {
			if (request.isBetween(sender, self)) {
				return request;
			}
		}
		for (PendingIq request = first; this.lenientErrorSender && request != null; request = request.next) {
			if (request.toleratesError(type, sender, self)) {
				return request;
			}
		}
		return null;
	}

	/**
	 * Fails everything that waits.
	 * @param cause the reason
	 */
	void failAll(XmppConnectionException cause) {
		for (PendingIq first : this.pending.values()) {
			PendingIq request = first;
			while (request != null) {
				PendingIq next = request.next;
				request.completeExceptionally(cause);
				request = next;
			}
		}
	}

	/**
	 * The requests that wait.
	 * @param now the time of {@link System#nanoTime()} to tell their age by
	 * @return a snapshot
	 */
	List<PendingIqInfo> pending(long now) {
		List<PendingIqInfo> pending = new ArrayList<>();
		for (PendingIq first : this.pending.values()) {
			for (PendingIq request = first; request != null; request = request.next) {
				pending.add(request.info(now));
			}
		}
		return pending;
	}

	IgnoredResponses ignored() {
		return this.counter.counts();
	}

	int size() {
		return this.pending.size();
	}

}
