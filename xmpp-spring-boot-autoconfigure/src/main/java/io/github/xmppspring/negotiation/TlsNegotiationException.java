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

package io.github.xmppspring.negotiation;

import org.jspecify.annotations.Nullable;

/**
 * There is no TLS on the stream although there has to be. See
 * {@link CertificateNotTrustedException} and {@link CertificateNameException} for trouble
 * with certificates.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class TlsNegotiationException extends NegotiationException {

	/**
	 * Why there is no TLS.
	 */
	public enum Reason {

		/**
		 * The server does not offer STARTTLS.
		 */
		NOT_OFFERED,

		/**
		 * The server offers STARTTLS but answered with {@code <failure/>}.
		 */
		REFUSED,

		/**
		 * Bytes followed {@code <proceed/>}, which anybody on the way may have put there
		 * (RFC 6120, 5.4.3.3).
		 */
		UNPROTECTED_BYTES,

		/**
		 * The TLS handshake failed for another reason than the certificate of the server.
		 */
		HANDSHAKE_FAILED

	}

	private final Reason reason;

	/**
	 * There is no TLS.
	 * @param reason why
	 * @param message what is wrong
	 * @param cause how it was found
	 */
	public TlsNegotiationException(Reason reason, String message, @Nullable Throwable cause) {
		super(message, cause);
		this.reason = reason;
	}

	/**
	 * Why there is no TLS.
	 * @return the reason
	 */
	public Reason reason() {
		return this.reason;
	}

	@Override
	public boolean isRetryable() {
		return true;
	}

}
