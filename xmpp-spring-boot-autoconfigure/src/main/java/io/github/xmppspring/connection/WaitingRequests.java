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

package io.github.xmppspring.connection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import io.netty.channel.EventLoop;

/**
 * Requests that wait for a connection, in the order in which they were made. Belongs to
 * the event loop, but for {@link #pending(long)}.
 *
 * @author XMPP for Spring Boot contributors
 */
final class WaitingRequests {

	private final EventLoop loop;

	private final long patienceNanos;

	/**
	 * The requests and the times until which they wait for a connection that is down.
	 */
	private final Map<PendingIq, Long> waiting = Collections.synchronizedMap(new LinkedHashMap<>());

	/**
	 * Creates the queue.
	 * @param loop the event loop
	 * @param patience how long a request waits for a connection that is down
	 */
	WaitingRequests(EventLoop loop, Duration patience) {
		this.loop = loop;
		this.patienceNanos = patience.toNanos();
	}

	/**
	 * Adds a request.
	 * @param request the request
	 * @param expired is called when its patience has come to an end
	 */
	void add(PendingIq request, Runnable expired) {
		this.waiting.put(request, this.loop.ticker().nanoTime() + this.patienceNanos);
		if (this.patienceNanos > 0) {
			this.loop.schedule(expired, this.patienceNanos, TimeUnit.NANOSECONDS);
		}
		request.whenComplete((response, ex) -> this.loop.execute(() -> this.waiting.remove(request)));
	}

	/**
	 * Takes all requests out.
	 * @param consumer takes them in order
	 */
	void drainTo(Consumer<PendingIq> consumer) {
		drain((request, until) -> consumer.accept(request));
	}

	/**
	 * Takes the requests out whose patience has come to an end.
	 * @param consumer takes them in order
	 */
	void drainExpiredTo(Consumer<PendingIq> consumer) {
		long now = this.loop.ticker().nanoTime();
		drain((request, until) -> {
			if (until - now <= 0) {
				consumer.accept(request);
			}
			else {
				this.waiting.put(request, until);
			}
		});
	}

	private void drain(BiConsumer<PendingIq, Long> consumer) {
		Map<PendingIq, Long> requests = new LinkedHashMap<>(this.waiting);
		this.waiting.clear();
		for (Map.Entry<PendingIq, Long> entry : new ArrayList<>(requests.entrySet())) {
			if (!entry.getKey().isDone()) {
				consumer.accept(entry.getKey(), entry.getValue());
			}
		}
	}

	/**
	 * The requests that wait, for anyone who asks.
	 * @param now the time of {@link System#nanoTime()} to tell their age by
	 * @return a snapshot
	 */
	List<PendingIqInfo> pending(long now) {
		synchronized (this.waiting) {
			return this.waiting.keySet().stream().map((request) -> request.info(now)).toList();
		}
	}

	int size() {
		return this.waiting.size();
	}

}
