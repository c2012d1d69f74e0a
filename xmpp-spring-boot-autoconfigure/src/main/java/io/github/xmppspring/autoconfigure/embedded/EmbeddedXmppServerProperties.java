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

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties for the embedded server.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@ConfigurationProperties("xmpp.embedded")
public class EmbeddedXmppServerProperties {

	/**
	 * Whether to start an embedded server, for development and tests, and to connect to
	 * it.
	 */
	private boolean enabled;

	/**
	 * Domain of the embedded server. By default that of 'xmpp.jid', else 'localhost'.
	 */
	private @Nullable String domain;

	/**
	 * Network address to which the embedded server binds. By default the loopback
	 * address.
	 */
	private @Nullable InetAddress address;

	/**
	 * Port for clients, 0 for any that is free.
	 */
	private int port;

	/**
	 * Whether clients have to use TLS before they log in. By default they have to, unless
	 * 'xmpp.ssl.mode' is 'disabled'.
	 */
	private @Nullable Boolean tlsRequired;

	/**
	 * Passwords of accounts by their names.
	 */
	private Map<String, String> accounts = new LinkedHashMap<>();

	private final NewAccounts newAccounts = new NewAccounts();

	private final Component component = new Component();

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public @Nullable String getDomain() {
		return this.domain;
	}

	public void setDomain(@Nullable String domain) {
		this.domain = domain;
	}

	public @Nullable InetAddress getAddress() {
		return this.address;
	}

	public void setAddress(@Nullable InetAddress address) {
		this.address = address;
	}

	public int getPort() {
		return this.port;
	}

	public void setPort(int port) {
		this.port = port;
	}

	public @Nullable Boolean getTlsRequired() {
		return this.tlsRequired;
	}

	public void setTlsRequired(@Nullable Boolean tlsRequired) {
		this.tlsRequired = tlsRequired;
	}

	public Map<String, String> getAccounts() {
		return this.accounts;
	}

	public void setAccounts(Map<String, String> accounts) {
		this.accounts = accounts;
	}

	public NewAccounts getNewAccounts() {
		return this.newAccounts;
	}

	public Component getComponent() {
		return this.component;
	}

	/**
	 * Accounts that come into being at their first login.
	 */
	public static class NewAccounts {

		/**
		 * Whether an account that does not exist comes into being at its first login.
		 */
		private boolean enabled;

		/**
		 * Password of such accounts. By default the one of the first login, which then
		 * has to be by PLAIN.
		 */
		private @Nullable String password;

		public boolean isEnabled() {
			return this.enabled;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

		public @Nullable String getPassword() {
			return this.password;
		}

		public void setPassword(@Nullable String password) {
			this.password = password;
		}

	}

	/**
	 * Components (XEP-0114).
	 */
	public static class Component {

		/**
		 * Port for components, 0 for any that is free, -1 for none. By default 0 if there
		 * are components.
		 */
		private @Nullable Integer port;

		/**
		 * Secrets of components by their domains.
		 */
		private Map<String, String> domains = new LinkedHashMap<>();

		public @Nullable Integer getPort() {
			return this.port;
		}

		public void setPort(@Nullable Integer port) {
			this.port = port;
		}

		public Map<String, String> getDomains() {
			return this.domains;
		}

		public void setDomains(Map<String, String> domains) {
			this.domains = domains;
		}

	}

}
