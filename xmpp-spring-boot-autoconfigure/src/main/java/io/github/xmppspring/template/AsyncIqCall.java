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

import io.github.xmppspring.stanza.Iq;
import org.jspecify.annotations.Nullable;

/**
 * A call that ends with a future. On the executor, and in the context of the thread that
 * created this object, it makes the value of the response and completes the future with
 * it. So whatever hangs on the future runs there too.
 *
 * @param <T> the type of the value
 * @author XMPP for Spring Boot contributors
 */
final class AsyncIqCall<T extends @Nullable Object> extends IqCall implements Runnable {

	private final Function<Iq, T> conversion;

	private final Executor executor;

	private final Runnable completion;

	private final CompletableFuture<T> outcome = new CompletableFuture<>();

	private @Nullable Iq response;

	private @Nullable Throwable failure;

	AsyncIqCall(Iq request, Duration timeout, IqWay way, Function<Iq, T> conversion, IqTemplateSettings settings) {
		super(request, timeout, way);
		this.conversion = conversion;
		this.executor = settings.executor();
		this.completion = settings.decorator().decorate(this::complete);
	}

	/**
	 * Makes the call.
	 * @return the future; ending it by other means gives the call up
	 */
	CompletableFuture<T> outcome() {
		start();
		if (!isEnded()) {
			this.outcome.whenComplete((value, failure) -> giveUp());
		}
		return this.outcome;
	}

	@Override
	void ended(@Nullable Iq response, @Nullable Throwable failure) {
		this.response = response;
		this.failure = failure;
		try {
			this.executor.execute(this);
		}
		catch (Throwable ex) {
			fail(ex);
		}
	}

	@Override
	public void run() {
		try {
			this.completion.run();
		}
		catch (Throwable ex) {
			fail(ex);
		}
	}

	private void complete() {
		try {
			this.outcome.complete(this.conversion.apply(response()));
		}
		catch (Throwable ex) {
			fail(ex);
		}
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

}
