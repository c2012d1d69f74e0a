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

package io.github.xmppspring.payload.vcard4;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Puts bytes into URIs, and takes them out again (RFC 2397).
 *
 * @author XMPP for Spring Boot contributors
 */
final class DataUri {

	private static final String SCHEME = "data:";

	private static final String BASE64 = ";base64";

	private DataUri() {
	}

	static String of(String mediaType, byte[] data) {
		return SCHEME + mediaType + BASE64 + "," + Base64.getEncoder().encodeToString(data);
	}

	static byte[] data(String uri) {
		if (!uri.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
			return new byte[0];
		}
		int comma = uri.indexOf(',');
		if (comma < 0) {
			throw new IllegalArgumentException("no comma");
		}
		String data = URLDecoder.decode(uri.substring(comma + 1).replace("+", "%2B"), StandardCharsets.ISO_8859_1);
		return uri.substring(0, comma).endsWith(BASE64) ? Base64.getMimeDecoder().decode(data)
				: data.getBytes(StandardCharsets.ISO_8859_1);
	}

}
