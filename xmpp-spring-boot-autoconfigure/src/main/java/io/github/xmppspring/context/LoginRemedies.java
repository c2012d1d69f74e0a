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

import io.github.xmppspring.negotiation.AuthenticationFailedException;
import io.github.xmppspring.negotiation.ComponentRefusedException;
import io.github.xmppspring.negotiation.HostUnknownException;
import io.github.xmppspring.negotiation.MissingSecretException;
import io.github.xmppspring.negotiation.NegotiationException;
import io.github.xmppspring.negotiation.NoCommonMechanismException;
import io.github.xmppspring.negotiation.ResourceBindingException;
import io.github.xmppspring.negotiation.UnsupportedFeatureException;
import io.github.xmppspring.stanza.StanzaError;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import org.jspecify.annotations.Nullable;

/**
 * What to change if the server does not let the application in.
 *
 * @author XMPP for Spring Boot contributors
 */
final class LoginRemedies {

	private static final String COMPONENT_TAKEN = "Another connection has the same component: let the other instance "
			+ "of the application end, or give this one another component in 'xmpp.jid'.";

	private LoginRemedies() {
	}

	static @Nullable String of(NegotiationException failure) {
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
			return ofBinding(ex.error());
		}
		return (failure instanceof UnsupportedFeatureException ex) ? ofFeature(ex) : null;
	}

	private static String ofFeature(UnsupportedFeatureException failure) {
		return failure.feature().getLocalPart().equals("starttls")
				? "Set 'xmpp.ssl.mode' to 'starttls', or let the server do without TLS."
				: "Make the feature optional on the server, or add a StreamFeature bean for it.";
	}

	private static String ofAuthentication(AuthenticationFailedException failure) {
		String condition = failure.condition();
		if (condition == null) {
			return "Check 'xmpp.password', and 'xmpp.username' if there is one: they must not be empty, and without "
					+ "control characters. If they are right, the server is not the one it claims to be, or makes a "
					+ "mistake.";
		}
		return switch (condition) {
			case "temporary-auth-failure" -> "Wait: the server asks to try again later, which is done unless "
					+ "'xmpp.reconnect.enabled' is 'false'.";
			case "account-disabled" -> "Let the server enable the account of 'xmpp.jid', or use another one.";
			case "credentials-expired" ->
				"Give the account a new password on the server, and set 'xmpp.password' to it.";
			case "encryption-required" -> "Set 'xmpp.ssl.mode' to 'starttls' or 'direct'.";
			case "invalid-mechanism", "mechanism-too-weak" ->
				"Name other mechanisms in 'xmpp.sasl.mechanisms', without " + failure.mechanism() + ".";
			default -> ofMechanism(failure.mechanism());
		};
	}

	private static String ofMechanism(String mechanism) {
		return switch (mechanism) {
			case "EXTERNAL" -> "Check that the certificate in the key store of the SSL bundle that 'xmpp.ssl.bundle' "
					+ "names is one that the server accepts for 'xmpp.jid'.";
			case "ANONYMOUS" -> "Put the name of the account before the domain in 'xmpp.jid', and its password into "
					+ "'xmpp.password', or let the server allow anonymous logins.";
			default -> "Check 'xmpp.jid' and 'xmpp.password', and 'xmpp.username' if the name to log in with is not "
					+ "that of the JID.";
		};
	}

	// Some servers do not tell a wrong secret from a component that they do not know
	private static String ofComponent(ComponentRefusedException failure) {
		return switch (failure.condition()) {
			case NOT_AUTHORIZED -> "Check that the server has a component '%s' and that 'xmpp.password' is its secret."
				.formatted(failure.component());
			case CONFLICT -> COMPONENT_TAKEN;
			default -> ("Tell the server of the component '%s', or check 'xmpp.jid'. If both are right, 'xmpp.host' "
					+ "and 'xmpp.port' lead to another server.")
				.formatted(failure.component());
		};
	}

	private static String ofMechanisms(NoCommonMechanismException failure) {
		if (failure.offered().isEmpty()) {
			return "Set 'xmpp.ssl.mode' to 'starttls' or 'direct' if the server demands TLS before any login, else let it "
					+ "offer SASL.";
		}
		boolean common = failure.offered().stream().anyMatch(failure.allowed()::contains);
		return switch (failure.obstacle()) {
			case NO_NAME -> anonymous();
			case NO_PASSWORD -> "Set 'xmpp.password', without which these mechanisms cannot be used.";
			case NO_TLS -> common ? "Set 'xmpp.ssl.mode' to 'starttls' or 'direct'." : other();
			case NONE -> failure.allowed().equals(List.of("ANONYMOUS")) ? anonymous() : other();
		};
	}

	private static String anonymous() {
		return "Put the name of the account before the domain in 'xmpp.jid', as in 'bot@example.org', or let the "
				+ "server offer ANONYMOUS.";
	}

	private static String other() {
		return "Add one that the server offers to 'xmpp.sasl.mechanisms', or let the server offer one of those allowed.";
	}

	private static String ofBinding(@Nullable StanzaError error) {
		if (error == null) {
			return "It is a mistake of the server: look into its log, and that 'xmpp.host' and 'xmpp.port' lead to an "
					+ "XMPP server.";
		}
		StanzaErrorCondition condition = error.condition();
		if (condition == StanzaErrorCondition.CONFLICT) {
			return ConnectionRemedies.RESOURCE;
		}
		return (condition == StanzaErrorCondition.RESOURCE_CONSTRAINT)
				? "The account has as many sessions as the server allows: end another one, or use another account in "
						+ "'xmpp.jid'."
				: "Put another resource behind the slash in 'xmpp.jid', or none, so that the server chooses one.";
	}

}
