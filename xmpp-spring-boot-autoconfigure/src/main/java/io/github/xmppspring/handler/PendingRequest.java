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

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.function.Consumer;

import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqExchange;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import org.jspecify.annotations.Nullable;

import org.springframework.core.task.TaskDecorator;
import org.springframework.util.Assert;

/**
 * A request on its way to the handler and back. Whoever completes the reply first wins:
 * the handler, the deadline or the shutdown; the handler is interrupted if it was not the
 * one.
 *
 * @author XMPP for Spring Boot contributors
 */
final class PendingRequest implements SenderOrderedExecutor.Task {

	private static final AtomicIntegerFieldUpdater<PendingRequest> HOLDERS = AtomicIntegerFieldUpdater
		.newUpdater(PendingRequest.class, "holders");

	private final Iq request;

	private final IqExchange target;

	private final IqErrorReplies errors;

	private final long arrival = System.nanoTime();

	private final CompletableFuture<Iq> reply = new CompletableFuture<>();

	private final HandlerCounter counter;

	private final Executor canceller;

	private final Runnable invocation;

	/**
	 * The thread in the handler.
	 */
	private @Nullable Thread runner;

	@SuppressWarnings("UnusedVariable") // but through the updater
	private volatile int holders = 2;

	private volatile boolean started;

	private @Nullable CompletionStage<Iq> answer;

	/**
	 * Creates a request.
	 * @param request the request
	 * @param target leads to the handler
	 * @param errors makes the reply if there is none
	 * @param counter told when it is the turn of the request, and when there is a reply
	 * and no thread is in the handler
	 * @param canceller cancels what the handler has returned, which may run its code
	 * @param decorator takes the context of this thread to that of the handler
	 * @param replied told first when there is a reply
	 */
	PendingRequest(Iq request, IqExchange target, IqErrorReplies errors, HandlerCounter counter, Executor canceller,
			TaskDecorator decorator, Consumer<PendingRequest> replied) {
		this.request = request;
		this.target = target;
		this.errors = errors;
		this.counter = counter;
		this.canceller = canceller;
		this.invocation = decorate(decorator);
		this.reply.whenComplete((iq, ex) -> {
			replied.accept(this);
			release();
			stopHandler();
		});
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

	CompletableFuture<Iq> reply() {
		return this.reply;
	}

	/**
	 * Answers unless there is a reply already.
	 * @param condition the error to answer with
	 * @return whether there was none
	 */
	boolean answer(StanzaErrorCondition condition) {
		boolean answered = this.reply.complete(this.errors.toReply(this.request, condition));
		if (answered) {
			this.counter.refused(condition);
		}
		return answered;
	}

	boolean isOlderThan(long nanos) {
		return System.nanoTime() - this.arrival >= nanos;
	}

	@Override
	public void run() {
		try {
			if (enter()) {
				this.started = true;
				this.counter.started();
				handle();
			}
		}
		finally {
			leaveIfIn();
			release();
		}
	}

	// The reply is none of the handler's business, so it completes outside its context
	private void handle() {
		try {
			this.invocation.run();
			CompletionStage<Iq> answer = this.answer;
			Assert.state(answer != null, "There is no reply");
			answer.whenComplete(this::complete);
			if (this.reply.isDone()) {
				stopHandler();
			}
		}
		catch (Throwable ex) {
			complete(null, ex);
		}
	}

	// No other thread makes this one the runner, or another
	private void leaveIfIn() {
		if (this.runner != null) {
			leave(null);
		}
	}

	private void invoke() {
		leave(this.target.exchange(this.request));
	}

	private boolean complete(@Nullable Iq iq, @Nullable Throwable ex) {
		if (this.reply.isDone()) {
			return false;
		}
		if (iq != null) {
			return this.reply.complete(this.errors.complete(this.request, iq));
		}
		Throwable failure = (ex != null) ? ex : new IllegalStateException("There is no reply");
		return this.reply.complete(this.errors.toReply(this.request, failure, "behind the filters"));
	}

	@Override
	public void reject(Throwable cause) {
		if (complete(null, cause)) {
			this.counter.overloaded();
		}
		release();
	}

	private synchronized boolean enter() {
		this.runner = this.reply.isDone() ? null : Thread.currentThread();
		return this.runner != null;
	}

	private synchronized void leave(@Nullable CompletionStage<Iq> answer) {
		this.runner = null;
		this.answer = (answer != null) ? answer : this.answer;
	}

	private void stopHandler() {
		CompletionStage<Iq> answer = interrupt();
		if (answer != null && Stages.doneOf(answer) == null) {
			this.canceller.execute(() -> answer.toCompletableFuture().cancel(false));
		}
	}

	// Within the monitor, so that the thread is still in this handler and in no other
	private synchronized @Nullable CompletionStage<Iq> interrupt() {
		if (this.runner != null && !this.runner.equals(Thread.currentThread())) {
			this.runner.interrupt();
		}
		return this.answer;
	}

	private void release() {
		if (HOLDERS.decrementAndGet(this) == 0) {
			this.counter.leave(this.started);
		}
	}

}
