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

import io.github.xmppspring.context.XmppConnectionLifecycle;

import org.springframework.context.SmartLifecycle;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * A thread for each task, which right after the connection has time to end it.
 *
 * @author XMPP for Spring Boot contributors
 */
final class WorkerThreads extends SimpleAsyncTaskExecutor implements SmartLifecycle {

	private static final long serialVersionUID = 1L;

	private final transient UnfinishedTasks tasks = new UnfinishedTasks();

	private final Duration patience;

	/**
	 * Creates the executor.
	 * @param threadNamePrefix what the names of the threads begin with
	 * @param patience how long the stop waits for tasks at the most
	 */
	WorkerThreads(String threadNamePrefix, Duration patience) {
		super(threadNamePrefix);
		this.patience = patience;
	}

	@Override
	protected void doExecute(Runnable task) {
		this.tasks.add();
		try {
			super.doExecute(() -> run(task));
		}
		catch (Throwable ex) {
			this.tasks.remove();
			throw ex;
		}
	}

	private void run(Runnable task) {
		this.tasks.enter();
		try {
			task.run();
		}
		finally {
			this.tasks.remove();
		}
	}

	@Override
	public void start() {
	}

	@Override
	public void stop() {
	}

	@Override
	public void stop(Runnable callback) {
		this.tasks.end(this.patience, callback);
	}

	@Override
	public boolean isRunning() {
		return isActive();
	}

	@Override
	public int getPhase() {
		return XmppConnectionLifecycle.PHASE - 1;
	}

}
