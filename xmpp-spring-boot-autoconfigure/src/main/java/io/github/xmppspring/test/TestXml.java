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

package io.github.xmppspring.test;

import java.util.List;

import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.xml.Attribute;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.NamespaceDeclaration;
import io.github.xmppspring.xml.XmlNode;
import io.github.xmppspring.xml.XmlText;

/**
 * XML as tests write it: with line breaks and spaces between elements, which do not
 * count.
 *
 * @author XMPP for Spring Boot contributors
 */
final class TestXml {

	private static final String INDENT = "  ";

	private TestXml() {
	}

	/**
	 * Reads an element. A stanza needs no namespace.
	 * @param xml the XML
	 * @return the element, without white space between child elements
	 */
	static Element parse(String xml) {
		return compact(Element.parse(xml.strip()));
	}

	/**
	 * Reads a stanza.
	 * @param xml the XML; where no namespace is declared it is that of stanzas
	 * @return the element, without white space between child elements
	 */
	static Element parseStanza(String xml) {
		return parse(xml).moved("", Iq.DEFAULT_NAMESPACE);
	}

	/**
	 * Removes white space between child elements.
	 * @param element an element
	 * @return the element, in which texts are left where they mean something
	 */
	static Element compact(Element element) {
		Element.Builder builder = startOf(element);
		boolean structured = isStructured(element);
		for (XmlNode node : element.content()) {
			if (node instanceof Element child) {
				builder.child(compact(child));
			}
			else if (node instanceof XmlText text && !structured) {
				builder.text(text.value());
			}
		}
		return builder.build();
	}

	/**
	 * Writes an element for people.
	 * @param element an element
	 * @return the XML, a line for each child element
	 */
	static String format(Element element) {
		return indented(element, "\n").toString();
	}

	private static Element indented(Element element, String lineBreak) {
		Element.Builder builder = startOf(element);
		boolean structured = isStructured(element);
		for (XmlNode node : element.content()) {
			if (node instanceof Element child) {
				builder.text(structured ? lineBreak + INDENT : "").child(indented(child, lineBreak + INDENT));
			}
			else if (node instanceof XmlText text && !structured) {
				builder.text(text.value());
			}
		}
		return builder.text(structured ? lineBreak : "").build();
	}

	private static boolean isStructured(Element element) {
		return element.firstChild() != null && element.text().isBlank();
	}

	private static Element.Builder startOf(Element element) {
		Element.Builder builder = Element.builder(element.name());
		List<NamespaceDeclaration> declarations = element.namespaceDeclarations();
		declarations.forEach((declaration) -> builder.declare(declaration.prefix(), declaration.namespace()));
		for (Attribute attribute : element.attributes()) {
			builder.attribute(attribute.namespace(), attribute.localName(), attribute.prefix(), attribute.value());
		}
		return builder;
	}

}
