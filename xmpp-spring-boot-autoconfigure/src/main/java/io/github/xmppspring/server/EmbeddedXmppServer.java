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

package io.github.xmppspring.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stanza.IqExchange;
import io.github.xmppspring.xml.XmlLimits;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * An XMPP server inside of the application, for development and tests: streams of clients
 * (RFC 6120) and components (XEP-0114), routing, presence and rosters (RFC 6121), and the
 * usual small services. It keeps everything in memory and does not talk to other servers.
 * <p>
 * It listens on the loopback interface only, unless told otherwise. It can be started
 * again after it was stopped: on the same ports and with the same certificate, accounts
 * and hosted entities.
 * <p>
 * Safe for use by several threads. Methods that ask or change the state of the server
 * wait for its event loop, so they must not be called where blocking is not allowed.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class EmbeddedXmppServer implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(EmbeddedXmppServer.class);

	private static final long CLOSE_MILLIS = 1000;

	private final ServerLoop loop = new ServerLoop();

	private final ServerSettings settings;

	private final ServerAccounts accounts;

	private final ServerCore core;

	private final FaultInjection faults;

	private final ServerCertificate certificate;

	private volatile @Nullable ServerListeners listeners;

	private EmbeddedXmppServer(ServerSettings settings, Map<String, String> accounts) {
		this.settings = settings;
		this.accounts = new ServerAccounts(settings, this::accountRemoved);
		this.core = new ServerCore(settings, this.accounts);
		this.faults = new FaultInjection(this.loop, this.core.directory());
		this.certificate = ServerCertificate.create(settings);
		accounts.forEach(this.accounts::create);
	}

	private void accountRemoved(Jid account) {
		this.loop.run(() -> this.core.accountRemoved(account));
	}

	/**
	 * Starts to set up a server.
	 * @return a builder with the defaults
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Starts to listen. Does nothing if the server is running.
	 * @throws IllegalStateException if it cannot listen on its address
	 */
	public void start() {
		synchronized (this.loop) {
			if (!this.loop.isRunning()) {
				this.loop.start();
				boolean opened = false;
				try {
					open();
					opened = true;
				}
				finally {
					if (!opened) {
						this.loop.stop();
					}
				}
			}
		}
	}

	private void open() {
		long start = System.nanoTime();
		ServerListeners previous = this.listeners;
		int port = (previous != null) ? previous.address().getPort() : this.settings.port();
		int componentPort = (previous != null) ? previous.componentPort() : this.settings.componentPort();
		ServerListeners listeners = ServerListeners.open(this.settings, this.loop, this.certificate,
				new SessionOpener(this.core, this.faults), this.faults, port, componentPort);
		this.listeners = listeners;
		announce(listeners, Duration.ofNanos(System.nanoTime() - start));
	}

	private void announce(ServerListeners listeners, Duration duration) {
		InetSocketAddress address = listeners.address();
		String components = (listeners.componentPort() != -1) ? ", components on port " + listeners.componentPort()
				: "";
		logger.info("Embedded XMPP server, for development and tests only: domain '%s' on %s:%d%s (started in %d ms)"
			.formatted(domain(), address.getAddress().getHostAddress(), address.getPort(), components,
					duration.toMillis()));
		if (!address.getAddress().isLoopbackAddress()) {
			logger.warn("The embedded XMPP server can be reached from other hosts; it is not made for that");
		}
	}

	/**
	 * Ends all streams with {@code system-shutdown}, stops to listen, and ends all
	 * threads. Does nothing if the server is not running.
	 */
	public void stop() {
		synchronized (this.loop) {
			ServerListeners listeners = this.listeners;
			if (this.loop.isRunning() && listeners != null) {
				listeners.closePorts();
				this.loop.run(this::shutDown);
				listeners.closeConnections(CLOSE_MILLIS);
				this.loop.stop();
				this.core.stopped();
				logger.info("Embedded XMPP server stopped");
			}
		}
	}

	private void shutDown() {
		this.faults.releaseStalls();
		this.core.shutDown();
	}

	/**
	 * Stops, as {@link #stop()} does.
	 */
	@Override
	public void close() {
		stop();
	}

	/**
	 * Whether the server is running.
	 * @return whether it has been started and not stopped
	 */
	public boolean isRunning() {
		return this.loop.isRunning();
	}

	/**
	 * The domain that is served.
	 * @return the domain of all accounts
	 */
	public String domain() {
		return this.settings.domain().domain();
	}

	/**
	 * Where clients connect.
	 * @return the address and the port that the server listens on
	 * @throws IllegalStateException if the server has not been started
	 */
	public InetSocketAddress address() {
		return listeners().address();
	}

	/**
	 * The port for clients.
	 * @return the port that the server listens on
	 * @throws IllegalStateException if the server has not been started
	 */
	public int port() {
		return address().getPort();
	}

	/**
	 * The port for components.
	 * @return the port that the server listens on, -1 if it does not
	 * @throws IllegalStateException if the server has not been started
	 */
	public int componentPort() {
		return listeners().componentPort();
	}

	private ServerListeners listeners() {
		ServerListeners listeners = this.listeners;
		Assert.state(listeners != null, "The server has not been started");
		return listeners;
	}

	/**
	 * The certificate of the server, which nobody else has signed: whoever connects has
	 * to trust it. It is made once, for the domain, the domains of components and the
	 * loopback addresses.
	 * @return the certificate
	 */
	public X509Certificate certificate() {
		return this.certificate.certificate();
	}

	/**
	 * The accounts.
	 * @return the accounts, to change them at any time
	 */
	public ServerAccounts accounts() {
		return this.accounts;
	}

	/**
	 * Hosts an exchange: it gets the requests to an address, on a thread of its own and
	 * in the order in which they come. Each is answered exactly once: with
	 * {@code internal-server-error} if the exchange fails or gives no proper response,
	 * {@code remote-server-timeout} if it takes too long, {@code resource-constraint} if
	 * too many requests wait for it.
	 * @param address a domain of its own, with all JIDs at it, or a JID at any domain
	 * that is served here; a bare JID includes its full JIDs
	 * @param exchange what answers
	 * @return the hosted entity, to ask others, and to end it
	 * @throws IllegalArgumentException if the address is taken by another hosted entity,
	 * an account, a component, or the server itself
	 */
	public HostedEntity host(Jid address, IqExchange exchange) {
		Assert.notNull(address, "'address' must not be null");
		Assert.notNull(exchange, "'exchange' must not be null");
		return this.loop.call(() -> this.core.host(address, exchange, this.loop));
	}

	/**
	 * Who is connected.
	 * @return the full JIDs of bound clients and the domains of components, as they are
	 * now
	 */
	public Set<Jid> sessions() {
		return this.loop.call(this.core::connected);
	}

	/**
	 * The faults.
	 * @return lets things go wrong on purpose
	 */
	public FaultInjection faults() {
		return this.faults;
	}

	/**
	 * Collects the settings of a server.
	 */
	public static final class Builder {

		private String domain = "localhost";

		private InetAddress bindAddress = InetAddress.getLoopbackAddress();

		private int port;

		private int componentPort = -1;

		private final Map<String, String> components = new LinkedHashMap<>();

		private final Map<String, String> accounts = new LinkedHashMap<>();

		private boolean newAccounts;

		private @Nullable String newAccountPassword;

		private boolean tlsRequired = true;

		private XmlLimits limitsBefore = XmlLimits.BEFORE_AUTHENTICATION;

		private XmlLimits limits = XmlLimits.DEFAULT;

		private Duration negotiationTimeout = Duration.ofSeconds(30);

		private Duration exchangeTimeout = Duration.ofSeconds(30);

		private int maxSessions = 10_000;

		private ConflictPolicy conflictPolicy = ConflictPolicy.END_EXISTING;

		private Duration resumptionTimeout = Duration.ofSeconds(60);

		private Builder() {
		}

		/**
		 * Sets the domain to serve. Default is {@code localhost}.
		 * @param domain the domainpart of the JIDs of accounts
		 * @return this builder
		 */
		public Builder domain(String domain) {
			Assert.hasText(domain, "'domain' must not be empty");
			this.domain = domain;
			return this;
		}

		/**
		 * Sets where to listen. Default is the loopback address: whoever can connect may
		 * be able to log in.
		 * @param bindAddress a local address
		 * @return this builder
		 */
		public Builder bindAddress(InetAddress bindAddress) {
			Assert.notNull(bindAddress, "'bindAddress' must not be null");
			this.bindAddress = bindAddress;
			return this;
		}

		/**
		 * Sets the port for clients. Default is 0.
		 * @param port a TCP port, 0 for any that is free
		 * @return this builder
		 */
		public Builder port(int port) {
			Assert.isTrue(port >= 0 && port <= 65535, "'port' must be between 0 and 65535");
			this.port = port;
			return this;
		}

		/**
		 * Sets the port for components (XEP-0114). Default is -1.
		 * @param componentPort a TCP port, 0 for any that is free, -1 for none
		 * @return this builder
		 */
		public Builder componentPort(int componentPort) {
			Assert.isTrue(componentPort >= -1 && componentPort <= 65535,
					"'componentPort' must be between -1 and 65535");
			this.componentPort = componentPort;
			return this;
		}

		/**
		 * Adds a component that may connect. Stanzas to its domain go to it.
		 * @param domain the domain of the component, other than that of the server
		 * @param secret the secret with which it authenticates
		 * @return this builder
		 */
		public Builder component(String domain, String secret) {
			Assert.hasText(domain, "'domain' must not be empty");
			Assert.hasLength(secret, "'secret' must not be empty");
			this.components.put(domain, secret);
			return this;
		}

		/**
		 * Adds an account.
		 * @param local the localpart of its JID
		 * @param password the password
		 * @return this builder
		 */
		public Builder account(String local, String password) {
			Assert.hasLength(local, "'local' must not be empty");
			Assert.hasLength(password, "'password' must not be empty");
			this.accounts.put(local, password);
			return this;
		}

		/**
		 * Sets whether an account that does not exist comes into being at its first
		 * login. Default is {@code false}.
		 * @param newAccounts whether there may be new accounts
		 * @return this builder
		 */
		public Builder newAccounts(boolean newAccounts) {
			this.newAccounts = newAccounts;
			return this;
		}

		/**
		 * Sets the password of accounts that come into being at their first login. SCRAM
		 * needs it. Default is none: then the first login has to be by PLAIN, which shows
		 * the password over TLS, and whatever it shows is kept as the password.
		 * @param newAccountPassword the password, or {@code null} for none
		 * @return this builder
		 */
		public Builder newAccountPassword(@Nullable String newAccountPassword) {
			this.newAccountPassword = newAccountPassword;
			return this;
		}

		/**
		 * Sets whether clients have to use TLS before they log in. Default is
		 * {@code true}. If not, passwords may also be shown without TLS, but only on a
		 * loopback address.
		 * @param tlsRequired whether TLS is required or just offered
		 * @return this builder
		 */
		public Builder tlsRequired(boolean tlsRequired) {
			this.tlsRequired = tlsRequired;
			return this;
		}

		/**
		 * Sets what to take from peers. Default are
		 * {@link XmlLimits#BEFORE_AUTHENTICATION} and {@link XmlLimits#DEFAULT}.
		 * @param beforeAuthentication the limits for peers that are not authenticated
		 * @param authenticated the limits for peers that are
		 * @return this builder
		 */
		public Builder limits(XmlLimits beforeAuthentication, XmlLimits authenticated) {
			Assert.notNull(beforeAuthentication, "'beforeAuthentication' must not be null");
			Assert.notNull(authenticated, "'authenticated' must not be null");
			this.limitsBefore = beforeAuthentication;
			this.limits = authenticated;
			return this;
		}

		/**
		 * Sets how long a stream may take from the TCP connection until it is ready.
		 * Default is 30 seconds.
		 * @param negotiationTimeout the time
		 * @return this builder
		 */
		public Builder negotiationTimeout(Duration negotiationTimeout) {
			Assert.isTrue(negotiationTimeout.toMillis() > 0, "'negotiationTimeout' must be positive");
			this.negotiationTimeout = negotiationTimeout;
			return this;
		}

		/**
		 * Sets how long hosted entities, and those they ask, may take to answer a
		 * request. Default is 30 seconds.
		 * @param exchangeTimeout the time
		 * @return this builder
		 */
		public Builder exchangeTimeout(Duration exchangeTimeout) {
			Assert.isTrue(exchangeTimeout.toMillis() > 0, "'exchangeTimeout' must be positive");
			this.exchangeTimeout = exchangeTimeout;
			return this;
		}

		/**
		 * Sets how many clients may be connected. Default is 10 000. Whoever comes then
		 * is refused with {@code resource-constraint}.
		 * @param maxSessions the most sessions
		 * @return this builder
		 */
		public Builder maxSessions(int maxSessions) {
			Assert.isTrue(maxSessions > 0, "'maxSessions' must be positive");
			this.maxSessions = maxSessions;
			return this;
		}

		/**
		 * Sets what happens when a resource is taken already. Default is
		 * {@link ConflictPolicy#END_EXISTING}.
		 * @param conflictPolicy the policy
		 * @return this builder
		 */
		public Builder conflictPolicy(ConflictPolicy conflictPolicy) {
			Assert.notNull(conflictPolicy, "'conflictPolicy' must not be null");
			this.conflictPolicy = conflictPolicy;
			return this;
		}

		/**
		 * Sets how long the session of a client that has lost its connection waits to be
		 * resumed (XEP-0198); a client can ask for less. Default is 60 seconds.
		 * @param resumptionTimeout the time, zero if sessions end with their connections
		 * @return this builder
		 */
		public Builder resumptionTimeout(Duration resumptionTimeout) {
			Assert.isTrue(!resumptionTimeout.isNegative(), "'resumptionTimeout' must not be negative");
			this.resumptionTimeout = resumptionTimeout;
			return this;
		}

		/**
		 * The finished server, not started.
		 * @return a new server
		 * @throws io.github.xmppspring.address.JidFormatException if a domain or the name
		 * of an account is not allowed in a JID
		 * @throws IllegalArgumentException if a component has the domain of the server
		 */
		public EmbeddedXmppServer build() {
			Jid domain = Jid.of(null, this.domain, null);
			Map<Jid, String> components = new LinkedHashMap<>();
			this.components.forEach((name, secret) -> components.put(Jid.of(null, name, null), secret));
			Assert.isTrue(!components.containsKey(domain), "A component must not have the domain of the server");
			ServerSettings settings = new ServerSettings(domain, this.bindAddress, this.port, this.componentPort,
					components, this.newAccounts, this.newAccountPassword, this.tlsRequired, this.limitsBefore,
					this.limits, this.negotiationTimeout, this.exchangeTimeout, this.maxSessions, this.conflictPolicy,
					this.resumptionTimeout);
			return new EmbeddedXmppServer(settings, this.accounts);
		}

	}

}
