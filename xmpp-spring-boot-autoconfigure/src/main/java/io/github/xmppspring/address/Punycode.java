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

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * The encoding of Unicode labels in host names (RFC 3492), for labels short enough for
 * one. {@link java.net.IDN} cannot stand in, as it knows only the older IDNA, which turns
 * some labels into others.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Punycode {

	private static final int BASE = 36;

	private static final int MIN_THRESHOLD = 1;

	private static final int MAX_THRESHOLD = 26;

	private static final int SKEW = 38;

	private static final int DAMP = 700;

	private static final int INITIAL_BIAS = 72;

	private static final int FIRST_CODE_POINT = 0x80;

	private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789";

	private Punycode() {
	}

	/**
	 * Encode a label of at most 63 characters.
	 * @param label the label
	 * @return its encoding, without the prefix {@code xn--}
	 */
	static String encode(String label) {
		int[] codePoints = label.codePoints().toArray();
		StringBuilder out = new StringBuilder();
		label.codePoints().filter((codePoint) -> codePoint < FIRST_CODE_POINT).forEach(out::appendCodePoint);
		int basic = out.length();
		if (basic > 0) {
			out.append('-');
		}
		int bias = INITIAL_BIAS;
		int delta = 0;
		int current = FIRST_CODE_POINT;
		for (int handled = basic; handled < codePoints.length;) {
			int next = smallestFrom(current, codePoints);
			delta += (next - current) * (handled + 1);
			for (int codePoint : codePoints) {
				if (codePoint == next) {
					appendNumber(out, delta, bias);
					bias = adapt(delta, handled + 1, handled == basic);
					delta = 0;
					handled++;
				}
				else if (codePoint < next) {
					delta++;
				}
			}
			delta++;
			current = next + 1;
		}
		return out.toString();
	}

	/**
	 * Decode a label of at most 63 characters.
	 * @param encoded the encoding, in lower case and without the prefix {@code xn--}
	 * @return the label or {@code null} if this is the encoding of none
	 */
	static @Nullable String decode(String encoded) {
		int basic = Math.max(encoded.lastIndexOf('-'), 0);
		StringBuilder out = new StringBuilder(encoded.substring(0, basic));
		int bias = INITIAL_BIAS;
		int codePoint = FIRST_CODE_POINT;
		int position = 0;
		int index = (basic > 0) ? basic + 1 : 0;
		for (int count = basic + 1; index < encoded.length(); count++) {
			Number number = Number.at(encoded, index, bias);
			if (number == null) {
				return null;
			}
			long steps = (long) position + number.value();
			long next = codePoint + steps / count;
			if (next > Character.MAX_CODE_POINT || isSurrogate((int) next)) {
				return null;
			}
			codePoint = (int) next;
			position = (int) (steps % count);
			out.insert(out.offsetByCodePoints(0, position++), Character.toChars(codePoint));
			bias = adapt(number.value(), count, count == basic + 1);
			index = number.end();
		}
		return out.toString();
	}

	private static boolean isSurrogate(int codePoint) {
		return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
	}

	private static int smallestFrom(int minimum, int[] codePoints) {
		return Arrays.stream(codePoints).filter((codePoint) -> codePoint >= minimum).min().orElseThrow();
	}

	private static void appendNumber(StringBuilder out, int number, int bias) {
		int rest = number;
		int k = BASE;
		for (int threshold = threshold(k, bias); rest >= threshold; threshold = threshold(k, bias)) {
			out.append(DIGITS.charAt(threshold + (rest - threshold) % (BASE - threshold)));
			rest = (rest - threshold) / (BASE - threshold);
			k += BASE;
		}
		out.append(DIGITS.charAt(rest));
	}

	private static int threshold(int k, int bias) {
		return Math.min(Math.max(k - bias, MIN_THRESHOLD), MAX_THRESHOLD);
	}

	private static int adapt(int delta, int count, boolean first) {
		int rest = first ? delta / DAMP : delta / 2;
		rest += rest / count;
		int k = 0;
		while (rest > ((BASE - MIN_THRESHOLD) * MAX_THRESHOLD) / 2) {
			rest /= BASE - MIN_THRESHOLD;
			k += BASE;
		}
		return k + (BASE - MIN_THRESHOLD + 1) * rest / (rest + SKEW);
	}

	/**
	 * A number of variable length that was read from an encoding.
	 *
	 * @param value the number
	 * @param end the index after its last digit
	 */
	private record Number(int value, int end) {

		static @Nullable Number at(String encoded, int start, int bias) {
			long value = 0;
			long weight = 1;
			int k = BASE;
			for (int index = start; index < encoded.length(); index++) {
				int digit = DIGITS.indexOf(encoded.charAt(index));
				value += digit * weight;
				if (digit == -1 || value > Integer.MAX_VALUE) {
					return null;
				}
				int threshold = threshold(k, bias);
				if (digit < threshold) {
					return new Number((int) value, index + 1);
				}
				weight *= BASE - threshold;
				k += BASE;
			}
			return null;
		}

	}

}
