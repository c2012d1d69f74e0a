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

import javax.xml.XMLConstants;

import com.ctc.wstx.io.WstxInputData;

/**
 * What XML 1.0 can hold: one forbidden character would end a stream with everything that
 * is in flight on it. So texts, values and names are checked where they become part of an
 * element or a stanza, and nowhere else.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class XmlCharacters {

	private XmlCharacters() {
	}

	/**
	 * Checks a text or the value of an attribute (XML 1.0, 2.2).
	 * @param text the text
	 * @return the text
	 * @throws IllegalArgumentException if it has a control character, half a surrogate
	 * pair or another character that XML cannot hold
	 */
	public static String check(String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c >= ' ' && c < Character.MIN_SURROGATE) {
				continue;
			}
			int codePoint = text.codePointAt(i);
			if (!isAllowed(codePoint)) {
				throw new IllegalArgumentException(
						"XML cannot hold the character U+%04X at index %d".formatted(codePoint, i));
			}
			i += Character.charCount(codePoint) - 1;
		}
		return text;
	}

	private static boolean isAllowed(int c) {
		return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0xD800) || (c >= 0xE000 && c <= 0xFFFD)
				|| c >= 0x10000;
	}

	/**
	 * Checks the local name of an element or an attribute, or a prefix (Namespaces in XML
	 * 1.0, 4).
	 * @param name the name
	 * @return the name
	 * @throws IllegalArgumentException if it is empty or no name without a colon
	 */
	static String checkName(String name) {
		boolean plain = !name.isEmpty() && isPlainStart(name.charAt(0));
		for (int i = 1; plain && i < name.length(); i++) {
			char c = name.charAt(i);
			plain = isPlainStart(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
		}
		if (!plain && (name.isEmpty() || WstxInputData.findIllegalNameChar(name, true, false) >= 0)) {
			throw new IllegalArgumentException("An XML name has a character that it cannot have, or none");
		}
		return plain ? name : check(name);
	}

	private static boolean isPlainStart(char c) {
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
	}

	/**
	 * Checks the prefix of an element or an attribute.
	 * @param prefix the prefix, empty for none
	 * @return the prefix
	 * @throws IllegalArgumentException if it is neither empty nor a name, or declares
	 * namespaces
	 */
	static String checkPrefix(String prefix) {
		if (prefix.equals(XMLConstants.XMLNS_ATTRIBUTE)) {
			throw new IllegalArgumentException("The prefix 'xmlns' declares namespaces");
		}
		return prefix.isEmpty() ? prefix : checkName(prefix);
	}

	/**
	 * Checks the name of a namespace.
	 * @param namespace the namespace name
	 * @return the namespace name
	 * @throws IllegalArgumentException if it has a character that XML cannot hold, or is
	 * that of namespace declarations
	 */
	static String checkNamespace(String namespace) {
		if (namespace.equals(XMLConstants.XMLNS_ATTRIBUTE_NS_URI)) {
			throw new IllegalArgumentException("The namespace of namespace declarations can hold nothing else");
		}
		return check(namespace);
	}

}
