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

package io.github.xmppspring.autoconfigure.health;

import java.time.Duration;
import java.util.Map;

import io.github.xmppspring.autoconfigure.InvalidXmppPropertyException;
import io.github.xmppspring.autoconfigure.XmppAutoConfiguration;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.health.XmppHealthIndicator;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.autoconfigure.contributor.CompositeHealthContributorConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for {@link XmppHealthIndicator}.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@AutoConfiguration(after = XmppAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnEnabledHealthIndicator.class)
@ConditionalOnBean(XmppConnection.class)
@ConditionalOnEnabledHealthIndicator("xmpp")
@EnableConfigurationProperties(XmppHealthProperties.class)
public final class XmppHealthContributorAutoConfiguration
		extends CompositeHealthContributorConfiguration<XmppHealthIndicator, XmppConnection> {

	XmppHealthContributorAutoConfiguration(XmppHealthProperties properties) {
		super((connection) -> new XmppHealthIndicator(connection, pingTimeout(properties.getPing())));
	}

	private static @Nullable Duration pingTimeout(XmppHealthProperties.Ping ping) {
		if (!ping.isEnabled()) {
			return null;
		}
		if (ping.getTimeout().toMillis() <= 0) {
			throw new InvalidXmppPropertyException("xmpp.health.ping.timeout", ping.getTimeout(),
					"It must be at least a millisecond", "Set 'xmpp.health.ping.timeout' to a duration such as '2s'.");
		}
		return ping.getTimeout();
	}

	@Bean
	@ConditionalOnMissingBean(name = { "xmppHealthIndicator", "xmppHealthContributor" })
	HealthContributor xmppHealthContributor(Map<String, XmppConnection> connections) {
		return createContributor(connections);
	}

}
