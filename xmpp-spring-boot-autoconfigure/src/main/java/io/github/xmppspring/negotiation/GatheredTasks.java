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
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

import io.github.xmppspring.stanza.BatchExecutor;
import io.github.xmppspring.stanza.WorkerTask;
import io.netty.util.concurrent.EventExecutor;
import org.jspecify.annotations.Nullable;

/**
 * Work for other threads that comes of what an event loop reads. To wake a thread takes
 * longer than many a task, and where it shares a processor with the loop it stops the
 * reading. So what a read brings is handed over in batches, and the loop looks after
 * those whose thread waits for something: no task waits for long because another does.
 * <p>
 * Belongs to the thread of an event loop, and so needs no locks.
 *
 * @author XMPP for Spring Boot contributors
 */
final class GatheredTasks {

	private static final int BATCH = 32;

	private static final long LOOK_MILLIS = 1;

	private final List<WorkerTask> tasks = new ArrayList<>(BATCH);

	/**
	 * What was handed over and may have tasks that no thread has taken.
	 */
	private final Queue<TaskBatch> batches = new ArrayDeque<>();

	private @Nullable BatchExecutor executor;

	/**
	 * The loop, as long as it reads.
	 */
	private @Nullable EventExecutor reading;

	private boolean watching;

	/**
	 * Hands over what there is, and gathers from now on.
	 * @param loop the event loop
	 */
	void begin(EventExecutor loop) {
		handOver();
		this.reading = loop;
	}

	/**
	 * Hands over what there is, and gathers no more.
	 */
	void end() {
		handOver();
		this.reading = null;
	}

	/**
	 * Hands a task over, together with others if some may follow.
	 * @param task the task
	 * @param executor runs it
	 */
	void add(WorkerTask task, BatchExecutor executor) {
		if (this.reading == null) {
			task.executeOn(executor);
			return;
		}
		if (this.tasks.size() == BATCH || !executor.equals(this.executor)) {
			handOver();
		}
		this.executor = executor;
		this.tasks.add(task);
	}

	private void handOver() {
		BatchExecutor executor = this.executor;
		EventExecutor loop = this.reading;
		if (executor == null || loop == null || this.tasks.isEmpty()) {
			return;
		}
		// A task that runs here, as the executor wants it, has nothing gathered
		this.reading = null;
		try {
			handOver(executor, loop);
		}
		finally {
			this.reading = loop;
		}
	}

	private void handOver(BatchExecutor executor, EventExecutor loop) {
		if (this.tasks.size() == 1) {
			this.tasks.remove(0).executeOn(executor);
			return;
		}
		TaskBatch batch = new TaskBatch(this.tasks, executor);
		this.tasks.clear();
		batch.executeOn(executor);
		if (!batch.isTaken()) {
			this.batches.add(batch);
			watch(loop);
		}
	}

	private void watch(EventExecutor loop) {
		if (!this.watching) {
			this.watching = true;
			loop.schedule(() -> look(loop), LOOK_MILLIS, TimeUnit.MILLISECONDS);
		}
	}

	private void look(EventExecutor loop) {
		this.watching = false;
		this.batches.removeIf((batch) -> batch.isTaken() || batch.scatterIfHeldUp());
		if (!this.batches.isEmpty()) {
			watch(loop);
		}
	}

	/**
	 * Hands over what there is and looks after it no more, as the loop ends.
	 */
	void close() {
		end();
		this.batches.forEach(TaskBatch::scatter);
		this.batches.clear();
	}

}
