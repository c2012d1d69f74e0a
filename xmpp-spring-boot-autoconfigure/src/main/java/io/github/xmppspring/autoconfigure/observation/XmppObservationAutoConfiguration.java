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

package io.github.xmppspring.autoconfigure.observation;

import io.github.xmppspring.autoconfigure.IqHandlerAutoConfiguration;
import io.github.xmppspring.autoconfigure.PayloadAutoConfiguration;
import io.github.xmppspring.autoconfigure.XmppAutoConfiguration;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.handler.IqHandlerMapping;
import io.github.xmppspring.observation.DefaultIqClientObservationConvention;
import io.github.xmppspring.observation.DefaultIqServerObservationConvention;
import io.github.xmppspring.observation.IqClientObservationConvention;
import io.github.xmppspring.observation.IqClientObservationFilter;
import io.github.xmppspring.observation.IqPayloadNames;
import io.github.xmppspring.observation.IqServerObservationConvention;
import io.github.xmppspring.observation.IqServerObservationFilter;
import io.github.xmppspring.payload.PayloadCodecs;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.util.function.SingletonSupplier;

/**
 * Auto-configuration for the observation of requests in both directions.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@AutoConfiguration(
		after = { XmppAutoConfiguration.class, PayloadAutoConfiguration.class, IqHandlerAutoConfiguration.class },
		afterName = "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration")
@ConditionalOnClass(ObservationRegistry.class)
@ConditionalOnBean({ ObservationRegistry.class, XmppConnection.class, PayloadCodecs.class })
@EnableConfigurationProperties(XmppObservationProperties.class)
public final class XmppObservationAutoConfiguration {

	private final SingletonSupplier<IqHandlerMapping> handlers;

	// The handlers may need what is observed, so they are looked for later
	XmppObservationAutoConfiguration(ObjectProvider<IqHandlerMapping> handlers) {
		this.handlers = SingletonSupplier.ofNullable(handlers::getIfAvailable);
	}

	// A request may still be observed when the application has stopped, and no beans must
	// be made then
	@Bean
	SmartInitializingSingleton iqPayloadNamesOfHandlers() {
		return () -> this.handlers.get();
	}

	@Bean
	@ConditionalOnMissingBean
	IqPayloadNames iqPayloadNames(PayloadCodecs codecs) {
		return new IqPayloadNames(codecs, this.handlers);
	}

	@Bean
	@ConditionalOnMissingBean
	IqClientObservationFilter iqClientObservationFilter(ObservationRegistry registry, IqPayloadNames payloads,
			ObjectProvider<IqClientObservationConvention> convention, XmppObservationProperties properties) {
		return new IqClientObservationFilter(registry, payloads, convention.getIfAvailable(),
				new DefaultIqClientObservationConvention(properties.isIncludeAddresses()));
	}

	@Bean
	@ConditionalOnMissingBean
	IqServerObservationFilter iqServerObservationFilter(ObservationRegistry registry, IqPayloadNames payloads,
			ObjectProvider<IqServerObservationConvention> convention, XmppObservationProperties properties) {
		return new IqServerObservationFilter(registry, payloads, convention.getIfAvailable(),
				new DefaultIqServerObservationConvention(properties.isIncludeAddresses()));
	}

}
