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

package io.github.xmppspring.address;

import java.net.IDN;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Punycode}.
 *
 * @author XMPP for Spring Boot contributors
 */
class PunycodeTests {

	@ParameterizedTest
	@CsvSource({ "b\u00fccher, bcher-kva", "fu\u00dfball, fuball-cta", "\u00fc, tda", "abc, abc-",
			"\u4ed6\u4eec\u4e3a\u4ec0\u4e48\u4e0d\u8bf4\u4e2d\u6587, ihqwcrb4cv8a8dqg056pqjye", "\ud83c\udf7a, xj8h",
			"a\ud83c\udf7ab, ab-9262a" })
	void encodesAndDecodes(String label, String encoded) {
		assertThat(Punycode.encode(label)).isEqualTo(encoded);
		assertThat(Punycode.decode(encoded)).isEqualTo(label);
	}

	@Test
	void agreesWithTheJdkWhereTheOlderIdnaMapsNothing() {
		String alphabet = "abcz019\u00e0\u00fc\u0107\u03b1\u03c9\u0431\u044f\u3042\u4e2d\u6587\ud55c";
		Random random = new Random(42);
		for (int i = 0; i < 5_000; i++) {
			StringBuilder label = new StringBuilder("\u00f6");
			random.ints(random.nextInt(12), 0, alphabet.length())
				.forEach((index) -> label.append(alphabet.charAt(index)));

			String encoded = Punycode.encode(label.toString());

			assertThat("xn--" + encoded).isEqualTo(IDN.toASCII(label.toString()));
			assertThat(Punycode.decode(encoded)).isEqualTo(label.toString());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "-", "b\u00fccher", "bcher-kv", "bcher-k!a", "99999999", "a-99999999", "z" })
	void decodesNothingElse(String encoded) {
		assertThat(Punycode.decode(encoded)).isNull();
	}

	@Test
	void decodesAnyTextOrReturnsNull() {
		String alphabet = "abcdefghijklmnopqrstuvwxyz0123456789-";
		Random random = new Random(42);
		for (int i = 0; i < 20_000; i++) {
			StringBuilder encoded = new StringBuilder();
			random.ints(1 + random.nextInt(59), 0, alphabet.length())
				.forEach((index) -> encoded.append(alphabet.charAt(index)));

			String label = Punycode.decode(encoded.toString());

			if (label != null) {
				assertThat(Punycode.encode(label)).isEqualTo(encoded.toString());
			}
		}
	}

}
