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

import java.util.stream.Stream;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stax.StAXResult;
import javax.xml.transform.stax.StAXSource;

import io.github.xmppspring.Corpus;
import io.github.xmppspring.CorpusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ElementStreamWriter}.
 *
 * @author XMPP for Spring Boot contributors
 */
class ElementStreamWriterTests {

	private final ElementStreamWriter writer = new ElementStreamWriter();

	@CorpusTest
	@ParameterizedTest(name = "{0}")
	@MethodSource
	void takesWhatTheReaderShowsOfStanza(String id, String xml) throws XMLStreamException {
		Element element = Element.parse(xml);

		copy(new ElementStreamReader(element), this.writer);

		assertThat(this.writer.element()).isEqualTo(element);
	}

	static Stream<Arguments> takesWhatTheReaderShowsOfStanza() {
		return Corpus.records("stanzas/iq.jsonl")
			.filter((record) -> !record.get("xml").asString().matches("(?s).*xmlns=(''|\"\").*"))
			.map((record) -> Arguments.of(record.get("id").asString(), record.get("xml").asString()));
	}

	@Test
	void isTakenAsResultByOtherLibraries() throws Exception {
		Element element = Element.parse("<a x='1'>t<b xmlns='urn:b' xml:lang='en'><c/></b></a>");
		Transformer identity = TransformerFactory.newInstance().newTransformer();

		identity.transform(new StAXSource(new ElementStreamReader(element)), new StAXResult(this.writer));

		assertThat(this.writer.element()).isEqualTo(element);
	}

	@Test
	void unqualifiedChildIsInNamespaceOfItsParent() throws XMLStreamException {
		this.writer.writeStartElement("urn:a", "a");
		this.writer.writeStartElement("b");
		this.writer.writeStartElement("", "c", "");
		this.writer.writeEndElement();
		this.writer.writeEmptyElement("urn:d", "d");
		this.writer.writeEmptyElement("", "e");
		this.writer.writeEndDocument();

		assertThat(this.writer.element()).hasToString("<a xmlns=\"urn:a\"><b><c/><d xmlns=\"urn:d\"/><e/></b></a>");
	}

	@Test
	void piecesOfTextMayEndBetweenTheHalvesOfASurrogatePair() throws XMLStreamException {
		this.writer.writeStartElement("urn:a", "a");
		this.writer.writeCharacters("x\uD83D");
		this.writer.writeCharacters("\uDE00");
		this.writer.writeEndElement();

		assertThat(this.writer.element().text()).isEqualTo("x\uD83D\uDE00");
	}

	@Test
	void nullsWriteNothing() throws XMLStreamException {
		this.writer.writeStartElement("urn:a", "a");
		this.writer.writeAttribute("x", null);
		this.writer.writeAttribute("", "y", null);
		this.writer.writeCharacters(null);
		this.writer.writeCData(null);
		this.writer.writeEndElement();

		assertThat(this.writer.element()).hasToString("<a xmlns=\"urn:a\"/>");
	}

	@Test
	void prefixesAreKeptIfAValueMayReferToThem() throws XMLStreamException {
		String xsi = "http://www.w3.org/2001/XMLSchema-instance";
		this.writer.writeStartElement("n", "a", "urn:a");
		this.writer.writeNamespace("n", "urn:a");
		this.writer.writeNamespace("xsi", xsi);
		this.writer.writeNamespace("t", "urn:types");
		this.writer.writeNamespace("unused", "urn:unused");
		this.writer.writeStartElement("n", "b", "urn:a");
		this.writer.writeAttribute("xsi", xsi, "type", "t:item");
		this.writer.writeEndDocument();

		assertThat(this.writer.element()).hasToString(
				"<a xmlns=\"urn:a\" xmlns:t=\"urn:types\">" + "<b xmlns:xsi=\"" + xsi + "\" xsi:type=\"t:item\"/></a>");
	}

	@Test
	void xsiIsNotDeclaredWithoutUse() throws XMLStreamException {
		this.writer.writeStartElement("urn:a", "a");
		this.writer.writeNamespace("xsi", "http://www.w3.org/2001/XMLSchema-instance");
		this.writer.writeCharacters("12:30");
		this.writer.writeEndElement();

		assertThat(this.writer.element()).hasToString("<a xmlns=\"urn:a\">12:30</a>");
	}

	@Test
	void emptyElementTakesAttributesAndNoContent() throws XMLStreamException {
		this.writer.writeStartElement("urn:a", "a");
		this.writer.writeEmptyElement("b");
		this.writer.writeAttribute("x", "1");
		this.writer.writeCharacters("text");
		this.writer.writeEndElement();

		assertThat(this.writer.element()).isEqualTo(Element.parse("<a xmlns='urn:a'><b x='1'/>text</a>"));
	}

	@Test
	void textPiecesBecomeOneText() throws XMLStreamException {
		this.writer.writeStartDocument("UTF-8", "1.0");
		this.writer.writeStartElement("a");
		this.writer.writeCharacters("xonex".toCharArray(), 1, 3);
		this.writer.writeCData("<two>");
		this.writer.writeEndElement();
		this.writer.writeCharacters("\n");

		assertThat(this.writer.element()).isEqualTo(Element.parse("<a>one&lt;two></a>"));
		assertThat(this.writer.element().content()).hasSize(1);
	}

	@Test
	void onlyOneElementIsTakenAndItMustEnd() throws XMLStreamException {
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(this.writer::element);
		this.writer.writeStartElement("a");
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(this.writer::element);
		this.writer.writeEndElement();

		assertThatExceptionOfType(XMLStreamException.class).isThrownBy(this.writer::writeEndElement);
		assertThatExceptionOfType(XMLStreamException.class).isThrownBy(() -> this.writer.writeStartElement("b"));
		assertThatExceptionOfType(XMLStreamException.class).isThrownBy(() -> this.writer.writeCharacters("text"));
	}

	@Test
	void whatXmppForbidsIsRefused() throws XMLStreamException {
		this.writer.writeStartElement("a");

		assertThatExceptionOfType(XMLStreamException.class).isThrownBy(() -> this.writer.writeComment("c"));
		assertThatExceptionOfType(XMLStreamException.class)
			.isThrownBy(() -> this.writer.writeProcessingInstruction("p"));
		assertThatExceptionOfType(XMLStreamException.class).isThrownBy(() -> this.writer.writeDTD("<!DOCTYPE a>"));
		assertThatExceptionOfType(XMLStreamException.class).isThrownBy(() -> this.writer.writeEntityRef("e"));
	}

	private static void copy(XMLStreamReader reader, XMLStreamWriter writer) throws XMLStreamException {
		while (reader.hasNext()) {
			switch (reader.next()) {
				case XMLStreamConstants.START_ELEMENT -> copyStart(reader, writer);
				case XMLStreamConstants.CHARACTERS -> writer.writeCharacters(reader.getText());
				case XMLStreamConstants.END_ELEMENT -> writer.writeEndElement();
				default -> writer.writeEndDocument();
			}
		}
	}

	private static void copyStart(XMLStreamReader reader, XMLStreamWriter writer) throws XMLStreamException {
		writer.writeStartElement(reader.getPrefix(), reader.getLocalName(), reader.getNamespaceURI());
		for (int i = 0; i < reader.getNamespaceCount(); i++) {
			writer.writeNamespace(reader.getNamespacePrefix(i), reader.getNamespaceURI(i));
		}
		for (int i = 0; i < reader.getAttributeCount(); i++) {
			writer.writeAttribute(reader.getAttributePrefix(i), reader.getAttributeNamespace(i),
					reader.getAttributeLocalName(i), reader.getAttributeValue(i));
		}
	}

}
