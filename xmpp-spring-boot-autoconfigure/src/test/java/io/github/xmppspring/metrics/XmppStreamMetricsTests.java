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

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import io.github.xmppspring.stream.StreamFooter;
import io.github.xmppspring.xml.Element;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link XmppStreamMetrics}.
 *
 * @author XMPP for Spring Boot contributors
 */
class XmppStreamMetricsTests {

	private final MeterRegistry registry = new SimpleMeterRegistry();

	private final AtomicLong nanoTime = new AtomicLong(-5);

	private final XmppStreamMetrics metrics = new XmppStreamMetrics(List.of(), this.nanoTime::get);

	@Test
	void bytesAreCountedByDirection() {
		this.metrics.bindTo(this.registry);

		this.metrics.bytesReceived(10);
		this.metrics.bytesReceived(5);
		this.metrics.bytesSent(7);

		assertThat(traffic("in")).isEqualTo(15);
		assertThat(traffic("out")).isEqualTo(7);
	}

	@ParameterizedTest
	@CsvSource({ "jabber:client, iq, iq", "jabber:client, message, message", "jabber:client, presence, presence",
			"jabber:component:accept, iq, iq", "jabber:client, invented, stream", "urn:invented, iq, stream" })
	void lengthsAreRecordedByKind(String namespace, String name, String kind) {
		this.metrics.bindTo(this.registry);

		this.metrics.received(Element.of(namespace, name), 100);
		this.metrics.sent(Element.of(namespace, name), 40);

		assertThat(size("in", kind).count()).isOne();
		assertThat(size("in", kind).totalAmount()).isEqualTo(100);
		assertThat(size("out", kind).totalAmount()).isEqualTo(40);
	}

	@Test
	void whatIsNoElementIsOfTheStream() {
		this.metrics.bindTo(this.registry);

		this.metrics.received(StreamFooter.INSTANCE, 16);

		assertThat(size("in", "stream").totalAmount()).isEqualTo(16);
	}

	@Test
	void idleTimeBeginsWithBytes() {
		this.metrics.bindTo(this.registry);
		assertThat(idle("in")).isNaN();

		this.metrics.bytesReceived(1);
		this.nanoTime.addAndGet(Duration.ofMillis(1500).toNanos());

		assertThat(idle("in")).isEqualTo(1.5);
		assertThat(idle("out")).isNaN();
		this.metrics.bytesReceived(1);
		assertThat(idle("in")).isZero();
	}

	@Test
	void eachRegistryHasItsMeters() {
		MeterRegistry other = new SimpleMeterRegistry();
		this.metrics.bindTo(this.registry);
		this.metrics.bindTo(other);

		this.metrics.sent(Element.of("jabber:client", "iq"), 40);

		assertThat(size("out", "iq").count()).isOne();
		assertThat(other.get("xmpp.frame.size").tags("direction", "out", "kind", "iq").summary().count()).isOne();
	}

	@Test
	void closeRemovesAllMeters() {
		this.metrics.bindTo(this.registry);

		this.metrics.close();
		this.metrics.received(StreamFooter.INSTANCE, 16);
		this.metrics.bytesReceived(16);

		assertThat(this.registry.getMeters()).isEmpty();
	}

	private double traffic(String direction) {
		return this.registry.get("xmpp.connection.traffic").tags("direction", direction).functionCounter().count();
	}

	private double idle(String direction) {
		return this.registry.get("xmpp.connection.idle").tags("direction", direction).gauge().value();
	}

	private DistributionSummary size(String direction, String kind) {
		return this.registry.get("xmpp.frame.size").tags("direction", direction, "kind", kind).summary();
	}

}
