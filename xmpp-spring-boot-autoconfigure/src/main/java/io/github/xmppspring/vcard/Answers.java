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

package io.github.xmppspring.vcard;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.github.xmppspring.stanza.IqErrorException;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import org.jspecify.annotations.Nullable;

/**
 * What the answer to a request for a card means, for those who wait and for those who
 * hold a future.
 *
 * @param <T> the type of the card
 * @author XMPP for Spring Boot contributors
 */
final class Answers<T> {

	private final Predicate<T> isEmpty;

	Answers(Predicate<T> isEmpty) {
		this.isEmpty = isEmpty;
	}

	Optional<T> get(Supplier<T> request) {
		try {
			return card(request.get());
		}
		catch (IqErrorException ex) {
			if (isNotFound(ex)) {
				return Optional.empty();
			}
			throw ex;
		}
	}

	CompletableFuture<Optional<T>> of(CompletableFuture<T> answer) {
		CompletableFuture<Optional<T>> card = new CompletableFuture<>();
		answer.whenComplete((value, failure) -> {
			if (failure == null) {
				card.complete(card(value));
			}
			else if (isNotFound(failure)) {
				card.complete(Optional.empty());
			}
			else {
				card.completeExceptionally(failure);
			}
		});
		return cancelling(card, answer);
	}

	private Optional<T> card(T value) {
		return this.isEmpty.test(value) ? Optional.empty() : Optional.of(value);
	}

	private static boolean isNotFound(Throwable failure) {
		return failure instanceof IqErrorException error && error.condition() == StanzaErrorCondition.ITEM_NOT_FOUND;
	}

	/**
	 * Asks again when the first answer is there.
	 * @param first the first answer
	 * @param next makes the second request of it
	 * @param <A> the type of the first answer
	 * @param <B> the type of the second answer
	 * @return a future of the second answer, which fails with the same exceptions and
	 * cancels the request that is under way
	 */
	static <A extends @Nullable Object, B extends @Nullable Object> CompletableFuture<B> then(
			CompletableFuture<A> first, Function<A, CompletableFuture<B>> next) {
		CompletableFuture<B> outcome = new CompletableFuture<>();
		first.thenCompose((value) -> cancelled(outcome, next.apply(value))).whenComplete((value, failure) -> {
			if (failure == null) {
				outcome.complete(value);
			}
			else {
				outcome.completeExceptionally(causeOf(failure));
			}
		});
		return cancelling(outcome, first);
	}

	private static <B extends @Nullable Object> CompletableFuture<B> cancelled(CompletableFuture<B> outcome,
			CompletableFuture<B> second) {
		outcome.whenComplete((value, failure) -> second.cancel(false));
		return second;
	}

	private static <B extends @Nullable Object> CompletableFuture<B> cancelling(CompletableFuture<B> outcome,
			CompletableFuture<?> request) {
		outcome.whenComplete((value, failure) -> request.cancel(false));
		return outcome;
	}

	private static Throwable causeOf(Throwable failure) {
		Throwable cause = failure.getCause();
		return (failure instanceof CompletionException && cause != null) ? cause : failure;
	}

}
