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

import rocks.xmpp.precis.PrecisProfiles;

/**
 * Normalises the labels of domain names. A label with the prefix {@code xn--} becomes the
 * Unicode label that it stands for (RFC 5890, 2.3.2.1); Unicode labels may hold what the
 * UsernameCaseMapped profile lets through, which is close to the code points of RFC 5892.
 *
 * @author XMPP for Spring Boot contributors
 */
final class DomainLabel {

	private static final String ACE_PREFIX = "xn--";

	private static final int MAX_OCTETS = 63;

	private DomainLabel() {
	}

	/**
	 * Return whether a label is normal for sure.
	 * @param domain the domain
	 * @param start the index of the first character of the label
	 * @param end the index after its last character
	 * @return whether it needs no further look
	 */
	static boolean isNormal(String domain, int start, int end) {
		int length = end - start;
		if (length == 0 || length > MAX_OCTETS || domain.startsWith(ACE_PREFIX, start)) {
			return false;
		}
		for (int i = start; i < end; i++) {
			if (!isLetterDigitHyphen(domain.charAt(i))) {
				return false;
			}
		}
		return domain.charAt(start) != '-' && domain.charAt(end - 1) != '-';
	}

	static String normalise(String label) {
		String mapped = JidPart.DOMAINPART.enforce(PrecisProfiles.USERNAME_CASE_MAPPED, label);
		if (mapped.startsWith(ACE_PREFIX)) {
			mapped = decode(mapped);
		}
		checkCharacters(mapped);
		checkLength(mapped);
		return mapped;
	}

	static String toAscii(String normalised) {
		return isAscii(normalised) ? normalised : ACE_PREFIX + Punycode.encode(normalised);
	}

	private static String decode(String encoded) {
		checkLength(encoded);
		String label = Punycode.decode(encoded.substring(ACE_PREFIX.length()));
		if (label == null || isAscii(label) || !isStable(label)) {
			throw invalid(encoded, "it is not the encoding of a normal Unicode label");
		}
		return label;
	}

	private static boolean isStable(String label) {
		return JidPart.DOMAINPART.enforce(PrecisProfiles.USERNAME_CASE_MAPPED, label).equals(label);
	}

	private static void checkCharacters(String label) {
		if (!label.chars().allMatch((c) -> c >= 0x80 || isLetterDigitHyphen((char) c))) {
			throw invalid(label, "it may only contain letters, digits, hyphens and dots");
		}
		if (label.startsWith("-") || label.endsWith("-")) {
			throw invalid(label, "a label must not start or end with a hyphen");
		}
		if (isMark(label.codePointAt(0))) {
			throw invalid(label, "a label must not start with a combining mark");
		}
		if (!isAscii(label) && label.startsWith("--", 2)) {
			throw invalid(label, "a Unicode label must not have hyphens in its third and fourth place");
		}
	}

	private static void checkLength(String label) {
		// a label is never longer than its encoding
		if (label.length() > MAX_OCTETS || toAscii(label).length() > MAX_OCTETS) {
			throw invalid(label, "a label must not be longer than " + MAX_OCTETS + " octets in DNS");
		}
	}

	private static boolean isLetterDigitHyphen(char c) {
		return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
	}

	private static boolean isMark(int codePoint) {
		return switch (Character.getType(codePoint)) {
			case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
			default -> false;
		};
	}

	private static boolean isAscii(String label) {
		return label.chars().allMatch((c) -> c < 0x80);
	}

	private static JidFormatException invalid(String label, String problem) {
		return JidPart.DOMAINPART.invalid(label, problem);
	}

}
