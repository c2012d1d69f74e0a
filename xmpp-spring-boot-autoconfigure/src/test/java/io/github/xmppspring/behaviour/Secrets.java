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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Secrets, and how they might look in a text: in clear, escaped, in Base64 wherever they
 * are in what is encoded, in hexadecimal and decimal, all in any case.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Secrets {

	private static final int MIN_LENGTH = 6;

	private final Map<String, List<String>> looks = new HashMap<>();

	/**
	 * Adds a secret.
	 * @param name how to call it
	 * @param secret the secret, which is too short to be one below 6 characters
	 */
	void add(String name, String secret) {
		add(name, secret.getBytes(StandardCharsets.UTF_8));
		List<String> texts = this.looks.computeIfAbsent(name, (key) -> new ArrayList<>());
		if (secret.length() >= MIN_LENGTH) {
			String lower = secret.toLowerCase(Locale.ROOT);
			texts.add(lower);
			texts.add(lower.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
		}
	}

	/**
	 * Adds a secret.
	 * @param name how to call it
	 * @param secret the secret
	 */
	void add(String name, byte[] secret) {
		if (secret.length < MIN_LENGTH) {
			return;
		}
		List<String> texts = this.looks.computeIfAbsent(name, (key) -> new ArrayList<>());
		for (String delimiter : List.of("", " ", ":")) {
			texts.add(HexFormat.ofDelimiter(delimiter).formatHex(secret));
		}
		for (int offset = 0; offset < 3; offset++) {
			texts.add(base64(Base64.getEncoder(), secret, offset).toLowerCase(Locale.ROOT));
			texts.add(base64(Base64.getUrlEncoder(), secret, offset).toLowerCase(Locale.ROOT));
		}
		String decimal = Arrays.toString(secret);
		texts.add(decimal.substring(1, decimal.length() - 1));
	}

	/**
	 * What depends on nothing but the secret when it is encoded behind other bytes.
	 */
	private static String base64(Base64.Encoder encoder, byte[] secret, int offset) {
		byte[] bytes = new byte[offset + secret.length];
		System.arraycopy(secret, 0, bytes, offset, secret.length);
		return encoder.withoutPadding().encodeToString(bytes).substring((offset * 8 + 5) / 6, bytes.length * 8 / 6);
	}

	/**
	 * Looks for the secrets.
	 * @param text where to look
	 * @return the names of those that are there
	 */
	List<String> foundIn(String text) {
		String lower = text.toLowerCase(Locale.ROOT);
		return this.looks.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().stream().anyMatch((look) -> lower.contains(look)))
			.map(Map.Entry::getKey)
			.sorted()
			.toList();
	}

	List<String> names() {
		return this.looks.keySet().stream().sorted().toList();
	}

}
