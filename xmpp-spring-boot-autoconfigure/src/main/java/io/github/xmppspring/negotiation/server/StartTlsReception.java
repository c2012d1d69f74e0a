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

import io.github.xmppspring.codec.XmppPipeline;
import io.github.xmppspring.negotiation.StreamMilestone;
import io.github.xmppspring.negotiation.TlsNegotiationException;
import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.xml.Element;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslHandler;
import org.jspecify.annotations.Nullable;

/**
 * Upgrades the stream to TLS (RFC 6120, 5). What follows {@code <starttls/>} without
 * waiting for the answer was sent without protection and would be taken for protected
 * (RFC 6120, 5.4.3.3), hence it ends the stream.
 *
 * @author XMPP for Spring Boot contributors
 */
final class StartTlsReception implements ReceptionStep {

	private static final Element PROCEED = Element.of(Namespaces.TLS, "proceed");

	private static final Element FAILURE = Element.of(Namespaces.TLS, "failure");

	private final StreamReceptionHandler stream;

	private final @Nullable ServerTls tls;

	private final boolean required;

	StartTlsReception(StreamReceptionHandler stream, @Nullable ServerTls tls, boolean required) {
		this.stream = stream;
		this.tls = tls;
		this.required = required;
	}

	@Override
	public @Nullable Element offer() {
		if (this.tls == null || !isEarly()) {
			return null;
		}
		Element.Builder offer = Element.builder(Namespaces.TLS, "starttls");
		return (this.required) ? offer.child(Element.of(Namespaces.TLS, "required")).build() : offer.build();
	}

	private boolean isEarly() {
		return !this.stream.progress().has(StreamMilestone.SECURE)
				&& !this.stream.progress().has(StreamMilestone.AUTHENTICATED);
	}

	@Override
	public boolean takes(Element element) {
		return element.is(Namespaces.TLS, "starttls") && !this.stream.progress().has(StreamMilestone.SECURE);
	}

	@Override
	public void receive(Element element) {
		ChannelPipeline pipeline = this.stream.channel().pipeline();
		if (this.tls == null || !isEarly()) {
			this.stream.send(FAILURE);
			throw new TlsNegotiationException(TlsNegotiationException.Reason.NOT_OFFERED,
					"The client asked for STARTTLS, which is not offered", null);
		}
		if (XmppPipeline.unreadBytes(pipeline) > 0) {
			throw StreamReceptionHandler.refusal(StreamErrorCondition.POLICY_VIOLATION,
					"Bytes without protection followed the request for STARTTLS");
		}
		this.stream.send(PROCEED);
		this.stream.endStream();
		SslHandler handler = this.tls.newHandler(this.stream.channel().alloc());
		XmppPipeline.addSsl(pipeline, handler);
		this.tls.complete(handler, this.stream);
	}

}
