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

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.github.xmppspring.stanza.BatchExecutor;
import io.github.xmppspring.stanza.WorkerTask;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EventLoopThread} and what it gathers.
 *
 * @author XMPP for Spring Boot contributors
 */
class EventLoopThreadTests {

	private final EventLoop loop = new DefaultEventLoop(new EventLoopThreads("loop", true));

	private final ExecutorService pool = Executors.newCachedThreadPool();

	private final BatchExecutor threads = this.pool::execute;

	private final List<Runnable> executed = Collections.synchronizedList(new ArrayList<>());

	private final List<String> done = Collections.synchronizedList(new ArrayList<>());

	@AfterEach
	void stop() {
		this.loop.shutdownGracefully(0, 0, TimeUnit.SECONDS);
		this.pool.shutdownNow();
	}

	@Test
	void workIsHandedOverAtOnceWhereNothingIsRead() {
		onLoop((thread) -> {
			thread.handOver(task("1"), this.executed::add);

			assertThat(this.executed).hasSize(1);
		});
	}

	@Test
	void workIsGatheredWhileTheLoopReads() {
		onLoop((thread) -> {
			BatchExecutor executor = this.executed::add;
			thread.beginRead(this.loop);
			thread.handOver(task("1"), executor);
			thread.handOver(task("2"), executor);
			assertThat(this.executed).isEmpty();

			thread.endRead();
			assertThat(this.executed).hasSize(1);

			thread.handOver(task("3"), executor);
			assertThat(this.executed).hasSize(2);
		});

		Awaitility.await().pollDelay(Duration.ZERO).pollInSameThread().untilAsserted(() -> {
			// A batch that is held up adds to what is executed
			List.copyOf(this.executed).forEach(Runnable::run);
			assertThat(this.done).contains("1", "2", "3");
		});
	}

	@Test
	void executorThatMayDoMoreForATaskIsGivenEachAlone() {
		onLoop((thread) -> {
			Executor executor = this.executed::add;
			thread.beginRead(this.loop);

			task("1").startOn(executor);
			task("2").startOn(executor);

			assertThat(this.executed).hasSize(2);
		});
	}

	@Test
	void whatOneReadHasBroughtDoesNotWaitForTheNext() {
		onLoop((thread) -> {
			thread.beginRead(this.loop);
			thread.handOver(task("1"), this.executed::add);

			thread.beginRead(this.loop);

			assertThat(this.executed).hasSize(1);
		});
	}

	@Test
	void firstTasksDoNotWaitForAllThatFollow() {
		onLoop((thread) -> {
			BatchExecutor executor = this.executed::add;
			thread.beginRead(this.loop);
			for (int i = 0; i < 100; i++) {
				thread.handOver(task("one"), executor);
			}

			assertThat(this.executed).hasSize(3);
		});
	}

	@Test
	void eachTaskGoesToItsExecutor() {
		List<Runnable> others = new ArrayList<>();
		onLoop((thread) -> {
			BatchExecutor executor = this.executed::add;
			BatchExecutor other = others::add;
			thread.beginRead(this.loop);
			thread.handOver(task("1"), executor);
			thread.handOver(task("2"), other);
			thread.handOver(task("3"), executor);
			thread.endRead();
		});

		assertThat(this.executed).hasSize(2);
		assertThat(others).hasSize(1);
		others.forEach(Runnable::run);
		assertThat(this.done).containsExactly("2");
	}

	@Test
	void workOfATaskThatRunsOnTheLoopIsHandedOverToo() {
		onLoop((thread) -> {
			thread.beginRead(this.loop);
			thread.handOver(task("1", () -> thread.handOver(task("2"), Runnable::run)), Runnable::run);
			thread.endRead();

			assertThat(this.done).containsExactlyInAnyOrder("1", "2");
		});
	}

	@Test
	void workOfATaskThatRunsOnTheLoopGoesToItsExecutor() {
		onLoop((thread) -> {
			thread.beginRead(this.loop);
			thread.handOver(task("1", () -> thread.handOver(task("2"), Runnable::run)), Runnable::run);
			thread.handOver(task("3"), this.executed::add);
			thread.endRead();

			assertThat(this.done).containsExactlyInAnyOrder("1", "2");
			assertThat(this.executed).hasSize(1);
		});
	}

	@Test
	void taskDoesNotWaitForOneThatBlocks() {
		CountDownLatch last = new CountDownLatch(1);
		onLoop((thread) -> {
			thread.beginRead(this.loop);
			thread.handOver(task("waits", () -> awaitQuietly(last)), this.threads);
			thread.handOver(task("waits, too", () -> awaitQuietly(last)), this.threads);
			thread.handOver(task("last", last::countDown), this.threads);
			thread.endRead();
		});

		Awaitility.await().untilAsserted(() -> assertThat(this.done).hasSize(3));
	}

	@Test
	void taskDoesNotWaitForOneThatBlocksWhenTheLoopHasEnded() {
		CountDownLatch last = new CountDownLatch(1);
		onLoop((thread) -> {
			thread.beginRead(this.loop);
			thread.handOver(task("waits", () -> awaitQuietly(last)), this.threads);
			thread.handOver(task("last", last::countDown), this.threads);
			thread.endRead();
			this.loop.shutdownGracefully(0, 0, TimeUnit.SECONDS);
		});

		Awaitility.await().untilAsserted(() -> assertThat(this.done).hasSize(2));
	}

	private void onLoop(Consumer<EventLoopThread> action) {
		this.loop.submit(() -> action.accept((EventLoopThread) Thread.currentThread()))
			.awaitUninterruptibly()
			.syncUninterruptibly();
	}

	private static void awaitQuietly(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private WorkerTask task(String name) {
		return task(name, () -> {
		});
	}

	private WorkerTask task(String name, Runnable action) {
		return new RecordedTask(name, action, this.done);
	}

}
