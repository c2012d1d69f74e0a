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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Future;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.ping.Ping;
import io.github.xmppspring.template.IqOperations;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests how much memory a request takes while it waits for its response.
 *
 * @author XMPP for Spring Boot contributors
 */
class PendingMemoryTests {

	private static final int BATCHES = 5;

	private static final int BATCH = 15_000;

	private static final Jid PEER = Jid.of("peer@localhost/desk");

	// Others in this JVM may let go of memory at any time, so one batch alone says little
	@Test
	void pendingRequest() {
		try (StarterApplication application = new StarterApplication()) {
			application.peer().silent(true);
			List<Future<?>> futures = new ArrayList<>((1 + BATCHES) * BATCH);
			send(application.iq(), futures, application.peer());
			long[] taken = new long[BATCHES];
			long before = usedHeap();
			for (int i = 0; i < BATCHES; i++) {
				send(application.iq(), futures, application.peer());
				long after = usedHeap();
				taken[i] = (after - before) / BATCH;
				before = after;
			}

			Arrays.sort(taken);
			assertThat(taken[BATCHES / 2]).as("the median of %s", Arrays.toString(taken))
				.isBetween(100L, Bounds.PENDING_REQUEST_BYTES);
			assertThat(futures).noneMatch(Future::isDone);
		}
	}

	private static void send(IqOperations iq, List<Future<?>> futures, Reflector peer) {
		for (int i = 0; i < BATCH; i++) {
			futures.add(iq.get(new Ping()).to(PEER).timeout(Duration.ofMinutes(10)).executeAsync());
		}
		peer.awaitRequests(BATCH);
	}

	private static long usedHeap() {
		long least = Long.MAX_VALUE;
		for (int i = 0; i < 4; i++) {
			System.gc();
			least = Math.min(least, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
		}
		return least;
	}

}
