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

package io.github.xmppspring.benchmark.load;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;

import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The server's part of SCRAM-SHA-1 (RFC 5802), without a check of the client's: it proves
 * to know the password. The salt is the same for all logins, as it is for an account of
 * which the server stores keys.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ScramServer {

	private static final int ITERATIONS = 4096;

	private static final byte[] SALT = Ascii.bytes("salt of the account");

	private final AtomicInteger nonces = new AtomicInteger();

	private final byte[] serverKey;

	ScramServer(String password) throws GeneralSecurityException {
		byte[] salted = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA1")
			.generateSecret(new PBEKeySpec(password.toCharArray(), SALT, ITERATIONS, 160))
			.getEncoded();
		this.serverKey = mac(salted, "Server Key");
	}

	/**
	 * Answers the first message of a client.
	 * @param clientFirst the message
	 * @return the first message of the server
	 */
	String first(String clientFirst) {
		return "r=" + nonce(clientFirst) + this.nonces.incrementAndGet() + "server,s="
				+ Base64.getEncoder().encodeToString(SALT) + ",i=" + ITERATIONS;
	}

	private static String nonce(String message) {
		String rest = message.substring(message.indexOf("r=") + 2);
		int comma = rest.indexOf(',');
		return (comma < 0) ? rest : rest.substring(0, comma);
	}

	/**
	 * Answers the second message of a client.
	 * @param clientFirst its first message
	 * @param serverFirst the answer to that
	 * @param clientFinal the message
	 * @return the second message of the server
	 */
	String last(String clientFirst, String serverFirst, String clientFinal) throws GeneralSecurityException {
		String bare = clientFirst.substring(clientFirst.indexOf(',', clientFirst.indexOf(',') + 1) + 1);
		String withoutProof = clientFinal.substring(0, clientFinal.lastIndexOf(",p="));
		byte[] signature = mac(this.serverKey, bare + "," + serverFirst + "," + withoutProof);
		return "v=" + Base64.getEncoder().encodeToString(signature);
	}

	private static byte[] mac(byte[] key, String text) throws GeneralSecurityException {
		Mac mac = Mac.getInstance("HmacSHA1");
		mac.init(new SecretKeySpec(key, "HmacSHA1"));
		return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
	}

}
