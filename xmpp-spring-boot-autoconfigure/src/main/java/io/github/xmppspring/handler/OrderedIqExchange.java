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

package io.github.xmppspring.handler;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqExchange;
import io.github.xmppspring.stanza.IqFilter;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.task.TaskDecorator;
import org.springframework.util.Assert;

/**
 * Takes requests off the event loop: handlers run on the threads of an executor, one
 * request after the other for each sender, at the same time for different senders, and no
 * more of them than a limit. {@link #exchange} never blocks and never throws.
 * <p>
 * A sender's turn lasts as long as the handler does not return: an asynchronous handler
 * ends it by returning its stage. So a handler that blocks until its own caller answers a
 * request gets that answer, as responses do not come this way; but if the caller asks
 * again before it answers, that request waits until the handler is done. Where the
 * {@linkplain IqHandlerLimits#ordered() limits} want no order, no request waits for
 * another.
 * <p>
 * Requests that need no thread, as there is no handler or one that never blocks, are
 * answered at once.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class OrderedIqExchange implements IqExchange {

	private static final Log logger = LogFactory.getLog(OrderedIqExchange.class);

	private static final Object SERVER = "server";

	private final IqDispatcher dispatcher;

	private final IqExchange target;

	private final boolean filtered;

	private final Executor threads;

	private final SenderOrderedExecutor executor;

	private final IqHandlerLimits limits;

	private final PendingRequests pending;

	private final HandlerCounter counter;

	private final IqErrorReplies errors;

	private final PendingRequest.Surroundings surroundings;

	/**
	 * Creates the exchange.
	 * @param dispatcher leads to the handlers
	 * @param filters stand before the dispatcher; they run on the threads of the
	 * handlers, and if there are any, so do all requests
	 * @param executor runs the handlers; it must not block who calls it
	 * @param limits how much of what they may take
	 */
	public OrderedIqExchange(IqDispatcher dispatcher, List<? extends IqFilter> filters, Executor executor,
			IqHandlerLimits limits) {
		this(dispatcher, filters, executor, limits, (task) -> task);
	}

	/**
	 * Creates an exchange that gives handlers a context.
	 * @param dispatcher leads to the handlers
	 * @param filters stand before the dispatcher; they run on the threads of the
	 * handlers, and if there are any, so do all requests
	 * @param executor runs the handlers; it must not block who calls it
	 * @param limits how much of what they may take
	 * @param decorator takes the context of the thread on which a request arrives to that
	 * on which its filters and its handler run
	 */
	public OrderedIqExchange(IqDispatcher dispatcher, List<? extends IqFilter> filters, Executor executor,
			IqHandlerLimits limits, TaskDecorator decorator) {
		Assert.notNull(dispatcher, "'dispatcher' must not be null");
		Assert.notNull(executor, "'executor' must not be null");
		Assert.notNull(limits, "'limits' must not be null");
		Assert.notNull(decorator, "'decorator' must not be null");
		this.dispatcher = dispatcher;
		this.errors = dispatcher.errors();
		this.target = IqFilter.chain(List.copyOf(filters), dispatcher);
		this.filtered = !filters.isEmpty();
		this.threads = executor;
		this.executor = new SenderOrderedExecutor(executor);
		this.limits = limits;
		this.counter = new HandlerCounter(limits.maxPending());
		this.pending = new PendingRequests(limits.timeout(), this::expire);
		this.surroundings = new PendingRequest.Surroundings(this::handle, this.errors, this.counter,
				this::cancelOffTimer, decorator, this.pending);
	}

	/**
	 * Hands a request to its handler when it is its turn. Over the limit the reply is
	 * {@code resource-constraint}, after the deadline {@code remote-server-timeout}, when
	 * the application stops {@code recipient-unavailable}: all of type {@code wait}.
	 * @param request a stanza of type get or set
	 * @return a stage that completes with the reply; exceptionally only if it is
	 * cancelled or if the stanza is no request
	 */
	@Override
	public CompletionStage<Iq> exchange(Iq request) {
		if (!request.isRequest()) {
			return CompletableFuture.failedStage(new IllegalArgumentException("Only a request has a handler"));
		}
		if (this.filtered) {
			return takeTurn(request, null);
		}
		IqRoute route = this.dispatcher.find(request);
		return IqDispatcher.isNonBlocking(route) ? this.dispatcher.exchange(request, route) : takeTurn(request, route);
	}

	// Behind filters the request may be another one, and so its way
	private CompletionStage<Iq> handle(Iq request, @Nullable IqRoute route) {
		return (route != null) ? this.dispatcher.exchange(request, route) : this.target.exchange(request);
	}

	private CompletionStage<Iq> takeTurn(Iq request, @Nullable IqRoute route) {
		if (!this.counter.enter()) {
			return CompletableFuture
				.completedFuture(this.errors.toReply(request, StanzaErrorCondition.RESOURCE_CONSTRAINT));
		}
		PendingRequest pendingRequest = new PendingRequest(request, route, this.surroundings);
		if (!this.pending.add(pendingRequest)) {
			pendingRequest.answer(StanzaErrorCondition.RECIPIENT_UNAVAILABLE);
		}
		this.executor.execute(this.limits.ordered() ? senderOf(request) : pendingRequest, pendingRequest);
		return pendingRequest;
	}

	private static Object senderOf(Iq request) {
		Jid sender = request.from();
		return (sender != null) ? sender : SERVER;
	}

	private void cancelOffTimer(Runnable cancellation) {
		try {
			this.threads.execute(cancellation);
		}
		catch (RejectedExecutionException ex) {
			cancellation.run();
		}
	}

	private void expire(PendingRequest request) {
		if (request.answer(StanzaErrorCondition.REMOTE_SERVER_TIMEOUT)) {
			logger.warn("IQ handler " + this.dispatcher.describe(request.request()) + " has not answered within "
					+ this.limits.timeout().toMillis() + " ms");
		}
	}

	/**
	 * Accepts no more requests: they are answered with {@code recipient-unavailable}.
	 * @return a stage that completes when all accepted requests have their reply, or when
	 * requests are accepted again
	 */
	public CompletionStage<Void> drain() {
		return this.pending.drain().copy();
	}

	/**
	 * Accepts no more requests, and after a while waits no longer for the accepted ones:
	 * their handlers are interrupted and {@code recipient-unavailable} is the reply.
	 * @param grace how long handlers may go on
	 * @return a stage that completes when all accepted requests have their reply, or when
	 * requests are accepted again
	 */
	public CompletionStage<Void> shutdown(Duration grace) {
		CompletableFuture<Void> drain = this.pending.drain();
		return drain.copy().completeOnTimeout(null, grace.toMillis(), TimeUnit.MILLISECONDS).thenRun(() -> {
			if (this.pending.isDraining(drain)) {
				this.pending.forEach((request) -> request.answer(StanzaErrorCondition.RECIPIENT_UNAVAILABLE));
			}
		});
	}

	/**
	 * Accepts requests again after {@link #drain()} or {@link #shutdown}.
	 */
	public void resume() {
		this.pending.resume();
	}

	/**
	 * How many requests wait for their handler or are in it.
	 * @return the number, at most that of the limits
	 */
	public int pending() {
		return this.counter.occupied();
	}

	/**
	 * What the exchange has counted.
	 * @return a snapshot
	 */
	public HandlerStatistics statistics() {
		return this.counter.statistics();
	}

	int senders() {
		return this.executor.senders();
	}

}
