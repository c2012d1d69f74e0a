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

import java.util.List;

import io.github.xmppspring.connection.HostNotFoundException;
import io.github.xmppspring.connection.NotConnectedException;
import io.github.xmppspring.connection.XmppConnectionException;
import io.github.xmppspring.negotiation.AuthenticationFailedException;
import io.github.xmppspring.negotiation.CertificateNameException;
import io.github.xmppspring.negotiation.CertificateNotTrustedException;
import io.github.xmppspring.negotiation.ComponentRefusedException;
import io.github.xmppspring.negotiation.ConnectionClosedException;
import io.github.xmppspring.negotiation.HostUnknownException;
import io.github.xmppspring.negotiation.MissingSecretException;
import io.github.xmppspring.negotiation.NegotiationException;
import io.github.xmppspring.negotiation.NegotiationTimeoutException;
import io.github.xmppspring.negotiation.NoCommonMechanismException;
import io.github.xmppspring.negotiation.PlaintextRefusedException;
import io.github.xmppspring.negotiation.ResourceBindingException;
import io.github.xmppspring.negotiation.TlsNegotiationException;
import io.github.xmppspring.negotiation.UnsupportedFeatureException;
import io.github.xmppspring.stanza.StanzaError;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamException;
import org.jspecify.annotations.Nullable;

/**
 * What to change if there is no connection.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ConnectionRemedies {

	private static final String ENDPOINT = "Check that the server is running and that 'xmpp.host' and 'xmpp.port' "
			+ "lead to its port for clients, or for components if 'xmpp.mode' is 'component'.";

	private static final String COMPONENT_TAKEN = "Another connection has the same component: let the other instance "
			+ "of the application end, or give this one another component in 'xmpp.jid'.";

	private static final String RESOURCE = "Another session has the same resource. Put a resource of its own behind "
			+ "the slash in 'xmpp.jid', or none, so that the server chooses one.";

	private ConnectionRemedies() {
	}

	static @Nullable String of(Throwable failure) {
		if (failure instanceof NegotiationException) {
			String remedy = ofTls(failure);
			return (remedy != null) ? remedy : ofLogin(failure);
		}
		if (failure instanceof StreamException ex) {
			return ofStream(ex);
		}
		return (failure instanceof XmppConnectionException) ? ofConnection(failure) : null;
	}

	private static @Nullable String ofConnection(Throwable failure) {
		if (failure instanceof NotConnectedException) {
			return (failure.getCause() != null) ? of(failure.getCause()) : null;
		}
		return (failure instanceof HostNotFoundException)
				? "Check the domain of 'xmpp.jid', or set 'xmpp.host' to the " + "host name or address of the server."
				: ENDPOINT;
	}

	private static @Nullable String ofStream(StreamException failure) {
		StreamErrorCondition condition = failure.error().condition();
		if (condition == StreamErrorCondition.INVALID_NAMESPACE) {
			return ENDPOINT;
		}
		if (!failure.isRemote()) {
			return (condition == StreamErrorCondition.POLICY_VIOLATION)
					? "If the server is right to send that much, raise the limit under 'xmpp.limits'." : null;
		}
		if (condition == StreamErrorCondition.CONFLICT) {
			return RESOURCE + " A component has none: let the other instance of the application end.";
		}
		return (condition == StreamErrorCondition.HOST_UNKNOWN) ? "Check the domain of 'xmpp.jid'." : null;
	}

	private static @Nullable String ofTls(Throwable failure) {
		if (failure instanceof CertificateNotTrustedException) {
			return "Set 'xmpp.ssl.bundle' to an SSL bundle whose trust store holds the certificate of the server or "
					+ "that of its issuer.";
		}
		if (failure instanceof CertificateNameException ex) {
			return ("Use the domain of the certificate in 'xmpp.jid', or give the server a certificate for '%s'. "
					+ "'xmpp.host' only says where to connect to, the certificate must be for the domain of the JID.")
				.formatted(ex.expected());
		}
		if (failure instanceof PlaintextRefusedException) {
			return "Set 'xmpp.ssl.mode' to 'starttls' or, which also components can have, 'direct'. If nobody else can read or change what goes to the "
					+ "server, set 'xmpp.ssl.allow-remote-plaintext' to 'true'.";
		}
		return (failure instanceof TlsNegotiationException ex) ? ofTls(ex.reason()) : null;
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

	private static @Nullable String ofLogin(Throwable failure) {
		if (failure instanceof AuthenticationFailedException ex) {
			return ofAuthentication(ex);
		}
		if (failure instanceof NoCommonMechanismException ex) {
			return ofMechanisms(ex);
		}
		if (failure instanceof ComponentRefusedException ex) {
			return ofComponent(ex);
		}
		if (failure instanceof MissingSecretException) {
			return "Set 'xmpp.password' to the secret that the server has for the component.";
		}
		if (failure instanceof HostUnknownException) {
			return "Check the domain of 'xmpp.jid'. If it is right, 'xmpp.host' and 'xmpp.port' lead to another server.";
		}
		if (failure instanceof ResourceBindingException ex) {
			StanzaError error = ex.error();
			return (error != null && error.condition() == StanzaErrorCondition.CONFLICT) ? RESOURCE : null;
		}
		if (failure instanceof UnsupportedFeatureException) {
			return "Make the feature optional on the server, or add a StreamFeature bean for it.";
		}
		boolean silent = failure instanceof NegotiationTimeoutException || failure instanceof ConnectionClosedException;
		return silent ? ENDPOINT + " 'xmpp.ssl.mode' must fit the port." : null;
	}

	private static String ofAuthentication(AuthenticationFailedException failure) {
		if (failure.isRetryable()) {
			return "The server asks to try again later.";
		}
		return "Check 'xmpp.jid' and 'xmpp.password', and 'xmpp.username' if the name to log in with is not that of "
				+ "the JID.";
	}

	// Some servers do not tell a wrong secret from a component that they do not know
	private static String ofComponent(ComponentRefusedException failure) {
		return switch (failure.condition()) {
			case NOT_AUTHORIZED -> "Check that the server has a component '%s' and that 'xmpp.password' is its secret."
				.formatted(failure.component());
			case CONFLICT -> COMPONENT_TAKEN;
			default -> "Tell the server of the component '%s', or check 'xmpp.jid'. If both are right, 'xmpp.host' and "
				.formatted(failure.component()) + "'xmpp.port' lead to another server.";
		};
	}

	private static String ofMechanisms(NoCommonMechanismException failure) {
		if (failure.allowed().equals(List.of("ANONYMOUS"))) {
			return "Put the name of the account before the domain in 'xmpp.jid', as in 'bot@example.org', or let the "
					+ "server offer ANONYMOUS.";
		}
		if (failure.offered().stream().anyMatch(failure.allowed()::contains)) {
			return "Set 'xmpp.password', without which these mechanisms cannot be used.";
		}
		return "Add one that the server offers to 'xmpp.sasl.mechanisms', or let the server offer one of those allowed.";
	}

}
