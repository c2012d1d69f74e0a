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

import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.negotiation.client.TlsMode;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.thread.Threading;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Warns of settings that others leave without effect: each makes sense alone, but not
 * together. What must not be ignored, as the application would do something else than it
 * seems, fails the start instead.
 *
 * @author XMPP for Spring Boot contributors
 */
final class SettingsWithoutEffect {

	private static final Log logger = LogFactory.getLog(XmppConnection.class);

	private static final String AS_CLIENT = "Remove it, or set 'xmpp.mode' to 'client'.";

	private final Environment environment;

	SettingsWithoutEffect(Environment environment) {
		this.environment = environment;
	}

	void checkTls(XmppProperties properties, XmppMode mode) {
		XmppProperties.Ssl ssl = properties.getSsl();
		TlsMode tls = (ssl.getMode() != null) ? ssl.getMode()
				: (mode == XmppMode.COMPONENT) ? TlsMode.DISABLED : TlsMode.STARTTLS;
		boolean disabled = tls == TlsMode.DISABLED;
		warnIf(disabled && StringUtils.hasText(ssl.getBundle()), "xmpp.ssl.bundle", "there is no TLS",
				"Remove it, or set 'xmpp.ssl.mode' to 'direct' or, for a client, 'starttls'.");
		warnIf(!disabled && ssl.isAllowRemotePlaintext(), "xmpp.ssl.allow-remote-plaintext",
				"there is always TLS with 'xmpp.ssl.mode' as it is",
				"Remove it, or set 'xmpp.ssl.mode' to 'disabled'.");
	}

	void checkComponent(XmppProperties properties) {
		warnIf(StringUtils.hasText(properties.getUsername()), "xmpp.username",
				"a component logs in by its domain and secret", AS_CLIENT);
		warnIf(!properties.getSasl().getMechanisms().isEmpty(), "xmpp.sasl.mechanisms",
				"there is no SASL for components (XEP-0114)", AS_CLIENT);
		warnIf(isSet("xmpp.roster.load-on-connect"), "xmpp.roster.load-on-connect", "a component has no contact list",
				AS_CLIENT);
	}

	void checkBeans(String type, long count) {
		if (count > 0) {
			logger.warn(("Beans of type %s have no effect: the stream of a component has no features to negotiate "
					+ "(XEP-0114). Remove them, or set 'xmpp.mode' to 'client'.")
				.formatted(type));
		}
	}

	void checkThreads() {
		boolean virtual = Threading.VIRTUAL.isActive(this.environment);
		for (String name : new String[] { "xmpp.iq.handler.threads", "xmpp.iq.callback-threads" }) {
			warnIf(virtual && isSet(name), name, "virtual threads are not pooled",
					"Remove it, or set 'spring.threads.virtual.enabled' to 'false'.");
		}
	}

	void checkEmbeddedServer() {
		String prefix = "xmpp.embedded.new-accounts.";
		boolean unused = this.environment.getProperty("xmpp.embedded.enabled", Boolean.class, false)
				&& !this.environment.getProperty(prefix + "enabled", Boolean.class, false);
		warnIf(unused && isSet(prefix + "password"), prefix + "password",
				"the embedded server lets in only accounts that it knows",
				"Remove it, or set '" + prefix + "enabled' to 'true'.");
	}

	private boolean isSet(String name) {
		return this.environment.containsProperty(name);
	}

	private void warnIf(boolean condition, String name, String reason, String remedy) {
		if (condition) {
			logger.warn("The property '%s'%s has no effect: %s. %s".formatted(name,
					PropertyOrigins.find(this.environment, name), reason, remedy));
		}
	}

}
