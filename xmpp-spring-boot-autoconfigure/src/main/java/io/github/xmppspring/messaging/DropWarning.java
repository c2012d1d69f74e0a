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

package io.github.xmppspring.messaging;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.commons.logging.Log;

/**
 * Warns that stanzas were dropped: at once when it begins, then once a minute.
 *
 * @author XMPP for Spring Boot contributors
 */
final class DropWarning {

	private static final long INTERVAL = TimeUnit.MINUTES.toNanos(1);

	private final Log logger;

	private final AtomicLong dropped = new AtomicLong();

	private final AtomicLong last = new AtomicLong(System.nanoTime() - INTERVAL);

	DropWarning(Log logger) {
		this.logger = logger;
	}

	/**
	 * How many were dropped up to now.
	 * @return the number of stanzas
	 */
	long count() {
		return this.dropped.get();
	}

	void dropped() {
		long count = this.dropped.incrementAndGet();
		long before = this.last.get();
		long now = System.nanoTime();
		if (now - before >= INTERVAL && this.last.compareAndSet(before, now)) {
			this.logger.warn(("Listeners of the application are slower than messages and presence come; so many were "
					+ "refused or dropped up to now: %d. 'xmpp.messaging.max-pending' and "
					+ "'xmpp.messaging.max-pending-size' say how many may wait")
				.formatted(count));
		}
	}

}
