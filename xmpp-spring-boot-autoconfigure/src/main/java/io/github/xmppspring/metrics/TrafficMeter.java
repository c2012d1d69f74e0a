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

package io.github.xmppspring.metrics;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

import io.micrometer.core.instrument.DistributionSummary;

/**
 * What passes streams in one direction. Written on event loops, read by anyone.
 *
 * @author XMPP for Spring Boot contributors
 */
final class TrafficMeter {

	private final LongSupplier nanoTime;

	private final LongAdder bytes = new LongAdder();

	private final List<Map<FrameKind, DistributionSummary>> sizes = new CopyOnWriteArrayList<>();

	private volatile boolean used;

	private volatile long last;

	TrafficMeter(LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
	}

	void bytes(int count) {
		this.bytes.add(count);
		this.last = this.nanoTime.getAsLong();
		this.used = true;
	}

	long bytes() {
		return this.bytes.sum();
	}

	double idleSeconds() {
		return this.used ? (double) (this.nanoTime.getAsLong() - this.last) / TimeUnit.SECONDS.toNanos(1) : Double.NaN;
	}

	void frame(Object value, int bytes) {
		for (Map<FrameKind, DistributionSummary> summaries : this.sizes) {
			DistributionSummary summary = summaries.get(FrameKind.of(value));
			if (summary != null) {
				summary.record(bytes);
			}
		}
	}

	/**
	 * Records sizes from now on.
	 * @param summaries where to, by kind
	 */
	void record(Map<FrameKind, DistributionSummary> summaries) {
		this.sizes.add(summaries);
	}

	void stopRecording() {
		this.sizes.clear();
	}

}
