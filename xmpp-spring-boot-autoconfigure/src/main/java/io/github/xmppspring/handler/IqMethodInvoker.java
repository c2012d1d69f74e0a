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

	/**
	 * Creates the invoker.
	 * @param method the method
	 * @param exceptionHandlers those of the same bean
	 * @param returnValues makes replies
	 * @param executor runs what is left to do when an asynchronous handler has finished
	 * on an event loop
	 */
	IqMethodInvoker(IqHandlerMethod method, IqExceptionHandlers exceptionHandlers, IqReturnValues returnValues,
			Executor executor) {
		this.method = method;
		this.exceptionHandlers = exceptionHandlers;
		this.returnValues = returnValues;
		this.executor = executor;
	}

	@Override
	public CompletionStage<Iq> exchange(Iq request) {
		IqMessage message = new IqMessage(request);
		try {
			return replyOf(message, this.method.invoke(message), true);
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
		stage.whenComplete(
				(late, ex) -> continueOffEventLoop(reply, () -> pass(replyOf(message, late, ex, recoverable), reply)));
		return reply;
	}

	private CompletionStage<Iq> replyOf(IqMessage message, @Nullable Object late, @Nullable Throwable ex,
			boolean recoverable) {
		try {
			if (ex != null) {
				throw IqErrorReplies.unwrap(ex);
			}
			return CompletableFuture.completedFuture(this.returnValues.toReply(message.request(), late));
		}
		catch (Throwable failure) {
			return recoverable ? recover(message, failure) : CompletableFuture.failedFuture(failure);
		}
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

}
