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

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link JidCache}.
 *
 * @author XMPP for Spring Boot contributors
 */
class JidCacheTests {

	private final JidCache cache = new JidCache();

	@Test
	void addressThatComesAgainIsTheSameObject() {
		Jid first = this.cache.of(new String("juliet@example.com/balcony"));

		assertThat(this.cache.of(new String("juliet@example.com/balcony"))).isSameAs(first)
			.isEqualTo(Jid.of("juliet@example.com/balcony"));
	}

	@Test
	void otherSpellingsAreNormalisedEachTime() {
		for (int i = 0; i < 3; i++) {
			assertThat(this.cache.of("Juliet@EXAMPLE.com/Balcony")).hasToString("juliet@example.com/Balcony");
			assertThat(this.cache.of("juliet@example.com/Balcony")).hasToString("juliet@example.com/Balcony");
		}
	}

	@Test
	void addressesInTheSamePlaceAreToldApart() {
		assertThat("a@example.com/Aa").hasSameHashCodeAs("a@example.com/BB");
		for (int i = 0; i < 3; i++) {
			assertThat(this.cache.of("a@example.com/Aa")).hasToString("a@example.com/Aa");
			assertThat(this.cache.of("a@example.com/BB")).hasToString("a@example.com/BB");
		}
	}

	@Test
	void malformedAddressesAreRefusedEachTime() {
		for (int i = 0; i < 3; i++) {
			assertThatExceptionOfType(JidFormatException.class).isThrownBy(() -> this.cache.of("a b@example.com"));
		}
	}

	@Test
	void longAddressesAreNotKept() {
		String address = "example.com/" + "x".repeat(JidCache.MAX_LENGTH);

		assertThat(this.cache.of(address)).isEqualTo(this.cache.of(address)).isNotSameAs(this.cache.of(address));
	}

	@Test
	void manyAddressesAreReadRightAndFewKept() {
		Jid first = this.cache.of("user0@example.com");
		for (int i = 0; i < 100 * JidCache.SIZE; i++) {
			assertThat(this.cache.of("user" + i + "@example.com")).hasToString("user" + i + "@example.com");
		}

		assertThat(this.cache.of("user0@example.com")).isEqualTo(first).isNotSameAs(first);
	}

}
