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

import org.jspecify.annotations.Nullable;

/**
 * One of the requests in flight: when it is answered it is sent again.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Slot {

	private final WindowLoad load;

	private final int number;

	private long started;

	Slot(WindowLoad load, int number) {
		this.load = load;
		this.number = number;
	}

	/**
	 * Which one it is.
	 * @return a number from 0, by which a peer may find it again
	 */
	int number() {
		return this.number;
	}

	void start() {
		this.started = System.nanoTime();
		this.load.send(this);
	}

	/**
	 * The request has ended.
	 * @param weight of the answer
	 * @param error what happened instead, or {@code null}
	 */
	void ended(int weight, @Nullable Throwable error) {
		long now = System.nanoTime();
		if (this.load.ended(this, now - this.started, weight, error)) {
			this.started = now;
			this.load.send(this);
		}
	}

}
