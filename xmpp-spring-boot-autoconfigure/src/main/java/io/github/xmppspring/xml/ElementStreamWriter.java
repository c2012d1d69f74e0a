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
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.xml.XMLConstants;
import javax.xml.namespace.NamespaceContext;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Makes an {@link Element} out of what a library that binds objects to XML writes through
 * StAX, in the form in which XMPP is written:
 * <ul>
 * <li>an element without a namespace gets the default one if it declares that, else that
 * of its parent, so that nobody has to repeat it and no {@code xmlns=''} goes out;</li>
 * <li>elements have no prefixes;</li>
 * <li>of the declared prefixes only those are kept to which a value may refer
 * ({@code xsi:type='x:item'});</li>
 * <li>{@code null} for a text or the value of an attribute writes nothing.</li>
 * </ul>
 * Comments, processing instructions, document types and entity references are refused
 * (RFC 6120, 11.1).
 * <p>
 * For one writing by one thread.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class ElementStreamWriter implements XMLStreamWriter {

	private final Deque<OpenElement> open = new ArrayDeque<>();

	private final Map<String, String> prefixes = new LinkedHashMap<>();

	private boolean empty;

	private @Nullable Element element;

	private @Nullable NamespaceContext outerContext;

	/**
	 * What was written.
	 * @return the element
	 * @throws IllegalStateException if no element was written or it is not ended
	 */
	public Element element() {
		endEmptyElement();
		Assert.state(this.element != null, "There is no element or its end is missing");
		return this.element;
	}

	@Override
	public void writeStartElement(String localName) throws XMLStreamException {
		start(null, localName, false);
	}

	@Override
	public void writeStartElement(@Nullable String namespace, String localName) throws XMLStreamException {
		start(namespace, localName, false);
	}

	@Override
	public void writeStartElement(@Nullable String prefix, String localName, @Nullable String namespace)
			throws XMLStreamException {
		start(namespace, localName, false);
	}

	@Override
	public void writeEmptyElement(String localName) throws XMLStreamException {
		start(null, localName, true);
	}

	@Override
	public void writeEmptyElement(@Nullable String namespace, String localName) throws XMLStreamException {
		start(namespace, localName, true);
	}

	@Override
	public void writeEmptyElement(@Nullable String prefix, String localName, @Nullable String namespace)
			throws XMLStreamException {
		start(namespace, localName, true);
	}

	private void start(@Nullable String namespace, String localName, boolean empty) throws XMLStreamException {
		endEmptyElement();
		OpenElement parent = this.open.peek();
		if (parent == null && this.element != null) {
			throw new XMLStreamException("There is an element already");
		}
		if (parent != null) {
			parent.endText();
		}
		String inherited = (parent != null) ? parent.namespace : XMLConstants.NULL_NS_URI;
		this.open.push(new OpenElement(namespace, localName, inherited));
		this.empty = empty;
	}

	@Override
	public void writeEndElement() throws XMLStreamException {
		endEmptyElement();
		if (this.open.isEmpty()) {
			throw new XMLStreamException("There is no element to end");
		}
		end();
	}

	@Override
	public void writeEndDocument() {
		endEmptyElement();
		while (!this.open.isEmpty()) {
			end();
		}
	}

	private void endEmptyElement() {
		if (this.empty) {
			this.empty = false;
			end();
		}
	}

	private void end() {
		OpenElement ended = this.open.pop();
		Element result = ended.build();
		OpenElement parent = this.open.peek();
		if (parent == null) {
			this.element = result;
		}
		else {
			parent.builder.child(result);
			parent.referred.addAll(ended.referred);
		}
	}

	private OpenElement current() throws XMLStreamException {
		OpenElement current = this.open.peek();
		if (current == null) {
			throw new XMLStreamException("No element is open");
		}
		return current;
	}

	@Override
	public void writeAttribute(String localName, @Nullable String value) throws XMLStreamException {
		writeAttribute(null, null, localName, value);
	}

	@Override
	public void writeAttribute(@Nullable String namespace, String localName, @Nullable String value)
			throws XMLStreamException {
		writeAttribute(null, namespace, localName, value);
	}

	@Override
	public void writeAttribute(@Nullable String prefix, @Nullable String namespace, String localName,
			@Nullable String value) throws XMLStreamException {
		if (value == null) {
			return;
		}
		OpenElement current = current();
		String preferred = (prefix != null || namespace == null) ? prefix : getPrefix(namespace);
		current.builder.attribute((namespace != null) ? namespace : "", localName, (preferred != null) ? preferred : "",
				value);
		current.refer(value);
	}

	@Override
	public void writeNamespace(@Nullable String prefix, @Nullable String namespace) throws XMLStreamException {
		if (prefix == null || prefix.isEmpty() || prefix.equals(XMLConstants.XMLNS_ATTRIBUTE)) {
			writeDefaultNamespace(namespace);
		}
		else if (namespace != null && !namespace.isEmpty() && !prefix.equals(XMLConstants.XML_NS_PREFIX)) {
			current().declarations.add(new NamespaceDeclaration(prefix, namespace));
		}
	}

	@Override
	public void writeDefaultNamespace(@Nullable String namespace) throws XMLStreamException {
		if (namespace != null && !namespace.isEmpty()) {
			current().inheritInstead(namespace);
		}
	}

	@Override
	public void writeCharacters(@Nullable String text) throws XMLStreamException {
		endEmptyElement();
		if (text == null || (this.open.isEmpty() && text.isBlank())) {
			return;
		}
		current().text.append(text);
		current().refer(text);
	}

	@Override
	public void writeCharacters(char[] text, int start, int length) throws XMLStreamException {
		writeCharacters(new String(text, start, length));
	}

	@Override
	public void writeCData(@Nullable String text) throws XMLStreamException {
		writeCharacters(text);
	}

	@Override
	public void writeComment(@Nullable String comment) throws XMLStreamException {
		throw restricted();
	}

	@Override
	public void writeProcessingInstruction(String target) throws XMLStreamException {
		throw restricted();
	}

	@Override
	public void writeProcessingInstruction(String target, @Nullable String data) throws XMLStreamException {
		throw restricted();
	}

	@Override
	public void writeDTD(String dtd) throws XMLStreamException {
		throw restricted();
	}

	@Override
	public void writeEntityRef(String name) throws XMLStreamException {
		throw restricted();
	}

	private static XMLStreamException restricted() {
		return new XMLStreamException("XMPP allows only elements, attributes and text");
	}

	@Override
	public void writeStartDocument() {
		// An element has no XML declaration
	}

	@Override
	public void writeStartDocument(@Nullable String version) {
		// An element has no XML declaration
	}

	@Override
	public void writeStartDocument(@Nullable String encoding, @Nullable String version) {
		// An element has no XML declaration
	}

	@Override
	public void flush() {
		// Nothing is buffered
	}

	@Override
	public void close() {
		// Holds no resources
	}

	@Override
	public @Nullable String getPrefix(String namespace) {
		return getNamespaceContext().getPrefix(namespace);
	}

	@Override
	public void setPrefix(String prefix, String namespace) {
		this.prefixes.put(prefix, namespace);
	}

	@Override
	public void setDefaultNamespace(@Nullable String namespace) {
		// Follows from the names of the elements
	}

	@Override
	public void setNamespaceContext(NamespaceContext context) {
		this.outerContext = context;
	}

	@Override
	public NamespaceContext getNamespaceContext() {
		return new Context();
	}

	@Override
	public @Nullable Object getProperty(String name) {
		Assert.notNull(name, "'name' must not be null");
		return name.equals(XMLOutputFactory.IS_REPAIRING_NAMESPACES) ? Boolean.TRUE : null;
	}

	private static final class OpenElement {

		private final boolean qualified;

		private String namespace;

		private Element.Builder builder;

		private final List<NamespaceDeclaration> declarations = new ArrayList<>(0);

		private final Set<String> referred = new HashSet<>(0);

		// Comes in pieces that may end between the halves of a surrogate pair
		private final StringBuilder text = new StringBuilder(0);

		private OpenElement(@Nullable String namespace, String localName, String inherited) {
			this.qualified = namespace != null && !namespace.isEmpty();
			this.namespace = (namespace != null && this.qualified) ? namespace : inherited;
			this.builder = Element.builder(this.namespace, localName);
		}

		private void inheritInstead(String inherited) {
			if (this.qualified) {
				return;
			}
			Element named = this.builder.build();
			this.namespace = inherited;
			this.builder = Element.builder(inherited, named.localName());
			named.attributes().forEach(this.builder::attribute);
		}

		private void refer(String value) {
			int colon = value.indexOf(':');
			if (colon > 0) {
				this.referred.add(value.substring(0, colon).strip());
			}
		}

		private void endText() {
			this.builder.text(this.text.toString());
			this.text.setLength(0);
		}

		private Element build() {
			endText();
			for (NamespaceDeclaration declaration : this.declarations) {
				if (this.referred.remove(declaration.prefix())) {
					this.builder.declare(declaration.prefix(), declaration.namespace());
				}
			}
			return this.builder.build();
		}

	}

	private final class Context implements NamespaceContext {

		@Override
		public String getNamespaceURI(String prefix) {
			for (OpenElement element : ElementStreamWriter.this.open) {
				for (NamespaceDeclaration declaration : element.declarations) {
					if (declaration.prefix().equals(prefix)) {
						return declaration.namespace();
					}
				}
			}
			String namespace = ElementStreamWriter.this.prefixes.get(prefix);
			if (namespace == null && ElementStreamWriter.this.outerContext != null) {
				namespace = ElementStreamWriter.this.outerContext.getNamespaceURI(prefix);
			}
			return (namespace != null) ? namespace : XMLConstants.NULL_NS_URI;
		}

		@Override
		public @Nullable String getPrefix(String namespace) {
			Iterator<String> found = getPrefixes(namespace);
			return found.hasNext() ? found.next() : null;
		}

		@Override
		public Iterator<String> getPrefixes(String namespace) {
			Set<String> candidates = new LinkedHashSet<>(ElementStreamWriter.this.prefixes.keySet());
			for (OpenElement element : ElementStreamWriter.this.open) {
				element.declarations.forEach((declaration) -> candidates.add(declaration.prefix()));
			}
			candidates.removeIf((prefix) -> !namespace.equals(getNamespaceURI(prefix)));
			return candidates.iterator();
		}

	}

}
