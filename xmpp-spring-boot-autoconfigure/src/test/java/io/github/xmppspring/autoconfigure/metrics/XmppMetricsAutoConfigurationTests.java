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

package io.github.xmppspring.autoconfigure.metrics;

import java.util.List;

import io.github.xmppspring.autoconfigure.IqHandlerAutoConfiguration;
import io.github.xmppspring.autoconfigure.IqTemplateAutoConfiguration;
import io.github.xmppspring.autoconfigure.MessagingAutoConfiguration;
import io.github.xmppspring.autoconfigure.PayloadAutoConfiguration;
import io.github.xmppspring.autoconfigure.XmppAutoConfiguration;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.context.TestXmppConnection;
import io.github.xmppspring.metrics.XmppMeterDocumentation;
import io.github.xmppspring.metrics.XmppMetrics;
import io.github.xmppspring.metrics.XmppStreamMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link XmppMetricsAutoConfiguration}.
 *
 * @author XMPP for Spring Boot contributors
 */
class XmppMetricsAutoConfigurationTests {

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(XmppMetricsAutoConfiguration.class, MetricsAutoConfiguration.class,
				CompositeMeterRegistryAutoConfiguration.class));

	private final ApplicationContextRunner measuredRunner = this.contextRunner
		.withBean("registry", MeterRegistry.class, () -> this.registry)
		.withBean("xmppConnection", XmppConnection.class, TestXmppConnection::new);

	@Test
	void measuresConnection() {
		this.measuredRunner.run((context) -> {
			assertThat(context).hasSingleBean(XmppMetrics.class).hasSingleBean(XmppStreamMetrics.class);
			assertThat(this.registry.find("xmpp.connection.state").gauges()).isNotEmpty();
			assertThat(this.registry.find("xmpp.connection.traffic").functionCounters()).hasSize(2);
			assertThat(this.registry.find("xmpp.handlers.limit").gauge()).isNull();
		});
	}

	@Test
	void measuresHandlersAndListeners() {
		this.measuredRunner
			.withConfiguration(AutoConfigurations.of(XmppAutoConfiguration.class, PayloadAutoConfiguration.class,
					IqHandlerAutoConfiguration.class, IqTemplateAutoConfiguration.class,
					MessagingAutoConfiguration.class))
			.withPropertyValues("xmpp.jid=bot@example.org", "xmpp.iq.handler.max-pending=42")
			.run((context) -> {
				assertThat(this.registry.get("xmpp.handlers.limit").gauge().value()).isEqualTo(42);
				assertThat(this.registry.get("xmpp.listeners.queued").gauge().value()).isZero();
			});
	}

	@Test
	void removesMetersInTheEnd() {
		this.measuredRunner
			.run((context) -> assertThat(this.registry.find("xmpp.connection.state").gauges()).isNotEmpty());

		assertThat(this.registry.getMeters()).noneMatch((meter) -> meter.getId().getName().startsWith("xmpp"));
	}

	@Test
	void metersCanBeFiltered() {
		this.measuredRunner.withPropertyValues("management.metrics.enable.xmpp=false")
			.run((context) -> assertThat(this.registry.getMeters())
				.noneMatch((meter) -> meter.getId().getName().startsWith("xmpp")));
	}

	@Test
	void withoutRegistryNothingIsMeasured() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(XmppMetricsAutoConfiguration.class))
			.withBean(XmppConnection.class, TestXmppConnection::new)
			.run((context) -> assertThat(context).doesNotHaveBean(XmppMetrics.class)
				.doesNotHaveBean(XmppStreamMetrics.class));
	}

	@Test
	void withoutConnectionThereIsNothingToMeasure() {
		this.contextRunner.withBean(MeterRegistry.class, () -> this.registry)
			.run((context) -> assertThat(context).doesNotHaveBean(XmppMetrics.class));
	}

	@Test
	void severalConnectionsAreLeftToTheApplication() {
		this.measuredRunner.withBean("other", XmppConnection.class, TestXmppConnection::new)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(XmppMetrics.class));
	}

	@Test
	void backsOff() {
		XmppMetrics own = new XmppMetrics(new TestXmppConnection(), null, null, Tags.of("name", "own"));
		XmppStreamMetrics ownStreams = new XmppStreamMetrics(List.of());

		this.measuredRunner.withBean(XmppMetrics.class, () -> own)
			.withBean(XmppStreamMetrics.class, () -> ownStreams)
			.run((context) -> {
				assertThat(context).getBean(XmppMetrics.class).isSameAs(own);
				assertThat(context).getBean(XmppStreamMetrics.class).isSameAs(ownStreams);
				assertThat(this.registry.get(XmppMeterDocumentation.CONNECTION_STATE.getName()).gauges())
					.allSatisfy((gauge) -> assertThat(gauge.getId().getTag("name")).isEqualTo("own"));
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "io.micrometer.core", "org.springframework.boot.micrometer.metrics" })
	void needsMetricsOnClassPath(String library) {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(XmppMetricsAutoConfiguration.class))
			.withBean(XmppConnection.class, TestXmppConnection::new)
			.withClassLoader(new FilteredClassLoader(library))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(XmppMetricsAutoConfiguration.class));
	}

}
