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

package io.github.xmppspring.benchmark.load;

import java.util.HashMap;
import java.util.Map;

import com.sun.management.ThreadMXBean;

/**
 * What each thread has allocated so far.
 *
 * @param byThread bytes by thread
 * @author XMPP for Spring Boot contributors
 */
record AllocatedBytes(Map<Long, Long> byThread) {

	static AllocatedBytes now(ThreadMXBean threads) {
		long[] ids = threads.getAllThreadIds();
		long[] bytes = threads.getThreadAllocatedBytes(ids);
		Map<Long, Long> byThread = new HashMap<>();
		for (int i = 0; i < ids.length; i++) {
			byThread.put(ids[i], Math.max(bytes[i], 0));
		}
		return new AllocatedBytes(byThread);
	}

	/**
	 * What has been allocated meanwhile. Threads that ended are left out.
	 * @param before the state before
	 * @return bytes
	 */
	long since(AllocatedBytes before) {
		long sum = 0;
		for (Map.Entry<Long, Long> thread : this.byThread.entrySet()) {
			sum += thread.getValue() - before.byThread.getOrDefault(thread.getKey(), 0L);
		}
		return sum;
	}

}
