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

import java.util.function.Consumer;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.autoconfigure.InvalidXmppPropertyException;
import io.github.xmppspring.autoconfigure.XmppProperties;
import io.github.xmppspring.negotiation.client.TlsMode;
import io.github.xmppspring.server.EmbeddedXmppServer;
import io.github.xmppspring.xml.XmlLimits;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Makes the settings of the embedded server of the properties.
 *
 * @author XMPP for Spring Boot contributors
 */
final class EmbeddedXmppServerMapper {

	private static final String PREFIX = "xmpp.embedded.";

	private static final String COMPONENTS = "Name each component by its domain, and give it a secret, as in "
			+ "'xmpp.embedded.component.domains[echo.localhost]=secret'.";

	private final EmbeddedXmppServerProperties properties;

	private final XmppProperties client;

	private final @Nullable TlsMode tlsMode;

	EmbeddedXmppServerMapper(EmbeddedXmppServerProperties properties, XmppProperties client) {
		this.properties = properties;
		this.client = client;
		this.tlsMode = client.getSsl().getMode();
	}

	EmbeddedXmppServer.Builder map(EmbeddedXmppAccount application) {
		requireNoDirectTls();
		String domain = domain(application);
		EmbeddedXmppServer.Builder builder = EmbeddedXmppServer.builder().domain(domain);
		if (this.properties.getAddress() != null) {
			builder.bindAddress(this.properties.getAddress());
		}
		set("port", this.properties.getPort(), "Set it to a port that is free, or to '0' for any of those.",
				builder::port);
		builder.tlsRequired(tlsRequired());
		builder.limits(XmlLimits.BEFORE_AUTHENTICATION, this.client.getLimits().toXmlLimits());
		addAccounts(builder);
		addComponents(builder, application, domain);
		return builder;
	}

	private void requireNoDirectTls() {
		if (this.tlsMode == TlsMode.DIRECT) {
			throw new InvalidXmppPropertyException("xmpp.ssl.mode", this.tlsMode,
					"The embedded server has no port for direct TLS; 'starttls' is what it offers",
					"Remove 'xmpp.ssl.mode', or set 'xmpp.embedded.enabled' to 'false'.");
		}
	}

	private boolean tlsRequired() {
		boolean disabled = this.tlsMode == TlsMode.DISABLED;
		Boolean required = this.properties.getTlsRequired();
		if (required != null && required && disabled) {
			throw invalid("tls-required", required, "The application connects without TLS, by 'xmpp.ssl.mode'",
					"Remove one of the two properties.");
		}
		return (required != null) ? required : !disabled;
	}

	private String domain(EmbeddedXmppAccount application) {
		String domain = this.properties.getDomain();
		if (!StringUtils.hasText(domain)) {
			return application.serverDomain();
		}
		return requireDomain("domain", domain, "Set it to a domain such as 'localhost'.");
	}

	private void addAccounts(EmbeddedXmppServer.Builder builder) {
		this.properties.getAccounts()
			.forEach((name, password) -> set("accounts", name,
					"Name each account by its localpart alone, and give it a password, as in "
							+ "'xmpp.embedded.accounts.juliet=secret'.",
					(local) -> builder.account(localpart(local), password)));
		EmbeddedXmppServerProperties.NewAccounts newAccounts = this.properties.getNewAccounts();
		builder.newAccounts(newAccounts.isEnabled()).newAccountPassword(newAccounts.getPassword());
	}

	private static String localpart(String name) {
		Jid account = Jid.of(name, EmbeddedXmppAccount.DEFAULT_DOMAIN, null);
		return (account.local() != null) ? account.local() : "";
	}

	private void addComponents(EmbeddedXmppServer.Builder builder, EmbeddedXmppAccount application, String domain) {
		EmbeddedXmppServerProperties.Component component = this.properties.getComponent();
		component.getDomains().forEach((name, secret) -> {
			requireOther(domain, requireDomain("component.domains", name, COMPONENTS));
			set("component.domains", name, COMPONENTS, (known) -> builder.component(known, secret));
		});
		if (application.isComponent()) {
			builder.component(application.jidOn(domain).domain(), application.password());
		}
		boolean needed = application.isComponent() || !component.getDomains().isEmpty();
		Integer port = component.getPort();
		if (port != null && port < 0 && needed) {
			throw invalid("component.port", port, "There are components, which need a port",
					"Remove 'xmpp.embedded.component.port', or set it to '0' for any that is free.");
		}
		set("component.port", (port != null) ? port : defaultPort(needed),
				"Set it to a port that is free, to '0' for any of those, or to '-1' for none.", builder::componentPort);
	}

	private static int defaultPort(boolean needed) {
		return needed ? 0 : -1;
	}

	private static String requireDomain(String property, String domain, String remedy) {
		try {
			return Jid.of(null, domain, null).domain();
		}
		catch (IllegalArgumentException ex) {
			throw invalid(property, domain, ex.getMessage(), remedy);
		}
	}

	private static void requireOther(String server, String component) {
		if (component.equals(server)) {
			throw invalid("component.domains", component, "It must not be the domain of the embedded server",
					"Give the component another domain, such as 'echo.%s'.".formatted(server));
		}
	}

	private static <T> void set(String property, T value, String remedy, Consumer<T> setter) {
		try {
			setter.accept(value);
		}
		catch (IllegalArgumentException ex) {
			String reason = String.valueOf(ex.getMessage());
			throw invalid(property, value, reason.replaceFirst("^'(port|componentPort)' must", "It must"), remedy);
		}
	}

	private static InvalidXmppPropertyException invalid(String property, Object value, @Nullable String reason,
			String remedy) {
		return new InvalidXmppPropertyException(PREFIX + property, value, String.valueOf(reason), remedy);
	}

}
