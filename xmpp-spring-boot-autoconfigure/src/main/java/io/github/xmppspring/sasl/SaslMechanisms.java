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

package io.github.xmppspring.sasl;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The mechanisms that may be used, the preferred one first.
 * <p>
 * {@code PLAIN} gives the password away and is therefore never used without TLS, even if
 * it is allowed. Mechanisms with channel binding ({@code -PLUS}) are not known yet.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class SaslMechanisms {

	static final List<String> SCRAM = List.of("SCRAM-SHA-512", "SCRAM-SHA-256", "SCRAM-SHA-1");

	private static final List<String> OTHERS = List.of(ExternalMechanism.NAME, PlainMechanism.NAME,
			AnonymousMechanism.NAME);

	private final List<String> allowed;

	private final ScramKeyCache scramKeys = new ScramKeyCache();

	/**
	 * Mechanisms in the order of preference.
	 * @param allowed the names of the mechanisms
	 * @throws IllegalArgumentException if there is none, or one of them is not known
	 */
	public SaslMechanisms(List<String> allowed) {
		Assert.notEmpty(allowed, "'allowed' must not be empty");
		for (String name : allowed) {
			Assert.isTrue(SCRAM.contains(name) || OTHERS.contains(name), () -> "The SASL mechanism '" + name
					+ "' is not supported; supported are " + SCRAM + " and " + OTHERS);
		}
		this.allowed = List.copyOf(allowed);
	}

	/**
	 * The mechanisms that are used unless others are asked for.
	 * @param anonymous whether there is no account to log in to
	 * @param external whether the client can authenticate itself by its certificate
	 * @return {@code ANONYMOUS}, or the SCRAM mechanisms from the strongest hash to the
	 * weakest, after {@code EXTERNAL} if that is possible
	 */
	public static SaslMechanisms defaults(boolean anonymous, boolean external) {
		if (anonymous) {
			return new SaslMechanisms(List.of(AnonymousMechanism.NAME));
		}
		if (external) {
			return new SaslMechanisms(List.of(ExternalMechanism.NAME, SCRAM.get(0), SCRAM.get(1), SCRAM.get(2)));
		}
		return new SaslMechanisms(SCRAM);
	}

	/**
	 * The names of the mechanisms.
	 * @return the names in the order of preference
	 */
	public List<String> allowed() {
		return this.allowed;
	}

	/**
	 * Starts an exchange by the first of these mechanisms that is possible.
	 * @param offered the names that the server offers
	 * @param credentials what the client has
	 * @param secure whether TLS protects the stream
	 * @return the exchange, or {@code null} if no mechanism is possible
	 */
	public @Nullable SaslMechanism choose(Collection<String> offered, SaslCredentials credentials, boolean secure) {
		for (String name : this.allowed) {
			if (offered.contains(name)) {
				SaslMechanism mechanism = create(name, credentials, secure);
				if (mechanism != null) {
					return mechanism;
				}
			}
		}
		return null;
	}

	private @Nullable SaslMechanism create(String name, SaslCredentials credentials, boolean secure) {
		if (name.equals(AnonymousMechanism.NAME)) {
			return new AnonymousMechanism();
		}
		if (name.equals(ExternalMechanism.NAME)) {
			return secure ? new ExternalMechanism(credentials.account()) : null;
		}
		String username = credentials.username();
		String password = credentials.password();
		if (username == null || password == null) {
			return null;
		}
		String authorizationIdentity = credentials.authorizationIdentity();
		if (name.equals(PlainMechanism.NAME)) {
			return secure ? new PlainMechanism(username, password, authorizationIdentity) : null;
		}
		return new ScramMechanism(name, username, password, authorizationIdentity, this.scramKeys);
	}

}
