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

package io.github.xmppspring.behaviour;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

import io.github.xmppspring.codec.StreamTap;
import io.github.xmppspring.xml.Element;

/**
 * Sees what passes a stream and collects what of it is secret: all that a login says, and
 * the keys of SCRAM (RFC 5802, 3) that belong to it.
 *
 * @author XMPP for Spring Boot contributors
 */
final class WireSecrets implements StreamTap {

	private static final String SASL = "urn:ietf:params:xml:ns:xmpp-sasl";

	private final Secrets secrets;

	private final String password;

	private String mechanism = "";

	private String clientFirst = "";

	private String serverFirst = "";

	WireSecrets(Secrets secrets, String password) {
		this.secrets = secrets;
		this.password = password;
	}

	@Override
	public void sent(Object value, int bytes) {
		received(value, bytes);
	}

	@Override
	public void received(Object value, int bytes) {
		if (!(value instanceof Element element)) {
			return;
		}
		if (element.localName().equals("handshake")) {
			this.secrets.add("handshake", element.text());
		}
		if (element.namespace().equals(SASL) && !element.text().isBlank()) {
			String encoded = element.text();
			this.secrets.add(element.localName(), encoded);
			if (!encoded.equals("=")) {
				scram(element, new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8));
			}
		}
	}

	private void scram(Element element, String message) {
		switch (element.localName()) {
			case "auth" -> {
				this.mechanism = element.attribute("mechanism");
				this.clientFirst = message;
			}
			case "challenge" -> this.serverFirst = message;
			case "response" -> keys(message);
			default -> {
				// the signature of the server is known by then
			}
		}
	}

	private void keys(String clientFinal) {
		String hash = this.mechanism.replace("SCRAM-", "").replace("-PLUS", "");
		Map<String, String> server = attributes(this.serverFirst);
		String proof = attributes(clientFinal).get("p");
		String bare = this.clientFirst.replaceFirst("[^,]*,[^,]*,", "");
		String exchange = bare + "," + this.serverFirst + "," + clientFinal.replaceFirst(",p=.*", "");
		try {
			byte[] salted = salted(hash, server);
			byte[] clientKey = hmac(hash, salted, "Client Key");
			byte[] storedKey = MessageDigest.getInstance(hash.replace("SHA1", "SHA-1")).digest(clientKey);
			byte[] serverKey = hmac(hash, salted, "Server Key");
			this.secrets.add("nonce", server.get("r"));
			add("salt", Base64.getDecoder().decode(server.get("s")));
			add("salted password", salted);
			add("client key", clientKey);
			add("stored key", storedKey);
			add("server key", serverKey);
			add("client signature", hmac(hash, storedKey, exchange));
			add("server signature", hmac(hash, serverKey, exchange));
			add("proof", Base64.getDecoder().decode(proof));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	// In SCRAM they are in Base64 themselves
	private void add(String name, byte[] secret) {
		this.secrets.add(name, secret);
		this.secrets.add(name, Base64.getEncoder().encodeToString(secret));
	}

	private byte[] salted(String hash, Map<String, String> server) throws GeneralSecurityException {
		int bits = MessageDigest.getInstance(hash).getDigestLength() * 8;
		PBEKeySpec spec = new PBEKeySpec(this.password.toCharArray(), Base64.getDecoder().decode(server.get("s")),
				Integer.parseInt(server.get("i")), bits);
		return SecretKeyFactory.getInstance("PBKDF2WithHmac" + hash.replace("-", "")).generateSecret(spec).getEncoded();
	}

	private static byte[] hmac(String hash, byte[] key, String text) throws GeneralSecurityException {
		String name = "Hmac" + hash.replace("-", "");
		Mac mac = Mac.getInstance(name);
		mac.init(new SecretKeySpec(key, name));
		return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
	}

	private static Map<String, String> attributes(String message) {
		Function<String, String> name = (attribute) -> attribute.substring(0, 1);
		return Arrays.stream(message.split(","))
			.filter((attribute) -> attribute.indexOf('=') == 1)
			.collect(Collectors.toMap(name, (attribute) -> attribute.substring(2)));
	}

}
