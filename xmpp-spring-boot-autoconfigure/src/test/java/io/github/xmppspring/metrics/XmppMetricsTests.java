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

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.github.xmppspring.connection.ConnectionState;
import io.github.xmppspring.connection.ConnectionStatistics;
import io.github.xmppspring.connection.IgnoredResponses;
import io.github.xmppspring.connection.ReconnectReason;
import io.github.xmppspring.connection.RefusalRule;
import io.github.xmppspring.context.TestXmppConnection;
import io.github.xmppspring.handler.IqDispatcher;
import io.github.xmppspring.handler.IqHandlerLimits;
import io.github.xmppspring.handler.OrderedIqExchange;
import io.github.xmppspring.negotiation.NegotiationStep;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link XmppMetrics}.
 *
 * @author XMPP for Spring Boot contributors
 */
class XmppMetricsTests {

	private final MeterRegistry registry = new SimpleMeterRegistry();

	private final TestXmppConnection connection = new TestXmppConnection();

	private final OrderedIqExchange handlers = new OrderedIqExchange(mock(IqDispatcher.class), List.of(), Runnable::run,
			new IqHandlerLimits(7, Duration.ofMinutes(1)));

	private void step(NegotiationStep step) {
		this.connection.listeners().forEach((listener) -> listener.stepEnded(step));
	}

	@Test
	void oneStateIsOne() {
		bind();
		assertThat(value("xmpp.connection.state", "state", "stopped")).isOne();

		this.connection.become(TestXmppConnection.status(ConnectionState.BACKING_OFF));

		assertThat(value("xmpp.connection.state", "state", "stopped")).isZero();
		assertThat(value("xmpp.connection.state", "state", "backing-off")).isOne();
		assertThat(this.registry.find("xmpp.connection.state").gauges()).hasSize(ConnectionState.values().length);
	}

	@Test
	void drainingIsTold() {
		bind();
		this.connection.drain();

		assertThat(value("xmpp.connection.draining")).isOne();
	}

	@Test
	void countsAreThoseOfConnection() {
		bind();

		this.connection.counting(new ConnectionStatistics(2, new IgnoredResponses(3, 4, 5, 6), 7,
				Map.of(ReconnectReason.LOST, 8L), Map.of(RefusalRule.LIMIT, 9L)));

		assertThat(value("xmpp.requests.pending")).isEqualTo(2);
		assertThat(value("xmpp.responses.ignored", "reason", "late")).isEqualTo(3);
		assertThat(value("xmpp.responses.ignored", "reason", "duplicate")).isEqualTo(4);
		assertThat(value("xmpp.responses.ignored", "reason", "unmatched")).isEqualTo(5);
		assertThat(value("xmpp.responses.ignored", "reason", "spoofed")).isEqualTo(6);
		assertThat(value("xmpp.connection.connects")).isEqualTo(7);
		assertThat(value("xmpp.connection.reconnects", "reason", "lost")).isEqualTo(8);
		assertThat(value("xmpp.connection.reconnects", "reason", "closed")).isZero();
		assertThat(value("xmpp.stanzas.refused", "rule", "limit")).isEqualTo(9);
		assertThat(value("xmpp.handlers.limit")).isEqualTo(7);
		assertThat(value("xmpp.handlers.queued")).isZero();
		assertThat(value("xmpp.handlers.rejected", "reason", "overload")).isZero();
	}

	@Test
	void stepsAreTimedByOutcome() {
		bind();

		step(new NegotiationStep("bind", Duration.ofMillis(20), null));
		step(new NegotiationStep("bind", Duration.ofMillis(40), null));
		step(new NegotiationStep("bind", Duration.ofMillis(5), new IllegalStateException("test")));

		Timer success = this.registry.get("xmpp.connection.negotiation")
			.tags("step", "bind", "outcome", "success")
			.timer();
		assertThat(success.count()).isEqualTo(2);
		assertThat(success.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(60);
		assertThat(value("xmpp.connection.negotiation", "step", "bind", "outcome", "failure")).isOne();
	}

	@Test
	void tagsAreAddedToAllMeters() {
		new XmppMetrics(this.connection, this.handlers, null, Tags.of("name", "desk")).bindTo(this.registry);
		new XmppStreamMetrics(Tags.of("name", "desk")).bindTo(this.registry);
		step(new NegotiationStep("bind", Duration.ofMillis(20), null));

		assertThat(this.registry.getMeters())
			.allSatisfy((meter) -> assertThat(meter.getId().getTag("name")).isEqualTo("desk"));
	}

	@Test
	void closeRemovesAllMeters() {
		XmppMetrics metrics = bind();
		step(new NegotiationStep("bind", Duration.ofMillis(20), null));

		metrics.close();
		step(new NegotiationStep("bind", Duration.ofMillis(20), null));

		assertThat(this.registry.getMeters()).isEmpty();
	}

	@Test
	void registryDoesNotKeepConnectionAlive() {
		WeakReference<TestXmppConnection> other = bindOther();

		await().atMost(Duration.ofSeconds(30)).until(() -> {
			System.gc();
			return other.get() == null;
		});
		assertThat(value("xmpp.requests.pending")).isNaN();
	}

	private WeakReference<TestXmppConnection> bindOther() {
		TestXmppConnection other = new TestXmppConnection();
		new XmppMetrics(other, null, null, List.of()).bindTo(this.registry);
		return new WeakReference<>(other);
	}

	private XmppMetrics bind() {
		XmppMetrics metrics = new XmppMetrics(this.connection, this.handlers, null, List.of());
		metrics.bindTo(this.registry);
		return metrics;
	}

	private double value(String name, String... tags) {
		return this.registry.get(name).tags(tags).meter().measure().iterator().next().getValue();
	}

}
