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

package io.github.xmppspring.wire;

/**
 * XML as a line of a log. Whatever could start another line or change how one is
 * displayed becomes a character reference, so nobody can forge lines, and what is shown
 * is still the same XML.
 *
 * @author XMPP for Spring Boot contributors
 */
final class OneLine {

	private OneLine() {
	}

	/**
	 * Makes a line.
	 * @param xml the XML
	 * @param maxLength how many characters of it to show at most
	 * @return the line, which tells how much is missing
	 */
	static String of(String xml, int maxLength) {
		int end = end(xml, maxLength);
		StringBuilder line = new StringBuilder(end + 32);
		for (int i = 0; i < end; i += Character.charCount(xml.codePointAt(i))) {
			int character = xml.codePointAt(i);
			if (isVisible(character)) {
				line.appendCodePoint(character);
			}
			else {
				line.append("&#x").append(Integer.toHexString(character)).append(';');
			}
		}
		if (end < xml.length()) {
			line.append(" ... and ").append(xml.length() - end).append(" more characters");
		}
		return line.toString();
	}

	private static int end(String xml, int maxLength) {
		if (xml.length() <= maxLength) {
			return xml.length();
		}
		return Character.isHighSurrogate(xml.charAt(maxLength - 1)) ? maxLength - 1 : maxLength;
	}

	private static boolean isVisible(int character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
					Character.SURROGATE, Character.UNASSIGNED ->
				false;
			default -> true;
		};
	}

}
