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
 * Normalises resourceparts: the OpaqueString profile (RFC 7622, 3.4).
 *
 * @author XMPP for Spring Boot contributors
 */
final class Resourcepart {

	private Resourcepart() {
	}

	static String normalise(String value) {
		JidPart.RESOURCEPART.checkInput(value);
		String resource = value;
		if (!isNormal(value)) {
			resource = JidPart.RESOURCEPART.enforce(PrecisProfiles.OPAQUE_STRING, value);
		}
		return JidPart.RESOURCEPART.checkOctets(resource);
	}

	private static boolean isNormal(String value) {
		for (int i = 0; i < value.length(); i++) {
			char c = value.charAt(i);
			if (c < ' ' || c >= 0x7f) {
				return false;
			}
		}
		return true;
	}

}
