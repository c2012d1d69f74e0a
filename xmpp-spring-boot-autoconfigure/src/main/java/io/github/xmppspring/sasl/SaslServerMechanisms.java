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

import java.util.List;
import java.util.function.Predicate;

import io.github.xmppspring.address.Jid;

import org.springframework.util.Assert;

/**
 * The mechanisms that the receiving side offers, in the order in which it names them.
 * <p>
 * An account that does not exist looks like one with another password: the salt of a name
 * stays the same as long as this object lives, whether there is an account or not, and
 * the same keys are derived.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class SaslServerMechanisms {

	private static final List<String> OTHERS = List.of(PlainMechanism.NAME, AnonymousMechanism.NAME);

	private final List<String> allowed;

	private final SaslAccounts accounts;

	private final ScramSalts salts = new ScramSalts();

	/**
	 * Mechanisms for some accounts.
	 * @param allowed the names of the mechanisms
	 * @param accounts the accounts
	 * @throws IllegalArgumentException if there is no mechanism, or one of them is not
	 * known
	 */
	public SaslServerMechanisms(List<String> allowed, SaslAccounts accounts) {
		Assert.notEmpty(allowed, "'allowed' must not be empty");
		Assert.notNull(accounts, "'accounts' must not be null");
		for (String name : allowed) {
			Assert.isTrue(SaslMechanisms.SCRAM.contains(name) || OTHERS.contains(name), () -> "The SASL mechanism '"
					+ name + "' is not supported; supported are " + SaslMechanisms.SCRAM + " and " + OTHERS);
		}
		this.allowed = List.copyOf(allowed);
		this.accounts = accounts;
	}

	/**
	 * The mechanisms that are offered unless others are asked for.
	 * @return the SCRAM mechanisms from the strongest hash to the weakest, and
	 * {@code PLAIN}
	 */
	public static List<String> defaults() {
		return List.of(SaslMechanisms.SCRAM.get(0), SaslMechanisms.SCRAM.get(1), SaslMechanisms.SCRAM.get(2),
				PlainMechanism.NAME);
	}

	/**
	 * The mechanisms to offer on a stream.
	 * @param passwordsMayShow whether the password may travel as it is, which mostly
	 * means that there is TLS
	 * @return the names in order, possibly none
	 */
	public List<String> offered(boolean passwordsMayShow) {
		Predicate<String> fits = (name) -> passwordsMayShow || !name.equals(PlainMechanism.NAME);
		return this.allowed.stream().filter(fits).toList();
	}

	/**
	 * Starts an exchange.
	 * @param name the name of the mechanism, as the client sent it
	 * @param domain the domain of the accounts
	 * @param passwordsMayShow as for {@link #offered}
	 * @return the exchange
	 * @throws SaslRefusedException with {@code invalid-mechanism}, or
	 * {@code encryption-required} if the mechanism is only offered with TLS
	 */
	public SaslServerMechanism create(String name, Jid domain, boolean passwordsMayShow) {
		if (!this.allowed.contains(name)) {
			throw new SaslRefusedException(SaslErrorCondition.INVALID_MECHANISM);
		}
		SaslIdentities identities = new SaslIdentities(domain);
		return switch (name) {
			case PlainMechanism.NAME -> {
				if (!passwordsMayShow) {
					throw new SaslRefusedException(SaslErrorCondition.ENCRYPTION_REQUIRED);
				}
				yield new PlainServerMechanism(identities, this.accounts);
			}
			case AnonymousMechanism.NAME -> new AnonymousServerMechanism(identities);
			default -> new ScramServerMechanism(name, identities, this.accounts, this.salts);
		};
	}

}
