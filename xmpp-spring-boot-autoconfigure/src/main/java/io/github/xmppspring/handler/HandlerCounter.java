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

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

import io.github.xmppspring.stanza.StanzaErrorCondition;

/**
 * Counts requests that wait for their handler or are in it, and holds them to their
 * limit.
 *
 * @author XMPP for Spring Boot contributors
 */
final class HandlerCounter {

	private final int limit;

	private final AtomicInteger occupied = new AtomicInteger();

	private final AtomicInteger active = new AtomicInteger();

	private final LongAdder overloaded = new LongAdder();

	private final LongAdder expired = new LongAdder();

	private final LongAdder stopped = new LongAdder();

	HandlerCounter(int limit) {
		this.limit = limit;
	}

	/**
	 * A request asks for its place.
	 * @return whether there was one
	 */
	boolean enter() {
		boolean entered = this.occupied.incrementAndGet() <= this.limit;
		if (!entered) {
			this.occupied.decrementAndGet();
			overloaded();
		}
		return entered;
	}

	/**
	 * A request has no place, or no thread.
	 */
	void overloaded() {
		this.overloaded.increment();
	}

	/**
	 * It is the turn of a request.
	 */
	void started() {
		this.active.incrementAndGet();
	}

	/**
	 * A request gives its place free.
	 * @param started whether it has had its turn
	 */
	void leave(boolean started) {
		if (started) {
			this.active.decrementAndGet();
		}
		this.occupied.decrementAndGet();
	}

	/**
	 * A request was answered in place of its handler.
	 * @param condition the answer
	 */
	void refused(StanzaErrorCondition condition) {
		((condition == StanzaErrorCondition.REMOTE_SERVER_TIMEOUT) ? this.expired : this.stopped).increment();
	}

	int occupied() {
		return this.occupied.get();
	}

	HandlerStatistics statistics() {
		int active = this.active.get();
		return new HandlerStatistics(Math.max(0, this.occupied.get() - active), active, this.limit,
				this.overloaded.sum(), this.expired.sum(), this.stopped.sum());
	}

}
