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

package io.github.xmppspring.address;

/**
 * The escape sequences of XEP-0106: a backslash and the two hexadecimal digits of one of
 * the characters that a localpart cannot hold. A backslash is escaped only where it would
 * otherwise begin such a sequence.
 *
 * @author XMPP for Spring Boot contributors
 */
final class LocalpartEscaping {

	private static final String ESCAPED = " \"&'/:<>@";

	private static final int SEQUENCE_LENGTH = 3;

	private LocalpartEscaping() {
	}

	static String escape(String unescaped) {
		if (unescaped.startsWith(" ") || unescaped.endsWith(" ")) {
			throw JidPart.LOCALPART.invalid(unescaped, "it must not start or end with a space, not even escaped");
		}
		StringBuilder escaped = new StringBuilder(unescaped.length());
		for (int i = 0; i < unescaped.length(); i++) {
			char c = unescaped.charAt(i);
			if (ESCAPED.indexOf(c) != -1 || sequenceAt(unescaped, i) != -1) {
				escaped.append('\\').append(Integer.toHexString(c));
			}
			else {
				escaped.append(c);
			}
		}
		return escaped.toString();
	}

	static String unescape(String escaped) {
		StringBuilder unescaped = new StringBuilder(escaped.length());
		for (int i = 0; i < escaped.length();) {
			int sequence = sequenceAt(escaped, i);
			unescaped.append((sequence != -1) ? (char) sequence : escaped.charAt(i));
			i += (sequence != -1) ? SEQUENCE_LENGTH : 1;
		}
		return unescaped.toString();
	}

	/**
	 * Return the character that the escape sequence at the index stands for. Digits of
	 * either case count, because normalising a localpart makes them lower case.
	 * @param text the text
	 * @param index the index
	 * @return the character or -1 if there is no escape sequence
	 */
	private static int sequenceAt(String text, int index) {
		if (text.charAt(index) != '\\' || index + SEQUENCE_LENGTH > text.length()) {
			return -1;
		}
		int high = asciiDigit(text.charAt(index + 1));
		int low = asciiDigit(text.charAt(index + 2));
		if (high == -1 || low == -1) {
			return -1;
		}
		int c = (high << 4) | low;
		return (c == '\\' || ESCAPED.indexOf(c) != -1) ? c : -1;
	}

	private static int asciiDigit(char c) {
		return (c < 0x80) ? Character.digit(c, 16) : -1;
	}

}
