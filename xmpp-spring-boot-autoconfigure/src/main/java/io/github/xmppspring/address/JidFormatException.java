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

/**
 * Thrown when a text is not a JID. The message names the part that is wrong and quotes
 * it, shortened and with everything but printable ASCII characters escaped.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class JidFormatException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	private static final int MAX_QUOTED = 100;

	JidFormatException(JidPart part, String value, String problem) {
		super(message(part, value, problem));
	}

	JidFormatException(JidPart part, String value, String problem, Throwable cause) {
		super(message(part, value, problem), cause);
	}

	private static String message(JidPart part, String value, String problem) {
		return "Invalid " + part.label() + " '" + quote(value) + "' in JID: " + problem;
	}

	private static String quote(String value) {
		StringBuilder quoted = new StringBuilder();
		for (int i = 0; i < value.length() && i < MAX_QUOTED; i++) {
			char c = value.charAt(i);
			if (c >= ' ' && c < 0x7f) {
				quoted.append(c);
			}
			else {
				quoted.append(String.format("\\u%04x", (int) c));
			}
		}
		return (value.length() > MAX_QUOTED) ? quoted.append("...").toString() : quoted.toString();
	}

}
