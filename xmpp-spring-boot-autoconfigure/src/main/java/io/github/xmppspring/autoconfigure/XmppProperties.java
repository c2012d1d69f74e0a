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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.context.ConnectMode;
import io.github.xmppspring.negotiation.client.TlsMode;
import io.github.xmppspring.xml.XmlLimits;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Properties of the XMPP support.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@ConfigurationProperties("xmpp")
public class XmppProperties {

	/**
	 * Whether to enable XMPP.
	 */
	private boolean enabled = true;

	/**
	 * Whether the application is a 'client' of the server or a 'component' (XEP-0114).
	 */
	private XmppMode mode = XmppMode.CLIENT;

	/**
	 * JID of the account to log in to. Its resource, if any, is the one to ask for; a
	 * domain alone stands for a temporary account. For a component, its domain.
	 */
	private @Nullable Jid jid;

	/**
	 * Name to authenticate with if it is not the localpart of the JID.
	 */
	private @Nullable String username;

	/**
	 * Password of the account, or the secret that a component shares with the server.
	 */
	private @Nullable String password;

	/**
	 * Host to connect to. By default, it is looked up by the domain of the JID.
	 */
	private @Nullable String host;

	/**
	 * Port to connect to. By default, the one that was looked up with the host, or the
	 * usual one for the mode and the SSL mode.
	 */
	private @Nullable Integer port;

	/**
	 * Whether the application starts without a connection ('background') or waits for it
	 * and fails if there is none ('fail-fast').
	 */
	private ConnectMode connectMode = ConnectMode.BACKGROUND;

	/**
	 * Time within which a TCP connection must be open.
	 */
	private Duration connectTimeout = Duration.ofSeconds(10);

	/**
	 * Time that TLS, login and resource binding may take together.
	 */
	private Duration negotiationTimeout = Duration.ofSeconds(30);

	private final Ssl ssl = new Ssl();

	private final Sasl sasl = new Sasl();

	private final Reconnect reconnect = new Reconnect();

	private final Keepalive keepalive = new Keepalive();

	private final Limits limits = new Limits();

	private final Shutdown shutdown = new Shutdown();

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public XmppMode getMode() {
		return this.mode;
	}

	public void setMode(XmppMode mode) {
		this.mode = mode;
	}

	public @Nullable Jid getJid() {
		return this.jid;
	}

	public void setJid(@Nullable Jid jid) {
		this.jid = jid;
	}

	public @Nullable String getUsername() {
		return this.username;
	}

	public void setUsername(@Nullable String username) {
		this.username = username;
	}

	public @Nullable String getPassword() {
		return this.password;
	}

	public void setPassword(@Nullable String password) {
		this.password = password;
	}

	public @Nullable String getHost() {
		return this.host;
	}

	public void setHost(@Nullable String host) {
		this.host = host;
	}

	public @Nullable Integer getPort() {
		return this.port;
	}

	public void setPort(@Nullable Integer port) {
		this.port = port;
	}

	public ConnectMode getConnectMode() {
		return this.connectMode;
	}

	public void setConnectMode(ConnectMode connectMode) {
		this.connectMode = connectMode;
	}

	public Duration getConnectTimeout() {
		return this.connectTimeout;
	}

	public void setConnectTimeout(Duration connectTimeout) {
		this.connectTimeout = connectTimeout;
	}

	public Duration getNegotiationTimeout() {
		return this.negotiationTimeout;
	}

	public void setNegotiationTimeout(Duration negotiationTimeout) {
		this.negotiationTimeout = negotiationTimeout;
	}

	public Ssl getSsl() {
		return this.ssl;
	}

	public Sasl getSasl() {
		return this.sasl;
	}

	public Reconnect getReconnect() {
		return this.reconnect;
	}

	public Keepalive getKeepalive() {
		return this.keepalive;
	}

	public Limits getLimits() {
		return this.limits;
	}

	public Shutdown getShutdown() {
		return this.shutdown;
	}

	/**
	 * TLS.
	 */
	public static class Ssl {

		/**
		 * How TLS gets on the connection: 'starttls', 'direct' or 'disabled'. By default,
		 * by STARTTLS, or for a component, not at all.
		 */
		private @Nullable TlsMode mode;

		/**
		 * Name of the SSL bundle with the certificates to trust and the keys to use. By
		 * default, those of the JDK.
		 */
		private @Nullable String bundle;

		/**
		 * Whether TLS may be disabled although the server is on another machine.
		 * Everybody on the way can then read and change everything.
		 */
		private boolean allowRemotePlaintext = false;

		public @Nullable TlsMode getMode() {
			return this.mode;
		}

		public void setMode(@Nullable TlsMode mode) {
			this.mode = mode;
		}

		public @Nullable String getBundle() {
			return this.bundle;
		}

		public void setBundle(@Nullable String bundle) {
			this.bundle = bundle;
		}

		public boolean isAllowRemotePlaintext() {
			return this.allowRemotePlaintext;
		}

		public void setAllowRemotePlaintext(boolean allowRemotePlaintext) {
			this.allowRemotePlaintext = allowRemotePlaintext;
		}

	}

	/**
	 * Authentication.
	 */
	public static class Sasl {

		/**
		 * SASL mechanisms that may be used, the preferred one first. By default, the
		 * SCRAM mechanisms, after EXTERNAL if the SSL bundle has a key, or ANONYMOUS if
		 * the JID is a domain. PLAIN is only used over TLS.
		 */
		private List<String> mechanisms = new ArrayList<>();

		public List<String> getMechanisms() {
			return this.mechanisms;
		}

		public void setMechanisms(List<String> mechanisms) {
			this.mechanisms = mechanisms;
		}

	}

	/**
	 * Attempts to connect after the first.
	 */
	public static class Reconnect {

		/**
		 * Whether to connect again after the connection was lost or could not be opened.
		 */
		private boolean enabled = true;

		/**
		 * Time before the first further attempt.
		 */
		private Duration initialInterval = Duration.ofSeconds(1);

		/**
		 * Growth of the time from one attempt to the next.
		 */
		private double multiplier = 2;

		/**
		 * Maximum time between attempts.
		 */
		private Duration maxInterval = Duration.ofMinutes(2);

		/**
		 * Maximum by which the first interval is varied at random. Later intervals are
		 * varied in proportion.
		 */
		private Duration jitter = Duration.ofMillis(500);

		public boolean isEnabled() {
			return this.enabled;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

		public Duration getInitialInterval() {
			return this.initialInterval;
		}

		public void setInitialInterval(Duration initialInterval) {
			this.initialInterval = initialInterval;
		}

		public double getMultiplier() {
			return this.multiplier;
		}

		public void setMultiplier(double multiplier) {
			this.multiplier = multiplier;
		}

		public Duration getMaxInterval() {
			return this.maxInterval;
		}

		public void setMaxInterval(Duration maxInterval) {
			this.maxInterval = maxInterval;
		}

		public Duration getJitter() {
			return this.jitter;
		}

		public void setJitter(Duration jitter) {
			this.jitter = jitter;
		}

	}

	/**
	 * How a dead connection is noticed.
	 */
	public static class Keepalive {

		/**
		 * Time without anything from the server after which it is pinged.
		 */
		private Duration interval = Duration.ofSeconds(60);

		/**
		 * Time within which something must come after the ping, or the connection is
		 * given up.
		 */
		private Duration timeout = Duration.ofSeconds(25);

		public Duration getInterval() {
			return this.interval;
		}

		public void setInterval(Duration interval) {
			this.interval = interval;
		}

		public Duration getTimeout() {
			return this.timeout;
		}

		public void setTimeout(Duration timeout) {
			this.timeout = timeout;
		}

	}

	/**
	 * How much is taken from the server after login.
	 */
	public static class Limits {

		private static final DataSize MAX_STANZA_SIZE = DataSize.ofBytes(Integer.MAX_VALUE);

		/**
		 * Maximum size of a stanza from the server.
		 */
		private DataSize stanzaSize = DataSize.ofKilobytes(512);

		/**
		 * Maximum depth of the elements of a stanza.
		 */
		private int depth = 64;

		/**
		 * Maximum number of attributes of an element.
		 */
		private int attributes = 64;

		/**
		 * Maximum number of characters of an attribute value.
		 */
		private int attributeSize = 65_536;

		/**
		 * Maximum number of characters of a text.
		 */
		private int textLength = 524_288;

		public DataSize getStanzaSize() {
			return this.stanzaSize;
		}

		public void setStanzaSize(DataSize stanzaSize) {
			this.stanzaSize = stanzaSize;
		}

		public int getDepth() {
			return this.depth;
		}

		public void setDepth(int depth) {
			this.depth = depth;
		}

		public int getAttributes() {
			return this.attributes;
		}

		public void setAttributes(int attributes) {
			this.attributes = attributes;
		}

		public int getAttributeSize() {
			return this.attributeSize;
		}

		public void setAttributeSize(int attributeSize) {
			this.attributeSize = attributeSize;
		}

		public int getTextLength() {
			return this.textLength;
		}

		public void setTextLength(int textLength) {
			this.textLength = textLength;
		}

		/**
		 * What to take from a peer that is authenticated.
		 * @return the limits
		 * @throws org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException
		 * if one makes no sense
		 */
		public XmlLimits toXmlLimits() {
			DataSize size = this.stanzaSize;
			PropertyChecks.require(size.toBytes() > 0 && size.compareTo(MAX_STANZA_SIZE) <= 0,
					"xmpp.limits.stanza-size", size, "It must be positive and less than 2GB",
					"Set 'xmpp.limits.stanza-size' to a size such as '512KB'.");
			return new XmlLimits((int) size.toBytes(), PropertyChecks.positive("xmpp.limits.depth", this.depth),
					PropertyChecks.positive("xmpp.limits.attributes", this.attributes),
					PropertyChecks.positive("xmpp.limits.attribute-size", this.attributeSize),
					PropertyChecks.positive("xmpp.limits.text-length", this.textLength));
		}

	}

	/**
	 * How the connection ends with the application.
	 */
	public static class Shutdown {

		/**
		 * Time that requests being handled may take to be answered when the application
		 * stops, and then callbacks and listeners to end.
		 */
		private Duration drainTimeout = Duration.ofSeconds(10);

		/**
		 * Time to wait for the server to close its side of the stream.
		 */
		private Duration closeTimeout = Duration.ofSeconds(2);

		public Duration getDrainTimeout() {
			return this.drainTimeout;
		}

		public void setDrainTimeout(Duration drainTimeout) {
			this.drainTimeout = drainTimeout;
		}

		public Duration getCloseTimeout() {
			return this.closeTimeout;
		}

		public void setCloseTimeout(Duration closeTimeout) {
			this.closeTimeout = closeTimeout;
		}

	}

}
