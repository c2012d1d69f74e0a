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

import java.util.List;
import java.util.TreeMap;

/**
 * The text form in which the test corpora give elements: without prefixes, entities,
 * CDATA sections and order of attributes.
 *
 * @author XMPP for Spring Boot contributors
 */
public final class Infoset {

	private Infoset() {
	}

	/**
	 * The form that keeps all text.
	 * @param element an element
	 * @return its text form
	 */
	public static String strict(Element element) {
		StringBuilder out = new StringBuilder();
		append(element, out, false);
		return out.toString();
	}

	/**
	 * The form without text of only white space beside child elements.
	 * @param element an element
	 * @return its text form
	 */
	public static String loose(Element element) {
		StringBuilder out = new StringBuilder();
		append(element, out, true);
		return out.toString();
	}

	private static void append(Element element, StringBuilder out, boolean loose) {
		out.append("<{").append(element.namespace()).append('}').append(element.localName());
		TreeMap<String, String> attributes = new TreeMap<>();
		for (Attribute attribute : element.attributes()) {
			attributes.put("{" + attribute.namespace() + "}" + attribute.localName(), attribute.value());
		}
		attributes.forEach((name, value) -> out.append(' ')
			.append(name)
			.append("=\"")
			.append(value.replace("&", "&amp;")
				.replace("<", "&lt;")
				.replace("\"", "&quot;")
				.replace("\t", "&#x9;")
				.replace("\n", "&#xA;")
				.replace("\r", "&#xD;"))
			.append('"'));
		out.append('>');
		appendContent(element.content(), out, loose);
		out.append("</>");
	}

	private static void appendContent(List<XmlNode> content, StringBuilder out, boolean loose) {
		boolean indented = loose && content.stream().anyMatch(Element.class::isInstance);
		for (XmlNode node : content) {
			if (node instanceof Element child) {
				append(child, out, loose);
			}
			else if (node instanceof XmlText text && !(indented && text.value().isBlank())) {
				out.append(text.value()
					.replace("&", "&amp;")
					.replace("<", "&lt;")
					.replace(">", "&gt;")
					.replace("\r", "&#xD;"));
			}
		}
	}

}
