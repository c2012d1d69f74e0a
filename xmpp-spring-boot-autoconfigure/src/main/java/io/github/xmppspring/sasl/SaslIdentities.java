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

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.address.JidFormatException;
import org.jspecify.annotations.Nullable;

/**
 * Tells the accounts behind the names that clients send (RFC 6120, 6.3.7 and 6.3.8).
 *
 * @param domain the domain of the accounts
 * @author XMPP for Spring Boot contributors
 */
record SaslIdentities(Jid domain) {

	/**
	 * Find the account of a name.
	 * @param username the name as the client sent it
	 * @return the bare JID, or {@code null} if no account can have this name
	 */
	@Nullable Jid account(String username) {
		try {
			return Jid.of(SaslPreparation.prepare(username, "name"), this.domain.domain(), null);
		}
		catch (SaslException | JidFormatException ex) {
			return null;
		}
	}

	/**
	 * Check whom the client wants to act as: nobody but itself.
	 * @param account the account that is authenticated
	 * @param authorizationIdentity what the client asks for, {@code null} or empty for
	 * nothing
	 * @throws SaslRefusedException if that is somebody else
	 */
	void checkAuthorization(Jid account, @Nullable String authorizationIdentity) {
		if (authorizationIdentity != null && !authorizationIdentity.isEmpty()
				&& !isAddress(account, authorizationIdentity)) {
			throw new SaslRefusedException(SaslErrorCondition.INVALID_AUTHZID);
		}
	}

	private static boolean isAddress(Jid account, String value) {
		try {
			return Jid.of(value).equals(account);
		}
		catch (JidFormatException ex) {
			return false;
		}
	}

	static String text(byte[] bytes) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (CharacterCodingException ex) {
			throw new SaslRefusedException(SaslErrorCondition.MALFORMED_REQUEST);
		}
	}

}
