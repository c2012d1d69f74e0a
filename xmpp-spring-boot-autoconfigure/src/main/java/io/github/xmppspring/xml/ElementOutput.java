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
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.jspecify.annotations.Nullable;

/**
 * The writing of one element: keeps account of the prefixes in scope and declares what is
 * missing.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ElementOutput {

	private final XMLStreamWriter writer;

	private final NamespaceScope outer;

	private final List<NamespaceDeclaration> declared = new ArrayList<>(0);

	private String defaultNamespace;

	ElementOutput(XMLStreamWriter writer, NamespaceScope outer) {
		this.writer = writer;
		this.outer = outer;
		this.defaultNamespace = outer.defaultNamespace();
	}

	void startTag(StartTag tag) throws XMLStreamException {
		this.declared.addAll(tag.scope().prefixes());
		start(tag.element(), 0, false, tag.scope().defaultNamespace());
		this.writer.writeCharacters("");
	}

	void element(Element element) throws XMLStreamException {
		int outerDeclared = this.declared.size();
		String outerDefault = this.defaultNamespace;
		List<XmlNode> content = element.content();
		boolean empty = content.isEmpty();
		start(element, outerDeclared, empty, this.defaultNamespace);
		if (!empty) {
			for (int i = 0; i < content.size(); i++) {
				node(content.get(i));
			}
			this.writer.writeEndElement();
		}
		if (this.declared.size() > outerDeclared) {
			this.declared.subList(outerDeclared, this.declared.size()).clear();
		}
		this.defaultNamespace = outerDefault;
	}

	private void node(XmlNode node) throws XMLStreamException {
		if (node instanceof XmlText text) {
			this.writer.writeCharacters(text.value());
		}
		else if (node instanceof Element child) {
			element(child);
		}
	}

	private void start(Element element, int outerDeclared, boolean empty, String innerDefault)
			throws XMLStreamException {
		for (NamespaceDeclaration declaration : element.namespaceDeclarations()) {
			if (!declaration.namespace().equals(namespaceOf(declaration.prefix()))) {
				this.declared.add(declaration);
			}
		}
		String prefix = elementPrefix(element, outerDeclared);
		List<String> attributePrefixes = attributePrefixes(element.attributes());
		if (empty) {
			this.writer.writeEmptyElement(prefix, element.localName(), element.namespace());
		}
		else {
			this.writer.writeStartElement(prefix, element.localName(), element.namespace());
		}
		String wantedDefault = prefix.isEmpty() ? element.namespace() : innerDefault;
		if (!wantedDefault.equals(this.defaultNamespace)) {
			this.writer.writeDefaultNamespace(wantedDefault);
			this.defaultNamespace = wantedDefault;
		}
		for (int i = outerDeclared; i < this.declared.size(); i++) {
			NamespaceDeclaration declaration = this.declared.get(i);
			this.writer.writeNamespace(declaration.prefix(), declaration.namespace());
		}
		writeAttributes(element.attributes(), attributePrefixes);
	}

	private String elementPrefix(Element element, int outerDeclared) {
		String prefix = element.prefix();
		if (element.namespace().equals(XMLConstants.XML_NS_URI)) {
			return XMLConstants.XML_NS_PREFIX;
		}
		if (prefix.isEmpty() || element.namespace().isEmpty()) {
			return "";
		}
		if (element.namespace().equals(namespaceOf(prefix))) {
			return prefix;
		}
		if (isDeclaredSince(outerDeclared, prefix)) {
			return "";
		}
		this.declared.add(new NamespaceDeclaration(prefix, element.namespace()));
		return prefix;
	}

	private List<String> attributePrefixes(List<Attribute> attributes) {
		if (!anyInANamespace(attributes)) {
			return List.of();
		}
		List<String> prefixes = new ArrayList<>(attributes.size());
		for (Attribute attribute : attributes) {
			prefixes.add(attributePrefix(attribute));
		}
		return prefixes;
	}

	private static boolean anyInANamespace(List<Attribute> attributes) {
		for (int i = 0; i < attributes.size(); i++) {
			if (!attributes.get(i).namespace().isEmpty()) {
				return true;
			}
		}
		return false;
	}

	private String attributePrefix(Attribute attribute) {
		String namespace = attribute.namespace();
		if (namespace.isEmpty()) {
			return "";
		}
		if (namespace.equals(XMLConstants.XML_NS_URI)) {
			return XMLConstants.XML_NS_PREFIX;
		}
		if (!attribute.prefix().isEmpty() && namespace.equals(namespaceOf(attribute.prefix()))) {
			return attribute.prefix();
		}
		String prefix = attribute.prefix();
		for (int i = 0; prefix.isEmpty() || namespaceOf(prefix) != null; i++) {
			prefix = "ns" + i;
		}
		this.declared.add(new NamespaceDeclaration(prefix, namespace));
		return prefix;
	}

	private void writeAttributes(List<Attribute> attributes, List<String> prefixes) throws XMLStreamException {
		for (int i = 0; i < attributes.size(); i++) {
			Attribute attribute = attributes.get(i);
			this.writer.writeAttribute(prefixes.isEmpty() ? "" : prefixes.get(i), attribute.namespace(),
					attribute.localName(), attribute.value());
		}
	}

	private @Nullable String namespaceOf(String prefix) {
		if (prefix.equals(XMLConstants.XML_NS_PREFIX)) {
			return XMLConstants.XML_NS_URI;
		}
		for (int i = this.declared.size() - 1; i >= 0; i--) {
			if (this.declared.get(i).prefix().equals(prefix)) {
				return this.declared.get(i).namespace();
			}
		}
		return this.outer.namespaceOf(prefix);
	}

	private boolean isDeclaredSince(int start, String prefix) {
		for (int i = start; i < this.declared.size(); i++) {
			if (this.declared.get(i).prefix().equals(prefix)) {
				return true;
			}
		}
		return false;
	}

}
