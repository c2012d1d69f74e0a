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
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The server's half of SCRAM, computed with nothing but the JDK.
 *
 * @author XMPP for Spring Boot contributors
 */
public final class ScramServer {

	private static final byte[] SALT = "0123456789abcdef".getBytes(StandardCharsets.UTF_8);

	private final String hash;

	private final String password;

	private final int iterations;

	private final String extensions;

	private String clientFirst = "";

	private String serverFirst = "";

	/**
	 * A server that knows one password.
	 * @param mechanism the name of the mechanism
	 * @param password the password
	 * @param iterations the number of iterations to ask for
	 * @param extensions what to append to the first message
	 */
	public ScramServer(String mechanism, String password, int iterations, String extensions) {
		this.hash = mechanism.substring("SCRAM-SHA-".length());
		this.password = password;
		this.iterations = iterations;
		this.extensions = extensions;
	}

	public byte[] challenge(byte[] message) {
		this.clientFirst = text(message).replaceFirst("^[^,]*,[^,]*,", "");
		String nonce = this.clientFirst.replaceFirst(".*,r=", "") + "server";
		this.serverFirst = "r=" + nonce + ",s=" + Base64.getEncoder().encodeToString(SALT) + ",i=" + this.iterations
				+ this.extensions;
		return bytes(this.serverFirst);
	}

	/**
	 * Verifies the proof of the client.
	 * @param message the final message of the client
	 * @return the final message of the server, or {@code null} if the proof is wrong
	 */
	public byte[] verify(byte[] message) {
		try {
			String clientFinal = text(message);
			int proofStart = clientFinal.lastIndexOf(",p=");
			String authMessage = this.clientFirst + "," + this.serverFirst + "," + clientFinal.substring(0, proofStart);
			byte[] salted = salted();
			byte[] clientKey = hmac(salted, "Client Key");
			byte[] signature = hmac(digest(clientKey), authMessage);
			byte[] proof = Base64.getDecoder().decode(clientFinal.substring(proofStart + 3));
			for (int i = 0; i < proof.length; i++) {
				proof[i] ^= signature[i];
			}
			if (!MessageDigest.isEqual(proof, clientKey)) {
				return null;
			}
			byte[] verifier = hmac(hmac(salted, "Server Key"), authMessage);
			return bytes("v=" + Base64.getEncoder().encodeToString(verifier));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private byte[] salted() throws GeneralSecurityException {
		int bits = digest(new byte[0]).length * 8;
		return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA" + this.hash)
			.generateSecret(new PBEKeySpec(this.password.toCharArray(), SALT, this.iterations, bits))
			.getEncoded();
	}

	private byte[] hmac(byte[] key, String message) throws GeneralSecurityException {
		Mac mac = Mac.getInstance("HmacSHA" + this.hash);
		mac.init(new SecretKeySpec(key, mac.getAlgorithm()));
		return mac.doFinal(bytes(message));
	}

	private byte[] digest(byte[] data) throws GeneralSecurityException {
		return MessageDigest.getInstance("SHA-" + this.hash).digest(data);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

}
