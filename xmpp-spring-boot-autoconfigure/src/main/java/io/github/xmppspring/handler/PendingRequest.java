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
import java.util.concurrent.atomic.AtomicInteger;

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

	private final Iq request;

	private final IqExchange target;

	private final IqErrorReplies errors;

	private final long arrival = System.nanoTime();

	private final CompletableFuture<Iq> reply = new CompletableFuture<>();

	private final AtomicInteger holders = new AtomicInteger(2);

	private final HandlerCounter counter;

	private final Executor canceller;

	private final Runnable invocation;

	private final Object monitor = new Object();

	private @Nullable Thread runner;

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
	 */
	PendingRequest(Iq request, IqExchange target, IqErrorReplies errors, HandlerCounter counter, Executor canceller,
			TaskDecorator decorator) {
		this.request = request;
		this.target = target;
		this.errors = errors;
		this.counter = counter;
		this.canceller = canceller;
		this.invocation = decorate(decorator);
		this.reply.whenComplete((iq, ex) -> {
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
			leave(null);
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

	private boolean enter() {
		synchronized (this.monitor) {
			this.runner = this.reply.isDone() ? null : Thread.currentThread();
			return this.runner != null;
		}
	}

	private void leave(@Nullable CompletionStage<Iq> answer) {
		synchronized (this.monitor) {
			this.runner = null;
			this.answer = (answer != null) ? answer : this.answer;
		}
	}

	// Within the monitor, so that the thread is still in this handler and in no other
	private void stopHandler() {
		CompletionStage<Iq> answer;
		synchronized (this.monitor) {
			answer = this.answer;
			if (this.runner != null && !this.runner.equals(Thread.currentThread())) {
				this.runner.interrupt();
			}
		}
		if (answer != null) {
			this.canceller.execute(() -> answer.toCompletableFuture().cancel(false));
		}
	}

	private void release() {
		if (this.holders.decrementAndGet() == 0) {
			this.counter.leave(this.started);
		}
	}

}
