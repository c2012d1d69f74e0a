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
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqExchange;
import io.github.xmppspring.stanza.IqProgress;
import io.github.xmppspring.stanza.IqResponseSource;
import io.github.xmppspring.stanza.IqTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way through the filters to the exchange and back, under one
 * deadline.
 * <p>
 * Filters make futures that depend on that of the exchange, and cancelling a dependent
 * future does not reach its source. So the call ties the two ends together itself:
 * however it ends, the future of the exchange ends too. At the deadline the future of the
 * exchange fails first, so that filters see the timeout as they see any other failure; if
 * they have no answer to it, the call fails.
 *
 * @author XMPP for Spring Boot contributors
 */
abstract class IqCall extends Deadline implements IqExchange, IqResponseSource.Listener {

	private static final AtomicReferenceFieldUpdater<IqCall, Wire> WIRE = AtomicReferenceFieldUpdater
		.newUpdater(IqCall.class, Wire.class, "wire");

	/**
	 * In place of a wire before the request reaches the exchange.
	 */
	private static final Wire NONE = new Wire(CompletableFuture.completedFuture(null));

	/**
	 * In place of a wire when the call has ended.
	 */
	private static final Wire ENDED = new Wire(CompletableFuture.completedFuture(null));

	private final Iq request;

	private final Duration timeout;

	private final IqWay way;

	private volatile boolean expired;

	/**
	 * What the exchange made of the request, the last time if there were several.
	 */
	private volatile Wire wire = NONE;

	IqCall(Iq request, Duration timeout, IqWay way) {
		this.request = request;
		this.timeout = timeout;
		this.way = way;
	}

	/**
	 * Sends the request and begins to watch the time. To be called once.
	 */
	final void start() {
		try {
			listen(this.way.pass(this.request, this));
		}
		catch (Throwable ex) {
			end(null, ex);
		}
		if (!isEnded()) {
			watch();
		}
	}

	private void listen(CompletionStage<Iq> stage) {
		if (!(stage instanceof IqResponseSource source && source.tell(this))) {
			stage.whenComplete(this);
		}
	}

	private void watch() {
		try {
			this.way.deadlines().add(this, this.timeout);
		}
		catch (Throwable ex) {
			end(null, ex);
		}
		if (isEnded()) {
			this.way.deadlines().remove(this);
		}
	}

	/**
	 * Is called when the call ends, unless it was given up: once, on the thread that
	 * brings the response or the failure.
	 * @param response the response, of type result or error, or {@code null}
	 * @param failure why there is none
	 */
	abstract void ended(@Nullable Iq response, @Nullable Throwable failure);

	/**
	 * Takes what has come back through the filters.
	 */
	@Override
	public final void accept(@Nullable Iq iq, @Nullable Throwable failure) {
		if (failure != null) {
			end(null, failure);
		}
		else if (iq != null && !iq.isRequest()) {
			end(iq, null);
		}
		else {
			end(null, new IqExchangeException("The exchange gave no response", null));
		}
	}

	private void end(@Nullable Iq response, @Nullable Throwable failure) {
		Wire last = WIRE.getAndSet(this, ENDED);
		if (last == ENDED) {
			return;
		}
		try {
			release(last);
		}
		finally {
			ended(response, failure);
		}
	}

	final boolean isEnded() {
		return this.wire == ENDED;
	}

	/**
	 * Ends the call without a response, if it has not ended yet.
	 */
	final void giveUp() {
		Wire last = WIRE.getAndSet(this, ENDED);
		if (last != ENDED) {
			release(last);
		}
	}

	private void release(Wire last) {
		this.way.deadlines().remove(this);
		for (Wire wire = last; wire != null; wire = wire.before) {
			if (!wire.future.isDone()) {
				wire.future.cancel(false);
			}
		}
	}

	/**
	 * The end of the way, which filters may reach later or more than once.
	 */
	@Override
	public final CompletionStage<Iq> exchange(Iq iq) {
		Wire last = this.wire;
		if (last == ENDED) {
			return CompletableFuture.failedFuture(new CancellationException("The request was given up before"));
		}
		if (this.expired) {
			return CompletableFuture.failedFuture(timedOut(last));
		}
		Wire wire = Wire.of(iq, this.way.exchange());
		if (!add(wire)) {
			wire.future.cancel(false);
		}
		return wire.future;
	}

	private boolean add(Wire wire) {
		for (Wire last = this.wire; last != ENDED; last = this.wire) {
			wire.before = last.future.isDone() ? last.before : last;
			if (WIRE.compareAndSet(this, last, wire)) {
				return true;
			}
		}
		return false;
	}

	@Override
	final void expire() {
		this.expired = true;
		Wire reached = this.wire;
		if (reached == ENDED) {
			return;
		}
		IqTimeoutException failure = timedOut(reached);
		try {
			reached.future.completeExceptionally(failure);
		}
		finally {
			end(null, failure);
		}
	}

	private IqTimeoutException timedOut(Wire reached) {
		return new IqTimeoutException(this.request, this.timeout,
				(reached != NONE) ? reached.progress() : IqProgress.NOT_SENT);
	}

	/**
	 * What the exchange made of the request.
	 */
	private static final class Wire {

		private final CompletionStage<Iq> stage;

		private final CompletableFuture<Iq> future;

		/**
		 * An earlier one that is of interest still.
		 */
		private @Nullable Wire before;

		Wire(CompletionStage<Iq> stage) {
			this.stage = stage;
			this.future = stage.toCompletableFuture();
		}

		static Wire of(Iq iq, IqExchange exchange) {
			try {
				return new Wire(exchange.exchange(iq));
			}
			catch (RuntimeException ex) {
				return new Wire(CompletableFuture.failedFuture(ex));
			}
		}

		IqProgress progress() {
			return (this.stage instanceof IqProgress.Aware aware) ? aware.progress() : IqProgress.UNKNOWN;
		}

	}

}
