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

package io.github.xmppspring.test;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.autoconfigure.XmppAutoConfiguration;
import io.github.xmppspring.autoconfigure.XmppConnectionDetails;
import io.github.xmppspring.autoconfigure.XmppMode;
import io.github.xmppspring.autoconfigure.XmppProperties;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.handler.OrderedIqExchange;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for {@link XmppTest @XmppTest} without a server: the application and
 * the peers exchange requests without a network. It is part of tests, not of
 * applications.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@AutoConfiguration(before = XmppAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "xmpp.embedded.enabled", havingValue = false)
@EnableConfigurationProperties(XmppProperties.class)
public final class LocalXmppAutoConfiguration {

	private static final Jid DEFAULT_ADDRESS = Jid.of("application@localhost");

	LocalXmppAutoConfiguration() {
	}

	@Bean
	LocalNetwork localXmppNetwork() {
		return new LocalNetwork();
	}

	@Bean
	@ConditionalOnMissingBean
	XmppConnectionDetails localXmppConnectionDetails(XmppProperties properties) {
		return new LocalXmppConnectionDetails(properties.getMode(), address(properties.getJid()));
	}

	private static Jid address(@Nullable Jid jid) {
		Jid address = (jid != null) ? jid : DEFAULT_ADDRESS;
		return (address.local() != null && address.resource() == null) ? address.withResource("test") : address;
	}

	@Bean
	@ConditionalOnMissingBean
	XmppConnection localXmppConnection(LocalNetwork network, XmppConnectionDetails details,
			ObjectProvider<OrderedIqExchange> handlers) {
		return new LocalXmppConnection(network, details.getJid(), (request) -> handlers.getObject().exchange(request));
	}

	/**
	 * Who the application is.
	 *
	 * @param getMode whether it is a client or a component
	 * @param getJid its address
	 */
	private record LocalXmppConnectionDetails(XmppMode getMode, Jid getJid) implements XmppConnectionDetails {

	}

}
