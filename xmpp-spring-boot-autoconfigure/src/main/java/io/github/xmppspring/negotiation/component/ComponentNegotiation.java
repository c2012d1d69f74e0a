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

package io.github.xmppspring.negotiation.component;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.codec.StreamErrorHandler;
import io.github.xmppspring.codec.XmppPipeline;
import io.github.xmppspring.negotiation.NegotiationListener;
import io.github.xmppspring.negotiation.NegotiationPlan;
import io.github.xmppspring.negotiation.ServerService;
import io.github.xmppspring.negotiation.StreamInitiation;
import io.github.xmppspring.negotiation.StreamNegotiationHandler;
import io.github.xmppspring.negotiation.client.StreamOpening;
import io.github.xmppspring.negotiation.client.TlsMode;
import io.github.xmppspring.negotiation.client.TlsSettings;
import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.xml.XmlLimits;
import io.netty.channel.ChannelPipeline;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * How the streams of one component are negotiated (XEP-0114). Immutable, so it serves for
 * all connections of the component.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class ComponentNegotiation implements StreamInitiation {

	private final Jid component;

	private final StreamOpening opening;

	private final NegotiationPlan plan;

	private ComponentNegotiation(Builder builder) {
		this.component = builder.component;
		this.opening = StreamOpening.forComponent(builder.tlsSettings, builder.component, builder.plaintextOffLoopback);
		this.plan = new NegotiationPlan(Namespaces.COMPONENT_ACCEPT, builder.component.toString(),
				this.opening::negotiate, new ComponentHandshake(builder.component, builder.secret, builder.executor),
				builder.limits, builder.timeout);
	}

	/**
	 * Starts the settings for a component.
	 * @param component the domain of the component
	 * @return a builder
	 * @throws IllegalArgumentException if the JID is more than a domain
	 */
	public static Builder builder(Jid component) {
		return new Builder(component);
	}

	/**
	 * The component.
	 * @return its domain
	 */
	@Override
	public Jid account() {
		return this.component;
	}

	@Override
	public String contentNamespace() {
		return this.plan.contentNamespace();
	}

	@Override
	public ServerService service() {
		return ServerService.COMPONENT;
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

		private final Jid component;

		private TlsSettings tlsSettings = TlsSettings.of(TlsMode.DISABLED);

		private boolean plaintextOffLoopback;

		private Supplier<@Nullable String> secret = () -> null;

		private Executor executor = ForkJoinPool.commonPool();

		private XmlLimits limits = XmlLimits.DEFAULT;

		private Duration timeout = Duration.ofSeconds(30);

		private Builder(Jid component) {
			Assert.notNull(component, "'component' must not be null");
			Assert.isTrue(component.isDomain(), "'component' must be a domain");
			this.component = component;
		}

		/**
		 * How TLS is done: from the first byte, or not at all, which is the default.
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
		 * The secret that the server shares with the component.
		 * @param secret the secret
		 * @return this builder
		 */
		public Builder secret(@Nullable String secret) {
			return secret(() -> secret);
		}

		/**
		 * Where the secret comes from. It is asked for at each handshake, on the
		 * executor.
		 * @param secret a supplier of the secret
		 * @return this builder
		 */
		public Builder secret(Supplier<@Nullable String> secret) {
			this.secret = secret;
			return this;
		}

		/**
		 * Where the secret is asked for, which may take a while. Default: the common
		 * pool.
		 * @param executor an executor other than the event loop
		 * @return this builder
		 */
		public Builder executor(Executor executor) {
			this.executor = executor;
			return this;
		}

		/**
		 * How much is taken from the server. Default: {@link XmlLimits#DEFAULT}. It is
		 * the same before and after the handshake, by which the server proves nothing.
		 * @param limits the limits
		 * @return this builder
		 */
		public Builder limits(XmlLimits limits) {
			this.limits = limits;
			return this;
		}

		/**
		 * How long the negotiation may take, from the open connection to the end of the
		 * handshake. Default: 30 seconds.
		 * @param timeout a positive duration
		 * @return this builder
		 */
		public Builder timeout(Duration timeout) {
			this.timeout = timeout;
			return this;
		}

		/**
		 * The finished settings.
		 * @return a new negotiation
		 * @throws IllegalArgumentException if the TLS settings cannot be used
		 */
		public ComponentNegotiation build() {
			return new ComponentNegotiation(this);
		}

	}

}
