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

package io.github.xmppspring.cost;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

import com.sun.management.ThreadMXBean;

/**
 * Counts the bytes that threads allocate on the heap. That number does not depend on the
 * machine; what else goes on in the process and the warming up only add to it. So it is
 * taken again until it does not become smaller any more.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Allocation {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private static final int ROUNDS = 60;

	private static final int STEADY_ROUNDS = 6;

	private Allocation() {
	}

	/**
	 * Counts what all threads but one allocate.
	 * @param exchanges how many exchanges a round has
	 * @param round runs them
	 * @param other the thread that does not count
	 * @return the bytes for each exchange
	 */
	static long perExchange(int exchanges, Runnable round, long other) {
		long least = Long.MAX_VALUE;
		int steady = 0;
		for (int i = 0; i < ROUNDS && steady < STEADY_ROUNDS; i++) {
			long bytes = ofRound(round, other) / exchanges;
			steady = (bytes < least - least / 100) ? 0 : steady + 1;
			least = Math.min(least, bytes);
		}
		return least;
	}

	private static long ofRound(Runnable round, long other) {
		Map<Long, Long> before = byThread();
		round.run();
		Map<Long, Long> after = byThread();
		after.remove(other);
		return after.entrySet()
			.stream()
			.mapToLong((thread) -> Math.max(0, thread.getValue() - before.getOrDefault(thread.getKey(), 0L)))
			.sum();
	}

	private static Map<Long, Long> byThread() {
		long[] ids = THREADS.getAllThreadIds();
		long[] bytes = THREADS.getThreadAllocatedBytes(ids);
		Map<Long, Long> byThread = new HashMap<>();
		for (int i = 0; i < ids.length; i++) {
			byThread.put(ids[i], bytes[i]);
		}
		return byThread;
	}

	/**
	 * Counts what the calling thread allocates.
	 * @param operations how many operations a round has
	 * @param operation is run so often
	 * @return the bytes for each operation
	 */
	static long ofThisThread(int operations, Runnable operation) {
		long least = Long.MAX_VALUE;
		int steady = 0;
		for (int i = 0; i < ROUNDS && steady < STEADY_ROUNDS; i++) {
			long before = THREADS.getCurrentThreadAllocatedBytes();
			for (int j = 0; j < operations; j++) {
				operation.run();
			}
			long bytes = (THREADS.getCurrentThreadAllocatedBytes() - before) / operations;
			steady = (bytes < least - least / 100) ? 0 : steady + 1;
			least = Math.min(least, bytes);
		}
		return least;
	}

}
