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

import io.github.xmppspring.address.Jid;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.util.StringUtils;

/**
 * Takes connection details from {@link XmppProperties}.
 *
 * @author XMPP for Spring Boot contributors
 */
final class PropertiesXmppConnectionDetails implements XmppConnectionDetails {

	private static final int MAX_PORT = 65_535;

	private final XmppProperties properties;

	private final @Nullable SslBundles sslBundles;

	PropertiesXmppConnectionDetails(XmppProperties properties, @Nullable SslBundles sslBundles) {
		this.properties = properties;
		this.sslBundles = sslBundles;
	}

	@Override
	public XmppMode getMode() {
		return this.properties.getMode();
	}

	@Override
	public Jid getJid() {
		Jid jid = this.properties.getJid();
		if (jid == null) {
			throw new MissingJidException();
		}
		return jid;
	}

	@Override
	public @Nullable String getUsername() {
		return this.properties.getUsername();
	}

	@Override
	public @Nullable String getPassword() {
		return this.properties.getPassword();
	}

	@Override
	public @Nullable String getHost() {
		String host = this.properties.getHost();
		if (!StringUtils.hasText(host)) {
			return null;
		}
		PropertyChecks.require(isHost(host), "xmpp.host", host, "It must be a host name or an IP address alone",
				"Leave only the host in 'xmpp.host', and put the port into 'xmpp.port'.");
		return host;
	}

	// an address of IPv6 has more colons than the one before a port
	private static boolean isHost(String host) {
		int colon = host.indexOf(':');
		return host.indexOf('/') == -1 && !StringUtils.containsWhitespace(host)
				&& (colon == -1 || colon != host.lastIndexOf(':'));
	}

	@Override
	public int getPort() {
		Integer port = this.properties.getPort();
		if (port == null) {
			return 0;
		}
		PropertyChecks.require(port > 0 && port <= MAX_PORT, "xmpp.port", port, "It must be from 1 to 65535",
				"Set 'xmpp.port' to the port of the server, or remove it for the usual one.");
		return port;
	}

	@Override
	public @Nullable SslBundle getSslBundle() {
		String name = this.properties.getSsl().getBundle();
		if (!StringUtils.hasText(name)) {
			return null;
		}
		try {
			return (this.sslBundles != null) ? this.sslBundles.getBundle(name) : noBundle(name);
		}
		catch (NoSuchSslBundleException ex) {
			return noBundle(name);
		}
	}

	private static SslBundle noBundle(String name) {
		throw new InvalidXmppPropertyException("xmpp.ssl.bundle", name,
				"There is no such bundle under 'spring.ssl.bundle'",
				"Declare the bundle under 'spring.ssl.bundle', or set 'xmpp.ssl.bundle' to the name of one that is there.");
	}

}
