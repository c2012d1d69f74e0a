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
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

import io.github.xmppspring.context.XmppConnectionLifecycle;
import io.github.xmppspring.stanza.BatchExecutor;
import io.github.xmppspring.stanza.WorkerTask;
import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * A pool that ends in order: right after the connection it has time for all that was
 * begun, and what it can then not do is rejected. Up to its end it takes work and does
 * it, also while the application is stopped and may be started again.
 *
 * @author XMPP for Spring Boot contributors
 */
class WorkerPool extends ThreadPoolTaskExecutor {

	private static final long serialVersionUID = 1L;

	/**
	 * How long to wait for those who are told that their work was rejected.
	 */
	private static final long LAST_MILLIS = 1000;

	private final transient UnfinishedTasks tasks = new UnfinishedTasks();

	private final transient Queue<WorkerTask> left = new ConcurrentLinkedQueue<>();

	private final Duration patience;

	/**
	 * Creates a pool.
	 * @param patience how long the stop waits for tasks at the most
	 */
	WorkerPool(Duration patience) {
		this.patience = patience;
		setAcceptTasksAfterContextClose(true);
		setPhase(XmppConnectionLifecycle.PHASE - 1);
	}

	@Override
	public void execute(Runnable task) {
		this.tasks.add();
		try {
			super.execute(task);
		}
		catch (Throwable ex) {
			this.tasks.remove();
			throw ex;
		}
	}

	@Override
	public Future<?> submit(Runnable task) {
		return counted(() -> super.submit(task));
	}

	@Override
	public <T> Future<T> submit(Callable<T> task) {
		return counted(() -> super.submit(task));
	}

	private <T> T counted(Supplier<T> handover) {
		this.tasks.add();
		try {
			return handover.get();
		}
		catch (Throwable ex) {
			this.tasks.remove();
			throw ex;
		}
	}

	@Override
	protected void beforeExecute(Thread thread, Runnable task) {
		this.tasks.enter();
		super.beforeExecute(thread, task);
	}

	@Override
	protected void afterExecute(Runnable task, @Nullable Throwable ex) {
		super.afterExecute(task, ex);
		this.tasks.remove();
	}

	@Override
	public void stop() {
	}

	// The only thread has nothing done while it waits
	@Override
	public void stop(Runnable callback) {
		boolean alone = this.tasks.isInside() && getMaxPoolSize() == 1;
		this.tasks.end(alone ? Duration.ZERO : this.patience, callback);
	}

	@Override
	public void shutdown() {
		super.shutdown();
		if (!this.left.isEmpty()) {
			rejectLeft();
		}
	}

	@Override
	protected void cancelRemainingTask(Runnable task) {
		this.tasks.remove();
		if (task instanceof WorkerTask work) {
			this.left.add(work);
		}
		else {
			super.cancelRemainingTask(task);
		}
	}

	// What hangs on the tasks may block, and must not keep the application from its end
	private void rejectLeft() {
		Thread thread = createThread(() -> {
			for (WorkerTask task = this.left.poll(); task != null; task = this.left.poll()) {
				reject(task);
			}
		});
		thread.setDaemon(true);
		thread.start();
		try {
			thread.join(LAST_MILLIS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void reject(WorkerTask task) {
		try {
			task.reject(new RejectedExecutionException("The application has stopped"));
		}
		catch (Throwable ex) {
			this.logger.error("A task could not be rejected", ex);
		}
	}

	/**
	 * A pool whose threads do several tasks in a row.
	 */
	static final class OfBatches extends WorkerPool implements BatchExecutor {

		private static final long serialVersionUID = 1L;

		OfBatches(Duration patience) {
			super(patience);
		}

	}

}
