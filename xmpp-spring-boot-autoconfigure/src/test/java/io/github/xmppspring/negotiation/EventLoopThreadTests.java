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

package io.github.xmppspring.negotiation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EventLoopThread}.
 *
 * @author XMPP for Spring Boot contributors
 */
class EventLoopThreadTests {

	private final List<String> woken = new ArrayList<>();

	@Test
	void workIsHandedOverAtOnceWhereNothingIsTakenIn() {
		onEventLoop((thread) -> {
			thread.handOver(() -> this.woken.add("1"));
			assertThat(this.woken).containsExactly("1");
		});
	}

	@Test
	void workIsGatheredWhileRequestsAreTakenIn() {
		onEventLoop((thread) -> {
			thread.gather();
			thread.handOver(() -> this.woken.add("1"));
			thread.gather();
			thread.handOver(() -> this.woken.add("2"));
			assertThat(this.woken).isEmpty();

			thread.handOverGathered();

			assertThat(this.woken).containsExactly("1", "2");
			thread.handOver(() -> this.woken.add("3"));
			assertThat(this.woken).containsExactly("1", "2", "3");
		});
	}

	@Test
	void firstRequestsDoNotWaitForAllThatFollow() {
		onEventLoop((thread) -> {
			for (int i = 0; i < 1000; i++) {
				thread.gather();
				thread.handOver(() -> this.woken.add("one"));
				assertThat(this.woken).hasSizeGreaterThan(i - 100);
			}
			assertThat(this.woken).hasSizeLessThan(1000);
		});
	}

	private static void onEventLoop(Consumer<EventLoopThread> task) {
		CompletableFuture<Void> result = new CompletableFuture<>();
		new EventLoopThreads("loop", true).newThread(() -> {
			try {
				task.accept((EventLoopThread) Thread.currentThread());
				result.complete(null);
			}
			catch (Throwable ex) {
				result.completeExceptionally(ex);
			}
		}).start();
		result.orTimeout(10, TimeUnit.SECONDS).join();
	}

}
