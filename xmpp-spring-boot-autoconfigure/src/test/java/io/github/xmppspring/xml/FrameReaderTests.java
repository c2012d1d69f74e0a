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

import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

import com.ctc.wstx.sr.BasicStreamReader;
import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.util.SymbolTable;
import io.github.xmppspring.xml.XmlException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link FrameReader}.
 *
 * @author XMPP for Spring Boot contributors
 */
class FrameReaderTests {

	private static final XmlLimits LIMITS = new XmlLimits(100_000, 3, 2, 20_000, 20_000);

	private static final NamespaceScope SCOPE = new NamespaceScope("urn:d",
			List.of(new NamespaceDeclaration("p", "urn:p")));

	private final FrameReader reader = new ElementReader(LIMITS).framesIn(SCOPE);

	@Test
	void readsOneFrameAfterTheOther() {
		assertThat(read("<a/>")).isEqualTo(Element.of("urn:d", "a"));
		assertThat(read("<p:a p:b='1'><c/></p:a>"))
			.isEqualTo(Element.parse("<a xmlns='urn:p' xmlns:q='urn:p' q:b='1'><c xmlns='urn:d'/></a>"));
		assertThat(read("<a>x&amp;<![CDATA[<]]>&#x41;</a>"))
			.isEqualTo(Element.builder("urn:d", "a").text("x&<A").build());
	}

	@Test
	void readsWhereTheFrameIs() {
		byte[] bytes = "<x/><a>\u00e4\ud83d\ude00</a><y/>".getBytes(StandardCharsets.UTF_8);

		Element element = this.reader.read(bytes, 4, bytes.length - 8);

		assertThat(element).isEqualTo(Element.builder("urn:d", "a").text("\u00e4\ud83d\ude00").build());
	}

	@Test
	void namespacesOfOneFrameAreNotThoseOfTheNext() {
		read("<a xmlns='urn:x' xmlns:q='urn:q'><q:b/></a>");
		read("<a xmlns:p='urn:other'><p:b/></a>");

		assertThat(read("<a/>")).isEqualTo(Element.of("urn:d", "a"));
		assertThat(read("<p:a/>")).isEqualTo(Element.of("urn:p", "a"));
		assertRefused("<q:b/>", Reason.NOT_WELL_FORMED);
	}

	@Test
	void readsWhatDoesNotFitIntoOneBuffer() {
		for (int length = 3_900; length < 4_100; length++) {
			String text = "x".repeat(length) + "\ud83d\ude00\u20ac".repeat(10);
			assertThat(read("<a b='" + text + "'>" + text + "</a>"))
				.isEqualTo(Element.builder("urn:d", "a").attribute("b", text).text(text).build());
		}
	}

	@Test
	void lineBreaksBecomeOne() {
		for (int length = 3_980; length < 4_000; length++) {
			assertThat(read("<a>" + "x".repeat(length) + "\r\n\r</a>").text()).hasSize(length + 2).endsWith("x\n\n");
		}
	}

	// Reports cannot hold all of the texts
	@ParameterizedTest(name = "{index}")
	@ValueSource(strings = { "", " ", "x", "<a>", "<a", "<a/><b/>", "<a/>x", "<a/> ", " <a/>", "</s>", "</s><s>",
			"<a/></s><s>", "<a/></s>", "<a></b>", "<a b/>", "<a>]]></a>", "<a b='1' b='2'/>", "<q:a/>",
			"<a xmlns:p=''/>", "<a xmlns:r='u' xmlns:q='u' r:b='' q:b=''/>", "<a>&#0;</a>", "<a>\u0001</a>",
			"<a>\uFFFE</a>", "<a b='\uFFFF'/>", "<a>&</a>", "<a xmlns='http://www.w3.org/2000/xmlns/'/>",
			"<?xml version='1.0'?><a/>" })
	void refusesWhatIsNotWellFormedWhateverCameBefore(String xml) {
		assertRefused(xml, Reason.NOT_WELL_FORMED);
		read("<a/>");
		assertRefused(xml, Reason.NOT_WELL_FORMED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<a><!-- c --></a>", "<a><?pi x?></a>", "<a>&b;</a>", "<a b='&c;'/>", "<a b='x&nbsp;'/>" })
	void refusesWhatXmppRestricts(String xml) {
		read("<a/>");
		assertRefused(xml, Reason.RESTRICTED);
	}

	@ParameterizedTest
	@CsvSource({ "c0bc", "c080", "eda080", "ff", "e282", "f8888080", "f4908080", "80" })
	void refusesWhatIsNotUtf8(String bytes) {
		byte[] xml = HexFormat.of().parseHex("3c613e" + bytes + "3c2f613e");
		read("<a/>");

		assertThatExceptionOfType(XmlException.class).isThrownBy(() -> this.reader.read(xml, 0, xml.length))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(Reason.UNSUPPORTED_ENCODING));
	}

	@Test
	void characterCutByTheEndOfTheFrameIsNotUtf8() {
		byte[] xml = HexFormat.of().parseHex("3c613ee282ac");
		read("<a/>");

		assertThatExceptionOfType(XmlException.class).isThrownBy(() -> this.reader.read(xml, 0, xml.length - 1))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(Reason.UNSUPPORTED_ENCODING));
	}

	@Test
	void limitsAreThoseOfEachFrame() {
		for (int i = 0; i < 1_000; i++) {
			read("<a><b><c x='' y=''>%s</c></b></a>".formatted("y".repeat(2_000)));
		}
		read("<a x='%1$s'>%1$s</a>".formatted("x".repeat(20_000)));
		read("<a xmlns:x='x' xmlns:y='y'/>");
		assertRefused("<a><b><c><d/></c></b></a>", Reason.LIMIT_EXCEEDED);
		assertRefused("<a x='' y='' z=''/>", Reason.LIMIT_EXCEEDED);
	}

	@Test
	void buffersThatGrewBeforeDoNotRaiseALimit() {
		growBuffers();
		assertRefused("<a x='' xmlns:y='y' xmlns:z='z'/>", Reason.LIMIT_EXCEEDED);
		growBuffers();
		assertRefused("<a x='' y='' xmlns:z='z'/>", Reason.LIMIT_EXCEEDED);
		growBuffers();
		assertRefused("<a x='" + "x".repeat(20_001) + "'/>", Reason.LIMIT_EXCEEDED);
		assertRefused("<a>" + "x".repeat(20_001) + "</a>", Reason.LIMIT_EXCEEDED);
	}

	private void growBuffers() {
		read("<a x='" + "x".repeat(20_000) + "'/>");
		read("<a>" + "x".repeat(20_000) + "</a>");
		read("<a xmlns:x='x' xmlns:y='y'/>");
		read("<a x='x' y='y'/>");
	}

	@Test
	void readsOnAfterAFailure() {
		for (int i = 0; i < 1_000; i++) {
			assertRefused("<a><b></a>", Reason.NOT_WELL_FORMED);
			assertThat(read("<a/>")).isEqualTo(Element.of("urn:d", "a"));
		}
	}

	@Test
	void namesThatAPeerInventsAreForgotten() throws Exception {
		int before = rememberedByTheFactory();
		int most = 0;
		for (int i = 0; i < 300_000; i++) {
			read("<a" + i + " b" + i + "=''/>");
			most = Math.max(most, rememberedNames());
		}

		assertThat(most - before).isBetween(1_000, FrameReader.MAX_CHARACTERS / 4);
		assertThat(rememberedByTheFactory()).isEqualTo(before);
	}

	@Test
	void namesThatAPeerInventsBeforeAFailureAreForgotten() throws Exception {
		int before = rememberedByTheFactory();
		for (int i = 0; i < 100_000; i++) {
			assertRefused("<a" + i + "><b" + i + "/></c>", Reason.NOT_WELL_FORMED);
		}

		assertThat(rememberedNames()).isZero();
		assertThat(rememberedByTheFactory()).isEqualTo(before);
	}

	@Test
	void parserOfALongFrameIsNotKept() throws Exception {
		String names = "<a/>".repeat(FrameReader.MAX_CHARACTERS / 4);
		read("<a>" + names + "</a>");

		assertThat(rememberedNames()).isZero();
	}

	@Test
	void messagesDoNotHoldTheXml() {
		assertThatExceptionOfType(XmlException.class).isThrownBy(() -> read("<secret></public>"))
			.withMessageNotContainingAny("secret", "public");
	}

	private Element read(String xml) {
		byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
		return this.reader.read(bytes, 0, bytes.length);
	}

	private void assertRefused(String xml, Reason reason) {
		assertThatExceptionOfType(XmlException.class).isThrownBy(() -> read(xml))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(reason));
	}

	private int rememberedNames() throws ReflectiveOperationException {
		Object parser = valueOf(FrameReader.class, this.reader, "parser");
		return (parser != null) ? symbols(valueOf(parser.getClass(), parser, "reader")).size() : 0;
	}

	private int rememberedByTheFactory() throws ReflectiveOperationException {
		Object factory = valueOf(FrameReader.class, this.reader, "factory");
		return ((SymbolTable) valueOf(WstxInputFactory.class, factory, "mSymbols")).size();
	}

	private static SymbolTable symbols(Object parser) throws ReflectiveOperationException {
		return (SymbolTable) valueOf(BasicStreamReader.class.getSuperclass(), parser, "mSymbols");
	}

	private static Object valueOf(Class<?> type, Object owner, String name) throws ReflectiveOperationException {
		Field field = type.getDeclaredField(name);
		field.setAccessible(true);
		return field.get(owner);
	}

}
