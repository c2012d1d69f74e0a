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
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

import com.sun.management.ThreadMXBean;
import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Counts the bytes that threads allocate on the heap. That number does not depend on the
 * machine; what else goes on in the process and the warming up only add to it. So it is
 * taken again until it is as small as it should be.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Allocation {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	/** On a busy machine, the JIT compiler may take its time. */
	private static final Duration PATIENCE = Duration.ofSeconds(40);

	private Allocation() {
	}

	/**
	 * Expects that all threads but one allocate less than so many bytes.
	 * @param bound the number of bytes for each exchange
	 * @param exchanges how many exchanges a round has
	 * @param round runs them
	 * @param other the thread that does not count
	 */
	static void assertPerExchange(long bound, int exchanges, Runnable round, long other) {
		assertLess(bound, () -> ofRound(round, other) / exchanges);
	}

	/**
	 * Expects that the calling thread allocates less than so many bytes.
	 * @param bound the number of bytes for each operation
	 * @param operations how many operations a round has
	 * @param operation is run so often
	 */
	static void assertOfThisThread(long bound, int operations, Runnable operation) {
		assertLess(bound, () -> ofThisThread(operations, operation) / operations);
	}

	private static void assertLess(long bound, LongSupplier bytes) {
		Awaitility.await()
			.atMost(PATIENCE)
			.pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(1))
			.pollInSameThread()
			.untilAsserted(() -> assertThat(bytes.getAsLong()).isLessThan(bound));
	}

	private static long ofThisThread(int operations, Runnable operation) {
		long before = THREADS.getCurrentThreadAllocatedBytes();
		for (int i = 0; i < operations; i++) {
			operation.run();
		}
		return THREADS.getCurrentThreadAllocatedBytes() - before;
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

}
