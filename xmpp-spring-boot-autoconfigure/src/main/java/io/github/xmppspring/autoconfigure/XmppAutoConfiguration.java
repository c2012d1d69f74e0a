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

package io.github.xmppspring.autoconfigure;

import java.util.concurrent.Executor;

import io.github.xmppspring.codec.StreamTap;
import io.github.xmppspring.connection.ConnectionListener;
import io.github.xmppspring.connection.ConnectionSettings;
import io.github.xmppspring.connection.DefaultXmppConnection;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.context.ConnectionAdviceLogger;
import io.github.xmppspring.context.XmppConnectionEventPublisher;
import io.github.xmppspring.context.XmppConnectionLifecycle;
import io.github.xmppspring.handler.OrderedIqExchange;
import io.github.xmppspring.negotiation.StreamFeature;
import io.github.xmppspring.negotiation.StreamInitiation;
import io.github.xmppspring.negotiation.client.StreamNegotiation;
import io.github.xmppspring.stanza.ReceptionIqFilter;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Auto-configuration for {@link XmppConnection}: how its streams are negotiated, how it
 * behaves over time, and its place in the life of the application.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@AutoConfiguration(after = SslAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "xmpp.enabled", matchIfMissing = true)
@EnableConfigurationProperties({ XmppProperties.class, IqProperties.class, ErrorProperties.class })
@Import({ CallbackExecutorConfiguration.class, ReportConfiguration.class })
public final class XmppAutoConfiguration {

	private final LateIqExchange handlers;

	// Handlers may need the connection, so it must not need them to be made
	XmppAutoConfiguration(ObjectProvider<OrderedIqExchange> handlers, ObjectProvider<ReceptionIqFilter> filters) {
		this.handlers = new LateIqExchange(handlers::getIfAvailable, () -> filters.orderedStream().toList());
	}

	@Bean
	@ConditionalOnMissingBean(XmppConnectionDetails.class)
	PropertiesXmppConnectionDetails xmppConnectionDetails(XmppProperties properties,
			ObjectProvider<SslBundles> sslBundles) {
		return new PropertiesXmppConnectionDetails(properties, sslBundles.getIfAvailable());
	}

	@Bean
	@ConditionalOnMissingBean
	StreamInitiation xmppStreamInitiation(XmppConnectionDetails details, XmppProperties properties,
			ObjectProvider<StreamFeature> features, ObjectProvider<StreamNegotiationBuilderCustomizer> customizers) {
		StreamNegotiationMapper mapper = new StreamNegotiationMapper(properties);
		if (details.getMode() == XmppMode.COMPONENT) {
			return mapper.forComponent(details);
		}
		StreamNegotiation.Builder builder = mapper.forClient(details);
		features.orderedStream().forEach(builder::feature);
		customizers.orderedStream().forEach((customizer) -> customizer.customize(builder));
		return builder.build();
	}

	@Bean
	@ConditionalOnMissingBean
	ConnectionSettings xmppConnectionSettings(XmppProperties properties, IqProperties iqProperties,
			ErrorProperties errorProperties) {
		return new ConnectionSettingsMapper(properties, iqProperties).map()
			.withLegacyErrorCodes(errorProperties.isLegacyCodes())
			.withLenientPayloads(iqProperties.getHandler().isLenientPayloads());
	}

	@Bean
	@ConditionalOnMissingBean
	XmppConnection xmppConnection(StreamInitiation initiation, XmppConnectionDetails details,
			ConnectionSettings settings, ObjectProvider<StreamTap> taps) {
		return new DefaultXmppConnection(initiation, details.getHost(), details.getPort(), settings, this.handlers,
				taps.orderedStream().toList());
	}

	@Bean
	@ConditionalOnMissingBean
	XmppConnectionEventPublisher xmppConnectionEventPublisher(XmppConnection connection,
			ApplicationEventPublisher publisher, @Qualifier(CallbackExecutorConfiguration.NAME) Executor executor) {
		return new XmppConnectionEventPublisher(connection, publisher, executor);
	}

	@Bean
	@ConditionalOnMissingBean
	ConnectionAdviceLogger xmppConnectionAdviceLogger() {
		return new ConnectionAdviceLogger();
	}

	// Before the first request, as it may come when the application has stopped and would
	// make the beans anew
	@Bean
	SmartInitializingSingleton xmppRequestHandlers() {
		return this.handlers::find;
	}

	@Bean
	@ConditionalOnMissingBean
	XmppConnectionLifecycle xmppConnectionLifecycle(XmppConnection connection,
			ObjectProvider<OrderedIqExchange> handlers, ObjectProvider<ConnectionListener> listeners,
			XmppProperties properties) {
		listeners.orderedStream().forEach(connection::addListener);
		return new XmppConnectionLifecycle(connection, handlers.getIfAvailable(), properties.getConnectMode(),
				PropertyChecks.notNegative("xmpp.shutdown.drain-timeout", properties.getShutdown().getDrainTimeout()));
	}

}
