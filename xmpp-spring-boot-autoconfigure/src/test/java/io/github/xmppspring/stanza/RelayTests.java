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

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Relay}.
 *
 * @author XMPP for Spring Boot contributors
 */
class RelayTests {

	private final Queue<Runnable> tasks = new ArrayDeque<>();

	private final CompletableFuture<String> source = new CompletableFuture<>();

	private final CompletableFuture<String> outcome = Relay.of(this.source, this.tasks::add,
			(failure) -> new IllegalStateException("translated", failure));

	@Test
	void resultIsPassedOnByAThreadOfTheExecutor() {
		this.source.complete("result");
		assertThat(this.outcome).isNotDone();

		this.tasks.remove().run();

		assertThat(this.outcome).isCompletedWithValue("result");
	}

	@Test
	void failureIsTranslated() {
		Exception failure = new Exception("test");
		this.source.completeExceptionally(failure);

		this.tasks.remove().run();

		assertThat(this.outcome).isCompletedExceptionally()
			.failsWithin(Duration.ZERO)
			.withThrowableThat()
			.havingCause()
			.isInstanceOf(IllegalStateException.class)
			.withCause(failure);
	}

	@Test
	void rejectionOfAWaitingTaskIsAFailure() {
		RejectedExecutionException cause = new RejectedExecutionException("test");
		this.source.complete("result");

		((WorkerTask) this.tasks.remove()).reject(cause);

		assertThat(this.outcome).isCompletedExceptionally();
	}

	@Test
	void rejectionByTheExecutorIsAFailure() {
		CompletableFuture<String> rejected = Relay.of(this.source, (task) -> {
			throw new RejectedExecutionException("test");
		}, (failure) -> failure);

		this.source.complete("result");

		assertThat(rejected).isCompletedExceptionally();
	}

}
