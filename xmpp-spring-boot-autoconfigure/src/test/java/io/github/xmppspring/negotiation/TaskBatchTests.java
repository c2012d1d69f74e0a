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

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.github.xmppspring.stanza.WorkerTask;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TaskBatch}.
 *
 * @author XMPP for Spring Boot contributors
 */
class TaskBatchTests {

	private final Queue<Runnable> executed = new ArrayDeque<>();

	private final List<String> done = Collections.synchronizedList(new ArrayList<>());

	@Test
	void batchDoesItsTasksInOrder() {
		TaskBatch batch = batch(task("1"), task("2"), task("3"));

		batch.run();

		assertThat(this.done).startsWith("1").isSubsetOf("1", "2", "3");
		runExecuted();
		assertThat(this.done).containsExactly("1", "2", "3");
		assertThat(batch.isTaken()).isTrue();
	}

	@Test
	void longTaskLeavesTheOthersToOtherThreads() {
		TaskBatch batch = batch(task("1", TaskBatchTests::workForLong), task("2"), task("3"));

		batch.run();

		assertThat(this.done).containsExactly("1");
		assertThat(this.executed).hasSize(2);
		runExecuted();
		assertThat(this.done).containsExactly("1", "2", "3");
	}

	@Test
	void interruptedThreadLeavesTheOthersToOtherThreads() {
		TaskBatch batch = batch(task("1", () -> Thread.currentThread().interrupt()), task("2"));

		batch.run();

		assertThat(Thread.interrupted()).isFalse();
		assertThat(this.done).containsExactly("1");
		assertThat(this.executed).hasSize(1);
	}

	@Test
	void failedTaskDoesNotKeepTheOthersFromRunning() {
		TaskBatch batch = batch(task("1", () -> {
			throw new IllegalStateException("broken");
		}), task("2"));

		batch.run();
		runExecuted();

		assertThat(this.done).containsExactly("2");
	}

	@RepeatedTest(10)
	void tasksBehindOneThatGoesOnForLongAreScattered() {
		TaskBatch[] batch = new TaskBatch[1];
		long[] before = new long[1];
		batch[0] = batch(task("1", () -> {
			long scattered = awaitScattered(batch[0]);
			assertThat(scattered - before[0]).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(5));
			assertThat(this.executed).hasSize(2);
		}), task("2"), task("3"));

		before[0] = System.nanoTime();
		batch[0].run();

		assertThat(this.done).containsExactly("1");
		runExecuted();
		assertThat(this.done).containsExactly("1", "2", "3");
	}

	@Test
	void tasksBehindOneThatWaitsAreScattered() throws InterruptedException {
		CountDownLatch first = new CountDownLatch(1);
		CountDownLatch second = new CountDownLatch(1);
		TaskBatch batch = batch(task("1", () -> {
			first.countDown();
			awaitQuietly(second);
		}), task("2", second::countDown));
		Thread thread = new Thread(batch);
		thread.start();
		first.await();

		Awaitility.await().until(batch::scatterIfHeldUp);

		runExecuted();
		thread.join(TimeUnit.SECONDS.toMillis(10));
		assertThat(this.done).containsExactlyInAnyOrder("1", "2");
	}

	@Test
	void tasksOfABatchThatNobodyBeginsWaitForOneThreadEachInTheEnd() {
		long before = System.nanoTime();
		TaskBatch batch = batch(task("1"), task("2"));

		long scattered = awaitScattered(batch);

		assertThat(scattered - before).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(500));
		assertThat(this.executed).hasSize(2);
		assertThat(batch.isTaken()).isTrue();
	}

	@Test
	void eachTaskOfARejectedBatchIsRejected() {
		TaskBatch batch = new TaskBatch(List.of(task("1"), task("2")), (task) -> {
			throw new RejectedExecutionException("full");
		});

		batch.reject(new RejectedExecutionException("full"));

		assertThat(this.done).containsExactly("1 rejected: full", "2 rejected: full");
	}

	@Test
	void taskThatIsScatteredInVainIsRejected() {
		TaskBatch batch = new TaskBatch(List.of(task("1"), task("2")), (task) -> {
			throw new RejectedExecutionException("full");
		});

		batch.scatter();

		assertThat(this.done).containsExactly("1 rejected: full", "2 rejected: full");
	}

	@Test
	void severalThreadsTakeEachTaskOnce() throws InterruptedException {
		List<String> all = IntStream.range(0, 1000).mapToObj(String::valueOf).toList();
		List<String> ran = Collections.synchronizedList(new ArrayList<>());
		TaskBatch batch = new TaskBatch(all.stream().<WorkerTask>map((name) -> new RecordedTask(name, () -> {
		}, ran)).toList(), (task) -> new Thread(task).start());

		Thread thread = new Thread(batch);
		thread.start();
		batch.scatter();
		thread.join(TimeUnit.SECONDS.toMillis(10));

		Awaitility.await().untilAsserted(() -> assertThat(ran).hasSize(1000));
		assertThat(ran).containsExactlyInAnyOrderElementsOf(all);
	}

	/**
	 * Until it is scattered, nothing of it may go elsewhere. This looks as often as it
	 * can, or it would not notice what comes a little early.
	 * @return when it was scattered
	 */
	private long awaitScattered(TaskBatch batch) {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
		while (!batch.scatterIfHeldUp()) {
			if (batch.isTaken() || !this.executed.isEmpty() || System.nanoTime() - end > 0) {
				throw new AssertionError("Scattered without a word, or not at all");
			}
		}
		return System.nanoTime();
	}

	private static void awaitQuietly(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void workForLong() {
		long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1);
		while (System.nanoTime() - end < 0) {
			Thread.onSpinWait();
		}
	}

	private void runExecuted() {
		this.executed.forEach(Runnable::run);
	}

	private TaskBatch batch(WorkerTask... tasks) {
		return new TaskBatch(List.of(tasks), this.executed::add);
	}

	private WorkerTask task(String name) {
		return task(name, () -> {
		});
	}

	private WorkerTask task(String name, Runnable action) {
		return new RecordedTask(name, action, this.done);
	}

}
