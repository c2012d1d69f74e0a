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

import org.jspecify.annotations.Nullable;

/**
 * The accounts that the receiving side knows. Asked on the threads that derive keys from
 * passwords, several at a time, so implementations are thread-safe; they may block for a
 * moment.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public interface SaslAccounts {

	/**
	 * The password of an account, for mechanisms that do not show the one of the client.
	 * @param username the localpart of the account, in the form in which a
	 * {@link io.github.xmppspring.address.Jid} has it
	 * @return the password, or {@code null} if there is no such account
	 */
	@Nullable String password(String username);

	/**
	 * Whether the credentials are right. May create the account, because here the
	 * password is known.
	 * @param username the localpart of the account, in the form in which a
	 * {@link io.github.xmppspring.address.Jid} has it
	 * @param password the password that the client showed
	 * @return whether the client may log in
	 */
	boolean accepts(String username, String password);

}
