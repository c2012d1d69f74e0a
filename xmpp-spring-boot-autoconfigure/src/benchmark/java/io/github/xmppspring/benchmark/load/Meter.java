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

import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

/**
 * What has become of the requests of a load.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Meter {

	private final Latencies latencies = new Latencies();

	private final AtomicLong errors = new AtomicLong();

	private volatile @Nullable Throwable lastError;

	void answered(long nanos) {
		this.latencies.record(nanos);
	}

	/**
	 * Counts what was no right answer.
	 * @param error what happened, or {@code null} for a wrong answer
	 */
	void failed(@Nullable Throwable error) {
		this.errors.incrementAndGet();
		this.lastError = error;
	}

	void reset() {
		this.latencies.reset();
		this.errors.set(0);
	}

	long count() {
		return this.latencies.count();
	}

	/**
	 * Waits until requests have settled: for a short while, and until there are as many
	 * answers as requests in flight.
	 * @param inFlight how many are in flight
	 * @param nanos the longest time to wait
	 * @throws InterruptedException if the thread is interrupted
	 */
	void settle(int inFlight, long nanos) throws InterruptedException {
		long started = System.nanoTime();
		do {
			Thread.sleep(200);
		}
		while (count() < inFlight && System.nanoTime() - started < nanos);
	}

	/**
	 * What was counted since the reset.
	 * @param nanos how long ago that was
	 * @return the figures {@code count}, {@code seconds}, {@code rate} (1/s),
	 * {@code p50}, {@code p99} (microseconds) and {@code errors}
	 */
	Figures figures(long nanos) {
		long count = count();
		Figures figures = new Figures();
		figures.put("count", count);
		figures.put("seconds", nanos / 1e9);
		figures.put("rate", count * 1e9 / nanos);
		figures.put("p50", this.latencies.micros(0.5));
		figures.put("p99", this.latencies.micros(0.99));
		figures.put("errors", this.errors.get());
		Throwable error = this.lastError;
		if (error != null) {
			error.printStackTrace();
			this.lastError = null;
		}
		return figures;
	}

}
