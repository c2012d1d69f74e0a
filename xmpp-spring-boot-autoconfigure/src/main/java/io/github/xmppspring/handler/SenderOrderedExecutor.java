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
import java.util.concurrent.TimeUnit;

import io.github.xmppspring.stanza.WorkerTask;
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
	 * How many tasks a sender may run in any case before others that wait for a thread
	 * get theirs.
	 */
	private static final int TURN = 32;

	/**
	 * How long a sender may go on in any case. Handing a thread over takes longer than
	 * many a task.
	 */
	private static final long TURN_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

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
	void execute(Object sender, WorkerTask task) {
		while (true) {
			SenderQueue queue = this.queues.get(sender);
			if (queue == null) {
				SenderQueue created = new SenderQueue(sender, task);
				if (this.queues.putIfAbsent(sender, created) == null) {
					created.startOn(this.executor);
					return;
				}
			}
			else if (queue.add(task)) {
				return;
			}
			else {
				this.queues.remove(sender, queue);
			}
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
	 * The tasks of one sender. Whoever created it, and then the thread that runs it, is
	 * the only one to take tasks out. It ends when there are none, and takes none from
	 * then on: the next task begins another queue.
	 */
	private final class SenderQueue implements WorkerTask {

		private final Object sender;

		private final Queue<WorkerTask> tasks = new ArrayDeque<>(2);

		private boolean ended;

		SenderQueue(Object sender, WorkerTask first) {
			this.sender = sender;
			this.tasks.add(first);
		}

		/**
		 * Adds a task.
		 * @param task the task
		 * @return whether this queue takes it
		 */
		synchronized boolean add(WorkerTask task) {
			return !this.ended && this.tasks.add(task);
		}

		@Override
		public void run() {
			int count = 0;
			long begin = System.nanoTime();
			for (WorkerTask task = next(); task != null; task = next()) {
				runGuarded(task);
				count++;
				boolean interrupted = Thread.interrupted();
				boolean over = count % TURN == 0 && System.nanoTime() - begin >= TURN_NANOS;
				if ((interrupted || over) && giveWay(interrupted)) {
					return;
				}
			}
		}

		// Lets others have this thread, and says whether it does. If there is no other,
		// this one goes on, unless it was asked to stop
		private boolean giveWay(boolean interrupted) {
			try {
				SenderOrderedExecutor.this.executor.execute(this);
				return true;
			}
			catch (Throwable ex) {
				if (interrupted) {
					reject(ex);
				}
				return interrupted;
			}
		}

		@Override
		public void reject(Throwable cause) {
			for (WorkerTask task = next(); task != null; task = next()) {
				task.reject(cause);
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

		private @Nullable WorkerTask next() {
			WorkerTask next = poll();
			if (next == null) {
				SenderOrderedExecutor.this.queues.remove(this.sender, this);
			}
			return next;
		}

		private synchronized @Nullable WorkerTask poll() {
			WorkerTask next = this.tasks.poll();
			this.ended = next == null;
			return next;
		}

	}

}
