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

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stanza.WorkerTask;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.task.TaskDecorator;
import org.springframework.util.Assert;

/**
 * A request on its way to the handler and back: the future of its reply. Whoever
 * completes it first wins: the handler, the deadline or the shutdown; the handler is
 * interrupted if it was not the one.
 *
 * @author XMPP for Spring Boot contributors
 */
final class PendingRequest extends CompletableFuture<Iq> implements WorkerTask {

	private static final Log logger = LogFactory.getLog(PendingRequest.class);

	private static final AtomicIntegerFieldUpdater<PendingRequest> HOLDERS = AtomicIntegerFieldUpdater
		.newUpdater(PendingRequest.class, "holders");

	private static final AtomicReferenceFieldUpdater<PendingRequest, Object> RUNNER = AtomicReferenceFieldUpdater
		.newUpdater(PendingRequest.class, Object.class, "runner");

	/**
	 * In place of the runner where there is none.
	 */
	private static final Object NOBODY = new Object();

	/**
	 * In place of the runner while that is interrupted.
	 */
	private static final Object INTERRUPTION = new Object();

	private final Iq request;

	private final @Nullable IqRoute route;

	private final Surroundings surroundings;

	private final long arrival = System.nanoTime();

	private final Runnable invocation;

	/**
	 * The thread in the handler. That thread leaves it, but not while another one is
	 * interrupting it, so that no other handler is interrupted.
	 */
	private volatile Object runner = NOBODY;

	@SuppressWarnings("UnusedVariable") // but through the updater
	private volatile int holders = 2;

	private volatile boolean started;

	/**
	 * What the handler has returned. Written before the runner has left, so it is to be
	 * read after the runner.
	 */
	private @Nullable CompletionStage<Iq> answer;

	/**
	 * Creates a request.
	 * @param request the request
	 * @param route the way to the handler, if it is known already
	 * @param surroundings what it shares with others
	 */
	PendingRequest(Iq request, @Nullable IqRoute route, Surroundings surroundings) {
		this.request = request;
		this.route = route;
		this.surroundings = surroundings;
		this.invocation = decorate(surroundings.decorator());
	}

	// A context that cannot be taken along fails the request when its turn comes
	private Runnable decorate(TaskDecorator decorator) {
		try {
			return decorator.decorate(this::invoke);
		}
		catch (RuntimeException ex) {
			return () -> {
				throw ex;
			};
		}
	}

	Iq request() {
		return this.request;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other;
	}

	// Unlike that of an object, made without a call into the virtual machine
	@Override
	public int hashCode() {
		return Long.hashCode(this.arrival);
	}

	/**
	 * Answers unless there is a reply already.
	 * @param condition the error to answer with
	 * @return whether there was none
	 */
	boolean answer(StanzaErrorCondition condition) {
		boolean answered = complete(this.surroundings.errors().toReply(this.request, condition));
		if (answered) {
			this.surroundings.counter().refused(condition);
		}
		return answered;
	}

	boolean isOlderThan(long nanos) {
		return System.nanoTime() - this.arrival >= nanos;
	}

	@Override
	public boolean complete(Iq reply) {
		return ended(super.complete(reply));
	}

	@Override
	public boolean completeExceptionally(Throwable ex) {
		return ended(super.completeExceptionally(ex));
	}

	// That of the superclass does not tell whether it was cancelled before
	@Override
	public boolean cancel(boolean mayInterruptIfRunning) {
		return completeExceptionally(new CancellationException()) || isCancelled();
	}

	// That of the superclass calls none of the methods above
	@Override
	public CompletableFuture<Iq> completeAsync(Supplier<? extends Iq> reply, Executor executor) {
		CompletableFuture.<Iq>supplyAsync(reply::get, executor).whenComplete((iq, ex) -> {
			if (ex != null) {
				completeExceptionally(ex);
			}
			else {
				complete(iq);
			}
		});
		return this;
	}

	private boolean ended(boolean now) {
		if (now) {
			this.surroundings.pending().remove(this);
			release();
			stopHandler();
		}
		return now;
	}

	@Override
	public void run() {
		try {
			if (enter()) {
				this.started = true;
				this.surroundings.counter().started();
				handle();
			}
		}
		finally {
			leave();
			release();
		}
	}

	// The reply is none of the handler's business, so it completes outside its context
	private void handle() {
		try {
			this.invocation.run();
			CompletionStage<Iq> answer = this.answer;
			Assert.state(answer != null, "There is no reply");
			CompletableFuture<Iq> reply = Stages.doneOf(answer);
			if (reply != null && !reply.isCompletedExceptionally()) {
				reply(reply.join(), null);
				return;
			}
			answer.whenComplete(this::reply);
			if (isDone()) {
				stopHandler();
			}
		}
		catch (Throwable ex) {
			reply(null, ex);
		}
	}

	private void invoke() {
		this.answer = this.surroundings.target().apply(this.request, this.route);
		leave();
	}

	private boolean reply(@Nullable Iq iq, @Nullable Throwable ex) {
		if (isDone()) {
			return false;
		}
		if (iq != null) {
			return complete(this.surroundings.errors().complete(this.request, iq));
		}
		Throwable failure = (ex != null) ? ex : new IllegalStateException("There is no reply");
		return complete(this.surroundings.errors().toReply(this.request, failure, "behind the filters"));
	}

	@Override
	public void reject(Throwable cause) {
		if (reply(null, cause)) {
			this.surroundings.counter().overloaded();
		}
		release();
	}

	private boolean enter() {
		// in this order: who completes the reply looks for the runner afterwards
		this.runner = Thread.currentThread();
		return !isDone();
	}

	private void leave() {
		for (Object runner = this.runner; !runner.equals(NOBODY); runner = this.runner) {
			if (runner.equals(INTERRUPTION) || !RUNNER.compareAndSet(this, runner, NOBODY)) {
				Thread.onSpinWait();
			}
		}
	}

	// Whoever completes the reply is not to be hit by what a handler has made
	private void stopHandler() {
		try {
			interrupt();
			CompletionStage<Iq> answer = this.answer;
			if (answer != null && Stages.doneOf(answer) == null) {
				this.surroundings.canceller().execute(() -> answer.toCompletableFuture().cancel(false));
			}
		}
		catch (Throwable ex) {
			logger.error("A handler could not be stopped", ex);
		}
	}

	private void interrupt() {
		if (this.runner instanceof Thread thread && !thread.equals(Thread.currentThread())
				&& RUNNER.compareAndSet(this, thread, INTERRUPTION)) {
			try {
				thread.interrupt();
			}
			finally {
				this.runner = NOBODY;
			}
		}
	}

	private void release() {
		if (HOLDERS.decrementAndGet(this) == 0) {
			this.surroundings.counter().leave(this.started);
		}
	}

	/**
	 * What the requests of an exchange share.
	 *
	 * @param target leads to the handler, by the route if it is given
	 * @param errors makes replies where there are none
	 * @param counter told when it is the turn of a request, and when there is a reply and
	 * no thread is in the handler
	 * @param canceller cancels what a handler has returned, which may run its code
	 * @param decorator takes the context of the thread on which a request arrives to that
	 * of its handler
	 * @param pending told when there is a reply
	 */
	record Surroundings(BiFunction<Iq, @Nullable IqRoute, CompletionStage<Iq>> target, IqErrorReplies errors,
			HandlerCounter counter, Executor canceller, TaskDecorator decorator, PendingRequests pending) {

	}

}
