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

import java.util.Arrays;

import com.ongres.scram.common.ScramFunctions;
import com.ongres.scram.common.ScramMechanism;

/**
 * What SCRAM needs of a password: the keys of the client and of the server. To derive
 * them takes as many iterations as the server asks for, so that they may be kept (RFC
 * 5802, 3).
 *
 * @author XMPP for Spring Boot contributors
 */
final class ScramKeys {

	private final ScramMechanism mechanism;

	private final String password;

	private final byte[] salt;

	private final int iterations;

	private final byte[] clientKey;

	private final byte[] serverKey;

	private ScramKeys(ScramMechanism mechanism, String password, byte[] salt, int iterations) {
		this.mechanism = mechanism;
		this.password = password;
		this.salt = salt;
		this.iterations = iterations;
		byte[] salted = ScramFunctions.saltedPassword(mechanism, SaslPreparation.DONE,
				SaslPreparation.prepare(password, "password").toCharArray(), salt, iterations);
		this.clientKey = ScramFunctions.clientKey(mechanism, salted);
		this.serverKey = ScramFunctions.serverKey(mechanism, salted);
		Arrays.fill(salted, (byte) 0);
	}

	/**
	 * Derives the keys.
	 * @param mechanism whose hash to use
	 * @param password the password as it was given
	 * @param salt the salt of the server
	 * @param iterations how often to hash
	 * @return the keys
	 * @throws SaslException if the password has characters that SASL does not allow
	 */
	static ScramKeys derive(ScramMechanism mechanism, String password, byte[] salt, int iterations) {
		return new ScramKeys(mechanism, password, salt, iterations);
	}

	boolean areOf(ScramMechanism mechanism, String password, byte[] salt, int iterations) {
		return this.mechanism == mechanism && this.iterations == iterations && Arrays.equals(this.salt, salt)
				&& this.password.equals(password);
	}

	/**
	 * Proves that the client knows the password.
	 * @param authMessage the messages exchanged so far
	 * @return the proof
	 */
	byte[] prove(String authMessage) {
		byte[] storedKey = ScramFunctions.storedKey(this.mechanism, this.clientKey);
		return ScramFunctions.clientProof(this.clientKey,
				ScramFunctions.clientSignature(this.mechanism, storedKey, authMessage));
	}

	/**
	 * Whether the server has proved the same.
	 * @param authMessage the messages exchanged so far
	 * @param signature what the server sent
	 * @return whether it knows the key
	 */
	boolean verify(String authMessage, byte[] signature) {
		return ScramFunctions.verifyServerSignature(this.mechanism, this.serverKey, authMessage, signature);
	}

}
