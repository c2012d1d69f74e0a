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

import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.UUID;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.autoconfigure.XmppConnectionDetails;
import io.github.xmppspring.autoconfigure.XmppMode;
import io.github.xmppspring.server.EmbeddedXmppServer;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.util.Assert;

/**
 * Connection details that lead to an {@link EmbeddedXmppServer} and trust its
 * certificate.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class EmbeddedXmppConnectionDetails implements XmppConnectionDetails {

	private final XmppMode mode;

	private final Jid jid;

	private final String password;

	private final String host;

	private final int port;

	private final SslBundle sslBundle;

	private EmbeddedXmppConnectionDetails(EmbeddedXmppServer server, XmppMode mode, Jid jid, String password) {
		this.mode = mode;
		this.jid = jid;
		this.password = password;
		this.host = host(server);
		this.port = (mode == XmppMode.COMPONENT) ? server.componentPort() : server.port();
		this.sslBundle = trust(server);
	}

	/**
	 * The details of a client. If the account does not exist, it is made.
	 * @param server the server, running
	 * @param jid the JID of an account of the server, with the resource to ask for if
	 * there is one
	 * @param password the password of an account that is made, {@code null} for a random
	 * one
	 * @return new details
	 */
	public static EmbeddedXmppConnectionDetails client(EmbeddedXmppServer server, Jid jid, @Nullable String password) {
		String name = jid.local();
		Assert.isTrue(name != null && jid.domain().equals(server.domain()),
				() -> "'%s' is no account of the domain '%s'".formatted(jid, server.domain()));
		String known = server.accounts().password(name);
		if (known == null) {
			known = (password != null) ? password : UUID.randomUUID().toString();
			server.accounts().create(name, known);
		}
		return new EmbeddedXmppConnectionDetails(server, XmppMode.CLIENT, jid, known);
	}

	/**
	 * The details of a component.
	 * @param server the server, running and with a port for components
	 * @param domain the domain of the component
	 * @param secret the secret with which the server knows it
	 * @return new details
	 */
	public static EmbeddedXmppConnectionDetails component(EmbeddedXmppServer server, Jid domain, String secret) {
		Assert.isTrue(server.componentPort() > 0, "The embedded server has no port for components");
		return new EmbeddedXmppConnectionDetails(server, XmppMode.COMPONENT, domain, secret);
	}

	private static String host(EmbeddedXmppServer server) {
		InetAddress address = server.address().getAddress();
		return (address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address).getHostAddress();
	}

	private static SslBundle trust(EmbeddedXmppServer server) {
		try {
			KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
			store.load(null, null);
			store.setCertificateEntry("server", server.certificate());
			return SslBundle.of(SslStoreBundle.of(null, null, store));
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new IllegalStateException("The certificate of the embedded server cannot be trusted", ex);
		}
	}

	@Override
	public XmppMode getMode() {
		return this.mode;
	}

	@Override
	public Jid getJid() {
		return this.jid;
	}

	@Override
	public String getPassword() {
		return this.password;
	}

	@Override
	public String getHost() {
		return this.host;
	}

	@Override
	public int getPort() {
		return this.port;
	}

	@Override
	public SslBundle getSslBundle() {
		return this.sslBundle;
	}

}
