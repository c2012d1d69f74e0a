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

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.codec.XmppPipeline;
import io.github.xmppspring.negotiation.Negotiation;
import io.github.xmppspring.negotiation.StreamContext;
import io.netty.channel.ChannelPipeline;
import org.jspecify.annotations.Nullable;

/**
 * What comes before the first stream header: TLS, or the decision to do without.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class StreamOpening {

	private final TlsMode mode;

	private final @Nullable ClientTls tls;

	private final boolean localOnly;

	private StreamOpening(TlsMode mode, @Nullable ClientTls tls, boolean localOnly) {
		this.mode = mode;
		this.tls = tls;
		this.localOnly = localOnly;
	}

	static StreamOpening forClient(TlsSettings settings, Jid domain, boolean plaintextOffLoopback) {
		return create(settings, domain, plaintextOffLoopback, ClientTls.ALPN);
	}

	/**
	 * The opening of streams of a component, for which no application protocol is
	 * registered.
	 * @param settings how TLS is done, which must not be by STARTTLS
	 * @param component the component, for which the certificate must be
	 * @param plaintextOffLoopback whether TLS may be missing to other machines
	 * @return the opening
	 * @throws IllegalArgumentException if the TLS settings cannot be used
	 */
	public static StreamOpening forComponent(TlsSettings settings, Jid component, boolean plaintextOffLoopback) {
		if (settings.mode() == TlsMode.STARTTLS) {
			throw new IllegalArgumentException("Streams of components have no STARTTLS");
		}
		return create(settings, component, plaintextOffLoopback, null);
	}

	private static StreamOpening create(TlsSettings settings, Jid domain, boolean plaintextOffLoopback,
			@Nullable String protocol) {
		TlsMode mode = settings.mode();
		return new StreamOpening(mode, (mode != TlsMode.DISABLED) ? new ClientTls(settings, domain, protocol) : null,
				mode == TlsMode.DISABLED && !plaintextOffLoopback);
	}

	@Nullable ClientTls tls() {
		return this.tls;
	}

	/**
	 * Adds TLS to a pipeline that has the codec, if the connection begins with it.
	 * @param pipeline the pipeline
	 */
	public void addSsl(ChannelPipeline pipeline) {
		if (this.mode == TlsMode.DIRECT && this.tls != null) {
			XmppPipeline.addSsl(pipeline, this.tls.newHandler(pipeline.channel().alloc()));
		}
	}

	/**
	 * The step on one stream.
	 * @param stream the stream
	 * @return the negotiation, not yet begun
	 */
	public Negotiation negotiate(StreamContext stream) {
		return (this.mode == TlsMode.DIRECT && this.tls != null) ? new DirectTls(this.tls, stream)
				: new TcpOpening(stream, this.localOnly);
	}

}
