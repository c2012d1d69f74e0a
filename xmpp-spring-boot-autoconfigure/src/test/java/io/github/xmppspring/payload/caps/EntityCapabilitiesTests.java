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

package io.github.xmppspring.payload.caps;

import io.github.xmppspring.payload.PayloadException;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link EntityCapabilities}.
 *
 * @author XMPP for Spring Boot contributors
 */
class EntityCapabilitiesTests {

	@Test
	void capabilitiesSurvive() {
		EntityCapabilities capabilities = EntityCapabilities.of("sha-1", "http://example.org/bot", "abc=");

		Element written = EntityCapabilities.CODEC.write(capabilities);

		assertThat(written).isEqualTo(Element.parse("""
				<c xmlns='http://jabber.org/protocol/caps' hash='sha-1' node='http://example.org/bot' ver='abc='/>"""));
		assertThat(EntityCapabilities.CODEC.read(written)).isEqualTo(capabilities);
		assertThat(capabilities.isLegacy()).isFalse();
		assertThat(capabilities.infoNode()).isEqualTo("http://example.org/bot#abc=");
	}

	@Test
	void legacyFormatAndEverythingUnknownSurvives() {
		Element element = Element.parse("""
				<c xmlns='http://jabber.org/protocol/caps' node='http://example.org/bot' ver='1.0' ext='ca cs' a='1'>\
				<x xmlns='urn:x'/></c>""");

		EntityCapabilities capabilities = EntityCapabilities.CODEC.read(element);

		assertThat(EntityCapabilities.CODEC.write(capabilities)).isEqualTo(element);
		assertThat(capabilities.isLegacy()).isTrue();
		assertThat(capabilities.ext()).isEqualTo("ca cs");
	}

	@ParameterizedTest
	@CsvSource({ "ver='a',node", "ver='a' node='',node", "node='a',ver", "node='a' ver='',ver" })
	void nodeAndVersionMustBeThere(String attributes, String missing) {
		Element element = Element.parse("<c xmlns='http://jabber.org/protocol/caps' " + attributes + "/>");

		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> EntityCapabilities.CODEC.read(element))
			.withMessageContaining("'" + missing + "'");
	}

	@Test
	void emptyValuesAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> EntityCapabilities.of("", "a", "b"));
		assertThatIllegalArgumentException().isThrownBy(() -> EntityCapabilities.of("sha-1", "", "b"));
		assertThatIllegalArgumentException().isThrownBy(() -> EntityCapabilities.of("sha-1", "a", ""));
	}

}
