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

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Bytes that mean something in the markup of XML. A run of others can be skipped.
 *
 * @author XMPP for Spring Boot contributors
 */
final class MarkupBytes {

	private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

	/** One in each of eight bytes. */
	private static final long ONES = 0x0101010101010101L;

	/** The highest bit of each of eight bytes. */
	private static final long HIGH_BITS = 0x8080808080808080L;

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
		return either(in, index, end, wanted, wanted);
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
		for (; i + Long.BYTES <= end; i += Long.BYTES) {
			long eight = (long) EIGHT.get(in, i);
			long found = zeros(eight ^ (ONES * wanted)) | zeros(eight ^ (ONES * other));
			if (found != 0) {
				return i + Long.numberOfTrailingZeros(found) / Byte.SIZE;
			}
		}
		while (i < end && in[i] != wanted && in[i] != other) {
			i++;
		}
		return i;
	}

	/**
	 * Finds zeros in eight bytes at once.
	 * @param eight the bytes
	 * @return a number of which the lowest bit that is set is that of the first zero; 0
	 * if there is none
	 */
	private static long zeros(long eight) {
		return (eight - ONES) & ~eight & HIGH_BITS;
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
