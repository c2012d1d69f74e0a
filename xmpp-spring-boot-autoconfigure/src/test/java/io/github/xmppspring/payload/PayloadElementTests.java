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

package io.github.xmppspring.payload;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import javax.xml.namespace.QName;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.LocalizedText;
import org.junit.jupiter.api.Test;

import org.springframework.core.convert.support.DefaultConversionService;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link PayloadElement}, {@link Extensions} and {@link LocalizedText}.
 *
 * @author XMPP for Spring Boot contributors
 */
class PayloadElementTests {

	@Test
	void keepsWhatNobodyAskedFor() {
		Element element = Element.parse("""
				<a xmlns='urn:a' x='1' y='2'><b/><b/><c xmlns='urn:c'/><d>text</d></a>""");
		PayloadElement payload = PayloadElement.of(element);

		payload.attribute("x");
		payload.child("b");
		payload.textChild("d");

		Extensions rest = payload.extensions();
		assertThat(rest.attributes()).extracting((attribute) -> attribute.localName()).containsExactly("y");
		assertThat(rest.elements()).containsExactly(Element.of("urn:a", "b"), Element.of("urn:c", "c"));
		Element.Builder written = Element.builder("urn:a", "a");
		rest.writeTo(written);
		assertThat(written.build()).isEqualTo(Element.parse("<a xmlns='urn:a' y='2'><b/><c xmlns='urn:c'/></a>"));
	}

	@Test
	void extensionsReplaceNothing() {
		Extensions rest = PayloadElement.of(Element.parse("<a xmlns='urn:a' x='1' y='2' xml:lang='de'/>")).extensions();

		Element.Builder written = Element.builder("urn:a", "a").attribute("x", "0").language("en");
		rest.writeTo(written);

		assertThat(written.build()).isEqualTo(Element.parse("<a xmlns='urn:a' x='0' y='2' xml:lang='en'/>"));
	}

	@Test
	void hasNoExtensionsWhenAllWasRead() {
		PayloadElement payload = PayloadElement.of(Element.parse("<a xmlns='urn:a' x='1' xml:lang='de'><b/></a>"));

		payload.attribute("x");
		payload.language();
		payload.children("b");

		assertThat(payload.extensions()).isSameAs(Extensions.NONE);
	}

	@Test
	void complaintsNameElementAndRuleButNoContent() {
		PayloadElement payload = PayloadElement.of(Element.parse("<a xmlns='urn:a' x='secret'/>"));

		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> payload.requiredAttribute("y"))
			.withMessage("<a xmlns='urn:a'/> must have the attribute 'y'")
			.satisfies((ex) -> assertThat(ex.getElement()).isEqualTo(new QName("urn:a", "a")));
		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> payload.attribute("x", Integer::valueOf))
			.withMessage("<a xmlns='urn:a'/> has a malformed attribute 'x'");
		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> payload.requiredChild("b"))
			.withMessage("<a xmlns='urn:a'/> must have the child <b/>");
	}

	@Test
	void complaintsOfParsersThatQuoteTheValueAreLeftOut() {
		PayloadElement payload = PayloadElement.of(Element.parse("<a xmlns='urn:a' x='private@'/>"));
		List<Function<String, Object>> parsers = List.of(Integer::valueOf, Jid::of, Instant::parse,
				(text) -> new DefaultConversionService().convert(text, Integer.class));

		for (Function<String, Object> parser : parsers) {
			assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> payload.attribute("x", parser))
				.withNoCause();
		}
		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> payload.attribute("x", (text) -> {
			throw new IllegalStateException("a fault of the parser");
		})).withCauseInstanceOf(IllegalStateException.class);
	}

	@Test
	void findsTextsByLanguage() {
		LocalizedText text = PayloadElement.of(Element.parse("""
				<a xmlns='urn:a'><t xml:lang='de'>Tag</t><t>day</t><t xml:lang='de'>spät</t></a>"""))
			.localizedText("t");

		assertThat(text.text()).isEqualTo("day");
		assertThat(text.text(Locale.forLanguageTag("de-CH"))).isEqualTo("Tag");
		assertThat(text.text(Locale.FRENCH)).isEqualTo("day");
		assertThat(LocalizedText.NONE.text()).isNull();
	}

}
