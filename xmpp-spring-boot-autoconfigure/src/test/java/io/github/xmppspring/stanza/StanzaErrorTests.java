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

package io.github.xmppspring.stanza;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link StanzaError}.
 *
 * @author XMPP for Spring Boot contributors
 */
class StanzaErrorTests {

	@ParameterizedTest
	@DisplayName("R10 Every condition is written and read")
	@EnumSource
	void everyConditionSurvives(StanzaErrorCondition condition) {
		StanzaError error = StanzaError.of(condition);

		Element element = error.toElement("jabber:client");

		assertThat(element.attribute("type")).isEqualTo(condition.defaultType().value());
		assertThat(element.firstChild()).isEqualTo(Element.of(StanzaError.NAMESPACE, condition.value()));
		assertThat(StanzaError.from(element)).isEqualTo(error);
	}

	@Test
	@DisplayName("R10 There are 22 conditions and 5 types")
	void conditionsAndTypesAreThoseOfTheRfc() {
		assertThat(StanzaErrorCondition.values()).hasSize(22);
		assertThat(StanzaErrorType.values()).hasSize(5);
	}

	@Test
	@DisplayName("R10 Everything an error can hold is written and read")
	void everythingSurvives() {
		StanzaError error = StanzaError.of(StanzaErrorCondition.GONE, "Moved")
			.withType(StanzaErrorType.MODIFY)
			.withText("de", "Umgezogen")
			.withBy(Jid.of("capulet.example"))
			.withUri("xmpp:romeo@afterlife.example")
			.withApplicationCondition(Element.of("urn:x", "too-many-parameters"));

		assertThat(StanzaError.from(error.toElement("jabber:client"))).isEqualTo(error);
		assertThat(StanzaError.from(error.toElement("jabber:component:accept"))).isEqualTo(error);
	}

	@Test
	@DisplayName("R10 An unknown condition is undefined and kept")
	void unknownConditionIsKept() {
		StanzaError error = parse(
				"<error type='auth'><payment-required xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>");

		assertThat(error.condition()).isEqualTo(StanzaErrorCondition.UNDEFINED_CONDITION);
		assertThat(error.type()).isEqualTo(StanzaErrorType.AUTH);
		assertThat(error.applicationConditions())
			.containsExactly(Element.of(StanzaError.NAMESPACE, "payment-required"));
	}

	@Test
	@DisplayName("R10 An unknown type is that of the condition")
	void unknownTypeIsThatOfTheCondition() {
		StanzaError error = parse(
				"<error type='panic'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>");

		assertThat(error.type()).isEqualTo(StanzaErrorType.WAIT);
	}

	@Test
	@DisplayName("R10 A malformed address that detected the error is left out")
	void malformedByIsLeftOut() {
		assertThat(parse("<error by='@'/>").by()).isNull();
		assertThat(parse("<error by='capulet.example'/>").by()).isEqualTo(Jid.of("capulet.example"));
	}

	@Test
	@DisplayName("R10 White space around the new address is no part of it")
	void uriIsTrimmed() {
		StanzaError error = parse("<error type='modify'><redirect xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>\n"
				+ "  xmpp:a@b.example\n</redirect></error>");

		assertThat(error.uri()).isEqualTo("xmpp:a@b.example");
	}

	@Test
	@DisplayName("R11 The old number and the old text are read")
	void oldErrorsAreRead() {
		StanzaError error = parse("<error code='501'>Not implemented</error>");

		assertThat(error.code()).isEqualTo(501);
		assertThat(error.condition()).isEqualTo(StanzaErrorCondition.FEATURE_NOT_IMPLEMENTED);
		assertThat(error.text()).isEqualTo("Not implemented");
		assertThat(parse("<error code='x'/>").code()).isNull();
	}

	@ParameterizedTest
	@DisplayName("R11 An old number stands for a condition and a type")
	@CsvSource({ "302, gone, modify", "400, bad-request, modify", "401, not-authorized, auth",
			"402, undefined-condition, auth", "403, forbidden, auth", "404, item-not-found, cancel",
			"405, not-allowed, cancel", "406, not-acceptable, modify", "407, registration-required, auth",
			"408, remote-server-timeout, wait", "409, conflict, cancel", "500, internal-server-error, wait",
			"501, feature-not-implemented, cancel", "502, service-unavailable, wait",
			"503, service-unavailable, cancel", "504, remote-server-timeout, wait", "510, service-unavailable, cancel",
			"999, undefined-condition, cancel" })
	void oldNumberIsUnderstood(int code, String condition, String type) {
		StanzaError error = parse("<error code='%d'/>".formatted(code));

		assertThat(error.condition().value()).isEqualTo(condition);
		assertThat(error.type().value()).isEqualTo(type);
		assertThat(error.code()).isEqualTo(code);
	}

	@Test
	@DisplayName("R11 Condition and type count more than an old number")
	void conditionCountsMoreThanOldNumber() {
		StanzaError error = parse("<error code='404'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>");
		StanzaError typed = parse("<error code='500' type='auth'/>");
		StanzaError unknown = parse(
				"<error code='404'><payment-required xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>");

		assertThat(error.condition()).isEqualTo(StanzaErrorCondition.GONE);
		assertThat(error.type()).isEqualTo(StanzaErrorType.CANCEL);
		assertThat(typed.type()).isEqualTo(StanzaErrorType.AUTH);
		assertThat(unknown.condition()).isEqualTo(StanzaErrorCondition.UNDEFINED_CONDITION);
	}

	@ParameterizedTest
	@DisplayName("R11 Every condition has an old number")
	@EnumSource
	void everyConditionHasAnOldNumber(StanzaErrorCondition condition) {
		StanzaError error = StanzaError.of(condition).withCode(condition.legacyCode());

		assertThat(condition.legacyCode()).isBetween(300, 599);
		assertThat(error.toElement("jabber:client").attribute("code")).hasSize(3);
		assertThat(StanzaError.from(error.toElement("jabber:client"))).isEqualTo(error);
	}

	@Test
	@DisplayName("R10 Only gone and redirect have a new address")
	void otherConditionHasNoNewAddress() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> StanzaError.of(StanzaErrorCondition.CONFLICT).withUri("xmpp:a@b.example"));
		assertThat(StanzaError.of(StanzaErrorCondition.CONFLICT).withUri(null).uri()).isNull();
		assertThat(StanzaError.of(StanzaErrorCondition.REDIRECT).withUri("xmpp:a@b.example").uri())
			.isEqualTo("xmpp:a@b.example");
	}

	@Test
	@DisplayName("R11 The old number is not written unless it was received")
	void oldNumberIsNotWritten() {
		assertThat(StanzaError.of(StanzaErrorCondition.CONFLICT).toElement("jabber:client").attribute("code")).isNull();
	}

	@Test
	@DisplayName("R12 An empty error is undefined")
	void emptyErrorIsUndefined() {
		StanzaError error = parse("<error/>");

		assertThat(error).isEqualTo(StanzaError.of(StanzaErrorCondition.UNDEFINED_CONDITION));
		assertThat(error.text()).isNull();
	}

	@Test
	@DisplayName("A15 The text is given in the language that fits best")
	void textFitsTheLanguage() {
		StanzaError error = StanzaError.of(StanzaErrorCondition.CONFLICT)
			.withText("fr", "Conflit")
			.withText("de", "Konflikt")
			.withText("", "Conflict");

		assertThat(error.text(Locale.GERMAN)).isEqualTo("Konflikt");
		assertThat(error.text(Locale.GERMANY)).isEqualTo("Konflikt");
		assertThat(error.text(Locale.ITALIAN)).isEqualTo("Conflict");
		assertThat(StanzaError.of(StanzaErrorCondition.CONFLICT).text(Locale.GERMAN)).isNull();
	}

	@Test
	void partsCannotBeChanged() {
		StanzaError error = StanzaError.of(StanzaErrorCondition.CONFLICT, "x");

		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> error.texts().clear());
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> error.applicationConditions().clear());
	}

	@Test
	void textsAreNotSharedWithWhoGaveThem() {
		Map<String, String> texts = new HashMap<>(Map.of("en", "x"));
		StanzaError error = new StanzaError(StanzaErrorCondition.CONFLICT, StanzaErrorType.CANCEL, null, null, texts,
				List.of(), null);

		texts.clear();

		assertThat(error.text()).isEqualTo("x");
	}

	private static StanzaError parse(String xml) {
		return StanzaError.from(Element.parse(xml.replaceFirst("<error", "<error xmlns='jabber:client'")));
	}

	@Test
	void illegalCharactersAreRefusedWhereTheErrorIsBuilt() {
		StanzaError error = StanzaError.of(StanzaErrorCondition.GONE);

		assertThatIllegalArgumentException().isThrownBy(() -> error.withText("en", "\u0000"));
		assertThatIllegalArgumentException().isThrownBy(() -> error.withText("\uFFFE", "text"));
		assertThatIllegalArgumentException().isThrownBy(() -> error.withUri("xmpp:\uD800"));
	}

}
