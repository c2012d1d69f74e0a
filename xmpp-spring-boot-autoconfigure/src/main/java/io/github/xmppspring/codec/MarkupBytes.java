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

package io.github.xmppspring.codec;

/**
 * Bytes that mean something in the markup of XML. A run of others can be skipped.
 *
 * @author XMPP for Spring Boot contributors
 */
final class MarkupBytes {

	/** No delimiter is a letter, and one comparison finds that out. */
	private static final byte MAX_DELIMITER = '>';

	/** A bit for each, all of which are less than 64. */
	private static final long TAG_DELIMITERS = 1L << '>' | 1L << '/' | 1L << '\'' | 1L << '"' | 1L << '<';

	private MarkupBytes() {
	}

	static boolean isWhiteSpace(byte value) {
		return value == ' ' || value == '\n' || value == '\r' || value == '\t';
	}

	/**
	 * Skips a run.
	 * @param in the bytes
	 * @param index where to start
	 * @param end where to stop
	 * @param wanted what ends the run
	 * @return the index of the wanted byte, or the end
	 */
	static int indexOf(byte[] in, int index, int end, char wanted) {
		int i = index;
		while (i < end && in[i] != wanted) {
			i++;
		}
		return i;
	}

	/**
	 * Skips a run.
	 * @param in the bytes
	 * @param index where to start
	 * @param end where to stop
	 * @param wanted what ends the run
	 * @param other what ends it, too
	 * @return the index of one of the wanted bytes, or the end
	 */
	static int either(byte[] in, int index, int end, char wanted, char other) {
		int i = index;
		while (i < end && (in[i] > MAX_DELIMITER || (in[i] != wanted && in[i] != other))) {
			i++;
		}
		return i;
	}

	/**
	 * Skips what changes nothing in a start tag outside of values.
	 * @param in the bytes
	 * @param index where to start
	 * @param end where to stop
	 * @return the index of a delimiter, or the end
	 */
	static int tagDelimiter(byte[] in, int index, int end) {
		int i = index;
		while (i < end && !isTagDelimiter(in[i])) {
			i++;
		}
		return i;
	}

	private static boolean isTagDelimiter(byte value) {
		return (value & ~0x3F) == 0 && (TAG_DELIMITERS >>> value & 1) != 0;
	}

}
