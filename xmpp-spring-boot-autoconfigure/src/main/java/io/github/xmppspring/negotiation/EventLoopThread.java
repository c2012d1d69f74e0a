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

import java.util.ArrayDeque;
import java.util.Queue;

import io.github.xmppspring.stanza.NonBlockingThread;
import io.netty.util.concurrent.FastThreadLocalThread;

/**
 * The thread of an event loop. While it takes in requests, work for other threads is
 * gathered: to wake a thread takes longer than many a request, and the woken one, where
 * it has to share a processor with this one, would find but the first.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class EventLoopThread extends FastThreadLocalThread implements NonBlockingThread {

	/**
	 * How many requests are taken in before others begin with the first.
	 */
	private static final int MAX_GATHERED = 32;

	private final Queue<Runnable> gathered = new ArrayDeque<>();

	/**
	 * How many requests have been taken in since work was handed over.
	 */
	private int requests;

	EventLoopThread(ThreadGroup group, Runnable task, String name) {
		super(group, task, name);
	}

	/**
	 * Says that a request is taken in, after which others may follow:
	 * {@link #handOverGathered()} has to be called when they have. To be called on this
	 * thread, as are the other methods.
	 */
	public void gather() {
		if (this.requests == MAX_GATHERED) {
			handOverGathered();
		}
		this.requests++;
	}

	@Override
	public void handOver(Runnable task) {
		if (this.requests == 0) {
			task.run();
		}
		else {
			this.gathered.add(task);
		}
	}

	/**
	 * Says that all requests are taken in that have arrived.
	 */
	public void handOverGathered() {
		this.requests = 0;
		for (Runnable task = this.gathered.poll(); task != null; task = this.gathered.poll()) {
			task.run();
		}
	}

}
