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

package io.github.xmppspring.roster;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks one at a time in the order in which they come. Whoever cannot wait leaves a
 * task to an executor; whoever can runs it, and those before, on the own thread. So
 * nobody who waits depends on a free thread of the executor.
 *
 * @author XMPP for Spring Boot contributors
 */
final class TaskQueue {

	private static final Log logger = LogFactory.getLog(TaskQueue.class);

	private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();

	private final ReentrantLock turn = new ReentrantLock();

	private final Executor executor;

	TaskQueue(Executor executor) {
		this.executor = executor;
	}

	/**
	 * Has a task run, without waiting for it. If there is no thread for it, it runs
	 * before the next one.
	 * @param task the task
	 */
	void later(Runnable task) {
		this.tasks.add(task);
		try {
			this.executor.execute(this::drain);
		}
		catch (RejectedExecutionException ex) {
			logger.debug("There is no thread for a task, it waits for the next one", ex);
		}
	}

	/**
	 * Runs a task, after those that came before.
	 * @param task the task
	 * @param <T> the type of its value
	 * @return its value
	 */
	<T extends @Nullable Object> T now(Supplier<T> task) {
		this.turn.lock();
		try {
			runWaiting();
			return task.get();
		}
		finally {
			this.turn.unlock();
		}
	}

	private void drain() {
		this.turn.lock();
		try {
			runWaiting();
		}
		finally {
			this.turn.unlock();
		}
	}

	private void runWaiting() {
		for (Runnable task = this.tasks.poll(); task != null; task = this.tasks.poll()) {
			runGuarded(task);
		}
	}

	private static void runGuarded(Runnable task) {
		try {
			task.run();
		}
		catch (Throwable ex) {
			logger.error("A change of the contact list could not be stored", ex);
		}
	}

}
