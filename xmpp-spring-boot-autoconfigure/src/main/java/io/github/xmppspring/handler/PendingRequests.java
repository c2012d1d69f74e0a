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

package io.github.xmppspring.handler;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * The requests without a reply, and their deadline. As there are not many of them at a
 * time, they are looked through now and then, which costs less than a timer for each.
 *
 * @author XMPP for Spring Boot contributors
 */
final class PendingRequests {

	private static final long MAX_INTERVAL_MILLIS = 1000;

	private final Set<PendingRequest> requests = ConcurrentHashMap.newKeySet();

	private final AtomicBoolean watching = new AtomicBoolean();

	private final AtomicReference<@Nullable CompletableFuture<Void>> drained = new AtomicReference<>();

	private final Duration timeout;

	private final Consumer<PendingRequest> expiry;

	private final Executor timer;

	/**
	 * Creates an empty set.
	 * @param timeout how old a request may get
	 * @param expiry called for each request that is older
	 */
	PendingRequests(Duration timeout, Consumer<PendingRequest> expiry) {
		this.timeout = timeout;
		this.expiry = expiry;
		long interval = Math.max(1, Math.min(timeout.toMillis() / 10, MAX_INTERVAL_MILLIS));
		this.timer = CompletableFuture.delayedExecutor(interval, TimeUnit.MILLISECONDS, Runnable::run);
	}

	/**
	 * Adds a request.
	 * @param request the request, to be removed when it has a reply
	 * @return whether requests are still accepted
	 */
	boolean add(PendingRequest request) {
		this.requests.add(request);
		watch();
		return this.drained.get() == null;
	}

	/**
	 * Removes a request.
	 * @param request the request, which has a reply
	 */
	void remove(PendingRequest request) {
		this.requests.remove(request);
		if (this.drained.get() != null) {
			completeIfDrained();
		}
	}

	private void watch() {
		if (!this.watching.get() && !this.requests.isEmpty() && this.watching.compareAndSet(false, true)) {
			this.timer.execute(this::expire);
		}
	}

	private void expire() {
		try {
			for (PendingRequest request : this.requests) {
				if (request.isOlderThan(this.timeout.toNanos())) {
					this.expiry.accept(request);
				}
			}
		}
		finally {
			this.watching.set(false);
			watch();
		}
	}

	void forEach(Consumer<PendingRequest> action) {
		this.requests.forEach(action);
	}

	/**
	 * Accepts no more requests.
	 * @return completes when the last one has its reply, or when requests are accepted
	 * again
	 */
	CompletableFuture<Void> drain() {
		this.drained.compareAndSet(null, new CompletableFuture<>());
		return completeIfDrained();
	}

	private CompletableFuture<Void> completeIfDrained() {
		CompletableFuture<Void> drained = this.drained.get();
		if (drained == null) {
			return CompletableFuture.completedFuture(null);
		}
		if (this.requests.isEmpty()) {
			drained.complete(null);
		}
		return drained;
	}

	/**
	 * Whether requests have not been accepted since.
	 * @param drain what {@link #drain()} gave
	 * @return whether they were not resumed
	 */
	boolean isDraining(CompletableFuture<Void> drain) {
		return drain.equals(this.drained.get());
	}

	/**
	 * Accepts requests again.
	 */
	void resume() {
		CompletableFuture<Void> drained = this.drained.getAndSet(null);
		if (drained != null) {
			drained.complete(null);
		}
	}

}
