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

import java.util.Locale;

import rocks.xmpp.precis.PrecisProfile;

/**
 * The parts of a JID and the rules that all of them share.
 *
 * @author XMPP for Spring Boot contributors
 */
enum JidPart {

	LOCALPART, DOMAINPART, RESOURCEPART;

	/**
	 * The most octets that the normal form of a part may have in UTF-8 (RFC 7622, 3).
	 */
	static final int MAX_OCTETS = 1023;

	/**
	 * Normalising shortens a text by a small factor at most, so more characters than this
	 * need not be looked at.
	 */
	private static final int MAX_INPUT_LENGTH = 4 * MAX_OCTETS;

	String label() {
		return name().toLowerCase(Locale.ROOT);
	}

	JidFormatException invalid(String value, String problem) {
		return new JidFormatException(this, value, problem);
	}

	void checkInput(String value) {
		if (value.isEmpty()) {
			throw invalid(value, "it must not be empty");
		}
		if (value.length() > MAX_INPUT_LENGTH) {
			throw tooLong(value);
		}
	}

	String checkOctets(String normalised) {
		// a UTF-16 unit has one to three octets: count only where that may be too many
		if (normalised.length() > MAX_OCTETS / 3 && octets(normalised) > MAX_OCTETS) {
			throw tooLong(normalised);
		}
		return normalised;
	}

	/**
	 * Apply a PRECIS profile. The result is stable: applying the profile once more does
	 * not change it.
	 * @param profile the profile
	 * @param value the text
	 * @return the enforced text
	 */
	String enforce(PrecisProfile profile, String value) {
		checkCodePoints(value);
		String enforced;
		boolean stable;
		try {
			enforced = profile.enforce(value);
			stable = profile.enforce(enforced).equals(enforced);
		}
		catch (IllegalArgumentException ex) {
			throw new JidFormatException(this, value, "its characters or their order are not allowed here", ex);
		}
		if (!stable) {
			throw invalid(value, "it has no stable normal form");
		}
		return enforced;
	}

	private void checkCodePoints(String value) {
		value.codePoints().forEach((codePoint) -> {
			if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
				throw invalid(value, "it contains half of a surrogate pair");
			}
			// invisible tags and variation selectors, which the library takes for marks
			if (codePoint >= 0xE0000 && codePoint <= 0xE0FFF) {
				throw invalid(value, "it contains an ignorable character");
			}
		});
	}

	private JidFormatException tooLong(String value) {
		return invalid(value, "it is longer than " + MAX_OCTETS + " octets");
	}

	private static int octets(String value) {
		int octets = 0;
		for (int i = 0; i < value.length(); i++) {
			char c = value.charAt(i);
			if (c < 0x80) {
				octets++;
			}
			else {
				// the two halves of a surrogate pair make four octets
				octets += (c < 0x800 || Character.isSurrogate(c)) ? 2 : 3;
			}
		}
		return octets;
	}

}
