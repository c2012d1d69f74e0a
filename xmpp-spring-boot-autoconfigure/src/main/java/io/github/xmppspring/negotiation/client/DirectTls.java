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

import io.github.xmppspring.negotiation.Negotiation;
import io.github.xmppspring.negotiation.StreamContext;
import io.github.xmppspring.xml.Element;
import io.netty.handler.ssl.SslHandler;

import org.springframework.util.Assert;

/**
 * Waits for TLS on a channel that begins with it (XEP-0368).
 *
 * @author XMPP for Spring Boot contributors
 */
final class DirectTls implements Negotiation {

	private final ClientTls tls;

	private final StreamContext stream;

	DirectTls(ClientTls tls, StreamContext stream) {
		this.tls = tls;
		this.stream = stream;
	}

	@Override
	public void start() {
		SslHandler handler = this.stream.channel().pipeline().get(SslHandler.class);
		Assert.state(handler != null, "The pipeline has no TLS");
		this.tls.complete(handler, this.stream);
	}

	@Override
	public void receive(Element element) {
		throw StreamContext.unexpected(element);
	}

}
