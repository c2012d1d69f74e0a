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

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

import javax.xml.XMLConstants;
import javax.xml.namespace.NamespaceContext;
import javax.xml.namespace.QName;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * An {@link Element} as a StAX source, for libraries that bind XML to objects: what they
 * would see if the element was written and parsed again, without the cost. The document
 * ends with the element.
 * <p>
 * For one reading by one thread.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class ElementStreamReader implements XMLStreamReader {

	private final Element root;

	private final Deque<OpenElement> open = new ArrayDeque<>();

	private int event = START_DOCUMENT;

	private String text = "";

	/**
	 * Starts before the start tag of the element.
	 * @param root the element to read
	 */
	public ElementStreamReader(Element root) {
		Assert.notNull(root, "'root' must not be null");
		this.root = root;
	}

	@Override
	public int next() {
		switch (this.event) {
			case START_DOCUMENT -> enter(this.root);
			case START_ELEMENT, CHARACTERS -> advance();
			case END_ELEMENT -> {
				this.open.pop();
				advance();
			}
			default -> throw new NoSuchElementException("The document has ended");
		}
		return this.event;
	}

	private void advance() {
		OpenElement current = this.open.peek();
		if (current == null) {
			this.event = END_DOCUMENT;
			return;
		}
		if (!current.content.hasNext()) {
			this.event = END_ELEMENT;
			return;
		}
		XmlNode node = current.content.next();
		if (node instanceof Element child) {
			enter(child);
		}
		else if (node instanceof XmlText characters) {
			this.event = CHARACTERS;
			this.text = characters.value();
		}
	}

	private void enter(Element element) {
		this.open.push(new OpenElement(element, bindings(element)));
		this.event = START_ELEMENT;
	}

	private List<Binding> bindings(Element element) {
		List<Binding> bindings = new ArrayList<>(2);
		for (NamespaceDeclaration declaration : element.namespaceDeclarations()) {
			bind(declaration.prefix(), declaration.namespace(), bindings);
		}
		bind(element.prefix(), element.namespace(), bindings);
		for (Attribute attribute : element.attributes()) {
			if (!attribute.prefix().isEmpty()) {
				bind(attribute.prefix(), attribute.namespace(), bindings);
			}
		}
		return bindings;
	}

	private void bind(String prefix, String namespace, List<Binding> bindings) {
		boolean taken = bindings.stream().anyMatch((binding) -> binding.prefix.equals(prefix));
		if (!taken && !namespace.equals(namespaceOf(prefix))) {
			bindings.add(new Binding(prefix, namespace));
		}
	}

	private @Nullable String namespaceOf(String prefix) {
		if (prefix.equals(XMLConstants.XML_NS_PREFIX)) {
			return XMLConstants.XML_NS_URI;
		}
		if (prefix.equals(XMLConstants.XMLNS_ATTRIBUTE)) {
			return XMLConstants.XMLNS_ATTRIBUTE_NS_URI;
		}
		for (OpenElement element : this.open) {
			for (Binding binding : element.bindings) {
				if (binding.prefix.equals(prefix)) {
					return binding.namespace;
				}
			}
		}
		return prefix.isEmpty() ? XMLConstants.NULL_NS_URI : null;
	}

	@Override
	public boolean hasNext() {
		return this.event != END_DOCUMENT;
	}

	@Override
	public int nextTag() throws XMLStreamException {
		int tag = next();
		while (tag == CHARACTERS && isWhiteSpace()) {
			tag = next();
		}
		if (tag != START_ELEMENT && tag != END_ELEMENT) {
			throw new XMLStreamException("There is no tag but text or the end", getLocation());
		}
		return tag;
	}

	@Override
	public String getElementText() throws XMLStreamException {
		require(START_ELEMENT, null, null);
		StringBuilder joined = new StringBuilder();
		while (next() != END_ELEMENT) {
			if (this.event == START_ELEMENT) {
				throw new XMLStreamException("The element holds more than text", getLocation());
			}
			joined.append(this.text);
		}
		return joined.toString();
	}

	@Override
	public void require(int type, @Nullable String namespace, @Nullable String localName) throws XMLStreamException {
		boolean matches = this.event == type && (namespace == null || namespace.equals(getNamespaceURI()))
				&& (localName == null || localName.equals(getLocalName()));
		if (!matches) {
			throw new XMLStreamException("The event is of type " + this.event + " or has another name", getLocation());
		}
	}

	@Override
	public int getEventType() {
		return this.event;
	}

	@Override
	public boolean isStartElement() {
		return this.event == START_ELEMENT;
	}

	@Override
	public boolean isEndElement() {
		return this.event == END_ELEMENT;
	}

	@Override
	public boolean isCharacters() {
		return this.event == CHARACTERS;
	}

	@Override
	public boolean isWhiteSpace() {
		return this.event == CHARACTERS && this.text.chars().allMatch((c) -> " \t\r\n".indexOf(c) >= 0);
	}

	@Override
	public boolean hasName() {
		return this.event == START_ELEMENT || this.event == END_ELEMENT;
	}

	private OpenElement current() {
		Assert.state(hasName(), "The event is no tag");
		return this.open.element();
	}

	@Override
	public QName getName() {
		return current().element.name();
	}

	@Override
	public String getLocalName() {
		return current().element.localName();
	}

	@Override
	public String getNamespaceURI() {
		return current().element.namespace();
	}

	@Override
	public String getPrefix() {
		return current().element.prefix();
	}

	/**
	 * The parent of the element whose tag this is.
	 * @return the parent, or {@code null} at a tag of the outermost element
	 */
	public @Nullable Element parent() {
		Assert.state(hasName(), "The event is no tag");
		Iterator<OpenElement> elements = this.open.iterator();
		elements.next();
		return elements.hasNext() ? elements.next().element : null;
	}

	private List<Attribute> attributes() {
		Assert.state(this.event == START_ELEMENT, "The event is no start tag");
		return current().element.attributes();
	}

	@Override
	public int getAttributeCount() {
		return attributes().size();
	}

	@Override
	public QName getAttributeName(int index) {
		Attribute attribute = attributes().get(index);
		return new QName(attribute.namespace(), attribute.localName(), attribute.prefix());
	}

	@Override
	public String getAttributeNamespace(int index) {
		return attributes().get(index).namespace();
	}

	@Override
	public String getAttributeLocalName(int index) {
		return attributes().get(index).localName();
	}

	@Override
	public String getAttributePrefix(int index) {
		return attributes().get(index).prefix();
	}

	@Override
	public String getAttributeType(int index) {
		Assert.state(index < getAttributeCount(), "There is no such attribute");
		return "CDATA";
	}

	@Override
	public String getAttributeValue(int index) {
		return attributes().get(index).value();
	}

	@Override
	public @Nullable String getAttributeValue(@Nullable String namespace, String localName) {
		for (Attribute attribute : attributes()) {
			if (attribute.localName().equals(localName)
					&& (namespace == null || attribute.namespace().equals(namespace))) {
				return attribute.value();
			}
		}
		return null;
	}

	@Override
	public boolean isAttributeSpecified(int index) {
		return index < getAttributeCount();
	}

	@Override
	public int getNamespaceCount() {
		return current().bindings.size();
	}

	@Override
	public @Nullable String getNamespacePrefix(int index) {
		String prefix = current().bindings.get(index).prefix;
		return prefix.isEmpty() ? null : prefix;
	}

	@Override
	public String getNamespaceURI(int index) {
		return current().bindings.get(index).namespace;
	}

	@Override
	public @Nullable String getNamespaceURI(String prefix) {
		return namespaceOf(prefix);
	}

	@Override
	public NamespaceContext getNamespaceContext() {
		return new Context();
	}

	@Override
	public boolean hasText() {
		return this.event == CHARACTERS;
	}

	@Override
	public String getText() {
		Assert.state(hasText(), "The event is no text");
		return this.text;
	}

	@Override
	public char[] getTextCharacters() {
		return getText().toCharArray();
	}

	@Override
	public int getTextCharacters(int sourceStart, char[] target, int targetStart, int length) {
		int end = Math.min(getText().length(), sourceStart + length);
		getText().getChars(sourceStart, end, target, targetStart);
		return end - sourceStart;
	}

	@Override
	public int getTextStart() {
		return 0;
	}

	@Override
	public int getTextLength() {
		return getText().length();
	}

	@Override
	public @Nullable Object getProperty(String name) {
		Assert.notNull(name, "'name' must not be null");
		return null;
	}

	@Override
	public Location getLocation() {
		return UnknownLocation.INSTANCE;
	}

	@Override
	public @Nullable String getEncoding() {
		return null;
	}

	@Override
	public @Nullable String getVersion() {
		return null;
	}

	@Override
	public boolean isStandalone() {
		return false;
	}

	@Override
	public boolean standaloneSet() {
		return false;
	}

	@Override
	public @Nullable String getCharacterEncodingScheme() {
		return null;
	}

	@Override
	public @Nullable String getPITarget() {
		return null;
	}

	@Override
	public @Nullable String getPIData() {
		return null;
	}

	@Override
	public void close() {
		// Holds no resources
	}

	/**
	 * The declaration of a namespace, with an empty prefix for the default one.
	 */
	private record Binding(String prefix, String namespace) {
	}

	private static final class OpenElement {

		private final Element element;

		private final List<Binding> bindings;

		private final Iterator<XmlNode> content;

		private OpenElement(Element element, List<Binding> bindings) {
			this.element = element;
			this.bindings = bindings;
			this.content = element.content().iterator();
		}

	}

	private final class Context implements NamespaceContext {

		@Override
		public String getNamespaceURI(String prefix) {
			String namespace = namespaceOf(prefix);
			return (namespace != null) ? namespace : XMLConstants.NULL_NS_URI;
		}

		@Override
		public @Nullable String getPrefix(String namespace) {
			Iterator<String> prefixes = getPrefixes(namespace);
			return prefixes.hasNext() ? prefixes.next() : null;
		}

		@Override
		public Iterator<String> getPrefixes(String namespace) {
			List<String> prefixes = new ArrayList<>();
			for (OpenElement element : ElementStreamReader.this.open) {
				for (Binding binding : element.bindings) {
					if (namespace.equals(namespaceOf(binding.prefix)) && !prefixes.contains(binding.prefix)) {
						prefixes.add(binding.prefix);
					}
				}
			}
			return Collections.unmodifiableList(prefixes).iterator();
		}

	}

}
