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

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * Counts requests of peers that are being served.
 *
 * @author XMPP for Spring Boot contributors
 */
final class InFlight {

	private final AtomicInteger count = new AtomicInteger();

	private volatile @Nullable CompletableFuture<Void> empty;

	void enter() {
		this.count.incrementAndGet();
	}

	void leave() {
		CompletableFuture<Void> empty = this.empty;
		if (this.count.decrementAndGet() == 0 && empty != null) {
			empty.complete(null);
		}
	}

	/**
	 * To be called when nothing enters any more.
	 * @return completes when all have left, or when requests enter again
	 */
	CompletableFuture<Void> whenEmpty() {
		CompletableFuture<Void> empty = this.empty;
		if (empty == null) {
			empty = new CompletableFuture<>();
			this.empty = empty;
			if (this.count.get() == 0) {
				empty.complete(null);
			}
		}
		return empty;
	}

	/**
	 * To be called before requests enter again.
	 */
	void reopen() {
		CompletableFuture<Void> empty = this.empty;
		this.empty = null;
		if (empty != null) {
			empty.complete(null);
		}
	}

}
