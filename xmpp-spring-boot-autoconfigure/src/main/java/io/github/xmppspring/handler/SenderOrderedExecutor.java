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

package io.github.xmppspring.handler;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Runs the tasks of each sender one after the other, those of different senders at the
 * same time, on the threads of any executor. A sender is known here only while it has
 * tasks.
 *
 * @author XMPP for Spring Boot contributors
 */
final class SenderOrderedExecutor {

	private static final Log logger = LogFactory.getLog(SenderOrderedExecutor.class);

	/**
	 * How many tasks a sender may run before others that wait for a thread get theirs.
	 */
	private static final int TURN = 32;

	private final Executor executor;

	private final ConcurrentMap<Object, SenderQueue> queues = new ConcurrentHashMap<>();

	SenderOrderedExecutor(Executor executor) {
		this.executor = executor;
	}

	/**
	 * Runs the task after all earlier ones of the sender.
	 * @param sender the sender
	 * @param task the task
	 */
	void execute(Object sender, Task task) {
		SenderQueue created = new SenderQueue(sender);
		SenderQueue queue = this.queues.compute(sender, (key, current) -> {
			SenderQueue chosen = (current != null) ? current : created;
			chosen.tasks.add(task);
			return chosen;
		});
		if (queue == created) {
			start(queue);
		}
	}

	private void start(SenderQueue queue) {
		try {
			this.executor.execute(queue);
		}
		catch (Throwable ex) {
			queue.rejectAll(ex);
		}
	}

	/**
	 * How many senders have tasks.
	 * @return the number of senders
	 */
	int senders() {
		return this.queues.size();
	}

	/**
	 * A piece of work, of which exactly one method is called.
	 */
	interface Task {

		/**
		 * Does the work.
		 */
		void run();

		/**
		 * Is called instead if there is no thread for it.
		 * @param cause why
		 */
		void reject(Throwable cause);

	}

	/**
	 * The tasks of one sender. Whoever created it, and then the thread that runs it, is
	 * the only one to take tasks out.
	 */
	private final class SenderQueue implements Runnable {

		private final Object sender;

		private final Queue<Task> tasks = new ArrayDeque<>(2);

		private @Nullable Task current;

		SenderQueue(Object sender) {
			this.sender = sender;
		}

		@Override
		public void run() {
			int count = 0;
			for (Task task = next(); task != null; task = next()) {
				runGuarded(task);
				count++;
				boolean interrupted = Thread.interrupted();
				if ((interrupted || count % TURN == 0) && giveWay(interrupted)) {
					return;
				}
			}
		}

		// Lets others have this thread, and says whether it does. If no other thread is
		// to be
		// had, this one goes on, unless it was asked to stop
		private boolean giveWay(boolean interrupted) {
			try {
				SenderOrderedExecutor.this.executor.execute(this);
				return true;
			}
			catch (Throwable ex) {
				if (interrupted) {
					rejectAll(ex);
				}
				return interrupted;
			}
		}

		private void rejectAll(Throwable cause) {
			for (Task task = next(); task != null; task = next()) {
				task.reject(cause);
			}
		}

		private void runGuarded(Task task) {
			try {
				task.run();
			}
			catch (Throwable ex) {
				logger.error("A task failed", ex);
			}
		}

		// Empty queues leave the map in the same step in which they are found empty
		private @Nullable Task next() {
			SenderOrderedExecutor.this.queues.compute(this.sender, (key, queue) -> {
				this.current = this.tasks.poll();
				return (this.current != null) ? this : null;
			});
			return this.current;
		}

	}

}
