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

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts times in steps of at most 1/64 of their length. Any thread may record; reading
 * while others record is only about right.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Latencies {

	private static final int STEP_BITS = 6;

	private static final int STEPS = 1 << STEP_BITS;

	private final AtomicLongArray counts = new AtomicLongArray((Long.SIZE - STEP_BITS + 1) * STEPS);

	void record(long nanos) {
		this.counts.getAndIncrement(index(Math.max(nanos, 0)));
	}

	void reset() {
		for (int i = 0; i < this.counts.length(); i++) {
			this.counts.set(i, 0);
		}
	}

	long count() {
		long count = 0;
		for (int i = 0; i < this.counts.length(); i++) {
			count += this.counts.get(i);
		}
		return count;
	}

	/**
	 * The time that a share of the recorded ones does not exceed.
	 * @param share between 0 and 1
	 * @return microseconds, 0 if nothing was recorded
	 */
	double micros(double share) {
		long rest = (long) Math.ceil(count() * share);
		for (int i = 0; i < this.counts.length(); i++) {
			rest -= this.counts.get(i);
			if (rest <= 0 && this.counts.get(i) > 0) {
				return middle(i) / 1000;
			}
		}
		return 0;
	}

	/**
	 * One step for each of the lowest times, then as many steps for each doubling.
	 */
	private static int index(long nanos) {
		int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(nanos) - STEP_BITS - 1);
		return shift * STEPS + (int) (nanos >>> shift);
	}

	private static double middle(int index) {
		int shift = Math.max(0, index / STEPS - 1);
		long lowest = (long) (index - shift * STEPS) << shift;
		return lowest + (1L << shift) / 2.0;
	}

}
