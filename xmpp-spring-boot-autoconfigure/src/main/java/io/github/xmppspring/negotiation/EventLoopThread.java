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

import io.github.xmppspring.stanza.BatchExecutor;
import io.github.xmppspring.stanza.NonBlockingThread;
import io.github.xmppspring.stanza.WorkerTask;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.FastThreadLocalThread;

/**
 * The thread of an event loop. What it reads may be work for other threads, which it
 * gathers as long as it reads.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class EventLoopThread extends FastThreadLocalThread implements NonBlockingThread {

	private final GatheredTasks gathered = new GatheredTasks();

	EventLoopThread(ThreadGroup group, Runnable task, String name) {
		super(group, task, name);
	}

	/**
	 * Says that something is read, and hands over what the one before has brought. To be
	 * called on this thread, as are the other methods.
	 * @param loop the event loop
	 */
	public void beginRead(EventExecutor loop) {
		this.gathered.begin(loop);
	}

	/**
	 * Says that all is read that has arrived, and hands over what that has brought.
	 */
	public void endRead() {
		this.gathered.end();
	}

	@Override
	public void handOver(WorkerTask task, BatchExecutor executor) {
		this.gathered.add(task, executor);
	}

	@Override
	public void run() {
		try {
			super.run();
		}
		finally {
			this.gathered.close();
		}
	}

}
