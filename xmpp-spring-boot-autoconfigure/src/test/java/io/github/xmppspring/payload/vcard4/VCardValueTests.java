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

package io.github.xmppspring.payload.vcard4;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Function;

import io.github.xmppspring.payload.PayloadException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link VCardValue}.
 *
 * @author XMPP for Spring Boot contributors
 */
class VCardValueTests {

	@Test
	void valuesHaveTheirForms() {
		assertThat(VCardValue.of(true)).isEqualTo(VCardValue.of("boolean", "true"));
		assertThat(VCardValue.of(-7)).isEqualTo(VCardValue.of("integer", "-7"));
		assertThat(VCardValue.of(1.5)).isEqualTo(VCardValue.of("float", "1.5"));
		assertThat(VCardValue.of(ZoneOffset.ofHoursMinutes(-3, -30))).isEqualTo(VCardValue.of("utc-offset", "-0330"));
		assertThat(VCardValue.of(ZoneOffset.UTC)).isEqualTo(VCardValue.of("utc-offset", "+0000"));
		assertThat(VCardValue.date(LocalDate.of(1996, 4, 15))).isEqualTo(VCardValue.of("date", "19960415"));
		assertThat(VCardValue.timestamp(Instant.parse("1996-10-22T14:00:00.5Z")))
			.isEqualTo(VCardValue.of("timestamp", "19961022T140000Z"));
		assertThat(VCardValue.data("image/png", new byte[] { 1, 2, 3 }))
			.isEqualTo(VCardValue.uri("data:image/png;base64,AQID"));
	}

	@Test
	void formsHaveTheirValues() {
		assertThat(VCardValue.of(true).flag()).isTrue();
		assertThat(VCardValue.of("boolean", " 0 ").flag()).isFalse();
		assertThat(VCardValue.of(-7).integer()).isEqualTo(-7);
		assertThat(VCardValue.of(1.5).number()).isEqualTo(1.5);
		assertThat(VCardValue.of("utc-offset", "-05").offset()).isEqualTo(ZoneOffset.ofHours(-5));
		assertThat(VCardValue.of("utc-offset", "-0330").offset()).isEqualTo(ZoneOffset.ofHoursMinutes(-3, -30));
		assertThat(VCardValue.uri("mailto:a@example.com").uri()).isEqualTo(URI.create("mailto:a@example.com"));
	}

	@ParameterizedTest
	@CsvSource({ "19960415", "1996-04-15", "' 19960415 '" })
	void datesAreRead(String date) {
		assertThat(VCardValue.of("date", date).date()).isEqualTo(LocalDate.of(1996, 4, 15));
	}

	@ParameterizedTest
	@CsvSource({ "19961022T140000Z", "19961022T090000-05", "19961022T100000-0400", "1996-10-22T14:00:00Z" })
	void timestampsAreRead(String timestamp) {
		assertThat(VCardValue.of("timestamp", timestamp).instant()).isEqualTo(Instant.parse("1996-10-22T14:00:00Z"));
	}

	@ParameterizedTest
	@CsvSource({ "'data:image/png;base64,AQID'", "'DATA:;base64,AQ%49D'", "'data:,%01%02%03'",
			"'data:image/png;base64,AQ\nID'" })
	void dataIsRead(String uri) {
		assertThat(VCardValue.uri(uri).data()).containsExactly(1, 2, 3);
	}

	@Test
	void otherUriHasNoData() {
		assertThat(VCardValue.uri("https://example.com/a").data()).isEmpty();
	}

	@Test
	void complaintsNameTypeAndRule() {
		assertComplaint(VCardValue::date, "date", "a date");
		assertComplaint(VCardValue::instant, "timestamp", "a timestamp");
		assertComplaint(VCardValue::integer, "integer", "a whole number");
		assertComplaint(VCardValue::number, "float", "a number");
		assertComplaint(VCardValue::flag, "boolean", "a truth value");
		assertComplaint(VCardValue::offset, "utc-offset", "an offset from UTC");
		assertComplaint(VCardValue::uri, "uri", "a URI");
		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> VCardValue.uri("data:x").data())
			.withMessageContaining("must hold a URI");
	}

	private static void assertComplaint(Function<VCardValue, Object> accessor, String type, String rule) {
		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> accessor.apply(VCardValue.of(type, "a b")))
			.withMessage("<%s xmlns='urn:ietf:params:xml:ns:vcard-4.0'/> must hold %s".formatted(type, rule))
			.withNoCause();
	}

}
