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

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;

import io.github.xmppspring.codec.StreamTap;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.util.Assert;

/**
 * Measures what passes the streams of a connection: it has to be one of its
 * {@link StreamTap taps}.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 * @see XmppMeterDocumentation
 */
public final class XmppStreamMetrics implements StreamTap, MeterBinder, AutoCloseable {

	private final TrafficMeter in;

	private final TrafficMeter out;

	private final Iterable<Tag> tags;

	private final List<Meters> bound = new CopyOnWriteArrayList<>();

	/**
	 * Creates the metrics.
	 * @param tags added to all meters; several connections in one registry need some
	 */
	public XmppStreamMetrics(Iterable<Tag> tags) {
		this(tags, System::nanoTime);
	}

	XmppStreamMetrics(Iterable<Tag> tags, LongSupplier nanoTime) {
		Assert.notNull(tags, "'tags' must not be null");
		this.tags = tags;
		this.in = new TrafficMeter(nanoTime);
		this.out = new TrafficMeter(nanoTime);
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Meters meters = new Meters(registry, this.tags);
		this.bound.add(meters);
		bind(meters, "in", this.in);
		bind(meters, "out", this.out);
	}

	private static void bind(Meters meters, String direction, TrafficMeter traffic) {
		meters.gauge(XmppMeterDocumentation.CONNECTION_IDLE, traffic, TrafficMeter::idleSeconds, direction);
		meters.counter(XmppMeterDocumentation.CONNECTION_TRAFFIC, traffic, TrafficMeter::bytes, direction);
		Map<FrameKind, DistributionSummary> sizes = new EnumMap<>(FrameKind.class);
		for (FrameKind kind : FrameKind.values()) {
			sizes.put(kind, meters.summary(XmppMeterDocumentation.FRAME_SIZE, direction, kind.value()));
		}
		traffic.record(sizes);
	}

	@Override
	public void received(Object value, int bytes) {
		this.in.frame(value, bytes);
	}

	@Override
	public void sent(Object value, int bytes) {
		this.out.frame(value, bytes);
	}

	@Override
	public void bytesReceived(int count) {
		this.in.bytes(count);
	}

	@Override
	public void bytesSent(int count) {
		this.out.bytes(count);
	}

	/**
	 * Removes the meters from their registries.
	 */
	@Override
	public void close() {
		this.in.stopRecording();
		this.out.stopRecording();
		this.bound.forEach(Meters::remove);
		this.bound.clear();
	}

}
