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

package io.github.xmppspring.stream;

import java.util.stream.Stream;

import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link StreamManagement}.
 *
 * @author XMPP for Spring Boot contributors
 */
class StreamManagementTests {

	static Stream<Arguments> elements() {
		return Stream.of(Arguments.of("<enable xmlns='urn:xmpp:sm:3'/>", new StreamManagement.Enable(false, null)),
				Arguments.of("<enable xmlns='urn:xmpp:sm:3' resume='true' max='60'/>",
						new StreamManagement.Enable(true, 60)),
				Arguments.of("<enabled xmlns='urn:xmpp:sm:3'/>", new StreamManagement.Enabled(null, false, null, null)),
				Arguments.of(
						"<enabled xmlns='urn:xmpp:sm:3' id='some-id' resume='true' max='600' "
								+ "location='[2001:41D0:1:A49b::1]:9222'/>",
						new StreamManagement.Enabled("some-id", true, 600, "[2001:41D0:1:A49b::1]:9222")),
				Arguments.of("<resume xmlns='urn:xmpp:sm:3' previd='some-id' h='7'/>",
						new StreamManagement.Resume("some-id", 7)),
				Arguments.of("<resumed xmlns='urn:xmpp:sm:3' previd='some-id' h='4294967295'/>",
						new StreamManagement.Resumed("some-id", 4_294_967_295L)),
				Arguments.of("<failed xmlns='urn:xmpp:sm:3'/>", new StreamManagement.Failed(null, null)),
				Arguments.of(
						"<failed xmlns='urn:xmpp:sm:3' h='3'>"
								+ "<item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failed>",
						new StreamManagement.Failed(StanzaErrorCondition.ITEM_NOT_FOUND, 3L)),
				Arguments.of("<r xmlns='urn:xmpp:sm:3'/>", new StreamManagement.AckRequest()),
				Arguments.of("<a xmlns='urn:xmpp:sm:3' h='0'/>", new StreamManagement.Ack(0)));
	}

	@ParameterizedTest
	@MethodSource("elements")
	void elementsAreReadAndWritten(String xml, StreamManagement value) {
		assertThat(StreamManagement.from(Element.parse(xml))).isEqualTo(value);
		assertThat(value.toElement()).isEqualTo(Element.parse(xml));
	}

	@Test
	void booleansHaveTwoForms() {
		assertThat(StreamManagement.from(Element.parse("<enable xmlns='urn:xmpp:sm:3' resume='1'/>")))
			.isEqualTo(new StreamManagement.Enable(true, null));
		assertThat(StreamManagement.from(Element.parse("<enable xmlns='urn:xmpp:sm:3' resume='0'/>")))
			.isEqualTo(new StreamManagement.Enable(false, null));
	}

	@Test
	void longTimesAreCut() {
		assertThat(StreamManagement.from(Element.parse("<enable xmlns='urn:xmpp:sm:3' max='9999999999'/>")))
			.isEqualTo(new StreamManagement.Enable(false, Integer.MAX_VALUE));
	}

	@ParameterizedTest
	@ValueSource(strings = { "<a xmlns='urn:xmpp:sm:3'/>", "<a xmlns='urn:xmpp:sm:3' h=''/>",
			"<a xmlns='urn:xmpp:sm:3' h='-1'/>", "<a xmlns='urn:xmpp:sm:3' h='4294967296'/>",
			"<a xmlns='urn:xmpp:sm:3' h='99999999999999999999'/>", "<a xmlns='urn:xmpp:sm:3' h='1.0'/>",
			"<resume xmlns='urn:xmpp:sm:3' h='1'/>", "<resume xmlns='urn:xmpp:sm:3' previd='x'/>",
			"<enable xmlns='urn:xmpp:sm:3' max='soon'/>" })
	void malformedElementsAreRefused(String xml) {
		assertThatExceptionOfType(StreamException.class).isThrownBy(() -> StreamManagement.from(Element.parse(xml)))
			.satisfies((ex) -> assertThat(ex.error().condition()).isEqualTo(StreamErrorCondition.BAD_FORMAT));
	}

	@Test
	void unknownElementsAreRefused() {
		assertThatExceptionOfType(StreamException.class)
			.isThrownBy(() -> StreamManagement.from(Element.of("urn:xmpp:sm:3", "unknown")))
			.satisfies(
					(ex) -> assertThat(ex.error().condition()).isEqualTo(StreamErrorCondition.UNSUPPORTED_STANZA_TYPE));
	}

	@Test
	void countsAreBelowTheModulus() {
		assertThatIllegalArgumentException().isThrownBy(() -> new StreamManagement.Ack(StreamManagement.MODULUS));
		assertThatIllegalArgumentException().isThrownBy(() -> new StreamManagement.Ack(-1));
	}

}
