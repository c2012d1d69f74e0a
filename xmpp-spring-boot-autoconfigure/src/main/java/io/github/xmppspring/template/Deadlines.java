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

package io.github.xmppspring.template;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.github.xmppspring.stanza.NonBlockingThread;

/**
 * Watches the time for the requests of a template. It has one thread, and only while
 * there are requests; whatever runs on it must not block, and blocking calls of the
 * template refuse to.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Deadlines {

	private static final long IDLE_SECONDS = 10;

	private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, DeadlineThread::new);

	Deadlines() {
		this.timer.setRemoveOnCancelPolicy(true);
		this.timer.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
		this.timer.allowCoreThreadTimeOut(true);
	}

	/**
	 * Does something when time is up.
	 * @param task what to do
	 * @param timeout after how long
	 * @return to be cancelled when it is not needed any more
	 */
	Future<?> schedule(Runnable task, Duration timeout) {
		return this.timer.schedule(task, TimeUnit.NANOSECONDS.convert(timeout), TimeUnit.NANOSECONDS);
	}

	private static final class DeadlineThread extends Thread implements NonBlockingThread {

		DeadlineThread(Runnable task) {
			super(task, "xmpp-deadlines");
			setDaemon(true);
		}

	}

}
