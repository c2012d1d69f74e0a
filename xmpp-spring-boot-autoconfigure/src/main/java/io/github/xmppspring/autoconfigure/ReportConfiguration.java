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

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import io.github.xmppspring.context.StartupReport;
import io.github.xmppspring.disco.OwnEntity;
import io.github.xmppspring.handler.IqHandlerMapping;
import io.github.xmppspring.handler.IqMappingInfo;
import io.github.xmppspring.negotiation.StreamFeature;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.BoundConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * What the application says of itself at its start: what it is, and which of its settings
 * have no effect.
 *
 * @author XMPP for Spring Boot contributors
 */
@Configuration(proxyBeanMethods = false)
class ReportConfiguration {

	// Looked for now, and reported later, when the application may have stopped and would
	// make the beans anew
	@Bean
	@ConditionalOnMissingBean
	StartupReport xmppStartupReport(XmppConnectionDetails details, ObjectProvider<IqHandlerMapping> mapping,
			ObjectProvider<OwnEntity> entity, @Qualifier(CallbackExecutorConfiguration.NAME) Executor executor) {
		return new StartupReport(details.getMode().name().toLowerCase(Locale.ROOT), mappings(mapping.getIfAvailable()),
				features(entity.getIfAvailable()), executor);
	}

	private static Supplier<List<IqMappingInfo>> mappings(@Nullable IqHandlerMapping mapping) {
		return (mapping != null) ? mapping::mappings : List::of;
	}

	private static Supplier<Collection<String>> features(@Nullable OwnEntity entity) {
		return (entity != null) ? () -> entity.info().featureNames() : List::of;
	}

	@Bean
	SettingsWithoutEffect xmppSettingsWithoutEffect(XmppConnectionDetails details, XmppProperties properties,
			ObjectProvider<StreamFeature> features, ObjectProvider<StreamNegotiationBuilderCustomizer> customizers,
			Environment environment) {
		SettingsWithoutEffect settings = new SettingsWithoutEffect(environment);
		settings.checkTls(properties, details.getMode());
		settings.checkThreads();
		settings.checkEmbeddedServer();
		if (details.getMode() == XmppMode.COMPONENT) {
			settings.checkComponent(properties);
			settings.checkBeans("StreamFeature", features.stream().count());
			settings.checkBeans("StreamNegotiationBuilderCustomizer", customizers.stream().count());
		}
		return settings;
	}

	@Bean
	UnknownProperties xmppUnknownProperties(Environment environment, ObjectProvider<BoundConfigurationProperties> bound,
			@Qualifier(CallbackExecutorConfiguration.NAME) Executor executor) {
		return new UnknownProperties(environment, bound, executor);
	}

}
