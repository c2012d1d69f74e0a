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

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.ongres.scram.common.ScramFunctions;
import io.github.xmppspring.address.Jid;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Checks that the client knows the password, and proves the same to it (RFC 5802, RFC
 * 7677). Without channel binding, which is therefore not offered: a client that asks for
 * it is refused, one that only says that it could is not.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ScramServerMechanism implements SaslServerMechanism {

	static final int ITERATIONS = 4096;

	private static final int NONCE_LENGTH = 24;

	/**
	 * The header of GS2 with the authorization identity; the rest with name and nonce.
	 */
	private static final Pattern CLIENT_FIRST = Pattern
		.compile("([ny],(?:a=([^,]+))?,)(n=([^,]+),r=([!-+\\--~]+)(?:,.*)?)", Pattern.DOTALL);

	/** All but the proof, with the header of GS2 and the nonce; the proof. */
	private static final Pattern CLIENT_FINAL = Pattern
		.compile("(c=([A-Za-z0-9+/=]+),r=([!-+\\--~]+)(?:,.*)?),p=([A-Za-z0-9+/=]+)", Pattern.DOTALL);

	private final com.ongres.scram.common.ScramMechanism mechanism;

	private final SaslIdentities identities;

	private final SaslAccounts accounts;

	private final ScramSalts salts;

	private @Nullable First first;

	ScramServerMechanism(String name, SaslIdentities identities, SaslAccounts accounts, ScramSalts salts) {
		com.ongres.scram.common.ScramMechanism mechanism = com.ongres.scram.common.ScramMechanism.byName(name);
		Assert.notNull(mechanism, () -> "There is no mechanism '" + name + "'");
		this.mechanism = mechanism;
		this.identities = identities;
		this.accounts = accounts;
		this.salts = salts;
	}

	@Override
	public String name() {
		return this.mechanism.getName();
	}

	@Override
	public SaslOutcome evaluate(byte[] response) {
		String message = SaslIdentities.text(response);
		if (this.first == null) {
			this.first = first(match(CLIENT_FIRST, message));
			return new SaslOutcome.Challenge(bytes(this.first.serverFirst()));
		}
		return verify(this.first, match(CLIENT_FINAL, message));
	}

	private First first(Matcher message) {
		String username = name(message.group(4));
		String identity = (message.group(2) != null) ? name(message.group(2)) : null;
		String nonce = message.group(5) + ScramFunctions.nonce(NONCE_LENGTH, new SecureRandom());
		byte[] salt = this.salts.of(this.mechanism, username);
		String serverFirst = "r=" + nonce + ",s=" + Base64.getEncoder().encodeToString(salt) + ",i=" + ITERATIONS;
		return new First(message.group(1), username, identity, message.group(3), nonce, salt, serverFirst);
	}

	private SaslOutcome verify(First first, Matcher message) {
		Jid account = this.identities.account(first.username());
		String password = (account != null) ? password(account) : null;
		byte[] saltedPassword = saltedPassword(password, first.salt());
		byte[] clientKey = ScramFunctions.clientKey(this.mechanism, saltedPassword);
		byte[] storedKey = ScramFunctions.storedKey(this.mechanism, clientKey);
		String authMessage = first.bare() + ',' + first.serverFirst() + ',' + message.group(1);
		boolean proved = isProof(decode(message.group(4)), clientKey, storedKey, authMessage);
		boolean same = message.group(3).equals(first.nonce())
				&& first.gs2Header().equals(new String(decode(message.group(2)), StandardCharsets.UTF_8));
		if (!proved || !same || account == null || password == null) {
			throw new SaslRefusedException(SaslErrorCondition.NOT_AUTHORIZED);
		}
		this.identities.checkAuthorization(account, first.authorizationIdentity());
		byte[] signature = ScramFunctions.serverSignature(this.mechanism,
				ScramFunctions.serverKey(this.mechanism, saltedPassword), authMessage);
		return new SaslOutcome.Success(account, bytes("v=" + Base64.getEncoder().encodeToString(signature)));
	}

	private boolean isProof(byte[] proof, byte[] clientKey, byte[] storedKey, String authMessage) {
		return proof.length == clientKey.length
				&& ScramFunctions.verifyClientProof(this.mechanism, proof, storedKey, authMessage);
	}

	private byte[] saltedPassword(@Nullable String password, byte[] salt) {
		// the keys of nobody take as long to derive
		String other = (password != null) ? password : Base64.getEncoder().encodeToString(salt);
		return ScramFunctions.saltedPassword(this.mechanism, SaslPreparation.DONE, other.toCharArray(), salt,
				ITERATIONS);
	}

	private @Nullable String password(Jid account) {
		String password = this.accounts.password(String.valueOf(account.local()));
		try {
			return (password != null) ? SaslPreparation.prepare(password, "password") : null;
		}
		catch (SaslException ex) {
			// no client can send it
			return null;
		}
	}

	private static Matcher match(Pattern pattern, String message) {
		Matcher matcher = pattern.matcher(message);
		if (!matcher.matches()) {
			throw malformed();
		}
		return matcher;
	}

	private static String name(String encoded) {
		if (encoded.replace("=2C", "-").replace("=3D", "-").indexOf('=') != -1) {
			throw malformed();
		}
		return encoded.replace("=2C", ",").replace("=3D", "=");
	}

	private static byte[] decode(String text) {
		try {
			return Base64.getDecoder().decode(text);
		}
		catch (IllegalArgumentException ex) {
			throw malformed();
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static SaslRefusedException malformed() {
		return new SaslRefusedException(SaslErrorCondition.MALFORMED_REQUEST);
	}

	/**
	 * What the first messages said.
	 */
	@SuppressWarnings("ArrayRecordComponent")
	private record First(String gs2Header, String username, @Nullable String authorizationIdentity, String bare,
			String nonce, byte[] salt, String serverFirst) {
	}

}
