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

package io.github.xmppspring.xml;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

import io.github.xmppspring.xml.XmlException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ElementReader}.
 *
 * @author XMPP for Spring Boot contributors
 */
class ElementReaderTests {

	private static final XmlLimits LIMITS = new XmlLimits(10_000, 3, 2, 100, 200);

	private final ElementReader reader = new ElementReader(LIMITS);

	@Test
	void readsNamesTextAndAttributes() {
		Element element = this.reader.read("<a b='1'>x&amp;<![CDATA[<]]>&#x41;<c xmlns='urn:c' xml:lang='en'/></a>");

		assertThat(element).isEqualTo(Element.builder("", "a")
			.attribute("b", "1")
			.text("x&<A")
			.child(Element.builder("urn:c", "c").language("en").build())
			.build());
	}

	@Test
	void readsInTheScopeOfAStream() {
		ElementReader inStream = this.reader
			.in(new NamespaceScope("urn:d", List.of(new NamespaceDeclaration("p", "urn:p"))));

		Element element = inStream.read("<p:a p:b='1'><c/></p:a>");

		assertThat(element).isEqualTo(Element.parse("<a xmlns='urn:p' xmlns:q='urn:p' q:b='1'><c xmlns='urn:d'/></a>"));
		assertThat(inStream.read("<a/>")).isEqualTo(Element.of("urn:d", "a"));
	}

	@Test
	void keepsDeclarationsThatOnlyValuesUse() {
		String xml = "<v xmlns:xs=\"urn:xs\" type=\"xs:string\"/>";

		assertThat(this.reader.read(xml)).hasToString(xml);
	}

	// Reports cannot hold all of the texts
	@ParameterizedTest(name = "{index}")
	@ValueSource(strings = { "", " ", "x", "<a>", "<a/><b/>", "<a/>x", "</s>", "</s><s>", "<a/></s><s>", "<a></b>",
			"<a b/>", "<a>]]></a>", "<a b='1' b='2'/>", "<p:a/>", "<a xmlns:p=''/>",
			"<a xmlns:p='u' xmlns:q='u' p:b='' q:b=''/>", "<a>&#0;</a>", "<a>\u0001</a>", "<a>\uFFFE</a>",
			"<a b='\uFFFF'/>", "<a>&</a>", "<a xmlns='http://www.w3.org/2000/xmlns/'/>" })
	void refusesWhatIsNotWellFormed(String xml) {
		assertRefused(xml, Reason.NOT_WELL_FORMED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<a><!-- c --></a>", "<a><?pi x?></a>", "<a>&b;</a>", "<a b='&c;'/>", "<a b='x&nbsp;'/>" })
	void refusesWhatXmppRestricts(String xml) {
		assertRefused(xml, Reason.RESTRICTED);
	}

	@ParameterizedTest
	@CsvSource({ "c0bc", "c080", "eda080", "ff", "e282", "f8888080" })
	void refusesWhatIsNotUtf8(String bytes) {
		ByteArrayInputStream xml = new ByteArrayInputStream(HexFormat.of().parseHex("3c613e" + bytes + "3c2f613e"));

		assertThatExceptionOfType(XmlException.class).isThrownBy(() -> this.reader.read(xml))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(Reason.UNSUPPORTED_ENCODING));
	}

	@Test
	void takesAsMuchAsTheLimitsAllow() {
		String xml = "<a><b><c x='%s' y=''>%s</c></b></a>".formatted("x".repeat(100), "y".repeat(200));

		assertThat(this.reader.read(xml).toString()).hasSizeGreaterThan(300);
	}

	@Test
	void refusesWhatExceedsALimit() {
		assertRefused("<a><b><c><d/></c></b></a>", Reason.LIMIT_EXCEEDED);
		assertRefused("<a x='' y='' z=''/>", Reason.LIMIT_EXCEEDED);
		assertRefused("<a x='" + "x".repeat(101) + "'/>", Reason.LIMIT_EXCEEDED);
		assertRefused("<a>" + "x".repeat(201) + "</a>", Reason.LIMIT_EXCEEDED);
		assertRefused("<a>" + "&amp;".repeat(201) + "</a>", Reason.LIMIT_EXCEEDED);
	}

	@Test
	void textThatSpeaksOfALimitIsNoLimit() {
		assertRefused("<a limit='limit (5) exceeded'>limit (5) exceeded</b>", Reason.NOT_WELL_FORMED);
	}

	@Test
	void messagesDoNotHoldTheXml() {
		assertThatExceptionOfType(XmlException.class).isThrownBy(() -> this.reader.read("<secret></public>"))
			.withMessageNotContainingAny("secret", "public");
	}

	@Test
	void readsStartTagWithDeclaration() {
		StartTag tag = readStartTag("<?xml version='1.0' encoding='utf-8' standalone='yes'?>\n"
				+ "<s:s xmlns:s='urn:s' xmlns='urn:d' xmlns:p='urn:p' p:a='1' b='2'>");

		assertThat(tag.element()).isEqualTo(Element.parse("<s xmlns='urn:s' xmlns:p='urn:p' p:a='1' b='2'/>"));
		assertThat(tag.scope()).isEqualTo(new NamespaceScope("urn:d",
				List.of(new NamespaceDeclaration("s", "urn:s"), new NamespaceDeclaration("p", "urn:p"))));
	}

	@ParameterizedTest
	@CsvSource({ "<?xml version='1.1'?><a>, NOT_WELL_FORMED", "<?xml version='2.0'?><a>, NOT_WELL_FORMED",
			"<?xml encoding='UTF-8'?><a>, NOT_WELL_FORMED",
			"<?xml version='1.0' encoding='UTF-16'?><a>, UNSUPPORTED_ENCODING", "<!-- c --><a>, RESTRICTED",
			"<!DOCTYPE a><a>, RESTRICTED", "<a:b>, NOT_WELL_FORMED" })
	void refusesStartTags(String xml, Reason reason) {
		assertThatExceptionOfType(XmlException.class).isThrownBy(() -> readStartTag(xml))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(reason));
	}

	private static StartTag readStartTag(String xml) {
		return new ElementReader(XmlLimits.DEFAULT)
			.readStartTag(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
	}

	private void assertRefused(String xml, Reason reason) {
		assertThatExceptionOfType(XmlException.class).isThrownBy(() -> this.reader.read(xml))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(reason));
	}

}
