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

/**
 * The characters that XML 1.0 can hold (section 2.2).
 *
 * @author XMPP for Spring Boot contributors
 */
final class XmlCharacters {

	private XmlCharacters() {
	}

	/**
	 * Checks a text before it is written: one forbidden character would end the stream
	 * with everything that is in flight on it.
	 * @param text the text
	 * @return the text
	 * @throws IllegalArgumentException if a character is not allowed
	 */
	static String check(String text) {
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

}
