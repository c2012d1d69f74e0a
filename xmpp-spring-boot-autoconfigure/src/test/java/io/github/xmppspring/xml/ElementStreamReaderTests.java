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

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeSet;
import java.util.stream.Stream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stax.StAXSource;
import javax.xml.transform.stream.StreamResult;

import com.ctc.wstx.stax.WstxInputFactory;
import io.github.xmppspring.Corpus;
import io.github.xmppspring.CorpusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ElementStreamReader}.
 *
 * @author XMPP for Spring Boot contributors
 */
class ElementStreamReaderTests {

	@ParameterizedTest
	@ValueSource(strings = { "<a/>", "<a xmlns='urn:a'/>", "<a xmlns='urn:a'>text</a>",
			"<a xmlns='urn:a' x='1' xml:lang='en'> <b>t<c/>u</b> <d xmlns='urn:d'><e/></d><f xmlns=''/></a>",
			"<p:a xmlns:p='urn:p'><p:b p:x='1'/><c xmlns='urn:c'/></p:a>",
			"<a xmlns='urn:a' xmlns:q='urn:q' t='q:v'><b q:x='1'/><q:c xmlns:q='urn:r'><q:d/></q:c></a>" })
	void showsWhatAParserWouldShow(String xml) throws XMLStreamException {
		Element element = Element.parse(xml);

		assertThat(events(new ElementStreamReader(element))).isEqualTo(events(parser(element)));
	}

	@CorpusTest
	@ParameterizedTest(name = "{0}")
	@MethodSource
	void showsWhatAParserWouldShowOfStanza(String id, String xml) throws XMLStreamException {
		Element element = Element.parse(xml);

		assertThat(events(new ElementStreamReader(element))).isEqualTo(events(parser(element)));
	}

	static Stream<Arguments> showsWhatAParserWouldShowOfStanza() {
		return Corpus.records("stanzas/iq.jsonl")
			.map((record) -> Arguments.of(record.get("id").asString(), record.get("xml").asString()));
	}

	@Test
	void isTakenAsSourceByOtherLibraries() throws Exception {
		String xml = "<a xmlns=\"urn:a\" x=\"1\">t<b>&lt;</b></a>";
		StringWriter written = new StringWriter();
		Transformer identity = TransformerFactory.newInstance().newTransformer();
		identity.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");

		identity.transform(new StAXSource(new ElementStreamReader(Element.parse(xml))), new StreamResult(written));

		assertThat(Element.parse(written.toString())).isEqualTo(Element.parse(xml));
	}

	@Test
	void endsWithTheElement() {
		ElementStreamReader reader = new ElementStreamReader(Element.of("urn:a", "a"));

		reader.next();
		reader.next();

		assertThat(reader.hasNext()).isTrue();
		assertThat(reader.next()).isEqualTo(XMLStreamConstants.END_DOCUMENT);
		assertThat(reader.hasNext()).isFalse();
		assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(reader::next);
	}

	@Test
	void nextTagSkipsWhiteSpaceButNoText() throws XMLStreamException {
		ElementStreamReader reader = new ElementStreamReader(Element.parse("<a> \n<b/>text</a>"));

		reader.nextTag();
		reader.nextTag();

		assertThat(reader.getLocalName()).isEqualTo("b");
		assertThat(reader.nextTag()).isEqualTo(XMLStreamConstants.END_ELEMENT);
		assertThatExceptionOfType(XMLStreamException.class).isThrownBy(reader::nextTag);
	}

	@Test
	void elementTextIsThatOfAnElementWithoutChildren() throws XMLStreamException {
		ElementStreamReader reader = new ElementStreamReader(Element.parse("<a><b>text</b><c>t<d/></c></a>"));
		reader.nextTag();

		reader.nextTag();
		assertThat(reader.getElementText()).isEqualTo("text");
		assertThat(reader.isEndElement()).isTrue();
		reader.nextTag();
		assertThatExceptionOfType(XMLStreamException.class).isThrownBy(reader::getElementText);
	}

	@Test
	void attributesAreFoundByNameWithOrWithoutNamespace() {
		ElementStreamReader reader = new ElementStreamReader(Element.parse("<a xml:lang='en' x='1'/>"));
		reader.next();

		assertThat(reader.getAttributeValue(null, "lang")).isEqualTo("en");
		assertThat(reader.getAttributeValue("http://www.w3.org/XML/1998/namespace", "lang")).isEqualTo("en");
		assertThat(reader.getAttributeValue("", "lang")).isNull();
		assertThat(reader.getAttributeValue("", "x")).isEqualTo("1");
		assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> reader.getAttributeValue(2));
	}

	@Test
	void namesAreThereAtTagsOnly() {
		ElementStreamReader reader = new ElementStreamReader(Element.parse("<a>text</a>"));

		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(reader::getLocalName);
		reader.next();
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(reader::getText);
		reader.next();
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(reader::getName);
		reader.next();
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(reader::getAttributeCount);
	}

	@Test
	void parentIsThatOfTheElementWhoseTagItIs() {
		ElementStreamReader reader = new ElementStreamReader(Element.parse("<a><b><c/></b></a>"));

		List<String> parents = new ArrayList<>();
		while (reader.hasNext()) {
			reader.next();
			if (reader.hasName()) {
				Element parent = reader.parent();
				parents.add(reader.getLocalName() + "<" + ((parent != null) ? parent.localName() : "none"));
			}
		}

		assertThat(parents).containsExactly("a<none", "b<a", "c<b", "c<b", "b<a", "a<none");
	}

	@Test
	void namespacesEndWithTheElementThatDeclaresThem() {
		ElementStreamReader reader = new ElementStreamReader(Element.parse("<a><p:b xmlns:p='urn:p'/></a>"));

		reader.next();
		assertThat(reader.getNamespaceURI("p")).isNull();
		reader.next();
		assertThat(reader.getNamespaceURI("p")).isEqualTo("urn:p");
		assertThat(reader.getNamespaceContext().getPrefix("urn:p")).isEqualTo("p");
		reader.next();
		reader.next();
		assertThat(reader.getNamespaceURI("p")).isNull();
		assertThat(reader.getNamespaceContext().getNamespaceURI("p")).isEmpty();
	}

	private static XMLStreamReader parser(Element element) throws XMLStreamException {
		XMLInputFactory factory = new WstxInputFactory();
		factory.setProperty(XMLInputFactory.IS_COALESCING, true);
		return factory.createXMLStreamReader(new StringReader(element.toString()));
	}

	private static List<String> events(XMLStreamReader reader) throws XMLStreamException {
		List<String> events = new ArrayList<>();
		events.add(describe(reader));
		while (reader.hasNext()) {
			reader.next();
			events.add(describe(reader));
		}
		return events;
	}

	private static String describe(XMLStreamReader reader) {
		StringBuilder event = new StringBuilder().append(reader.getEventType());
		if (reader.hasText()) {
			event.append(reader.isWhiteSpace())
				.append(reader.getText())
				.append(new String(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength()));
		}
		if (reader.hasName()) {
			event.append(reader.getName())
				.append(orEmpty(reader.getNamespaceURI()))
				.append(reader.getLocalName())
				.append(orEmpty(reader.getPrefix()))
				.append(namespaces(reader));
		}
		if (reader.isStartElement()) {
			event.append(attributes(reader));
		}
		return event.toString();
	}

	private static TreeSet<String> namespaces(XMLStreamReader reader) {
		TreeSet<String> namespaces = new TreeSet<>();
		for (int i = 0; i < reader.getNamespaceCount(); i++) {
			String prefix = orEmpty(reader.getNamespacePrefix(i));
			namespaces.add(prefix + "=" + orEmpty(reader.getNamespaceURI(i)) + "="
					+ reader.getNamespaceContext().getNamespaceURI(prefix));
		}
		return namespaces;
	}

	private static TreeSet<String> attributes(XMLStreamReader reader) {
		TreeSet<String> attributes = new TreeSet<>();
		for (int i = 0; i < reader.getAttributeCount(); i++) {
			attributes.add(reader.getAttributeName(i) + orEmpty(reader.getAttributeNamespace(i))
					+ reader.getAttributeLocalName(i) + orEmpty(reader.getAttributePrefix(i))
					+ reader.getAttributeValue(i) + reader.getAttributeType(i) + reader.isAttributeSpecified(i));
		}
		return attributes;
	}

	private static String orEmpty(String value) {
		return (value != null) ? value : "";
	}

}
