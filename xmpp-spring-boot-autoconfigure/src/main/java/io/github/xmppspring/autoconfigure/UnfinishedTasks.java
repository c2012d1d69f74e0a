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
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Counts the tasks that an executor was given and that have not ended, and tells when
 * there are none.
 *
 * @author XMPP for Spring Boot contributors
 */
final class UnfinishedTasks {

	private static final Log logger = LogFactory.getLog(UnfinishedTasks.class);

	private final AtomicInteger count = new AtomicInteger();

	private final ThreadLocal<Boolean> inside = new ThreadLocal<>();

	private final List<Wait> waits = new CopyOnWriteArrayList<>();

	/**
	 * Counts a task, before the executor takes it.
	 */
	void add() {
		this.count.incrementAndGet();
	}

	/**
	 * Notes that this thread runs tasks of the executor, and will run no others.
	 */
	void enter() {
		this.inside.set(true);
	}

	/**
	 * Whether this thread runs a task of the executor.
	 * @return whether to wait for all tasks would be to wait for oneself
	 */
	boolean isInside() {
		return this.inside.get() != null;
	}

	/**
	 * Counts a task no longer, as it has ended or was not taken.
	 */
	void remove() {
		int left = this.count.decrementAndGet();
		for (Wait wait : this.waits) {
			wait.look(left);
		}
	}

	/**
	 * Waits until there are no tasks but the one that this is called by, if it is one.
	 * Does not block.
	 * @param timeout how long to wait at the most
	 * @param callback called when there are none, or after that time
	 */
	void end(Duration timeout, Runnable callback) {
		Wait wait = new Wait(isInside() ? 1 : 0, new CompletableFuture<>());
		this.waits.add(wait);
		wait.look(timeout.isZero() ? 0 : this.count.get());
		wait.over().completeOnTimeout(false, timeout.toMillis(), TimeUnit.MILLISECONDS).thenAccept((ended) -> {
			this.waits.remove(wait);
			if (!ended) {
				logger.warn(("Callbacks and listeners have not ended within %d ms, and the stop goes on without them. "
						+ "'xmpp.shutdown.drain-timeout' says how long they may take")
					.formatted(timeout.toMillis()));
			}
			callback.run();
		});
	}

	/**
	 * Somebody who waits for the end of the tasks.
	 *
	 * @param own how many of them are those who wait
	 * @param over completes with whether they waited long enough
	 */
	private record Wait(int own, CompletableFuture<Boolean> over) {

		void look(int left) {
			if (left <= this.own) {
				this.over.complete(true);
			}
		}

	}

}
