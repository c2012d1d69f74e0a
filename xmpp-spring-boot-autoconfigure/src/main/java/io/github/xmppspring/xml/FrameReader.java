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

import javax.xml.stream.XMLStreamException;

import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@link Element}s of one stream after another, from the frames that hold them. One
 * parser is kept for many frames: to it they are children of one root that declares the
 * namespaces in scope. A frame must end with the last character of its element: if framer
 * and parser ever disagree, the frame is refused.
 * <p>
 * The parser remembers every name that it has seen, so it is not kept for ever: after
 * {@value #MAX_CHARACTERS} characters, and after anything that it refuses, the next frame
 * gets a new one that remembers nothing.
 * <p>
 * Not thread-safe. Only what RFC 6120, 11.1 allows is read.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class FrameReader {

	/** Enough for hundreds of stanzas, in which the making of a parser does not show. */
	static final int MAX_CHARACTERS = 64 * 1024;

	private final XMLInputFactory2 factory;

	private final byte[] rootStart;

	private final XmlLimits limits;

	private @Nullable Parser parser;

	FrameReader(XMLInputFactory2 factory, byte[] rootStart, XmlLimits limits) {
		this.factory = factory;
		this.rootStart = rootStart;
		this.limits = limits;
	}

	/**
	 * Reads one element.
	 * @param xml where the UTF-8 bytes of the element are
	 * @param offset the index of the first byte
	 * @param length the number of bytes, all of which must be of the element
	 * @return the element
	 * @throws XmlException if it cannot be taken
	 */
	public Element read(byte[] xml, int offset, int length) {
		Parser current = this.parser;
		this.parser = null;
		try {
			Parser parser = (current != null) ? current : new Parser(this.factory, this.rootStart, this.limits);
			Element element = parser.read(xml, offset, length);
			this.parser = parser.isSpent() ? null : parser;
			return element;
		}
		catch (XMLStreamException ex) {
			throw ParserFailure.translate(ex);
		}
	}

	/**
	 * A parser and what belongs to it. It is left to the garbage collector and never
	 * closed, which would hand all names that it has seen to its factory.
	 */
	private static final class Parser {

		private final FrameSource source;

		private final XMLStreamReader2 reader;

		private final ElementParser elements;

		Parser(XMLInputFactory2 factory, byte[] rootStart, XmlLimits limits) throws XMLStreamException {
			this.source = new FrameSource(rootStart);
			this.reader = (XMLStreamReader2) factory.createXMLStreamReader(this.source);
			this.elements = new ElementParser(this.reader, limits);
			this.reader.next();
			requireEnd();
		}

		Element read(byte[] xml, int offset, int length) throws XMLStreamException {
			this.source.supply(xml, offset, length);
			Element element = this.elements.read();
			requireEnd();
			return element;
		}

		private void requireEnd() throws XMLStreamException {
			if (!this.source.isExhausted()
					|| this.reader.getLocationInfo().getEndingCharOffset() != this.source.characters()) {
				throw ElementParser.notWellFormed("More than one element");
			}
		}

		boolean isSpent() {
			return this.source.characters() >= MAX_CHARACTERS;
		}

	}

}
