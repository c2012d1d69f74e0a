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

import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqExchange;
import io.github.xmppspring.stanza.NonBlockingThread;
import org.jspecify.annotations.Nullable;

import org.springframework.core.task.TaskDecorator;
import org.springframework.util.Assert;

/**
 * Answers requests by one handler method: finds its arguments, makes the reply of what it
 * returns, and asks the exception handlers of its bean when it fails.
 *
 * @author XMPP for Spring Boot contributors
 */
final class IqMethodInvoker implements IqExchange {

	private final IqHandlerMethod method;

	private final IqExceptionHandlers exceptionHandlers;

	private final IqReturnValues returnValues;

	private final Executor executor;

	private final TaskDecorator decorator;

	/**
	 * Creates the invoker.
	 * @param method the method
	 * @param exceptionHandlers those of the same bean
	 * @param returnValues makes replies
	 * @param executor runs what is left to do when an asynchronous handler has finished
	 * on an event loop
	 * @param decorator takes the context in which an asynchronous handler returned to
	 * what is left to do
	 */
	IqMethodInvoker(IqHandlerMethod method, IqExceptionHandlers exceptionHandlers, IqReturnValues returnValues,
			Executor executor, TaskDecorator decorator) {
		this.method = method;
		this.exceptionHandlers = exceptionHandlers;
		this.returnValues = returnValues;
		this.executor = executor;
		this.decorator = decorator;
	}

	@Override
	public CompletionStage<Iq> exchange(Iq request) {
		IqMessage message = new IqMessage(request);
		try {
			return replyOf(message, this.method.call(message), true);
		}
		catch (InterruptedException ex) {
			CompletionStage<Iq> reply = recover(message, ex);
			Thread.currentThread().interrupt();
			return reply;
		}
		catch (Throwable ex) {
			return recover(message, ex);
		}
	}

	private CompletionStage<Iq> recover(IqMessage message, Throwable failure) {
		try {
			return replyOf(message, this.exceptionHandlers.handle(failure, message), false);
		}
		catch (Throwable ex) {
			if (!ex.equals(failure)) {
				ex.addSuppressed(failure);
			}
			return CompletableFuture.failedFuture(ex);
		}
	}

	private CompletionStage<Iq> replyOf(IqMessage message, @Nullable Object value, boolean recoverable) {
		CompletionStage<?> stage = this.returnValues.stageOf(value);
		if (stage == null) {
			return CompletableFuture.completedFuture(this.returnValues.toReply(message.request(), value));
		}
		CompletableFuture<Iq> reply = new CompletableFuture<>();
		if (!stage.equals(value)) {
			reply.whenComplete((iq, ex) -> cancel(stage, ex));
		}
		LateValue late = new LateValue(message, recoverable);
		stage.whenComplete((arrived, ex) -> continueOffEventLoop(reply, () -> pass(late.replyOf(arrived, ex), reply)));
		return reply;
	}

	private void continueOffEventLoop(CompletableFuture<Iq> reply, Runnable rest) {
		Runnable guarded = () -> {
			try {
				rest.run();
			}
			catch (Throwable ex) {
				reply.completeExceptionally(ex);
			}
		};
		if (!(Thread.currentThread() instanceof NonBlockingThread)) {
			guarded.run();
			return;
		}
		try {
			this.executor.execute(guarded);
		}
		catch (Throwable ex) {
			reply.completeExceptionally(ex);
		}
	}

	private static void pass(CompletionStage<Iq> from, CompletableFuture<Iq> to) {
		from.whenComplete((iq, ex) -> {
			if (ex != null) {
				to.completeExceptionally(ex);
			}
			else {
				to.complete(iq);
			}
		});
	}

	private static void cancel(CompletionStage<?> stage, @Nullable Throwable ex) {
		if (ex instanceof CancellationException) {
			stage.toCompletableFuture().cancel(false);
		}
	}

	/**
	 * What an asynchronous handler gives in the end. The reply is made of it in the
	 * context in which the handler returned, as exception handlers take part in it.
	 */
	private final class LateValue implements Runnable {

		private final IqMessage message;

		private final boolean recoverable;

		private final Runnable conversion;

		private @Nullable Object value;

		private @Nullable Throwable failure;

		private @Nullable CompletionStage<Iq> reply;

		LateValue(IqMessage message, boolean recoverable) {
			this.message = message;
			this.recoverable = recoverable;
			this.conversion = IqMethodInvoker.this.decorator.decorate(this);
		}

		CompletionStage<Iq> replyOf(@Nullable Object value, @Nullable Throwable failure) {
			this.value = value;
			this.failure = failure;
			this.conversion.run();
			CompletionStage<Iq> reply = this.reply;
			Assert.state(reply != null, "There is no reply");
			return reply;
		}

		@Override
		public void run() {
			try {
				if (this.failure != null) {
					throw IqErrorReplies.unwrap(this.failure);
				}
				this.reply = CompletableFuture
					.completedFuture(IqMethodInvoker.this.returnValues.toReply(this.message.request(), this.value));
			}
			catch (Throwable ex) {
				this.reply = this.recoverable ? recover(this.message, ex) : CompletableFuture.failedFuture(ex);
			}
		}

	}

}
