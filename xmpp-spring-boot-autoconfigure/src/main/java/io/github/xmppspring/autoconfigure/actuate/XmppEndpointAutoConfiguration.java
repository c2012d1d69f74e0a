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

package io.github.xmppspring.autoconfigure.actuate;

import java.util.Map;

import io.github.xmppspring.actuate.XmppEndpoint;
import io.github.xmppspring.actuate.XmppEndpointWebExtension;
import io.github.xmppspring.autoconfigure.DiscoAutoConfiguration;
import io.github.xmppspring.autoconfigure.IqHandlerAutoConfiguration;
import io.github.xmppspring.autoconfigure.XmppAutoConfiguration;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.disco.OwnEntity;
import io.github.xmppspring.handler.IqHandlerMapping;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.expose.EndpointExposure;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for {@link XmppEndpoint}.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@AutoConfiguration(
		after = { XmppAutoConfiguration.class, IqHandlerAutoConfiguration.class, DiscoAutoConfiguration.class })
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnAvailableEndpoint(XmppEndpoint.class)
@ConditionalOnBean(XmppConnection.class)
@EnableConfigurationProperties(XmppEndpointProperties.class)
public final class XmppEndpointAutoConfiguration {

	XmppEndpointAutoConfiguration() {
	}

	@Bean
	@ConditionalOnMissingBean
	XmppEndpoint xmppEndpoint(Map<String, XmppConnection> connections, ObjectProvider<IqHandlerMapping> handlers,
			ObjectProvider<OwnEntity> entity, XmppEndpointProperties properties) {
		return new XmppEndpoint(connections, handlers.getIfAvailable(), entity.getIfAvailable(),
				properties.getShowValues());
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBean(XmppEndpoint.class)
	@ConditionalOnAvailableEndpoint(endpoint = XmppEndpoint.class, exposure = EndpointExposure.WEB)
	XmppEndpointWebExtension xmppEndpointWebExtension(XmppEndpoint endpoint, XmppEndpointProperties properties) {
		return new XmppEndpointWebExtension(endpoint, properties.getShowValues(), properties.getRoles());
	}

}
