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

import java.nio.channels.ClosedChannelException;
import java.security.GeneralSecurityException;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;

import io.github.xmppspring.negotiation.ConnectionClosedException;
import io.github.xmppspring.negotiation.NegotiationException;
import io.github.xmppspring.negotiation.TlsNegotiationException;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;

/**
 * TLS with the key of the server. Clients are not asked for certificates.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ServerTls {

	private static final String[] PROTOCOLS = { "TLSv1.3", "TLSv1.2" };

	/**
	 * How long closing waits for what is still to be written, which a dead peer never
	 * takes.
	 */
	private static final long CLOSE_TIMEOUT_MILLIS = 1000;

	private final SslContext context;

	ServerTls(KeyManagerFactory keys) {
		try {
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(keys.getKeyManagers(), new TrustManager[0], null);
			// the builder of Netty for servers tries out its handling of client
			// certificates first, which takes longer
			// than everything else at the start of a server
			this.context = new JdkSslContext(context, false, null, IdentityCipherSuiteFilter.INSTANCE, null,
					ClientAuth.NONE, PROTOCOLS, false);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalArgumentException("The key cannot be used for TLS", ex);
		}
	}

	SslHandler newHandler(ByteBufAllocator allocator) {
		SslHandler handler = this.context.newHandler(allocator);
		// the negotiation as a whole has a timeout
		handler.setHandshakeTimeoutMillis(0);
		handler.setCloseNotifyFlushTimeoutMillis(CLOSE_TIMEOUT_MILLIS);
		return handler;
	}

	/**
	 * Wait for the end of the handshake and finish the step.
	 * @param handler the TLS of the channel
	 * @param stream the stream whose step this is
	 */
	void complete(SslHandler handler, StreamReceptionHandler stream) {
		stream.handshaking(true);
		handler.handshakeFuture().addListener((handshake) -> {
			if (!handshake.isSuccess()) {
				stream.fail(failure(handshake.cause()));
				return;
			}
			stream.handshaking(false);
			SSLSession session = handler.engine().getSession();
			stream.progress().secured(session.getProtocol(), session.getCipherSuite());
			stream.finished();
		});
	}

	private static NegotiationException failure(Throwable cause) {
		return (cause instanceof ClosedChannelException)
				? new ConnectionClosedException("The client closed the connection in the TLS handshake", cause)
				: new TlsNegotiationException(TlsNegotiationException.Reason.HANDSHAKE_FAILED,
						"The TLS handshake failed: " + cause.getMessage(), cause);
	}

}
