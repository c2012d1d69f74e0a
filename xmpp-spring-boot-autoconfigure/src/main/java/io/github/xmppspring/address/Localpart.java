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
 * Normalises localparts: the UsernameCaseMapped profile without some ASCII characters
 * (RFC 7622, 3.3).
 *
 * @author XMPP for Spring Boot contributors
 */
final class Localpart {

	private Localpart() {
	}

	static String normalise(String value) {
		JidPart.LOCALPART.checkInput(value);
		String local = value;
		if (!isNormal(value)) {
			// mapping can both make and hide a forbidden character
			checkAscii(value);
			local = JidPart.LOCALPART.enforce(PrecisProfiles.USERNAME_CASE_MAPPED, value);
			checkAscii(local);
		}
		return JidPart.LOCALPART.checkOctets(local);
	}

	private static boolean isNormal(String value) {
		for (int i = 0; i < value.length(); i++) {
			char c = value.charAt(i);
			if (c >= 0x80 || (c >= 'A' && c <= 'Z') || isForbiddenAscii(c)) {
				return false;
			}
		}
		return true;
	}

	private static void checkAscii(String value) {
		for (int i = 0; i < value.length(); i++) {
			if (isForbiddenAscii(value.charAt(i))) {
				throw JidPart.LOCALPART.invalid(value, "it must not contain spaces, control characters or \"&'/:<>@");
			}
		}
	}

	private static boolean isForbiddenAscii(char c) {
		return switch (c) {
			case '"', '&', '\'', '/', ':', '<', '>', '@', 0x7f -> true;
			default -> c <= ' ';
		};
	}

}
