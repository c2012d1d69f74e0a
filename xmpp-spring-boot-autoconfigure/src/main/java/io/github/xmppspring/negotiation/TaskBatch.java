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

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.xmppspring.stanza.BatchExecutor;
import io.github.xmppspring.stanza.WorkerTask;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that one thread does in a row as long as that is quickly done. If it is not, the
 * executor is given those that are left one by one, as if they had never been together.
 *
 * @author XMPP for Spring Boot contributors
 */
final class TaskBatch implements WorkerTask {

	private static final Log logger = LogFactory.getLog(TaskBatch.class);

	/**
	 * How long tasks may take together. About as long as it may take to wake a thread.
	 */
	private static final long SHORT = TimeUnit.MICROSECONDS.toNanos(100);

	/**
	 * After how long a thread is held up in any case.
	 */
	private static final long LONG = TimeUnit.MILLISECONDS.toNanos(5);

	/**
	 * After how long without a thread tasks wait for one each.
	 */
	private static final long TOO_LONG = TimeUnit.MILLISECONDS.toNanos(500);

	private final @Nullable WorkerTask[] tasks;

	private final BatchExecutor executor;

	private final AtomicInteger taken = new AtomicInteger();

	private final long made = System.nanoTime();

	/**
	 * When the first task was begun. Written before the runner, so it is to be read after
	 * the runner.
	 */
	private long begin;

	private volatile @Nullable Thread runner;

	TaskBatch(List<WorkerTask> tasks, BatchExecutor executor) {
		this.tasks = tasks.toArray(new WorkerTask[0]);
		this.executor = executor;
	}

	@Override
	public void run() {
		this.begin = System.nanoTime();
		this.runner = Thread.currentThread();
		for (WorkerTask task = take(); task != null; task = take()) {
			runGuarded(task);
			if (Thread.interrupted() || System.nanoTime() - this.begin >= SHORT) {
				scatter();
			}
		}
	}

	private void runGuarded(WorkerTask task) {
		try {
			task.run();
		}
		catch (Throwable ex) {
			logger.error("A task failed", ex);
		}
	}

	@Override
	public void reject(Throwable cause) {
		for (WorkerTask task = take(); task != null; task = take()) {
			task.reject(cause);
		}
	}

	/**
	 * Whether no task is left.
	 * @return whether each was taken by a thread, or went elsewhere
	 */
	boolean isTaken() {
		return this.taken.get() >= this.tasks.length;
	}

	/**
	 * Gives the tasks that are left to the executor if an earlier one keeps its thread
	 * from them: because it waits, or simply for long. A thread that neither waits nor
	 * goes on may lack a processor, in which case more threads would be no help.
	 * @return whether that was so, or no thread was to be had for long
	 */
	boolean scatterIfHeldUp() {
		boolean heldUp = isHeldUp();
		if (heldUp) {
			scatter();
		}
		return heldUp;
	}

	private boolean isHeldUp() {
		long now = System.nanoTime();
		Thread runner = this.runner;
		if (runner == null) {
			return now - this.made >= TOO_LONG;
		}
		long time = now - this.begin;
		return time >= LONG || (time >= SHORT && runner.getState() != Thread.State.RUNNABLE);
	}

	/**
	 * Gives the tasks that are left to the executor, one by one.
	 */
	void scatter() {
		for (WorkerTask task = take(); task != null; task = take()) {
			task.executeOn(this.executor);
		}
	}

	private @Nullable WorkerTask take() {
		if (isTaken()) {
			return null;
		}
		int index = this.taken.getAndIncrement();
		if (index >= this.tasks.length) {
			return null;
		}
		WorkerTask task = this.tasks[index];
		this.tasks[index] = null;
		return task;
	}

}
