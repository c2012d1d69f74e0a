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

package io.github.xmppspring.connection;

import java.io.IOException;
import java.util.Locale;

import io.github.xmppspring.negotiation.AuthenticationFailedException;
import io.github.xmppspring.negotiation.CertificateNameException;
import io.github.xmppspring.negotiation.CertificateNotTrustedException;
import io.github.xmppspring.negotiation.ComponentRefusedException;
import io.github.xmppspring.negotiation.ConnectionClosedException;
import io.github.xmppspring.negotiation.MissingSecretException;
import io.github.xmppspring.negotiation.NegotiationException;
import io.github.xmppspring.negotiation.NegotiationTimeoutException;
import io.github.xmppspring.negotiation.NoCommonMechanismException;
import io.github.xmppspring.negotiation.PlaintextRefusedException;
import io.github.xmppspring.negotiation.TlsNegotiationException;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamException;
import org.jspecify.annotations.Nullable;

/**
 * Why another attempt to connect is necessary: how the stream or the attempt before has
 * ended.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public enum ReconnectReason {

	/**
	 * The stream was closed in order.
	 */
	CLOSED,

	/**
	 * The TCP connection was lost or closed without a word.
	 */
	LOST,

	/**
	 * Nothing came any more, not even an answer to a ping.
	 */
	SILENT,

	/**
	 * The server ended the stream with an error (RFC 6120, 4.9).
	 */
	STREAM_ERROR,

	/**
	 * The server sent what is not allowed, so the stream was ended from here.
	 */
	REFUSED,

	/**
	 * The server sent the stream to another host (RFC 6120, 4.9.3.19).
	 */
	REDIRECTED,

	/**
	 * No server was found, or none answered.
	 */
	UNREACHABLE,

	/**
	 * TLS failed, or the certificate was not good enough.
	 */
	TLS,

	/**
	 * The server did not let in whoever this is.
	 */
	AUTHENTICATION,

	/**
	 * The negotiation of the stream took too long.
	 */
	TIMEOUT,

	/**
	 * Something else was wrong with the negotiation of the stream.
	 */
	NEGOTIATION,

	/**
	 * The application wants another stream.
	 */
	REQUESTED,

	/**
	 * None of the others.
	 */
	OTHER;

	private final String value = name().toLowerCase(Locale.ROOT).replace('_', '-');

	/**
	 * The name in metrics.
	 * @return for example {@code stream-error}
	 */
	public String value() {
		return this.value;
	}

	/**
	 * Finds the reason that an error stands for.
	 * @param error why a stream or an attempt has ended, {@code null} if that was in
	 * order
	 * @return the reason
	 */
	public static ReconnectReason of(@Nullable Throwable error) {
		if (error == null) {
			return CLOSED;
		}
		if (error instanceof StreamException ex) {
			return ofStreamError(ex);
		}
		if (error instanceof NegotiationException ex) {
			return ofNegotiation(ex);
		}
		if (error instanceof XmppConnectionException) {
			return UNREACHABLE;
		}
		return (error instanceof IOException) ? LOST : OTHER;
	}

	private static ReconnectReason ofStreamError(StreamException error) {
		StreamErrorCondition condition = error.error().condition();
		if (error.isRemote()) {
			return (condition == StreamErrorCondition.SEE_OTHER_HOST) ? REDIRECTED : STREAM_ERROR;
		}
		return (condition == StreamErrorCondition.CONNECTION_TIMEOUT) ? SILENT : REFUSED;
	}

	private static ReconnectReason ofNegotiation(NegotiationException error) {
		if (error instanceof NegotiationTimeoutException) {
			return TIMEOUT;
		}
		if (error instanceof ConnectionClosedException) {
			return LOST;
		}
		if (error instanceof TlsNegotiationException || error instanceof PlaintextRefusedException
				|| error instanceof CertificateNameException || error instanceof CertificateNotTrustedException) {
			return TLS;
		}
		boolean authentication = error instanceof AuthenticationFailedException
				|| error instanceof NoCommonMechanismException || error instanceof MissingSecretException
				|| error instanceof ComponentRefusedException;
		return authentication ? AUTHENTICATION : NEGOTIATION;
	}

}
