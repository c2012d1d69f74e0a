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

package io.github.xmppspring.actuate;

import io.github.xmppspring.address.Jid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AddressDisplay}.
 *
 * @author XMPP for Spring Boot contributors
 */
class AddressDisplayTests {

	@ParameterizedTest
	@CsvSource({ "juliet@example.org/balcony, j***@example.org/***", "juliet@example.org, j***@example.org",
			"a@example.org/b, a***@example.org/***", "example.org, example.org", "example.org/secret, example.org/***",
			"\uD801\uDC28x@example.org, \uD801\uDC28***@example.org" })
	void redactedAddressKeepsDomainAndFirstCharacter(String address, String shown) {
		Jid jid = Jid.of(address);

		assertThat(AddressDisplay.REDACTED.show(jid)).isEqualTo(shown);
		assertThat(AddressDisplay.WHOLE.show(jid)).isEqualTo(address);
	}

	@Test
	void noAddressIsNone() {
		assertThat(AddressDisplay.REDACTED.show(null)).isNull();
		assertThat(AddressDisplay.WHOLE.show(null)).isNull();
	}

}
