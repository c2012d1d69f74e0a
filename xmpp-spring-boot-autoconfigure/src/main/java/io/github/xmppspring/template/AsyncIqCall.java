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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.WorkerTask;
import org.jspecify.annotations.Nullable;

/**
 * A call that ends with a future. On the executor, and in the context of the thread that
 * created this object, it makes the value of the response and completes the future with
 * it. So whatever hangs on the future runs there too.
 *
 * @param <T> the type of the value
 * @author XMPP for Spring Boot contributors
 */
final class AsyncIqCall<T extends @Nullable Object> extends IqCall implements WorkerTask {

	private final Function<Iq, T> conversion;

	private final Executor executor;

	private final WorkerTask completion;

	private final Outcome outcome = new Outcome();

	private @Nullable Iq response;

	private @Nullable Throwable failure;

	AsyncIqCall(Iq request, Duration timeout, IqWay way, Function<Iq, T> conversion, IqTemplateSettings settings) {
		super(request, timeout, way);
		this.conversion = conversion;
		this.executor = settings.executor();
		Runnable decorated = settings.decorator().decorate(this);
		this.completion = (decorated == this) ? this : new InContext(decorated);
	}

	/**
	 * Makes the call.
	 * @return the future; ending it by other means gives the call up
	 */
	CompletableFuture<T> outcome() {
		start();
		return this.outcome;
	}

	@Override
	void ended(@Nullable Iq response, @Nullable Throwable failure) {
		this.response = response;
		this.failure = failure;
		this.completion.startOn(this.executor);
	}

	@Override
	public void run() {
		try {
			this.outcome.complete(this.conversion.apply(response()));
		}
		catch (Throwable ex) {
			fail(ex);
		}
	}

	@Override
	public void reject(Throwable cause) {
		fail(cause);
	}

	private Iq response() {
		if (this.response == null) {
			throw IqTemplate.translate(this.failure);
		}
		return IqTemplate.requireResult(this.response);
	}

	private void fail(@Nullable Throwable ex) {
		this.outcome.completeExceptionally(IqTemplate.translate(ex));
	}

	/**
	 * The completion in the context of the thread that made the call.
	 */
	private final class InContext implements WorkerTask {

		private final Runnable decorated;

		private InContext(Runnable decorated) {
			this.decorated = decorated;
		}

		@Override
		public void run() {
			try {
				this.decorated.run();
			}
			catch (Throwable ex) {
				fail(ex);
			}
		}

		@Override
		public void reject(Throwable cause) {
			fail(cause);
		}

	}

	/**
	 * The future, which gives the call up however it ends.
	 */
	private final class Outcome extends CompletableFuture<T> {

		@Override
		public boolean complete(T value) {
			return givingUp(super.complete(value));
		}

		@Override
		public boolean completeExceptionally(Throwable ex) {
			return givingUp(super.completeExceptionally(ex));
		}

		@Override
		public boolean cancel(boolean mayInterruptIfRunning) {
			return givingUp(super.cancel(mayInterruptIfRunning));
		}

		@Override
		public CompletableFuture<T> completeAsync(Supplier<? extends T> value, Executor executor) {
			whenComplete((result, failure) -> giveUp());
			return super.completeAsync(value, executor);
		}

		@Override
		public void obtrudeValue(T value) {
			super.obtrudeValue(value);
			giveUp();
		}

		@Override
		public void obtrudeException(Throwable ex) {
			super.obtrudeException(ex);
			giveUp();
		}

		private boolean givingUp(boolean ended) {
			if (ended && !isEnded()) {
				giveUp();
			}
			return ended;
		}

	}

}
