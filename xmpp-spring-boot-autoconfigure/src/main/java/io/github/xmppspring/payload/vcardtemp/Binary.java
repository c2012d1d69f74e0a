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

package io.github.xmppspring.payload.vcardtemp;

import java.util.Base64;

import io.github.xmppspring.payload.PayloadException;
import io.github.xmppspring.xml.Element;

/**
 * Reads {@code BINVAL}.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Binary {

	private Binary() {
	}

	static byte[] decode(String base64) {
		StringBuilder packed = new StringBuilder(base64.length());
		base64.chars().filter((c) -> !Character.isWhitespace(c)).forEach((c) -> packed.append((char) c));
		try {
			return Base64.getDecoder().decode(packed.toString());
		}
		catch (IllegalArgumentException ex) {
			throw PayloadException.malformed(Element.of(VCardTemp.NAME.getNamespaceURI(), "BINVAL"), "must hold Base64",
					ex);
		}
	}

}
