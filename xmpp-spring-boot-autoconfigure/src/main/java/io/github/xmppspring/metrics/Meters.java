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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;

import org.springframework.util.Assert;

/**
 * Registers meters as they are documented, and removes them in the end. The registry does
 * not keep alive what they read.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Meters {

	private final MeterRegistry registry;

	private final Tags commonTags;

	private final Set<Meter> registered = ConcurrentHashMap.newKeySet();

	private volatile boolean removed;

	Meters(MeterRegistry registry, Iterable<Tag> commonTags) {
		this.registry = registry;
		this.commonTags = Tags.of(commonTags);
	}

	<T> void gauge(XmppMeterDocumentation meter, T source, ToDoubleFunction<T> value, String... tagValues) {
		add(Gauge.builder(meter.getName(), source, value)
			.description(meter.getDescription())
			.baseUnit(meter.getBaseUnit())
			.tags(tags(meter, tagValues))
			.register(this.registry));
	}

	<T> void counter(XmppMeterDocumentation meter, T source, ToDoubleFunction<T> count, String... tagValues) {
		add(FunctionCounter.builder(meter.getName(), source, count)
			.description(meter.getDescription())
			.baseUnit(meter.getBaseUnit())
			.tags(tags(meter, tagValues))
			.register(this.registry));
	}

	DistributionSummary summary(XmppMeterDocumentation meter, String... tagValues) {
		return add(DistributionSummary.builder(meter.getName())
			.description(meter.getDescription())
			.baseUnit(meter.getBaseUnit())
			.tags(tags(meter, tagValues))
			.register(this.registry));
	}

	Timer timer(XmppMeterDocumentation meter, String... tagValues) {
		return add(Timer.builder(meter.getName())
			.description(meter.getDescription())
			.tags(tags(meter, tagValues))
			.register(this.registry));
	}

	private Tags tags(XmppMeterDocumentation meter, String... values) {
		KeyName[] keys = meter.getKeyNames();
		Assert.isTrue(keys.length == values.length, () -> "A value for each tag of " + meter + " is needed");
		Tags tags = this.commonTags;
		for (int i = 0; i < keys.length; i++) {
			tags = tags.and(keys[i].asString(), values[i]);
		}
		return tags;
	}

	private <M extends Meter> M add(M meter) {
		this.registered.add(meter);
		return meter;
	}

	boolean isRemoved() {
		return this.removed;
	}

	void remove() {
		this.removed = true;
		List.copyOf(this.registered).forEach(this.registry::remove);
		this.registered.clear();
	}

}
