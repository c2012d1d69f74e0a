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

import java.nio.charset.StandardCharsets;

/**
 * Goes through the start of a CDATA section, the only thing that may follow {@code <!} on
 * a stream.
 *
 * @author XMPP for Spring Boot contributors
 */
final class CdataStartScanner {

	private static final byte[] CDATA = "[CDATA[".getBytes(StandardCharsets.US_ASCII);

	private int matched;

	/**
	 * Starts behind {@code <!}.
	 */
	void start() {
		this.matched = 0;
	}

	/**
	 * Looks at the next byte.
	 * @param value the byte
	 * @return whether it is the last one before the text of the section
	 */
	boolean isEndedBy(byte value) {
		if (value != CDATA[this.matched]) {
			throw isRestricted(value) ? Refusal.restricted() : Refusal.notWellFormed("There is unknown markup");
		}
		this.matched++;
		return this.matched == CDATA.length;
	}

	/**
	 * Recognises a comment, a document type or another declaration, or a conditional
	 * section.
	 * @param value the first byte that is not that of a CDATA section
	 * @return whether this is XML, although not on a stream
	 */
	private boolean isRestricted(byte value) {
		return switch (this.matched) {
			case 0 -> value == '-' || (value >= 'A' && value <= 'Z');
			case 1 -> value == 'I' || value == '%';
			default -> false;
		};
	}

}
