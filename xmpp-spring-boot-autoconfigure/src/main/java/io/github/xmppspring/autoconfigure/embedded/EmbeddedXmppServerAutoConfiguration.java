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

package io.github.xmppspring.autoconfigure.embedded;

import java.util.Arrays;

import io.github.xmppspring.autoconfigure.XmppAutoConfiguration;
import io.github.xmppspring.autoconfigure.XmppConnectionDetails;
import io.github.xmppspring.autoconfigure.XmppProperties;
import io.github.xmppspring.server.EmbeddedXmppServer;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Auto-configuration for {@link EmbeddedXmppServer}, and for the connection of the
 * application to it. Other connection details win: then there is no embedded server.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@AutoConfiguration(before = XmppAutoConfiguration.class)
@ConditionalOnBooleanProperty("xmpp.embedded.enabled")
public final class EmbeddedXmppServerAutoConfiguration {

	EmbeddedXmppServerAutoConfiguration() {
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingBean(XmppConnectionDetails.class)
	@EnableConfigurationProperties({ EmbeddedXmppServerProperties.class, XmppProperties.class })
	static class ServerConfiguration {

		@Bean
		EmbeddedXmppAccount embeddedXmppAccount(XmppProperties properties) {
			return EmbeddedXmppAccount.of(properties);
		}

		@Bean
		@ConditionalOnMissingBean
		EmbeddedXmppServer embeddedXmppServer(EmbeddedXmppAccount account, EmbeddedXmppServerProperties properties,
				XmppProperties clientProperties, ObjectProvider<EmbeddedXmppServerBuilderCustomizer> customizers) {
			EmbeddedXmppServer.Builder builder = new EmbeddedXmppServerMapper(properties, clientProperties)
				.map(account);
			customizers.orderedStream().forEach((customizer) -> customizer.customize(builder));
			return builder.build();
		}

		// It must listen before anyone can be told where
		@Bean
		EmbeddedXmppConnectionDetails embeddedXmppConnectionDetails(EmbeddedXmppServer server,
				EmbeddedXmppAccount account, ApplicationContext context) {
			start(server);
			LocalXmppPorts.publish(server, context);
			return account.detailsOn(server);
		}

		private static void start(EmbeddedXmppServer server) {
			try {
				server.start();
			}
			catch (IllegalStateException ex) {
				throw new EmbeddedXmppServerStartException(ex);
			}
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBean(XmppConnectionDetails.class)
	@ConditionalOnMissingBean(EmbeddedXmppServer.class)
	static class OtherServerConfiguration {

		private static final Log logger = LogFactory.getLog(EmbeddedXmppServerAutoConfiguration.class);

		OtherServerConfiguration(ListableBeanFactory beanFactory) {
			String[] details = beanFactory.getBeanNamesForType(XmppConnectionDetails.class, true, false);
			logger.info("No embedded XMPP server is started, as there are connection details for another one: "
					+ Arrays.toString(details));
		}

	}

}
