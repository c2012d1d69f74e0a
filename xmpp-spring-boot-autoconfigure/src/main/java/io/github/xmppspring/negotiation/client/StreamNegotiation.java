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

package io.github.xmppspring.negotiation.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.codec.StreamErrorHandler;
import io.github.xmppspring.codec.XmppPipeline;
import io.github.xmppspring.negotiation.NegotiationListener;
import io.github.xmppspring.negotiation.NegotiationPlan;
import io.github.xmppspring.negotiation.ServerService;
import io.github.xmppspring.negotiation.StreamFeature;
import io.github.xmppspring.negotiation.StreamInitiation;
import io.github.xmppspring.negotiation.StreamMilestone;
import io.github.xmppspring.negotiation.StreamNegotiationHandler;
import io.github.xmppspring.sasl.SaslCredentials;
import io.github.xmppspring.sasl.SaslMechanisms;
import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.xml.XmlLimits;
import io.netty.channel.ChannelPipeline;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * How the streams of one account are negotiated: TLS, authentication, resource binding.
 * Immutable, so it serves for all connections of the account.
 * <p>
 * The account is a JID, whose resource is the one to ask for. A JID that is nothing but a
 * domain asks for a temporary account on it ({@code ANONYMOUS}).
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class StreamNegotiation implements StreamInitiation {

	private final Jid account;

	private final TlsMode tlsMode;

	private final StreamOpening opening;

	private final NegotiationPlan plan;

	private StreamNegotiation(Builder builder) {
		this.account = builder.account;
		this.tlsMode = builder.tlsSettings.mode();
		this.opening = StreamOpening.forClient(builder.tlsSettings, builder.account, builder.plaintextOffLoopback);
		this.plan = new NegotiationPlan(Namespaces.CLIENT,
				(builder.account.local() == null) ? null : builder.account.bare().toString(), builder.account.domain(),
				this.opening::negotiate, features(builder), builder.limits, builder.authenticatedLimits,
				builder.timeout);
	}

	private List<StreamFeature> features(Builder builder) {
		List<StreamFeature> features = new ArrayList<>(builder.features);
		ClientTls tls = this.opening.tls();
		if (this.tlsMode == TlsMode.STARTTLS && tls != null) {
			features.add(new StartTls(tls));
		}
		Set<StreamMilestone> needs = (this.tlsMode != TlsMode.DISABLED) ? Set.of(StreamMilestone.SECURE) : Set.of();
		features.add(new SaslAuthentication(needs, builder.saslMechanisms(), credentials(builder), builder.executor));
		features.add(new ResourceBinding(builder.account.resource()));
		features.add(new LegacySession());
		return features;
	}

	private static Supplier<SaslCredentials> credentials(Builder builder) {
		Jid account = builder.account;
		String identity = builder.identity;
		Supplier<@Nullable String> password = builder.password;
		return () -> new SaslCredentials(account, identity, password.get());
	}

	/**
	 * Starts the settings for an account.
	 * @param account the JID to log in to; its resource is the one to ask for
	 * @return a builder
	 */
	public static Builder builder(Jid account) {
		return new Builder(account);
	}

	/**
	 * The account to log in to.
	 * @return the JID, with the resource to ask for if there is one
	 */
	@Override
	public Jid account() {
		return this.account;
	}

	@Override
	public String contentNamespace() {
		return this.plan.contentNamespace();
	}

	@Override
	public ServerService service() {
		return (this.tlsMode == TlsMode.DIRECT) ? ServerService.CLIENT_DIRECT_TLS : ServerService.CLIENT;
	}

	/**
	 * How TLS gets on the streams.
	 * @return the mode
	 */
	public TlsMode tlsMode() {
		return this.tlsMode;
	}

	@Override
	public void initialize(ChannelPipeline pipeline, NegotiationListener listener) {
		XmppPipeline.addCodec(pipeline, this.plan.contentNamespace(), this.plan.limits());
		this.opening.addSsl(pipeline);
		pipeline.addLast(XmppPipeline.NEGOTIATION, new StreamNegotiationHandler(this.plan, listener));
		pipeline.addLast(XmppPipeline.STREAM_ERRORS, new StreamErrorHandler());
	}

	/**
	 * Collects the settings.
	 */
	public static final class Builder {

		private final Jid account;

		private TlsSettings tlsSettings = TlsSettings.of(TlsMode.STARTTLS);

		private boolean plaintextOffLoopback;

		private @Nullable String identity;

		private Supplier<@Nullable String> password = () -> null;

		private @Nullable SaslMechanisms mechanisms;

		private Executor executor = ForkJoinPool.commonPool();

		private XmlLimits limits = XmlLimits.BEFORE_AUTHENTICATION;

		private XmlLimits authenticatedLimits = XmlLimits.DEFAULT;

		private Duration timeout = Duration.ofSeconds(30);

		private final List<StreamFeature> features = new ArrayList<>();

		private Builder(Jid account) {
			Assert.notNull(account, "'account' must not be null");
			this.account = account;
		}

		/**
		 * How TLS is done. Default: STARTTLS with the certificates that the JDK trusts.
		 * @param tls the settings
		 * @return this builder
		 */
		public Builder tls(TlsSettings tls) {
			this.tlsSettings = tls;
			return this;
		}

		/**
		 * Whether {@link TlsMode#DISABLED} is also meant for servers on other machines.
		 * Default: {@code false}.
		 * @param allowed whether others may read and change everything
		 * @return this builder
		 */
		public Builder plaintextOffLoopback(boolean allowed) {
			this.plaintextOffLoopback = allowed;
			return this;
		}

		/**
		 * Authenticates with another name than the localpart of the account.
		 * @param identity the authentication identity, or {@code null} for the localpart
		 * @return this builder
		 */
		public Builder authenticationIdentity(@Nullable String identity) {
			this.identity = identity;
			return this;
		}

		/**
		 * The password.
		 * @param password the password, or {@code null} for none
		 * @return this builder
		 */
		public Builder password(@Nullable String password) {
			return password(() -> password);
		}

		/**
		 * Where the password comes from. It is asked for at each login, on the executor.
		 * @param password a supplier of the password
		 * @return this builder
		 */
		public Builder password(Supplier<@Nullable String> password) {
			this.password = password;
			return this;
		}

		/**
		 * The SASL mechanisms that may be used, the preferred one first. By default the
		 * {@linkplain SaslMechanisms#defaults SCRAM ones}, with {@code EXTERNAL} before
		 * them if there is a client key.
		 * @param mechanisms the names, or none for the default
		 * @return this builder
		 * @throws IllegalArgumentException if a mechanism is not known
		 */
		public Builder mechanisms(Collection<String> mechanisms) {
			this.mechanisms = mechanisms.isEmpty() ? null : new SaslMechanisms(List.copyOf(mechanisms));
			return this;
		}

		/**
		 * Where credentials are asked for and keys derived from passwords, which takes
		 * from milliseconds to seconds. Default: the common pool.
		 * @param executor an executor other than the event loop
		 * @return this builder
		 */
		public Builder executor(Executor executor) {
			this.executor = executor;
			return this;
		}

		/**
		 * How much is taken from the server. Default:
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
		 * How long the negotiation may take, from the open connection to the bound
		 * stream. Default: 30 seconds.
		 * @param timeout a positive duration
		 * @return this builder
		 */
		public Builder timeout(Duration timeout) {
			this.timeout = timeout;
			return this;
		}

		/**
		 * Negotiates a further feature. Such features are asked before the built-in ones.
		 * @param feature the feature
		 * @return this builder
		 */
		public Builder feature(StreamFeature feature) {
			this.features.add(feature);
			return this;
		}

		private SaslMechanisms saslMechanisms() {
			return (this.mechanisms != null) ? this.mechanisms
					: SaslMechanisms.defaults(this.account.local() == null, this.tlsSettings.hasClientKey());
		}

		/**
		 * The finished settings.
		 * @return a new negotiation
		 * @throws IllegalArgumentException if the TLS settings cannot be used
		 */
		public StreamNegotiation build() {
			return new StreamNegotiation(this);
		}

	}

}
