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

package io.github.xmppspring.template;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;

import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqExchange;
import io.github.xmppspring.stanza.IqFilter;
import io.github.xmppspring.stanza.IqProgress;
import io.github.xmppspring.stanza.IqTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way through the filters to the exchange and back, under one
 * deadline.
 * <p>
 * Filters make futures that depend on that of the exchange, and cancelling a dependent
 * future does not reach its source. So the call ties the two ends together itself:
 * however the response ends, the future of the exchange ends too. At the deadline the
 * future of the exchange fails first, so that filters see the timeout as they see any
 * other failure; if they have no answer to it, the call fails.
 *
 * @author XMPP for Spring Boot contributors
 */
final class IqCall {

	private final Iq request;

	private final Duration timeout;

	private final IqExchange exchange;

	private final Deadlines deadlines;

	private final CompletableFuture<Iq> response = new CompletableFuture<>();

	private volatile boolean expired;

	private volatile @Nullable Wire wire;

	private IqCall(Iq request, Duration timeout, IqExchange exchange, Deadlines deadlines) {
		this.request = request;
		this.timeout = timeout;
		this.exchange = exchange;
		this.deadlines = deadlines;
	}

	/**
	 * Starts a call.
	 * @param request the request
	 * @param timeout how long it may take
	 * @param filters the filters on the way
	 * @param exchange the exchange at the end of the way
	 * @param deadlines watches the time
	 * @return the response, of type result or error; cancelling it cancels the call
	 */
	static CompletableFuture<Iq> start(Iq request, Duration timeout, List<IqFilter> filters, IqExchange exchange,
			Deadlines deadlines) {
		IqCall call = new IqCall(request, timeout, exchange, deadlines);
		call.send(filters);
		call.watch();
		return call.response;
	}

	private void send(List<IqFilter> filters) {
		try {
			IqFilter.chain(filters, this::exchange).exchange(this.request).whenComplete(this::complete);
		}
		catch (Throwable ex) {
			this.response.completeExceptionally(ex);
		}
	}

	private void complete(@Nullable Iq iq, @Nullable Throwable failure) {
		if (failure != null) {
			this.response.completeExceptionally(failure);
		}
		else if (iq != null && !iq.isRequest()) {
			this.response.complete(iq);
		}
		else {
			this.response.completeExceptionally(new IqExchangeException("The exchange gave no response", null));
		}
	}

	// The end of the way, which filters may reach later or more than once
	private CompletionStage<Iq> exchange(Iq iq) {
		if (this.response.isDone()) {
			return CompletableFuture.failedFuture(new CancellationException("The request was given up before"));
		}
		if (this.expired) {
			return CompletableFuture.failedFuture(timedOut());
		}
		Wire wire = Wire.of(iq, this.exchange);
		this.wire = wire;
		this.response.whenComplete((result, failure) -> wire.future.cancel(false));
		return wire.future;
	}

	private void watch() {
		if (this.response.isDone()) {
			return;
		}
		Future<?> timer = this.deadlines.schedule(this::expire, this.timeout);
		this.response.whenComplete((result, failure) -> timer.cancel(false));
	}

	private void expire() {
		this.expired = true;
		IqTimeoutException failure = timedOut();
		Wire reached = this.wire;
		if (reached != null) {
			reached.future.completeExceptionally(failure);
		}
		this.response.completeExceptionally(failure);
	}

	private IqTimeoutException timedOut() {
		Wire reached = this.wire;
		return new IqTimeoutException(this.request, this.timeout,
				(reached != null) ? reached.progress() : IqProgress.NOT_SENT);
	}

	/**
	 * What the exchange made of the request.
	 */
	private record Wire(CompletionStage<Iq> stage, CompletableFuture<Iq> future) {

		static Wire of(Iq iq, IqExchange exchange) {
			try {
				CompletionStage<Iq> stage = exchange.exchange(iq);
				return new Wire(stage, stage.toCompletableFuture());
			}
			catch (RuntimeException ex) {
				CompletableFuture<Iq> failed = CompletableFuture.failedFuture(ex);
				return new Wire(failed, failed);
			}
		}

		IqProgress progress() {
			return (this.stage instanceof IqProgress.Aware aware) ? aware.progress() : IqProgress.UNKNOWN;
		}

	}

}
