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
import io.github.xmppspring.autoconfigure.MessagingAutoConfiguration;
import io.github.xmppspring.autoconfigure.XmppAutoConfiguration;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.handler.OrderedIqExchange;
import io.github.xmppspring.messaging.StanzaReception;
import io.github.xmppspring.metrics.XmppMetrics;
import io.github.xmppspring.metrics.XmppStreamMetrics;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for {@link XmppMetrics} and {@link XmppStreamMetrics}, if there is a
 * {@link MeterRegistry} and a connection to measure.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@AutoConfiguration(after = { XmppAutoConfiguration.class, IqHandlerAutoConfiguration.class,
		MessagingAutoConfiguration.class, CompositeMeterRegistryAutoConfiguration.class })
@ConditionalOnClass({ MeterRegistry.class, CompositeMeterRegistryAutoConfiguration.class })
@ConditionalOnBean(MeterRegistry.class)
@ConditionalOnSingleCandidate(XmppConnection.class)
public final class XmppMetricsAutoConfiguration {

	XmppMetricsAutoConfiguration() {
	}

	@Bean
	@ConditionalOnMissingBean
	XmppMetrics xmppMetrics(XmppConnection connection, ObjectProvider<OrderedIqExchange> handlers,
			ObjectProvider<StanzaReception> reception) {
		return new XmppMetrics(connection, handlers.getIfUnique(), reception.getIfUnique(), List.of());
	}

	@Bean
	@ConditionalOnMissingBean
	XmppStreamMetrics xmppStreamMetrics() {
		return new XmppStreamMetrics(List.of());
	}

}
