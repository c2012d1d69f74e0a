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

package io.github.xmppspring.context;

import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;

import io.github.xmppspring.negotiation.CertificateNameException;
import io.github.xmppspring.negotiation.CertificateNotTrustedException;
import io.github.xmppspring.negotiation.NegotiationException;
import io.github.xmppspring.negotiation.PlaintextRefusedException;
import io.github.xmppspring.negotiation.TlsNegotiationException;
import org.jspecify.annotations.Nullable;

/**
 * What to change if a stream cannot be protected.
 *
 * @author XMPP for Spring Boot contributors
 */
final class TlsRemedies {

	private TlsRemedies() {
	}

	static @Nullable String of(NegotiationException failure) {
		if (failure instanceof CertificateNotTrustedException) {
			return ofCertificate(failure);
		}
		if (failure instanceof CertificateNameException ex) {
			return ("Use the domain of the certificate in 'xmpp.jid', or give the server a certificate for '%s'. "
					+ "'xmpp.host' only says where to connect to, the certificate must be for the domain of the JID.")
				.formatted(ex.expected());
		}
		if (failure instanceof PlaintextRefusedException) {
			return "Set 'xmpp.ssl.mode' to 'starttls' or, which also components can have, 'direct'. If nobody else can "
					+ "read or change what goes to the server, set 'xmpp.ssl.allow-remote-plaintext' to 'true'.";
		}
		return (failure instanceof TlsNegotiationException ex) ? ofTls(ex.reason()) : null;
	}

	private static String ofCertificate(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof CertificateExpiredException) {
				return "Give the server a new certificate: no property makes one valid again that has expired.";
			}
			if (cause instanceof CertificateNotYetValidException) {
				return "Check the clock of this machine and that of the server: the certificate is for later.";
			}
		}
		return "Set 'xmpp.ssl.bundle' to an SSL bundle whose trust store holds the certificate of the server or "
				+ "that of its issuer.";
	}

	private static String ofTls(TlsNegotiationException.Reason reason) {
		return switch (reason) {
			case NOT_OFFERED, REFUSED -> "Let the server offer STARTTLS on this port, or set 'xmpp.ssl.mode' to "
					+ "'direct' and 'xmpp.port' to the port on which it takes TLS from the first byte.";
			case UNPROTECTED_BYTES -> "Somebody may be tampering with the connection. If it is the server, set "
					+ "'xmpp.ssl.mode' to 'direct'.";
			case HANDSHAKE_FAILED -> "Check that 'xmpp.ssl.mode' fits 'xmpp.port', and the protocols, ciphers and keys "
					+ "of the SSL bundle that 'xmpp.ssl.bundle' names.";
		};
	}

}
