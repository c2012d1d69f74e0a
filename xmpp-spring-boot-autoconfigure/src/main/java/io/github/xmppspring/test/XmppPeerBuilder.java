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

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.autoconfigure.XmppConnectionDetails;
import io.github.xmppspring.autoconfigure.XmppMode;
import io.github.xmppspring.autoconfigure.embedded.EmbeddedXmppConnectionDetails;
import io.github.xmppspring.connection.ConnectionSettings;
import io.github.xmppspring.connection.DefaultXmppConnection;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.negotiation.NegotiatedStream;
import io.github.xmppspring.negotiation.client.StreamNegotiation;
import io.github.xmppspring.negotiation.client.TlsMode;
import io.github.xmppspring.negotiation.client.TlsSettings;
import io.github.xmppspring.server.EmbeddedXmppServer;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslManagerBundle;
import org.springframework.util.Assert;

/**
 * Collects the settings of an {@link XmppPeer}.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class XmppPeerBuilder {

	private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

	private Jid account;

	private @Nullable String username;

	private @Nullable String password;

	private @Nullable String host;

	private int port;

	private TlsMode tls = TlsMode.STARTTLS;

	private @Nullable SslBundle sslBundle;

	private Supplier<Jid> application = XmppPeerBuilder::unknownApplication;

	private Duration timeout = DEFAULT_TIMEOUT;

	XmppPeerBuilder(Jid account) {
		Assert.notNull(account, "'account' must not be null");
		this.account = account;
	}

	static XmppPeerBuilder of(XmppConnectionDetails details) {
		Assert.state(details.getMode() == XmppMode.CLIENT,
				"The connection details are those of a component, and a peer is a client: give it an account of its own");
		XmppPeerBuilder builder = new XmppPeerBuilder(details.getJid());
		builder.username = details.getUsername();
		builder.password = details.getPassword();
		builder.host = details.getHost();
		builder.port = details.getPort();
		builder.sslBundle = details.getSslBundle();
		return builder;
	}

	static XmppPeerBuilder of(EmbeddedXmppServer server, String name) {
		return of(EmbeddedXmppConnectionDetails.client(server, Jid.of(name, server.domain(), null), null));
	}

	private static Jid unknownApplication() {
		throw new IllegalStateException("The address of the application is not known: set it with 'application'");
	}

	/**
	 * Sets the password of the account.
	 * @param password the password
	 * @return this builder
	 */
	public XmppPeerBuilder password(String password) {
		this.password = password;
		return this;
	}

	/**
	 * Sets the resource to ask for. Default is what the server chooses.
	 * @param resource the resource, or {@code null} for any
	 * @return this builder
	 */
	public XmppPeerBuilder resource(@Nullable String resource) {
		this.account = this.account.withResource(resource);
		return this;
	}

	/**
	 * Sets where the server is. Default is where DNS says.
	 * @param host the host name or address
	 * @param port the TCP port
	 * @return this builder
	 */
	public XmppPeerBuilder server(String host, int port) {
		this.host = host;
		this.port = port;
		return this;
	}

	/**
	 * Sets how TLS gets on the stream. Default is STARTTLS.
	 * @param mode the mode
	 * @return this builder
	 */
	public XmppPeerBuilder tls(TlsMode mode) {
		this.tls = mode;
		return this;
	}

	/**
	 * Sets what certificates to trust. Default is what the JDK trusts.
	 * @param sslBundle an SSL bundle
	 * @return this builder
	 */
	public XmppPeerBuilder sslBundle(@Nullable SslBundle sslBundle) {
		this.sslBundle = sslBundle;
		return this;
	}

	/**
	 * Sets the address of the application under test.
	 * @param application its JID, for a client the full one
	 * @return this builder
	 */
	public XmppPeerBuilder application(Jid application) {
		return application(() -> application);
	}

	/**
	 * Sets the address of the application under test.
	 * @param application finds its JID, each time it is asked
	 * @return this builder
	 */
	public XmppPeerBuilder application(Supplier<Jid> application) {
		this.application = application;
		return this;
	}

	/**
	 * Sets how long to wait for the login, for requests that are expected, and for
	 * replies. Default is 5 seconds.
	 * @param timeout the time
	 * @return this builder
	 */
	public XmppPeerBuilder timeout(Duration timeout) {
		Assert.isTrue(timeout.toMillis() > 0, "'timeout' must be positive");
		this.timeout = timeout;
		return this;
	}

	/**
	 * Connects and logs in.
	 * @return the peer
	 * @throws IllegalStateException if that fails
	 */
	public XmppPeer login() {
		PeerInbox inbox = new PeerInbox();
		return login(new DefaultXmppConnection(negotiation(), this.host, this.port, settings(), inbox), inbox);
	}

	XmppPeer login(XmppConnection connection, PeerInbox inbox) {
		try {
			NegotiatedStream stream = connection.start().get(this.timeout.toMillis(), TimeUnit.MILLISECONDS);
			return new XmppPeer(connection, inbox, stream.jid(), this.application, this.timeout);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw failed(connection, ex);
		}
		catch (ExecutionException ex) {
			throw failed(connection, (ex.getCause() != null) ? ex.getCause() : ex);
		}
		catch (TimeoutException ex) {
			throw failed(connection, ex);
		}
	}

	private IllegalStateException failed(XmppConnection connection, Throwable cause) {
		connection.close();
		return new IllegalStateException("The peer '%s' could not log in: %s".formatted(this.account, cause), cause);
	}

	private StreamNegotiation negotiation() {
		return StreamNegotiation.builder(this.account)
			.authenticationIdentity(this.username)
			.password(this.password)
			.tls(tlsSettings())
			.timeout(this.timeout)
			.build();
	}

	private TlsSettings tlsSettings() {
		if (this.sslBundle == null) {
			return TlsSettings.of(this.tls);
		}
		SslManagerBundle managers = this.sslBundle.getManagers();
		return new TlsSettings(this.tls, managers.getKeyManagerFactory(), managers.getTrustManagerFactory(), List.of(),
				List.of());
	}

	private ConnectionSettings settings() {
		ConnectionSettings usual = ConnectionSettings.DEFAULT;
		return new ConnectionSettings(this.timeout, usual.keepAliveInterval(), usual.keepAliveTimeout(),
				usual.backOff(), false, usual.connectionWait(), usual.maxPending(), usual.lenientErrorSender(),
				usual.closeTimeout());
	}

}
