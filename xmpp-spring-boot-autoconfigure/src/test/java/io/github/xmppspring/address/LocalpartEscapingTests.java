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

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link LocalpartEscaping}.
 *
 * @author XMPP for Spring Boot contributors
 */
class LocalpartEscapingTests {

	@ParameterizedTest
	@CsvSource(quoteCharacter = '|',
			value = { "plain, plain", "d'artagnan, d\\27artagnan", "a b, a\\20b", "c:\\net, c\\3a\\net",
					"c:\\5commas, c\\3a\\5c5commas", "a\\2f, a\\5c2f", "a\\2F, a\\5c2F", "\\, \\", "\\2, \\2",
					"\\\\20, \\\\5c20", "\\5c, \\5c5c" })
	void escapesOnlyWhatItMust(String unescaped, String escaped) {
		assertThat(Jid.escapeLocal(unescaped)).isEqualTo(escaped);
		assertThat(Jid.unescapeLocal(escaped)).isEqualTo(unescaped);
	}

	@Test
	void unescapesOnlyItsOwnSequences() {
		assertThat(Jid.unescapeLocal("\\41\\00\\zz\\2")).isEqualTo("\\41\\00\\zz\\2");
		assertThat(Jid.unescapeLocal("\\\uff12\uff10")).isEqualTo("\\\uff12\uff10");
		assertThat(Jid.unescapeLocal("")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { " a", "a ", " " })
	void refusesSpaceAtTheEnds(String unescaped) {
		assertThatExceptionOfType(JidFormatException.class).isThrownBy(() -> Jid.escapeLocal(unescaped));
	}

	@Test
	void everyNameComesBackThroughALocalpart() {
		String alphabet = "\\\\\\2235cf0 \"&'/:<>@ax\u00fc";
		Random random = new Random(42);
		for (int i = 0; i < 20_000; i++) {
			StringBuilder inner = new StringBuilder();
			random.ints(random.nextInt(10), 0, alphabet.length())
				.forEach((index) -> inner.append(alphabet.charAt(index)));
			String name = "a" + inner + "z";

			Jid jid = Jid.of(Jid.escapeLocal(name), "example.com", null);

			assertThat(Jid.unescapeLocal(jid.local())).isEqualTo(name);
		}
	}

}
