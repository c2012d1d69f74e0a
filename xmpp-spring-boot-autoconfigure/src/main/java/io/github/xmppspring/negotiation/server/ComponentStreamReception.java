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
import java.util.function.Function;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.codec.StreamErrorHandler;
import io.github.xmppspring.codec.XmppPipeline;
import io.github.xmppspring.stanza.StanzaIds;
import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.xml.XmlLimits;
import io.netty.channel.ChannelPipeline;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * How streams of components are accepted (XEP-0114): without TLS, by a secret for each
 * domain.
 * <p>
 * Immutable; one object serves any number of streams.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class ComponentStreamReception {

	/** Who knows the id of a stream can do harm. */
	private static final int ID_BYTES = 18;

	private final StanzaIds ids = new StanzaIds(ID_BYTES);

	private final Function<Jid, @Nullable String> secrets;

	private final ComponentBinder binder;

	private final XmlLimits limits;

	private final XmlLimits authenticatedLimits;

	private final Duration timeout;

	private ComponentStreamReception(Builder builder) {
		this.secrets = builder.secrets;
		this.binder = builder.binder;
		this.limits = builder.limits;
		this.authenticatedLimits = builder.authenticatedLimits;
		this.timeout = builder.timeout;
	}

	/**
	 * Starts the settings for streams of components.
	 * @param secrets gives the secret of a domain, {@code null} if there is no component
	 * of this domain; asked on the event loop of the channel
	 * @param binder what gives the components their domains
	 * @return a builder
	 */
	public static Builder builder(Function<Jid, @Nullable String> secrets, ComponentBinder binder) {
		return new Builder(secrets, binder);
	}

	/**
	 * Puts everything into the pipeline of an accepted channel that it takes to negotiate
	 * a stream.
	 * @param pipeline an empty pipeline
	 * @param listener who is told about the end of the negotiation
	 */
	public void initialize(ChannelPipeline pipeline, StreamReceptionListener listener) {
		XmppPipeline.addCodec(pipeline, Namespaces.COMPONENT_ACCEPT, this.limits);
		pipeline.addLast(XmppPipeline.NEGOTIATION, new ComponentReceptionHandler(this, listener));
		pipeline.addLast(XmppPipeline.STREAM_ERRORS, new StreamErrorHandler());
	}

	StanzaIds ids() {
		return this.ids;
	}

	@Nullable String secret(Jid component) {
		return this.secrets.apply(component);
	}

	ComponentBinder binder() {
		return this.binder;
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

		private final Function<Jid, @Nullable String> secrets;

		private final ComponentBinder binder;

		private XmlLimits limits = XmlLimits.BEFORE_AUTHENTICATION;

		private XmlLimits authenticatedLimits = XmlLimits.DEFAULT;

		private Duration timeout = Duration.ofSeconds(30);

		private Builder(Function<Jid, @Nullable String> secrets, ComponentBinder binder) {
			Assert.notNull(secrets, "'secrets' must not be null");
			Assert.notNull(binder, "'binder' must not be null");
			this.secrets = secrets;
			this.binder = binder;
		}

		/**
		 * How much is taken from components. Default:
		 * {@link XmlLimits#BEFORE_AUTHENTICATION} and {@link XmlLimits#DEFAULT}.
		 * @param before the limits before the handshake
		 * @param after the limits after the handshake
		 * @return this builder
		 */
		public Builder limits(XmlLimits before, XmlLimits after) {
			this.limits = before;
			this.authenticatedLimits = after;
			return this;
		}

		/**
		 * How long a component may take from the open connection to the end of the
		 * handshake. Default: 30 seconds.
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
		 */
		public ComponentStreamReception build() {
			return new ComponentStreamReception(this);
		}

	}

}
