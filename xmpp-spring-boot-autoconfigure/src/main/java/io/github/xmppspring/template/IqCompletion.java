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

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import io.github.xmppspring.stanza.Iq;
import org.jspecify.annotations.Nullable;

import org.springframework.core.task.TaskDecorator;

/**
 * The last step of an asynchronous call: makes the value of the response and completes
 * the future with it, in the context of the thread that created this object. So whatever
 * hangs on the future runs in that context too.
 *
 * @param <T> the type of the value
 * @author XMPP for Spring Boot contributors
 */
final class IqCompletion<T extends @Nullable Object> implements Runnable {

	private final Function<Iq, T> conversion;

	private final Runnable task;

	private final CompletableFuture<T> outcome = new CompletableFuture<>();

	private @Nullable Iq response;

	private @Nullable Throwable failure;

	IqCompletion(Function<Iq, T> conversion, TaskDecorator decorator) {
		this.conversion = conversion;
		this.task = decorator.decorate(this);
	}

	CompletableFuture<T> outcome() {
		return this.outcome;
	}

	/**
	 * Completes the future. To be called once.
	 * @param response the response, or {@code null} if there is none
	 * @param failure why there is none
	 * @return the future
	 */
	CompletableFuture<T> complete(@Nullable Iq response, @Nullable Throwable failure) {
		this.response = response;
		this.failure = failure;
		this.task.run();
		return this.outcome;
	}

	@Override
	public void run() {
		try {
			this.outcome.complete(this.conversion.apply(result()));
		}
		catch (Throwable ex) {
			this.outcome.completeExceptionally(IqTemplate.translate(ex));
		}
	}

	private Iq result() {
		if (this.response == null) {
			throw IqTemplate.translate(this.failure);
		}
		return IqTemplate.requireResult(this.response);
	}

}
