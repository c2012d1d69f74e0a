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

package io.github.xmppspring.server;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Runs tasks one after another on threads of others.
 *
 * @author XMPP for Spring Boot contributors
 */
final class SerialExecutor implements Executor {

	private final Queue<Runnable> tasks = new ArrayDeque<>();

	private final Supplier<Executor> threads;

	private boolean running;

	SerialExecutor(Supplier<Executor> threads) {
		this.threads = threads;
	}

	@Override
	public void execute(Runnable task) {
		synchronized (this.tasks) {
			this.tasks.add(task);
			if (this.running) {
				return;
			}
			this.running = true;
		}
		submit();
	}

	private void submit() {
		boolean submitted = false;
		try {
			this.threads.get().execute(this::runAll);
			submitted = true;
		}
		finally {
			if (!submitted) {
				stopped();
			}
		}
	}

	private void stopped() {
		synchronized (this.tasks) {
			this.tasks.clear();
			this.running = false;
		}
	}

	private void runAll() {
		for (Runnable task = next(); task != null; task = next()) {
			task.run();
		}
	}

	private @Nullable Runnable next() {
		synchronized (this.tasks) {
			if (Thread.currentThread().isInterrupted()) {
				this.tasks.clear();
			}
			Runnable task = this.tasks.poll();
			this.running = task != null;
			return task;
		}
	}

}
