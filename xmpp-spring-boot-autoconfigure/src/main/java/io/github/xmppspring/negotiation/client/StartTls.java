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

import java.util.Set;

import javax.xml.namespace.QName;

import io.github.xmppspring.codec.XmppPipeline;
import io.github.xmppspring.negotiation.Negotiation;
import io.github.xmppspring.negotiation.NegotiationException;
import io.github.xmppspring.negotiation.NegotiationStep;
import io.github.xmppspring.negotiation.StreamContext;
import io.github.xmppspring.negotiation.StreamFeature;
import io.github.xmppspring.negotiation.StreamMilestone;
import io.github.xmppspring.negotiation.TlsNegotiationException;
import io.github.xmppspring.negotiation.TlsNegotiationException.Reason;
import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.xml.Element;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslHandler;

/**
 * Upgrades the stream to TLS (RFC 6120, 5).
 *
 * @author XMPP for Spring Boot contributors
 */
final class StartTls implements StreamFeature {

	private static final QName NAME = new QName(Namespaces.TLS, "starttls");

	private final ClientTls tls;

	StartTls(ClientTls tls) {
		this.tls = tls;
	}

	@Override
	public QName name() {
		return NAME;
	}

	@Override
	public String step() {
		return NegotiationStep.TLS;
	}

	@Override
	public Set<StreamMilestone> needs() {
		return Set.of();
	}

	@Override
	public Set<StreamMilestone> forbids() {
		return Set.of(StreamMilestone.SECURE);
	}

	@Override
	public NegotiationException missing() {
		return new TlsNegotiationException(Reason.NOT_OFFERED, "The server does not offer STARTTLS", null);
	}

	@Override
	public Negotiation negotiate(StreamContext stream, Element offer) {
		return new Upgrade(this.tls, stream);
	}

	/**
	 * The upgrade of one stream.
	 */
	private record Upgrade(ClientTls tls, StreamContext stream) implements Negotiation {

		@Override
		public void start() {
			this.stream.send(Element.of(Namespaces.TLS, "starttls"));
		}

		@Override
		public void receive(Element element) {
			if (element.is(Namespaces.TLS, "proceed")) {
				proceed(this.stream.channel().pipeline());
			}
			else if (element.is(Namespaces.TLS, "failure")) {
				throw new TlsNegotiationException(Reason.REFUSED, "The server refused STARTTLS", null);
			}
			else {
				throw StreamContext.unexpected(element);
			}
		}

		private void proceed(ChannelPipeline pipeline) {
			if (XmppPipeline.unreadBytes(pipeline) > 0) {
				throw new TlsNegotiationException(Reason.UNPROTECTED_BYTES,
						"Bytes without protection followed the consent of the server to STARTTLS", null);
			}
			this.stream.endStream();
			SslHandler handler = this.tls.newHandler(this.stream.channel().alloc());
			XmppPipeline.addSsl(pipeline, handler);
			this.tls.complete(handler, this.stream);
		}

	}

}
