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

package io.github.xmppspring.autoconfigure;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.xmppspring.context.XmppConnectionLifecycle;
import io.github.xmppspring.stanza.BatchExecutor;
import io.github.xmppspring.stanza.WorkerTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.context.SmartLifecycle;
import org.springframework.core.task.TaskRejectedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link WorkerPool} and {@link WorkerThreads}.
 *
 * @author XMPP for Spring Boot contributors
 */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class WorkerPoolTests {

	private static final Duration SOON = Duration.ofSeconds(10);

	private final CountDownLatch release = new CountDownLatch(1);

	private final WorkerPool pool = pool(1, Duration.ofMinutes(1));

	@AfterEach
	void end() {
		this.release.countDown();
		this.pool.destroy();
	}

	@Test
	void stopWaitsForWhatRunsAndForWhatIsQueued() {
		AtomicInteger done = new AtomicInteger();
		this.pool.execute(this::awaitRelease);
		this.pool.execute(done::incrementAndGet);
		this.pool.submit(done::incrementAndGet);

		CompletableFuture<Integer> stopped = stop(this.pool).thenApply((stop) -> done.get());

		assertThat(stopped).isNotDone();
		this.release.countDown();
		assertThat(stopped).succeedsWithin(SOON).isEqualTo(2);
	}

	@Test
	void everyStopIsTold() {
		this.pool.execute(this::awaitRelease);
		CompletableFuture<Void> first = stop(this.pool).thenAccept((stop) -> {
		});
		CompletableFuture<Void> second = stop(this.pool).thenAccept((stop) -> {
		});

		this.release.countDown();

		assertThat(first).succeedsWithin(SOON);
		assertThat(second).succeedsWithin(SOON);
	}

	@Test
	void stopWaitsForWhatTasksAdd() {
		AtomicInteger turns = new AtomicInteger();
		this.pool.execute(() -> {
			awaitRelease();
			takeTurns(turns);
		});

		CompletableFuture<Integer> stopped = stop(this.pool).thenApply((stop) -> turns.get());

		this.release.countDown();
		assertThat(stopped).succeedsWithin(SOON).isEqualTo(100);
	}

	@Test
	void stopOfIdlePoolDoesNotWait() {
		assertThat(stop(this.pool)).isCompleted();

		this.pool.execute(this.release::countDown);
		awaitRelease();

		assertThat(stop(this.pool)).succeedsWithin(SOON);
	}

	@Test
	void rejectedTaskIsNotWaitedFor() {
		WorkerPool small = pool(1, Duration.ofMinutes(1), 1);
		small.execute(this::awaitRelease);
		small.execute(() -> {
		});
		assertThatExceptionOfType(TaskRejectedException.class).isThrownBy(() -> small.execute(() -> {
		}));

		this.release.countDown();

		assertThat(stop(small)).succeedsWithin(SOON);
		small.destroy();
	}

	@Test
	void stopWaitsNoLongerThanItHasPatience() {
		WorkerPool impatient = pool(1, Duration.ofMillis(10));
		impatient.execute(this::awaitRelease);

		assertThat(stop(impatient)).succeedsWithin(SOON);

		impatient.destroy();
	}

	@Test
	void stopWithoutPatienceDoesNotWait() {
		WorkerPool impatient = pool(1, Duration.ZERO);
		impatient.execute(this::awaitRelease);

		assertThat(stop(impatient)).isCompleted();

		impatient.destroy();
	}

	@Test
	void workGoesOnAfterStop() {
		assertThat(stop(this.pool)).succeedsWithin(SOON);

		assertThat(CompletableFuture.supplyAsync(() -> "done", this.pool)).succeedsWithin(SOON).isEqualTo("done");
		assertThat(this.pool.isRunning()).isTrue();
	}

	@Test
	void taskThatStopsOnlyThreadDoesNotWaitForItself() {
		CompletableFuture<Void> stopped = CompletableFuture.runAsync(() -> {
			this.pool.execute(() -> {
			});
			stop(this.pool).join();
		}, this.pool);

		assertThat(stopped).succeedsWithin(SOON);
	}

	@Test
	void taskThatStopsOneOfThreadsWaitsForTheOthers() {
		WorkerPool several = pool(2, Duration.ofMinutes(1));
		several.execute(this::awaitRelease);

		CompletableFuture<Void> stopped = CompletableFuture.runAsync(() -> stop(several).join(), several);

		assertThat(stopped).isNotDone();
		this.release.countDown();
		assertThat(stopped).succeedsWithin(SOON);
		several.destroy();
	}

	@Test
	void whatIsLeftAtTheEndIsRejected() {
		this.pool.execute(this::awaitRelease);
		Work left = new Work();
		left.executeOn(this.pool);

		this.pool.destroy();

		assertThat(left).isCompletedExceptionally()
			.failsWithin(SOON)
			.withThrowableThat()
			.withCauseInstanceOf(RejectedExecutionException.class);
	}

	@Test
	void whatIsRejectedDoesNotHoldUpTheEnd() {
		this.pool.execute(this::awaitRelease);
		Work left = new Work();
		AtomicBoolean held = new AtomicBoolean();
		left.whenComplete((done, ex) -> {
			held.set(true);
			awaitRelease();
		});
		left.executeOn(this.pool);

		this.pool.destroy();

		assertThat(held).isTrue();
	}

	@Test
	void severalThreadsTakeBatchesAndOneKeepsTheOrder() {
		assertThat(IqExecutors.pool("test-", 2, 1, SOON)).isInstanceOf(BatchExecutor.class);
		assertThat(IqExecutors.pool("test-", 1, 1, SOON)).isNotInstanceOf(BatchExecutor.class);
	}

	@Test
	void threadForEachTaskIsWaitedForToo() {
		WorkerThreads threads = new WorkerThreads("test-", Duration.ofMinutes(1));
		threads.execute(this::awaitRelease);

		CompletableFuture<Void> stopped = stop(threads);

		assertThat(stopped).isNotDone();
		this.release.countDown();
		assertThat(stopped).succeedsWithin(SOON);
		assertThat(threads.getPhase()).isEqualTo(XmppConnectionLifecycle.PHASE - 1);
		threads.close();
		assertThat(threads.isRunning()).isFalse();
	}

	@Test
	void threadThatStopsTheOthersDoesNotWaitForItself() {
		WorkerThreads threads = new WorkerThreads("test-", Duration.ofMinutes(1));

		assertThat(CompletableFuture.runAsync(() -> stop(threads).join(), threads)).succeedsWithin(SOON);
	}

	private void takeTurns(AtomicInteger turns) {
		if (turns.incrementAndGet() < 100) {
			this.pool.execute(() -> takeTurns(turns));
		}
	}

	private void awaitRelease() {
		boolean interrupted = true;
		while (interrupted) {
			try {
				this.release.await();
				interrupted = false;
			}
			catch (InterruptedException ex) {
				// This task does not let itself be cut short
			}
		}
	}

	private static WorkerPool pool(int threads, Duration patience) {
		return pool(threads, patience, Integer.MAX_VALUE);
	}

	private static WorkerPool pool(int threads, Duration patience, int queueCapacity) {
		WorkerPool pool = IqExecutors.pool("test-", threads, queueCapacity, patience);
		pool.initialize();
		return pool;
	}

	private static CompletableFuture<Void> stop(SmartLifecycle executor) {
		CompletableFuture<Void> stopped = new CompletableFuture<>();
		executor.stop(() -> stopped.complete(null));
		return stopped;
	}

	/**
	 * Work that tells what became of it.
	 */
	private static final class Work extends CompletableFuture<Void> implements WorkerTask {

		@Override
		public void run() {
			complete(null);
		}

		@Override
		public void reject(Throwable cause) {
			completeExceptionally(cause);
		}

	}

}
