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

package io.github.xmppspring.negotiation.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;

import javax.net.ssl.KeyManagerFactory;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.codec.StreamErrorHandler;
import io.github.xmppspring.codec.XmppPipeline;
import io.github.xmppspring.sasl.SaslAccounts;
import io.github.xmppspring.sasl.SaslErrorCondition;
import io.github.xmppspring.sasl.SaslServerMechanisms;
import io.github.xmppspring.stanza.StanzaIds;
import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.XmlLimits;
import io.netty.channel.ChannelPipeline;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * How streams of clients are accepted: TLS, authentication and resource binding. The twin
 * of {@link io.github.xmppspring.negotiation.client.StreamNegotiation}.
 * <p>
 * Immutable; one object serves any number of streams.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class ClientStreamReception {

	/** Who knows the id of a stream can do harm. */
	private static final int ID_BYTES = 18;

	private final StanzaIds ids = new StanzaIds(ID_BYTES);

	private final Set<Jid> domains;

	private final @Nullable ServerTls tls;

	private final boolean tlsRequired;

	private final boolean plaintextPasswords;

	private final SaslServerMechanisms mechanisms;

	private final ResourceBinder binder;

	private final @Nullable StreamResumer resumer;

	private final Function<Jid, @Nullable SaslErrorCondition> refusal;

	private final List<Element> features;

	private final Executor executor;

	private final XmlLimits limits;

	private final XmlLimits authenticatedLimits;

	private final Duration timeout;

	private ClientStreamReception(Builder builder) {
		Assert.notEmpty(builder.domains, "There must be a domain");
		this.domains = new LinkedHashSet<>(builder.domains);
		this.tls = (builder.keys != null) ? new ServerTls(builder.keys) : null;
		this.tlsRequired = this.tls != null && builder.tlsRequired;
		this.plaintextPasswords = builder.plaintextPasswords;
		this.mechanisms = new SaslServerMechanisms(builder.mechanisms, builder.accounts);
		this.binder = builder.binder;
		this.resumer = builder.resumer;
		this.refusal = builder.refusal;
		this.features = List.copyOf(builder.features);
		this.executor = builder.executor;
		this.limits = builder.limits;
		this.authenticatedLimits = builder.authenticatedLimits;
		this.timeout = builder.timeout;
	}

	/**
	 * Starts the settings for streams of clients.
	 * @param accounts who may log in
	 * @param binder what gives the clients their full JIDs
	 * @return a builder, which still needs a {@linkplain Builder#domains domain}
	 */
	public static Builder builder(SaslAccounts accounts, ResourceBinder binder) {
		return new Builder(accounts, binder);
	}

	/**
	 * Puts everything into the pipeline of an accepted channel that it takes to negotiate
	 * a stream.
	 * @param pipeline an empty pipeline
	 * @param listener who is told about the end of the negotiation
	 */
	public void initialize(ChannelPipeline pipeline, StreamReceptionListener listener) {
		XmppPipeline.addCodec(pipeline, Namespaces.CLIENT, this.limits);
		pipeline.addLast(XmppPipeline.NEGOTIATION, new ClientReceptionHandler(this, listener));
		pipeline.addLast(XmppPipeline.STREAM_ERRORS, new StreamErrorHandler());
	}

	StanzaIds ids() {
		return this.ids;
	}

	Set<Jid> domains() {
		return this.domains;
	}

	@Nullable ServerTls tls() {
		return this.tls;
	}

	boolean isTlsRequired() {
		return this.tlsRequired;
	}

	boolean hasPlaintextPasswords() {
		return this.plaintextPasswords;
	}

	SaslServerMechanisms mechanisms() {
		return this.mechanisms;
	}

	ResourceBinder binder() {
		return this.binder;
	}

	@Nullable StreamResumer resumer() {
		return this.resumer;
	}

	@Nullable SaslErrorCondition refusal(Jid account) {
		return this.refusal.apply(account);
	}

	List<Element> features() {
		return this.features;
	}

	Executor executor() {
		return this.executor;
	}

	XmlLimits limits() {
		return this.limits;
	}

	XmlLimits authenticatedLimits() {
		return this.authenticatedLimits;
	}

	Duration timeout() {
		return this.timeout;
	}

	/**
	 * Collects the settings.
	 */
	public static final class Builder {

		private final SaslAccounts accounts;

		private final ResourceBinder binder;

		private final List<Jid> domains = new ArrayList<>();

		private @Nullable KeyManagerFactory keys;

		private boolean tlsRequired = true;

		private boolean plaintextPasswords;

		private List<String> mechanisms = SaslServerMechanisms.defaults();

		private @Nullable StreamResumer resumer;

		private Function<Jid, @Nullable SaslErrorCondition> refusal = (account) -> null;

		private final List<Element> features = new ArrayList<>();

		private Executor executor = ForkJoinPool.commonPool();

		private XmlLimits limits = XmlLimits.BEFORE_AUTHENTICATION;

		private XmlLimits authenticatedLimits = XmlLimits.DEFAULT;

		private Duration timeout = Duration.ofSeconds(30);

		private Builder(SaslAccounts accounts, ResourceBinder binder) {
			Assert.notNull(accounts, "'accounts' must not be null");
			Assert.notNull(binder, "'binder' must not be null");
			this.accounts = accounts;
			this.binder = binder;
		}

		/**
		 * Which domains the accounts have. The first one also speaks to clients that want
		 * another domain.
		 * @param domains one or more domains
		 * @return this builder
		 */
		public Builder domains(Jid... domains) {
			for (Jid domain : domains) {
				Assert.isTrue(domain.isDomain(), "'domains' must be without localpart and resource");
				this.domains.add(domain);
			}
			return this;
		}

		/**
		 * Offers TLS. Default: none.
		 * @param keys the key and certificate of the server, or {@code null} for no TLS
		 * @return this builder
		 * @throws IllegalArgumentException from {@link #build()}, if the key cannot be
		 * used
		 */
		public Builder tls(@Nullable KeyManagerFactory keys) {
			this.keys = keys;
			return this;
		}

		/**
		 * Whether clients must use TLS if it is offered. Default: {@code true}.
		 * @param required whether nobody can log in without TLS
		 * @return this builder
		 */
		public Builder tlsRequired(boolean required) {
			this.tlsRequired = required;
			return this;
		}

		/**
		 * Whether {@code PLAIN} is offered without TLS. Default: {@code false}.
		 * @param allowed whether anybody on the way may read passwords
		 * @return this builder
		 */
		public Builder plaintextPasswords(boolean allowed) {
			this.plaintextPasswords = allowed;
			return this;
		}

		/**
		 * The SASL mechanisms to offer, in the order in which they are named. Default:
		 * {@link SaslServerMechanisms#defaults()}.
		 * @param mechanisms the names
		 * @return this builder
		 * @throws IllegalArgumentException from {@link #build()}, if there is none or one
		 * is not known
		 */
		public Builder mechanisms(Collection<String> mechanisms) {
			this.mechanisms = List.copyOf(mechanisms);
			return this;
		}

		/**
		 * Offers stream management (XEP-0198). Sessions that a client wants to resume are
		 * asked for; to count stanzas is left to what takes the streams. Default: none.
		 * @param resumer what knows the sessions, or {@code null} for no stream
		 * management
		 * @return this builder
		 */
		public Builder resumer(@Nullable StreamResumer resumer) {
			this.resumer = resumer;
			return this;
		}

		/**
		 * Refuses clients whose credentials are right. Asked on the event loop of the
		 * channel. Default: nobody.
		 * @param refusal gives the reason for a bare JID, or {@code null} to let the
		 * client in
		 * @return this builder
		 */
		public Builder refusal(Function<Jid, @Nullable SaslErrorCondition> refusal) {
			this.refusal = refusal;
			return this;
		}

		/**
		 * Names a further feature on authenticated streams, which has no part in the
		 * negotiation.
		 * @param feature a child of {@code <stream:features/>}
		 * @return this builder
		 */
		public Builder feature(Element feature) {
			this.features.add(feature);
			return this;
		}

		/**
		 * Where passwords are looked up and keys derived from them, which takes
		 * milliseconds. Default: the common pool.
		 * @param executor an executor other than the event loop
		 * @return this builder
		 */
		public Builder executor(Executor executor) {
			this.executor = executor;
			return this;
		}

		/**
		 * How much is taken from clients. Default:
		 * {@link XmlLimits#BEFORE_AUTHENTICATION} and {@link XmlLimits#DEFAULT}.
		 * @param before the limits before authentication
		 * @param after the limits after authentication
		 * @return this builder
		 */
		public Builder limits(XmlLimits before, XmlLimits after) {
			this.limits = before;
			this.authenticatedLimits = after;
			return this;
		}

		/**
		 * How long a client may take from the open connection to the bound resource.
		 * Default: 30 seconds.
		 * @param timeout a positive duration
		 * @return this builder
		 */
		public Builder timeout(Duration timeout) {
			Assert.isTrue(timeout.compareTo(Duration.ZERO) > 0, "'timeout' must be positive");
			this.timeout = timeout;
			return this;
		}

		/**
		 * The finished settings.
		 * @return a new reception
		 * @throws IllegalArgumentException if the key or the mechanisms cannot be used
		 */
		public ClientStreamReception build() {
			return new ClientStreamReception(this);
		}

	}

}
