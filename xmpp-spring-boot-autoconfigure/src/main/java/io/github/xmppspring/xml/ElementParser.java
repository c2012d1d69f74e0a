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

import java.util.ArrayList;
import java.util.List;

import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import io.github.xmppspring.xml.XmlException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Makes {@link Element}s of the events of a parser, and takes no other events than those
 * of elements and text (RFC 6120, 11.1).
 * <p>
 * The parser knows the limits, too, but looks at most of them only when a buffer of its
 * own must grow, and a parser that is kept has buffers that grew before. So they are
 * applied here.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ElementParser {

	private final XMLStreamReader reader;

	private final XmlLimits limits;

	/** The start tags of open elements, those up to the depth in use. */
	private final List<OpenElement> open = new ArrayList<>();

	/** The content of all open elements, that of the innermost last. */
	private final List<XmlNode> nodes = new ArrayList<>();

	private int depth;

	ElementParser(XMLStreamReader reader, XmlLimits limits) {
		this.reader = reader;
		this.limits = limits;
	}

	/**
	 * Reads the element whose start tag is the next event.
	 * @return the element, at whose end tag the parser stands now
	 * @throws XMLStreamException if the parser complains
	 * @throws XmlException if there is something else
	 */
	Element read() throws XMLStreamException {
		if (this.reader.next() != XMLStreamConstants.START_ELEMENT) {
			throw notWellFormed("There is no element");
		}
		start();
		while (true) {
			switch (this.reader.next()) {
				case XMLStreamConstants.START_ELEMENT -> start();
				case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
					text(checked(this.reader.getText(), this.limits.textLength()));
				case XMLStreamConstants.END_ELEMENT -> {
					Element element = end();
					if (this.depth == 0) {
						return element;
					}
					this.nodes.add(element);
				}
				default -> throw new XmlException(Reason.RESTRICTED,
						"Comments, processing instructions, document types and entities are not allowed");
			}
		}
	}

	/**
	 * The element of the start tag at which the parser stands.
	 * @return the element without content
	 */
	Element readEmpty() {
		start();
		return end();
	}

	private void start() {
		if (this.depth == this.open.size()) {
			this.open.add(new OpenElement());
		}
		OpenElement element = this.open.get(this.depth++);
		requireWithin(this.limits.attributes(), this.reader.getNamespaceCount() + this.reader.getAttributeCount());
		element.declarations = declarations();
		element.attributes = attributes();
		element.firstNode = this.nodes.size();
	}

	private void text(String text) {
		int last = this.nodes.size() - 1;
		if (text.isEmpty()) {
			return;
		}
		if (last >= this.open.get(this.depth - 1).firstNode && this.nodes.get(last) instanceof XmlText before) {
			this.nodes.set(last, XmlText.ofChecked(before.value() + text));
		}
		else {
			this.nodes.add(XmlText.ofChecked(text));
		}
	}

	private Element end() {
		OpenElement element = this.open.get(--this.depth);
		Element ended = new Element(orEmpty(this.reader.getNamespaceURI()), this.reader.getLocalName(),
				orEmpty(this.reader.getPrefix()), element.attributes, element.declarations,
				takeNodes(element.firstNode));
		element.attributes = List.of();
		element.declarations = List.of();
		return ended;
	}

	private List<XmlNode> takeNodes(int first) {
		int count = this.nodes.size() - first;
		if (count == 0) {
			return List.of();
		}
		if (count == 1) {
			return List.of(this.nodes.remove(first));
		}
		XmlNode[] content = new XmlNode[count];
		for (int i = count - 1; i >= 0; i--) {
			content[i] = this.nodes.remove(first + i);
		}
		return List.of(content);
	}

	private List<NamespaceDeclaration> declarations() {
		int count = this.reader.getNamespaceCount();
		if (count == 0) {
			return List.of();
		}
		List<NamespaceDeclaration> declarations = List.of();
		for (int i = 0; i < count; i++) {
			String namespace = checked(orEmpty(this.reader.getNamespaceURI(i)), this.limits.attributeSize());
			String prefix = this.reader.getNamespacePrefix(i);
			if (prefix != null && !prefix.isEmpty() && !prefix.equals(XMLConstants.XML_NS_PREFIX)) {
				declarations = declarations.isEmpty() ? new ArrayList<>(count) : declarations;
				declarations.add(new NamespaceDeclaration(prefix, namespace));
			}
		}
		return List.copyOf(declarations);
	}

	private List<Attribute> attributes() {
		int count = this.reader.getAttributeCount();
		return switch (count) {
			case 0 -> List.of();
			case 1 -> List.of(attribute(0));
			case 2 -> List.of(attribute(0), attribute(1));
			case 3 -> List.of(attribute(0), attribute(1), attribute(2));
			case 4 -> List.of(attribute(0), attribute(1), attribute(2), attribute(3));
			default -> attributes(count);
		};
	}

	private List<Attribute> attributes(int count) {
		List<Attribute> attributes = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			attributes.add(attribute(i));
		}
		return List.copyOf(attributes);
	}

	private Attribute attribute(int index) {
		return Attribute.ofChecked(orEmpty(this.reader.getAttributeNamespace(index)),
				this.reader.getAttributeLocalName(index), orEmpty(this.reader.getAttributePrefix(index)),
				checked(this.reader.getAttributeValue(index), this.limits.attributeSize()));
	}

	private static String checked(String value, int limit) {
		requireWithin(limit, value.length());
		// the two characters that the parser lets pass (XML 1.0, 2.2)
		if (value.indexOf('\uFFFE') >= 0 || value.indexOf('\uFFFF') >= 0) {
			throw notWellFormed("There is a character that XML does not allow");
		}
		return value;
	}

	private static void requireWithin(int limit, int count) {
		if (count > limit) {
			throw new XmlException(Reason.LIMIT_EXCEEDED, "The XML exceeds a limit of attributes or text");
		}
	}

	private static String orEmpty(@Nullable String value) {
		return (value != null) ? value : "";
	}

	static XmlException notWellFormed(String message) {
		return new XmlException(Reason.NOT_WELL_FORMED, message);
	}

	/**
	 * What a start tag says that its end tag does not repeat.
	 */
	private static final class OpenElement {

		private List<Attribute> attributes = List.of();

		private List<NamespaceDeclaration> declarations = List.of();

		private int firstNode;

	}

}
