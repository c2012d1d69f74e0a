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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.xmppspring.stanza.NonBlockingThread;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link Deadlines}.
 *
 * @author XMPP for Spring Boot contributors
 */
@Timeout(30)
class DeadlinesTests {

	private final Deadlines deadlines = new Deadlines(Duration.ofMillis(200));

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 9, 50, 130 })
	void deadlineIsNeverEarlyAndLittleLate(int millis) {
		Probe probe = new Probe();
		long begin = System.nanoTime();

		this.deadlines.add(probe, Duration.ofMillis(millis));

		long took = TimeUnit.NANOSECONDS.toMicros(probe.expired.join() - begin);
		assertThat(took).isBetween(millis * 1000L, millis * 1000L + 10_000_000);
	}

	@Test
	void earlierDeadlineWakesTheThreadThatSleepsUntilALaterOne() {
		this.deadlines.add(new Probe(), Duration.ofHours(1));
		Probe probe = new Probe();

		this.deadlines.add(probe, Duration.ofMillis(20));

		assertThat(probe.expired).succeedsWithin(Duration.ofSeconds(5));
	}

	@Test
	void deadlineThatIsCalledOffDoesNotCome() throws InterruptedException {
		CountDownLatch entered = new CountDownLatch(1);
		CountDownLatch calledOff = new CountDownLatch(1);
		this.deadlines.add(new Deadline() {

			@Override
			void expire() {
				entered.countDown();
				awaitQuietly(calledOff);
			}

		}, Duration.ofMillis(1));
		entered.await();
		Probe off = new Probe();
		Probe later = new Probe();
		this.deadlines.add(off, Duration.ofMillis(20));
		this.deadlines.add(later, Duration.ofMillis(60));

		this.deadlines.remove(off);
		calledOff.countDown();

		later.expired.join();
		assertThat(off.expired).isNotDone();
	}

	@Test
	void longestDurationIsAccepted() {
		Probe probe = new Probe();
		this.deadlines.add(probe, Duration.ofSeconds(Long.MAX_VALUE));

		this.deadlines.remove(probe);

		assertThat(probe.expired).isNotDone();
	}

	@Test
	void failureKeepsNoOtherDeadlineFromComing() {
		this.deadlines.add(new Deadline() {

			@Override
			void expire() {
				throw new IllegalStateException("expected");
			}

		}, Duration.ofMillis(10));
		Probe probe = new Probe();
		this.deadlines.add(probe, Duration.ofMillis(30));

		assertThat(probe.expired).succeedsWithin(Duration.ofSeconds(5));
	}

	@Test
	void threadIsADaemonThatMustNotBlockAndEndsWithoutRequests() {
		Probe probe = new Probe();
		this.deadlines.add(probe, Duration.ofMillis(1));
		probe.expired.join();

		assertThat(probe.thread).isInstanceOf(NonBlockingThread.class);
		assertThat(probe.thread.isDaemon()).isTrue();
		assertThat(probe.thread.getName()).isEqualTo("xmpp-deadlines");
		await().until(() -> !probe.thread.isAlive());

		Probe next = new Probe();
		this.deadlines.add(next, Duration.ofMillis(1));
		assertThat(next.expired).succeedsWithin(Duration.ofSeconds(5));
	}

	@Test
	void threadThatIsInterruptedSleepsOn() {
		this.deadlines.add(new Probe(), Duration.ofHours(1));
		CompletableFuture<Thread> interrupted = new CompletableFuture<>();
		this.deadlines.add(new Deadline() {

			@Override
			void expire() {
				Thread.currentThread().interrupt();
				interrupted.complete(Thread.currentThread());
			}

		}, Duration.ofMillis(1));

		Thread thread = interrupted.join();

		await().until(() -> !thread.isInterrupted());
		assertThat(thread.isAlive()).isTrue();
	}

	@Test
	void threadDoesNotWaitForDeadlinesThatAreCalledOff() {
		Probe off = new Probe();
		this.deadlines.add(off, Duration.ofHours(1));
		Probe probe = new Probe();
		this.deadlines.add(probe, Duration.ofMillis(300));
		probe.expired.join();
		await().until(() -> probe.thread.getState() == Thread.State.TIMED_WAITING);

		this.deadlines.remove(off);

		await().until(() -> !probe.thread.isAlive());
	}

	@Test
	void threadThatDoesNotStartIsFollowedByAnother() {
		AtomicInteger threads = new AtomicInteger();
		Deadlines scarce = new Deadlines(Duration.ofMillis(200), (task) -> new Thread(task) {

			@Override
			public void start() {
				if (threads.getAndIncrement() == 0) {
					throw new OutOfMemoryError("expected");
				}
				super.start();
			}

		});
		Probe probe = new Probe();
		assertThatExceptionOfType(OutOfMemoryError.class)
			.isThrownBy(() -> scarce.add(new Probe(), Duration.ofMillis(1)));

		scarce.add(probe, Duration.ofMillis(20));

		assertThat(probe.expired).succeedsWithin(Duration.ofSeconds(5));
	}

	@Test
	void manyThreadsMayUseIt() throws InterruptedException {
		int threads = 4;
		int each = 20_000;
		CountDownLatch done = new CountDownLatch(threads);
		List<Probe> kept = new ArrayList<>();
		for (int i = 0; i < threads; i++) {
			Probe probe = new Probe();
			kept.add(probe);
			new Thread(() -> {
				for (int j = 0; j < each; j++) {
					Probe other = new Probe();
					this.deadlines.add(other, Duration.ofSeconds(30));
					this.deadlines.remove(other);
				}
				this.deadlines.add(probe, Duration.ofMillis(30));
				done.countDown();
			}).start();
		}

		done.await();

		assertThat(kept).allSatisfy((probe) -> assertThat(probe.expired).succeedsWithin(Duration.ofSeconds(5)));
	}

	private static void awaitQuietly(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static final class Probe extends Deadline {

		private final CompletableFuture<Long> expired = new CompletableFuture<>();

		private volatile Thread thread;

		@Override
		void expire() {
			this.thread = Thread.currentThread();
			this.expired.complete(System.nanoTime());
		}

	}

}
