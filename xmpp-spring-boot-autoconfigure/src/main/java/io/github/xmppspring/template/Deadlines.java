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
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.github.xmppspring.stanza.NonBlockingThread;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Watches the time for the requests of a template. No deadline comes early, and late only
 * by up to a millisecond and by what it takes to wake a thread. There is one thread, and
 * only while there are requests; it sleeps until something may be due, but not so long
 * that it would not notice that there are none any more. Whatever runs on it must not
 * block, and blocking calls of the template refuse to.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Deadlines {

	private static final Log logger = LogFactory.getLog(Deadlines.class);

	private static final long TICK = TimeUnit.MILLISECONDS.toNanos(1);

	private static final Duration IDLE = Duration.ofSeconds(10);

	private static final long LONGEST = Long.MAX_VALUE / 2;

	private final long idleTicks;

	private final ThreadFactory threads;

	private final long origin = System.nanoTime();

	private final Object monitor = new Object();

	private final TimingWheel wheel = new TimingWheel();

	private @Nullable Thread thread;

	/**
	 * The tick at which the thread is to look at the wheel.
	 */
	private long alarm;

	/**
	 * Whether anything happened since the thread looked.
	 */
	private boolean used;

	Deadlines() {
		this(IDLE);
	}

	/**
	 * Creates a watch.
	 * @param idle after how long without requests the thread ends
	 */
	Deadlines(Duration idle) {
		this(idle, DeadlineThread::new);
	}

	/**
	 * Creates a watch with threads of its own.
	 * @param idle after how long without requests the thread ends
	 * @param threads makes the thread
	 */
	Deadlines(Duration idle, ThreadFactory threads) {
		this.idleTicks = idle.toNanos() / TICK;
		this.threads = threads;
	}

	/**
	 * Lets something happen when time is up.
	 * @param deadline what is to happen
	 * @param timeout after how long
	 */
	void add(Deadline deadline, Duration timeout) {
		long elapsed = System.nanoTime() - this.origin;
		long end = elapsed + Math.min(TimeUnit.NANOSECONDS.convert(timeout), LONGEST);
		Thread sleeper;
		synchronized (this.monitor) {
			sleeper = wakeAt(this.wheel.add(deadline, elapsed / TICK, (end + TICK - 1) / TICK));
		}
		LockSupport.unpark(sleeper);
	}

	// Tells which thread would sleep too long
	private @Nullable Thread wakeAt(long tick) {
		this.used = true;
		if (this.thread != null && tick >= this.alarm) {
			return null;
		}
		this.alarm = tick;
		if (this.thread == null) {
			Thread watch = this.threads.newThread(this::watch);
			watch.start();
			// Not before, or without a thread to be had there would never be another
			this.thread = watch;
		}
		return this.thread;
	}

	/**
	 * Calls off what was to happen, unless it is happening already.
	 * @param deadline what was to happen
	 */
	void remove(Deadline deadline) {
		synchronized (this.monitor) {
			this.wheel.remove(deadline);
		}
	}

	private void watch() {
		boolean watching = true;
		while (watching) {
			Deadline due;
			long sleep;
			synchronized (this.monitor) {
				long now = (System.nanoTime() - this.origin) / TICK;
				due = this.wheel.advance(now);
				boolean empty = this.wheel.isEmpty();
				watching = this.used || !empty || due != null;
				this.used = due != null;
				this.thread = watching ? this.thread : null;
				this.alarm = Math.min(this.wheel.next(), now + this.idleTicks);
				sleep = this.alarm;
			}
			if (due != null) {
				expire(due);
			}
			else if (watching) {
				// Whatever ran here may have left it behind, and then nothing would sleep
				Thread.interrupted();
				LockSupport.parkNanos(this, this.origin + sleep * TICK - System.nanoTime());
			}
		}
	}

	private static void expire(Deadline first) {
		for (Deadline due = first; due != null; due = TimingWheel.following(due)) {
			try {
				due.expire();
			}
			catch (Throwable ex) {
				logger.error("A request could not be ended at its deadline", ex);
			}
		}
	}

	private static final class DeadlineThread extends Thread implements NonBlockingThread {

		DeadlineThread(Runnable task) {
			super(task, "xmpp-deadlines");
			setDaemon(true);
		}

	}

}
