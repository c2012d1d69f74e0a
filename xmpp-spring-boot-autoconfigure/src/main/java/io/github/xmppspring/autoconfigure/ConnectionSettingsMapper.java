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

import io.github.xmppspring.connection.ConnectionSettings;

import org.springframework.util.backoff.BackOff;

/**
 * Makes {@link ConnectionSettings} of the properties.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ConnectionSettingsMapper {

	private final XmppProperties properties;

	private final IqProperties iqProperties;

	ConnectionSettingsMapper(XmppProperties properties, IqProperties iqProperties) {
		this.properties = properties;
		this.iqProperties = iqProperties;
	}

	ConnectionSettings map() {
		XmppProperties.Keepalive keepalive = this.properties.getKeepalive();
		return new ConnectionSettings(
				PropertyChecks.positive("xmpp.connect-timeout", this.properties.getConnectTimeout()),
				PropertyChecks.positive("xmpp.keepalive.interval", keepalive.getInterval()),
				PropertyChecks.positive("xmpp.keepalive.timeout", keepalive.getTimeout()), backOff(),
				this.properties.getReconnect().isEnabled(),
				PropertyChecks.notNegative("xmpp.iq.connection-wait", this.iqProperties.getConnectionWait()),
				PropertyChecks.positive("xmpp.iq.max-pending", this.iqProperties.getMaxPending()),
				this.iqProperties.isLenientErrorSender(), PropertyChecks.notNegative("xmpp.shutdown.close-timeout",
						this.properties.getShutdown().getCloseTimeout()));
	}

	private BackOff backOff() {
		XmppProperties.Reconnect reconnect = this.properties.getReconnect();
		PropertyChecks.positive("xmpp.reconnect.initial-interval", reconnect.getInitialInterval());
		PropertyChecks.require(reconnect.getMultiplier() >= 1, "xmpp.reconnect.multiplier", reconnect.getMultiplier(),
				"It must be 1 or more", "Set 'xmpp.reconnect.multiplier' to a number such as '2'.");
		PropertyChecks.require(reconnect.getMaxInterval().compareTo(reconnect.getInitialInterval()) >= 0,
				"xmpp.reconnect.max-interval", reconnect.getMaxInterval(),
				"It must not be shorter than 'xmpp.reconnect.initial-interval'",
				"Raise 'xmpp.reconnect.max-interval', or lower 'xmpp.reconnect.initial-interval'.");
		PropertyChecks.notNegative("xmpp.reconnect.jitter", reconnect.getJitter());
		return ConnectionSettings.backOff(reconnect.getInitialInterval(), reconnect.getMultiplier(),
				reconnect.getMaxInterval(), reconnect.getJitter());
	}

}
