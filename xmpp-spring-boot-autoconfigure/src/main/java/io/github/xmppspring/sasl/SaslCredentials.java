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

import org.springframework.util.Assert;

/**
 * Who logs in, and how that is proved.
 *
 * @param account the account to log in to; one without a localpart stands for no
 * particular account
 * @param identity the authentication identity, if it is not the localpart of the account
 * @param password the password, if there is one
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record SaslCredentials(Jid account, @Nullable String identity, @Nullable String password) {

	public SaslCredentials {
		Assert.notNull(account, "'account' must not be null");
	}

	/**
	 * The name to authenticate with.
	 * @return the identity, the localpart of the account, or {@code null} if there is
	 * neither
	 */
	public @Nullable String username() {
		return (this.identity != null) ? this.identity : this.account.local();
	}

	/**
	 * The identity to act as, which is only sent if it does not follow from the name (RFC
	 * 6120, 6.3.8).
	 * @return the bare JID of the account, or {@code null} if the name is its localpart
	 */
	public @Nullable String authorizationIdentity() {
		boolean implied = this.account.local() == null || this.account.local().equals(username());
		return implied ? null : this.account.bare().toString();
	}

	/**
	 * These credentials without the password.
	 * @return a description fit for logs
	 */
	@Override
	public String toString() {
		return "SaslCredentials[account=" + this.account + ", identity=" + this.identity + "]";
	}

}
