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

import io.github.xmppspring.address.Jid;
import org.jspecify.annotations.Nullable;

/**
 * Takes the password as it is (RFC 4616).
 *
 * @author XMPP for Spring Boot contributors
 */
final class PlainServerMechanism implements SaslServerMechanism {

	private final SaslIdentities identities;

	private final SaslAccounts accounts;

	PlainServerMechanism(SaslIdentities identities, SaslAccounts accounts) {
		this.identities = identities;
		this.accounts = accounts;
	}

	@Override
	public String name() {
		return PlainMechanism.NAME;
	}

	@Override
	public SaslOutcome evaluate(byte[] response) {
		String[] parts = SaslIdentities.text(response).split("\0", -1);
		if (parts.length != 3 || parts[1].isEmpty() || parts[2].isEmpty()) {
			throw new SaslRefusedException(SaslErrorCondition.MALFORMED_REQUEST);
		}
		Jid account = this.identities.account(parts[1]);
		if (account == null || !accepts(account.local(), parts[2])) {
			throw new SaslRefusedException(SaslErrorCondition.NOT_AUTHORIZED);
		}
		this.identities.checkAuthorization(account, parts[0]);
		return new SaslOutcome.Success(account, null);
	}

	private boolean accepts(@Nullable String local, String password) {
		try {
			return local != null && this.accounts.accepts(local, SaslPreparation.prepare(password, "password"));
		}
		catch (SaslException ex) {
			return false;
		}
	}

}
