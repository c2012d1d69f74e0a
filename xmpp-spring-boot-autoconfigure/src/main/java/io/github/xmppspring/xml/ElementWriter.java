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

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import com.ctc.wstx.api.WstxOutputProperties;
import com.ctc.wstx.stax.WstxOutputFactory;
import org.codehaus.stax2.XMLOutputFactory2;

/**
 * Writes {@link Element}s as UTF-8. A namespace is declared only where it is not in scope
 * yet, so that a stanza goes out without {@code xmlns} (RFC 6120, 4.8.2).
 * <p>
 * Thread-safe.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class ElementWriter {

	static final ElementWriter STANDALONE = new ElementWriter();

	private final XMLOutputFactory2 factory;

	private final NamespaceScope scope;

	/**
	 * A writer for elements that stand on their own.
	 */
	public ElementWriter() {
		this(createFactory(), NamespaceScope.EMPTY);
	}

	private ElementWriter(XMLOutputFactory2 factory, NamespaceScope scope) {
		this.factory = factory;
		this.scope = scope;
	}

	private static XMLOutputFactory2 createFactory() {
		XMLOutputFactory2 factory = new WstxOutputFactory();
		factory.setProperty(XMLOutputFactory2.IS_REPAIRING_NAMESPACES, false);
		factory.setProperty(WstxOutputProperties.P_AUTOMATIC_END_ELEMENTS, false);
		factory.setProperty(WstxOutputProperties.P_OUTPUT_VALIDATE_STRUCTURE, false);
		// What an element holds was checked when it became part of it
		factory.setProperty(WstxOutputProperties.P_OUTPUT_VALIDATE_NAMES, false);
		factory.setProperty(WstxOutputProperties.P_ADD_SPACE_AFTER_EMPTY_ELEM, false);
		return factory;
	}

	/**
	 * This writer for elements inside a stream.
	 * @param scope the namespaces in scope
	 * @return a new writer
	 */
	public ElementWriter in(NamespaceScope scope) {
		return new ElementWriter(this.factory, scope);
	}

	/**
	 * A writer of the same kind for one stream.
	 * @return a new writer
	 */
	public StreamElementWriter forStream() {
		return new StreamElementWriter(this.factory, this.scope);
	}

	/**
	 * Writes an element.
	 * @param element the element
	 * @return its XML
	 */
	public String write(Element element) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		write(element, out);
		return out.toString(StandardCharsets.UTF_8);
	}

	/**
	 * Writes an element.
	 * @param element the element
	 * @param out takes the UTF-8 bytes
	 * @throws IllegalStateException if it does not take them
	 */
	public void write(Element element, OutputStream out) {
		write(out, (writer) -> new ElementOutput(writer, this.scope).element(element));
	}

	/**
	 * Writes a start tag whose end tag will be written by other means, that of a stream.
	 * All namespaces of its scope are declared.
	 * @param tag the tag
	 * @return the XML
	 */
	public String writeStartTag(StartTag tag) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		write(out, (writer) -> new ElementOutput(writer, this.scope).startTag(tag));
		return out.toString(StandardCharsets.UTF_8);
	}

	private void write(OutputStream out, Write write) {
		try {
			XMLStreamWriter writer = this.factory.createXMLStreamWriter(out, "UTF-8");
			write.write(writer);
			writer.close();
		}
		catch (XMLStreamException ex) {
			throw new IllegalStateException("The element could not be written", ex);
		}
	}

	@FunctionalInterface
	private interface Write {

		void write(XMLStreamWriter writer) throws XMLStreamException;

	}

}
