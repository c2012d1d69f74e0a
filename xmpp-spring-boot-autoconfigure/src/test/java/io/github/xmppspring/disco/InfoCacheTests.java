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

package io.github.xmppspring.disco;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.disco.DiscoInfo;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link InfoCache}.
 *
 * @author XMPP for Spring Boot contributors
 */
class InfoCacheTests {

	private static final Jid JULIET = Jid.of("juliet@example.org/balcony");

	private static final DiscoInfo INFO = DiscoInfo.builder().identity("client", "pc", null).build();

	private final InfoCache cache = new InfoCache(DiscoCacheSettings.DEFAULT);

	@Test
	void whoseQuestionFailedAsksAgainAtOnce() {
		CompletableFuture<DiscoInfo> first = new CompletableFuture<>();
		CompletableFuture<DiscoInfo> second = this.cache.get(JULIET, null, () -> first)
			.exceptionallyCompose((ex) -> this.cache.get(JULIET, null, () -> CompletableFuture.completedFuture(INFO)));

		first.completeExceptionally(new IllegalStateException("no"));

		assertThat(second).isCompletedWithValue(INFO);
	}

	@Test
	void failureThatIsThereAtOnceIsNotKept() {
		IllegalStateException failure = new IllegalStateException("no");
		AtomicInteger asked = new AtomicInteger();

		for (int i = 1; i <= 2; i++) {
			CompletableFuture<DiscoInfo> answer = this.cache.get(JULIET, null, () -> {
				asked.incrementAndGet();
				return CompletableFuture.failedFuture(failure);
			});
			assertThat(answer).isCompletedExceptionally();
			assertThat(answer.handle((info, ex) -> ex)).isCompletedWithValue(failure);
			assertThat(asked).hasValue(i);
		}
	}

}
