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

package io.github.xmppspring.benchmark.load;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Searches in bytes.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Ascii {

	private Ascii() {
	}

	static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	static String text(byte[] bytes, int from, int to) {
		return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
	}

	static int indexOf(byte[] bytes, int from, int to, int wanted) {
		for (int i = from; i < to; i++) {
			if (bytes[i] == wanted) {
				return i;
			}
		}
		return -1;
	}

	/**
	 * Finds where a text ends.
	 * @param bytes where to search
	 * @param from the first byte
	 * @param to the byte behind the last
	 * @param wanted the text
	 * @return the byte behind its first occurrence, or -1
	 */
	static int behind(byte[] bytes, int from, int to, byte[] wanted) {
		for (int i = from; i <= to - wanted.length; i++) {
			if (bytes[i] == wanted[0] && startsWith(bytes, i, to, wanted)) {
				return i + wanted.length;
			}
		}
		return -1;
	}

	static boolean startsWith(byte[] bytes, int from, int to, byte[] wanted) {
		return to - from >= wanted.length && Arrays.equals(bytes, from, from + wanted.length, wanted, 0, wanted.length);
	}

	static int number(byte[] bytes, int from, int to) {
		int number = 0;
		for (int i = from; i < to; i++) {
			number = number * 10 + bytes[i] - '0';
		}
		return number;
	}

}
