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

import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Domainpart}.
 *
 * @author XMPP for Spring Boot contributors
 */
class DomainpartTests {

	@ParameterizedTest
	@CsvSource({ "example.com, example.com", "EXAMPLE.com., example.com", "localhost, localhost",
			"192.0.2.1, 192.0.2.1", "r3---a.example, r3---a.example", "b\u00dccher.example, b\u00fccher.example",
			"xn--bcher-kva.example, b\u00fccher.example", "XN--BCHER-KVA.example, b\u00fccher.example",
			"\uff38n--bcher-kva, b\u00fccher", "xn--fuball-cta.example, fu\u00dfball.example",
			"fu\u00dfball.example, fu\u00dfball.example", "\u0645\u062b\u0627\u0644, \u0645\u062b\u0627\u0644",
			"a\u3002b\uff0ec\uff61d\u3002, a.b.c.d", "\uff45\uff58.com, ex.com", "bu\u0308cher, b\u00fccher" })
	void normalisesHostNames(String value, String expected) {
		assertThat(Domainpart.normalise(value)).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { ".", "..", ".a", "a..b", "a..", "-a", "a-", "a.-b", "a_b", "a b", "a:1", "a@b", "a/b",
			"\u2665.example", "a\u200bb", "\u0301a", "ab--\u00fc", "xn--", "xn---", "xn--a", "xn--abc-",
			"xn--bcher-kva\u00fc", "xn--99999999", "xn--bcher-kva-", "b\u00fc/cher" })
	void refusesWhatIsNoHostName(String value) {
		assertThatExceptionOfType(JidFormatException.class).isThrownBy(() -> Domainpart.normalise(value))
			.withMessageContaining("domainpart");
	}

	@Test
	void encodingOfALabelThatIsNotNormalIsRefused() {
		String upperCase = "xn--" + Punycode.encode("B\u00dcCHER").toLowerCase(Locale.ROOT);

		assertThatExceptionOfType(JidFormatException.class).isThrownBy(() -> Domainpart.normalise(upperCase));
	}

	@Test
	void labelsHaveAtMost63OctetsInDns() {
		String fits = "\u00fc".repeat(55);
		String doesNot = "\u00fc".repeat(60);

		assertThat(Domainpart.normalise("a".repeat(63) + ".com")).hasSize(67);
		assertThat(Domainpart.toAscii(fits)).hasSizeLessThanOrEqualTo(63);
		assertThat(Domainpart.normalise(fits)).isEqualTo(fits);
		assertThatExceptionOfType(JidFormatException.class)
			.isThrownBy(() -> Domainpart.normalise("a".repeat(64) + ".com"));
		assertThatExceptionOfType(JidFormatException.class).isThrownBy(() -> Domainpart.normalise(doesNot));
	}

	@ParameterizedTest
	@CsvSource({ "example.com, example.com", "b\u00fccher.example, xn--bcher-kva.example",
			"fu\u00dfball.example, xn--fuball-cta.example", "[::1], [::1]" })
	void encodesForDns(String normalised, String expected) {
		assertThat(Domainpart.toAscii(normalised)).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "[::]", "[::1]", "[1::]", "[2001:db8::1]", "[1:2:3:4:5:6:7:8]", "[1:2:3:4:5:6:7::]",
			"[::ffff:192.0.2.1]", "[1:2:3:4:5:6:192.0.2.1]", "[fe80::1%eth0]", "[fe80::1%25Eth0]" })
	void acceptsIpv6Addresses(String value) {
		assertThat(Domainpart.normalise(value)).isEqualTo(value);
	}

	@ParameterizedTest
	@ValueSource(strings = { "[", "[]", "[::", "::1", "[:]", "[:::]", "[1::2::3]", "[1:2:3:4:5:6:7]",
			"[1:2:3:4:5:6:7:8:9]", "[1:2:3:4:5:6:7:8::]", "[12345::]", "[g::]", "[::1]x", "[::]1]", "[192.0.2.1]",
			"[::192.0.2.256]", "[192.0.2.1::]", "[::192.0.2.1:1]", "[::1%]", "[::1%a b]", "[%eth0]", "[::1]:5222",
			"[::\u0661]", "[::1" })
	void refusesWhatIsNoIpv6Address(String value) {
		assertThatExceptionOfType(JidFormatException.class).isThrownBy(() -> Domainpart.normalise(value));
	}

}
