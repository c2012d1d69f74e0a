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
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.convert.support.DefaultConversionService;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Jid}.
 *
 * @author XMPP for Spring Boot contributors
 */
class JidTests {

	@Test
	void splitsAtTheFirstSlashAndTheFirstAtBeforeIt() {
		Jid jid = Jid.of("juliet@example.com/a@b/c");

		assertThat(jid.local()).isEqualTo("juliet");
		assertThat(jid.domain()).isEqualTo("example.com");
		assertThat(jid.resource()).isEqualTo("a@b/c");
	}

	@Test
	void atInTheResourcepartDoesNotEndALocalpart() {
		Jid jid = Jid.of("example.com/a@b");

		assertThat(jid.local()).isNull();
		assertThat(jid.domain()).isEqualTo("example.com");
		assertThat(jid.resource()).isEqualTo("a@b");
	}

	@Test
	void normalisesEveryPart() {
		Jid jid = Jid.of("JULIET@Example.COM./Balcony\u00a0West");

		assertThat(jid).hasToString("juliet@example.com/Balcony West");
	}

	@Test
	void keepsTheTextThatIsNormalAlready() {
		String text = "juliet@im.example.com/Balcony 1";

		assertThat(Jid.of(text).toString()).isSameAs(text);
	}

	@Test
	void doesNotDependOnTheDefaultLocale() {
		Locale defaultLocale = Locale.getDefault();
		try {
			Locale.setDefault(Locale.forLanguageTag("tr"));

			assertThat(Jid.of("TITLE@INFO.example")).hasToString("title@info.example");
			assertThat(Jid.of("[::ABCD]")).hasToString("[::abcd]");
		}
		finally {
			Locale.setDefault(defaultLocale);
		}
	}

	@Test
	void equalityIsThatOfTheNormalForm() {
		Jid jid = Jid.of("juliet@example.com/Balcony");

		assertThat(jid).isEqualTo(Jid.of("JULIET@example.COM/Balcony"))
			.isEqualTo(Jid.of("\uff2auliet", "example.com", "Balcony"))
			.hasSameHashCodeAs(Jid.of("JULIET@example.com/Balcony"))
			.isNotEqualTo(Jid.of("juliet@example.com/balcony"))
			.isNotEqualTo(Jid.of("juliet@example.com"))
			.isNotEqualTo(Jid.of("romeo@example.com/Balcony"))
			.isNotEqualTo("juliet@example.com/Balcony");
	}

	@Test
	void ofPartsAcceptsAnyCombination() {
		assertThat(Jid.of(null, "example.com", null)).hasToString("example.com");
		assertThat(Jid.of("juliet", "example.com", null)).hasToString("juliet@example.com");
		assertThat(Jid.of(null, "example.com", "a@b")).isEqualTo(Jid.of("example.com/a@b"));
		assertThat(Jid.of("juliet", "example.com", "x")).isEqualTo(Jid.of("juliet@example.com/x"));
	}

	@Test
	void ofPartsDoesNotSplitThem() {
		assertThatExceptionOfType(JidFormatException.class).isThrownBy(() -> Jid.of("a@b", "example.com", null));
		assertThatExceptionOfType(JidFormatException.class).isThrownBy(() -> Jid.of(null, "a@example.com", null));
		assertThatExceptionOfType(JidFormatException.class).isThrownBy(() -> Jid.of(null, "example.com/x", null));
	}

	@ParameterizedTest
	@CsvSource({ "example.com, true, false, true", "juliet@example.com, true, false, false",
			"example.com/x, false, true, false", "juliet@example.com/x, false, true, false" })
	void knowsItsKind(String text, boolean bare, boolean full, boolean domain) {
		Jid jid = Jid.of(text);

		assertThat(jid.isBare()).isEqualTo(bare);
		assertThat(jid.isFull()).isEqualTo(full);
		assertThat(jid.isDomain()).isEqualTo(domain);
	}

	@Test
	void bareDropsTheResourcepart() {
		Jid bare = Jid.of("juliet@example.com/a/b").bare();

		assertThat(bare).isEqualTo(Jid.of("juliet@example.com")).hasToString("juliet@example.com");
		assertThat(bare.resource()).isNull();
		assertThat(bare.bare()).isSameAs(bare);
		assertThat(Jid.of("example.com/x").bare()).isEqualTo(Jid.of("example.com"));
	}

	@Test
	void domainJidDropsAllButTheDomainpart() {
		Jid domain = Jid.of("juliet@example.com/a").domainJid();

		assertThat(domain).isEqualTo(Jid.of("example.com")).hasToString("example.com");
		assertThat(domain.isDomain()).isTrue();
		assertThat(domain.domainJid()).isSameAs(domain);
	}

	@Test
	void withResourceReplacesTheResourcepart() {
		Jid jid = Jid.of("juliet@example.com/a");

		assertThat(jid.withResource("b\u00a0c")).isEqualTo(Jid.of("juliet@example.com/b c"));
		assertThat(jid.bare().withResource("a")).isEqualTo(jid);
		assertThat(jid.withResource(null)).isEqualTo(Jid.of("juliet@example.com"));
		assertThatExceptionOfType(JidFormatException.class).isThrownBy(() -> jid.withResource(""));
	}

	@Test
	void forbiddenCharactersMayNotComeOutOfMappingOrHideInIt() {
		assertThatExceptionOfType(JidFormatException.class).isThrownBy(() -> Jid.of("a\uff20b@example.com"));
		assertThatExceptionOfType(JidFormatException.class).isThrownBy(() -> Jid.of("a\uff0fb@example.com"));
		assertThatExceptionOfType(JidFormatException.class).isThrownBy(() -> Jid.of("a<\u0338@example.com"));
		assertThatExceptionOfType(JidFormatException.class).isThrownBy(() -> Jid.of("example\uff0fcom"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\ud800@example.com", "a\udc00b@example.com", "a@ex\ud800ample.com", "a@b.c/\ud800",
			"a@b.c/x\udc00\ud800" })
	void halfASurrogatePairIsInvalid(String text) {
		assertThatExceptionOfType(JidFormatException.class).isThrownBy(() -> Jid.of(text))
			.withMessageContaining("surrogate");
	}

	@Test
	void invisibleCharactersAreInvalid() {
		assertThatExceptionOfType(JidFormatException.class).isThrownBy(() -> Jid.of("a\udb40\udd00@example.com"));
		assertThatExceptionOfType(JidFormatException.class).isThrownBy(() -> Jid.of("a@example.com/\udb40\udc41"));
		assertThatExceptionOfType(JidFormatException.class).isThrownBy(() -> Jid.of("a@example.com/\u200b"));
	}

	@Test
	void lengthsAreOctetsOfTheNormalForm() {
		String combining = "e\u0301".repeat(511);

		assertThat(Jid.of("a@b.c/" + combining).resource()).isEqualTo("\u00e9".repeat(511));
		assertThatExceptionOfType(JidFormatException.class).isThrownBy(() -> Jid.of("a@b.c/" + combining + "e\u0301"))
			.withMessageContaining("resourcepart")
			.withMessageContaining("1023");
		assertThat(Jid.of("a@b.c/" + "\ud83c\udf7a".repeat(255)).isFull()).isTrue();
		assertThatExceptionOfType(JidFormatException.class)
			.isThrownBy(() -> Jid.of("a@b.c/" + "\ud83c\udf7a".repeat(256)));
	}

	@Test
	void hugeTextIsRefused() {
		String huge = "\u00e9".repeat(1_000_000);

		assertThatExceptionOfType(JidFormatException.class).isThrownBy(() -> Jid.of(huge + "@example.com"))
			.satisfies((ex) -> assertThat(ex.getMessage()).hasSizeLessThan(1000));
	}

	@Test
	void messageNamesThePartAndQuotesItSafely() {
		assertThatExceptionOfType(JidFormatException.class).isThrownBy(() -> Jid.of("a\nb@example.com"))
			.withMessageStartingWith("Invalid localpart 'a\\u000ab' in JID: ");
		assertThatExceptionOfType(JidFormatException.class).isThrownBy(() -> Jid.of("juliet@"))
			.withMessage("Invalid domainpart '' in JID: it must not be empty");
		assertThatExceptionOfType(JidFormatException.class).isThrownBy(() -> Jid.of("example.com/"))
			.withMessage("Invalid resourcepart '' in JID: it must not be empty");
	}

	@Test
	void requiresATextAndADomainpart() {
		assertThatIllegalArgumentException().isThrownBy(() -> Jid.of(null));
		assertThatIllegalArgumentException().isThrownBy(() -> Jid.of("juliet", null, null));
	}

	@Test
	void convertsFromAndToText() {
		DefaultConversionService conversionService = new DefaultConversionService();
		Jid jid = Jid.of("juliet@example.com/x");

		assertThat(conversionService.convert("JULIET@example.com/x", Jid.class)).isEqualTo(jid);
		assertThat(conversionService.convert(jid, String.class)).isEqualTo("juliet@example.com/x");
		assertThatExceptionOfType(ConversionFailedException.class)
			.isThrownBy(() -> conversionService.convert("juliet@", Jid.class))
			.withCauseInstanceOf(JidFormatException.class);
	}

	@Test
	void bindsToConfigurationProperties() {
		Binder binder = new Binder(new MapConfigurationPropertySource(Map.of("account.jid", "Juliet@example.com")));

		Account account = binder.bind("account", Account.class).get();

		assertThat(account.jid()).isEqualTo(Jid.of("juliet@example.com"));
	}

	record Account(Jid jid) {

	}

}
