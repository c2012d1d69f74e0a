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

import java.nio.channels.ClosedChannelException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;

import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.negotiation.CertificateNotTrustedException;
import io.github.xmppspring.negotiation.ConnectionClosedException;
import io.github.xmppspring.negotiation.NegotiationException;
import io.github.xmppspring.negotiation.StreamContext;
import io.github.xmppspring.negotiation.TlsNegotiationException;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import org.jspecify.annotations.Nullable;

/**
 * TLS towards the server of one domain.
 * <p>
 * Whether the certificate is trusted is decided in the handshake; whether it is for the
 * right domain, right after it and before a byte of XML is sent. This is done here
 * because the JDK knows dNSName and iPAddress only. Sessions are not resumed, so each
 * handshake has a certificate to check.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ClientTls {

	/**
	 * The application protocol of clients (XEP-0368).
	 */
	static final String ALPN = "xmpp-client";

	/**
	 * How long closing waits for what is still to be written, which a dead peer never
	 * takes.
	 */
	private static final long CLOSE_TIMEOUT_MILLIS = 1000;

	private final SslContext context;

	private final ServerIdentity identity;

	/**
	 * Creates TLS.
	 * @param settings how it is done
	 * @param domain the domain for which the certificate must be
	 * @param protocol the application protocol to tell if TLS comes first, or
	 * {@code null} for none
	 */
	ClientTls(TlsSettings settings, Jid domain, @Nullable String protocol) {
		this.identity = new ServerIdentity(domain);
		this.context = createContext(settings, protocol);
		// protocols and ciphers that the JDK does not know are to be told now
		this.context.newEngine(UnpooledByteBufAllocator.DEFAULT);
	}

	private static SslContext createContext(TlsSettings settings, @Nullable String protocol) {
		SslContextBuilder builder = SslContextBuilder.forClient()
			.sslProvider(SslProvider.JDK)
			.protocols(settings.protocols())
			.keyManager(settings.keyManagerFactory())
			.trustManager(settings.trustManagerFactory())
			.endpointIdentificationAlgorithm(null);
		if (!settings.ciphers().isEmpty()) {
			builder.ciphers(settings.ciphers());
		}
		if (settings.mode() == TlsMode.DIRECT && protocol != null) {
			builder.applicationProtocolConfig(new ApplicationProtocolConfig(ApplicationProtocolConfig.Protocol.ALPN,
					ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
					ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT, protocol));
		}
		try {
			return builder.build();
		}
		catch (SSLException ex) {
			throw new IllegalArgumentException("The TLS settings cannot be used", ex);
		}
	}

	SslHandler newHandler(ByteBufAllocator allocator) {
		// without host and port, so that the JDK finds no session to resume
		SslHandler handler = this.context.newHandler(allocator);
		// the negotiation as a whole has a timeout
		handler.setHandshakeTimeoutMillis(0);
		handler.setCloseNotifyFlushTimeoutMillis(CLOSE_TIMEOUT_MILLIS);
		SNIHostName serverName = serverName();
		if (serverName != null) {
			SSLParameters parameters = handler.engine().getSSLParameters();
			parameters.setServerNames(List.of(serverName));
			handler.engine().setSSLParameters(parameters);
		}
		return handler;
	}

	private @Nullable SNIHostName serverName() {
		try {
			return this.identity.isAddress() ? null : new SNIHostName(this.identity.dnsName());
		}
		catch (IllegalArgumentException ex) {
			// not every domain of XMPP is a host name
			return null;
		}
	}

	/**
	 * Wait for the end of the handshake, check who is there, and finish the step.
	 * @param handler the TLS of the channel
	 * @param stream the stream whose step this is
	 */
	void complete(SslHandler handler, StreamContext stream) {
		handler.handshakeFuture().addListener((handshake) -> {
			try {
				if (!handshake.isSuccess()) {
					throw failure(handshake.cause());
				}
				SSLSession session = handler.engine().getSession();
				checkIdentity(session);
				stream.progress().secured(session.getProtocol(), session.getCipherSuite());
			}
			catch (NegotiationException ex) {
				stream.fail(ex);
				return;
			}
			stream.finished();
		});
	}

	private void checkIdentity(SSLSession session) {
		try {
			this.identity.check((X509Certificate) session.getPeerCertificates()[0]);
		}
		catch (SSLPeerUnverifiedException ex) {
			throw handshakeFailed("the server has no certificate", ex);
		}
	}

	private NegotiationException failure(Throwable cause) {
		if (cause instanceof ClosedChannelException) {
			return new ConnectionClosedException("The server closed the connection in the TLS handshake", cause);
		}
		Throwable root = cause;
		boolean certificate = false;
		for (Throwable next = cause; next != null; next = next.getCause()) {
			certificate |= next instanceof CertificateException || next instanceof CertPathValidatorException;
			root = next;
		}
		if (root instanceof NotSslRecordException) {
			// its message is what came instead, which may be a secret
			return handshakeFailed("what came is not TLS", null);
		}
		return certificate ? new CertificateNotTrustedException(this.identity.dnsName(), message(root), cause)
				: handshakeFailed(message(root), cause);
	}

	private static TlsNegotiationException handshakeFailed(String message, @Nullable Throwable cause) {
		return new TlsNegotiationException(TlsNegotiationException.Reason.HANDSHAKE_FAILED,
				"The TLS handshake failed: " + message, cause);
	}

	private static String message(Throwable cause) {
		return (cause.getMessage() != null) ? cause.getMessage() : cause.getClass().getSimpleName();
	}

}
