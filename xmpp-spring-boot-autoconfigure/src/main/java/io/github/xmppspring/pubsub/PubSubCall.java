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

package io.github.xmppspring.pubsub;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.template.IqOperations;
import org.jspecify.annotations.Nullable;

/**
 * A request that is ready to be sent, and what becomes of its result.
 *
 * @param <T> the type of what becomes of the result
 * @author XMPP for Spring Boot contributors
 */
final class PubSubCall<T extends @Nullable Object> {

	private final IqOperations iq;

	private final Iq request;

	private final Function<Iq, T> reader;

	PubSubCall(IqOperations iq, Iq request, Function<Iq, T> reader) {
		this.iq = iq;
		this.request = request;
		this.reader = reader;
	}

	T execute() {
		return this.reader.apply(this.iq.exchange(this.request));
	}

	CompletableFuture<T> executeAsync() {
		CompletableFuture<Iq> response = this.iq.exchangeAsync(this.request);
		CompletableFuture<T> outcome = new CompletableFuture<>();
		response.whenComplete((result, failure) -> complete(outcome, result, failure));
		// What comes behind a future does not cancel it
		outcome.whenComplete((value, failure) -> response.cancel(false));
		return outcome;
	}

	private void complete(CompletableFuture<T> outcome, @Nullable Iq result, @Nullable Throwable failure) {
		if (result == null) {
			outcome.completeExceptionally((failure != null) ? failure : new IllegalStateException("No result"));
			return;
		}
		try {
			outcome.complete(this.reader.apply(result));
		}
		catch (Throwable ex) {
			outcome.completeExceptionally(ex);
		}
	}

}
