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

import java.util.UUID;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.autoconfigure.InvalidXmppPropertyException;
import io.github.xmppspring.autoconfigure.XmppMode;
import io.github.xmppspring.autoconfigure.XmppProperties;
import io.github.xmppspring.server.EmbeddedXmppServer;
import org.jspecify.annotations.Nullable;

/**
 * What the application is on its embedded server.
 *
 * @param mode a client or a component
 * @param jid the JID by the properties, {@code null} for the usual one
 * @param password the password or secret
 * @author XMPP for Spring Boot contributors
 */
record EmbeddedXmppAccount(XmppMode mode, @Nullable Jid jid, String password) {

	static final String DEFAULT_DOMAIN = "localhost";

	private static final String DEFAULT_NAME = "application";

	static EmbeddedXmppAccount of(XmppProperties properties) {
		String password = properties.getPassword();
		return new EmbeddedXmppAccount(properties.getMode(), properties.getJid(),
				(password != null && !password.isEmpty()) ? password : UUID.randomUUID().toString());
	}

	boolean isComponent() {
		return this.mode == XmppMode.COMPONENT;
	}

	/**
	 * The domain that the server has unless another one is asked for: that of an account.
	 * @return the domain
	 */
	String serverDomain() {
		return (this.jid != null && !isComponent()) ? this.jid.domain() : DEFAULT_DOMAIN;
	}

	/**
	 * The JID of the application.
	 * @param domain the domain of the server
	 * @return a JID on the server: with a localpart, or for a component another domain
	 */
	Jid jidOn(String domain) {
		return isComponent() ? componentOn(domain) : clientOn(domain);
	}

	private Jid componentOn(String domain) {
		if (this.jid == null) {
			return Jid.of(null, DEFAULT_NAME + "." + domain, null);
		}
		require(this.jid, this.jid.isDomain() && !this.jid.domain().equals(domain),
				"It must be a domain, other than that of the embedded server, as 'xmpp.mode' is 'component'",
				"Set 'xmpp.jid' to a domain such as 'echo.%s', or remove it.".formatted(domain));
		return this.jid;
	}

	private Jid clientOn(String domain) {
		if (this.jid == null) {
			return Jid.of(DEFAULT_NAME, domain, null);
		}
		require(this.jid, this.jid.domain().equals(domain),
				"The embedded server has the domain '%s', by 'xmpp.embedded.domain'".formatted(domain),
				"Remove 'xmpp.embedded.domain', so that the server has the domain of 'xmpp.jid', or make them equal.");
		return (this.jid.local() != null) ? this.jid : Jid.of(DEFAULT_NAME, domain, null);
	}

	private static void require(Jid jid, boolean condition, String reason, String remedy) {
		if (!condition) {
			throw new InvalidXmppPropertyException("xmpp.jid", jid, reason, remedy);
		}
	}

	// Whatever logs the account logs no password
	@Override
	public String toString() {
		return this.mode + " " + this.jid;
	}

	EmbeddedXmppConnectionDetails detailsOn(EmbeddedXmppServer server) {
		Jid jid = jidOn(server.domain());
		return isComponent() ? EmbeddedXmppConnectionDetails.component(server, jid, this.password)
				: EmbeddedXmppConnectionDetails.client(server, jid, this.password);
	}

}
