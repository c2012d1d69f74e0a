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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqExchange;
import io.github.xmppspring.stanza.IqTimeoutException;
import io.github.xmppspring.stanza.StanzaError;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stanza.StanzaErrorException;
import io.github.xmppspring.xml.Element;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Brings requests to a hosted exchange, off the event loop and in their order, and sees
 * to it that each is answered exactly once.
 *
 * @author XMPP for Spring Boot contributors
 */
final class HostedExchange implements HostedEntity, Recipient {

	private static final Log logger = LogFactory.getLog(HostedExchange.class);

	private static final int MAX_IN_FLIGHT = 10_000;

	private final Jid address;

	private final IqExchange exchange;

	private final ServerLoop loop;

	private final Jid domain;

	private final Duration timeout;

	private final StanzaRouter router;

	private final EntityRegistry entities;

	private final SerialExecutor executor;

	private final HostedRequests requests;

	private int inFlight;

	HostedExchange(Jid address, IqExchange exchange, ServerLoop loop, Directory directory, StanzaRouter router) {
		this.address = address;
		this.exchange = exchange;
		this.loop = loop;
		this.domain = directory.settings().domain();
		this.timeout = directory.settings().exchangeTimeout();
		this.router = router;
		this.entities = directory.entities();
		this.executor = new SerialExecutor(loop::workers);
		this.requests = new HostedRequests(loop, router, this.timeout);
	}

	@Override
	public Jid address() {
		return this.address;
	}

	@Override
	public void deliver(Iq iq) {
		if (!iq.isRequest()) {
			this.requests.complete(iq);
		}
		else if (this.inFlight >= MAX_IN_FLIGHT) {
			this.router.route(iq.error(StanzaErrorCondition.RESOURCE_CONSTRAINT));
		}
		else {
			serve(iq);
		}
	}

	@Override
	public void deliver(Element stanza) {
		if (Stanzas.isMessage(stanza)) {
			if (!Stanzas.isError(stanza)) {
				this.router.route(Stanzas.error(stanza, StanzaErrorCondition.SERVICE_UNAVAILABLE));
			}
		}
		else if (!Stanzas.isPresence(stanza)) {
			this.requests.fail(stanza);
		}
	}

	private void serve(Iq request) {
		this.inFlight++;
		CompletableFuture<Iq> outcome = new CompletableFuture<>();
		Future<?> expiry = this.loop.eventLoop()
			.schedule(() -> outcome.completeExceptionally(new TimeoutException()), this.timeout.toMillis(),
					TimeUnit.MILLISECONDS);
		outcome.whenComplete((response, ex) -> {
			expiry.cancel(false);
			this.loop.execute(() -> answer(request, toReply(request, response, ex)));
		});
		try {
			this.executor.execute(() -> ask(request, outcome));
		}
		catch (RejectedExecutionException | IllegalStateException ex) {
			outcome.completeExceptionally(new StanzaErrorException(StanzaErrorCondition.SERVICE_UNAVAILABLE));
		}
	}

	private void ask(Iq request, CompletableFuture<Iq> outcome) {
		if (outcome.isDone()) {
			return;
		}
		try {
			CompletionStage<Iq> stage = this.exchange.exchange(request);
			outcome.whenComplete((response, ex) -> stage.toCompletableFuture().cancel(false));
			stage.whenComplete((response, ex) -> {
				if (ex != null) {
					outcome.completeExceptionally(ex);
				}
				else {
					outcome.complete(response);
				}
			});
		}
		catch (Throwable ex) {
			outcome.completeExceptionally(ex);
		}
	}

	private void answer(Iq request, Iq reply) {
		this.inFlight--;
		this.router.route(reply.mutate().id(request.id()).to(request.from()).from(request.to()).build());
	}

	private Iq toReply(Iq request, @Nullable Iq response, @Nullable Throwable failure) {
		Throwable cause = (failure instanceof CompletionException && failure.getCause() != null) ? failure.getCause()
				: failure;
		if (response != null && !response.isRequest()) {
			return response;
		}
		if (cause instanceof StanzaErrorException ex) {
			return request.error(ex.error());
		}
		if (cause instanceof TimeoutException || cause instanceof IqTimeoutException) {
			return request.error(StanzaErrorCondition.REMOTE_SERVER_TIMEOUT);
		}
		logger.error("The exchange hosted at '" + this.address + "' gave no response", cause);
		return request.error(StanzaError.of(StanzaErrorCondition.INTERNAL_SERVER_ERROR));
	}

	@Override
	public CompletionStage<Iq> exchange(Iq request) {
		Assert.isTrue(request.isRequest(), "Only a request of type get or set can be exchanged for a response");
		Jid from = (request.from() != null) ? request.from() : this.address;
		boolean own = from.equals(this.address) || from.bare().equals(this.address)
				|| from.domainJid().equals(this.address);
		Assert.isTrue(own, "The sender must be the hosted entity");
		Jid to = (request.to() != null) ? request.to() : this.domain;
		return this.requests.send(request.mutate().from(from).to(to).build());
	}

	@Override
	public void close() {
		this.loop.run(() -> {
			this.entities.remove(this.address, this);
			this.requests.close();
		});
	}

	/**
	 * Forgets the requests that nobody waits for any more, and fails those of this
	 * entity.
	 */
	void stopped() {
		this.inFlight = 0;
		this.requests.failAll("The server was stopped");
	}

}
