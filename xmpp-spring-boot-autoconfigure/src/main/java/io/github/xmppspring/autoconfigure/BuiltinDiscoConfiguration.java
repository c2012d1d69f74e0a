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

import java.util.List;
import java.util.function.Supplier;

import io.github.xmppspring.disco.CapabilitiesPresenceCustomizer;
import io.github.xmppspring.disco.DiscoContributor;
import io.github.xmppspring.disco.DiscoInfoResponder;
import io.github.xmppspring.disco.DiscoItemsResponder;
import io.github.xmppspring.disco.OwnEntity;
import io.github.xmppspring.handler.IqHandlerMapping;
import io.github.xmppspring.payload.disco.DiscoInfo;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.function.SingletonSupplier;

/**
 * What this entity says of itself: to those who ask, and in its presence.
 *
 * @author XMPP for Spring Boot contributors
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "xmpp.iq.builtin.disco.enabled", matchIfMissing = true)
@EnableConfigurationProperties(DiscoProperties.class)
class BuiltinDiscoConfiguration {

	// Contributors may depend on what asks the entity, so they are found when it is asked
	@Bean
	@ConditionalOnMissingBean
	OwnEntity xmppOwnEntity(DiscoProperties properties, IqHandlerMapping mapping,
			ObjectProvider<XmppConnectionDetails> details, ObjectProvider<DiscoContributor> contributors,
			Environment environment) {
		XmppConnectionDetails xmpp = details.getIfAvailable();
		boolean component = xmpp != null && xmpp.getMode() == XmppMode.COMPONENT;
		DiscoInfo.Identity fallback = DiscoInfo.Identity.of(component ? "component" : "client",
				component ? "generic" : "bot", environment.getProperty("spring.application.name"));
		DiscoPropertiesMapper mapper = new DiscoPropertiesMapper(properties);
		Supplier<List<DiscoContributor>> found = SingletonSupplier.of(() -> contributors.orderedStream().toList());
		return new OwnEntity(mapper.info(fallback), mapping::namespaces, found, mapper.capabilities());
	}

	@Bean
	@ConditionalOnMissingBean
	DiscoInfoResponder discoInfoResponder(OwnEntity entity) {
		return new DiscoInfoResponder(entity);
	}

	@Bean
	@ConditionalOnMissingBean
	DiscoItemsResponder discoItemsResponder(OwnEntity entity) {
		return new DiscoItemsResponder(entity);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBooleanProperty(name = "xmpp.disco.capabilities.enabled", matchIfMissing = true)
	CapabilitiesPresenceCustomizer capabilitiesPresenceCustomizer(OwnEntity entity) {
		return new CapabilitiesPresenceCustomizer(entity);
	}

}
