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

package io.github.xmppspring.stanza;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Passes on what a future of an event loop completes with: what applications hang on the
 * other future runs on their threads, and if there is none any more, it fails.
 *
 * @param <T> the type of the result
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class Relay<T> implements WorkerTask {

	private final CompletableFuture<T> source;

	private final CompletableFuture<T> outcome = new CompletableFuture<>();

	private final Function<Throwable, ? extends Throwable> translation;

	private Relay(CompletableFuture<T> source, Function<Throwable, ? extends Throwable> translation) {
		this.source = source;
		this.translation = translation;
	}

	/**
	 * Passes on what a future completes with.
	 * @param source the future
	 * @param executor has the threads to complete the other one
	 * @param translation makes a failure, or the rejection by the executor, that of the
	 * other one
	 * @param <T> the type of the result
	 * @return the other future
	 */
	public static <T> CompletableFuture<T> of(CompletableFuture<T> source, Executor executor,
			Function<Throwable, ? extends Throwable> translation) {
		Relay<T> relay = new Relay<>(source, translation);
		source.whenComplete((value, failure) -> relay.executeOn(executor));
		return relay.outcome;
	}

	@Override
	public void run() {
		this.source.whenComplete((value, failure) -> {
			if (failure != null) {
				reject(failure);
			}
			else {
				this.outcome.complete(value);
			}
		});
	}

	@Override
	public void reject(Throwable cause) {
		this.outcome.completeExceptionally(this.translation.apply(cause));
	}

}
