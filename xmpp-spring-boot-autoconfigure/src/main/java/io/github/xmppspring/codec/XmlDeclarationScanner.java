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
 * Goes through the XML declaration, the only thing that may stand between {@code <?} and
 * {@code ?>} on a stream. What it declares is for the parser.
 *
 * @author XMPP for Spring Boot contributors
 */
final class XmlDeclarationScanner {

	private static final byte[] NAME = "xml".getBytes(StandardCharsets.US_ASCII);

	private int matched;

	private boolean named;

	private boolean questionMark;

	/**
	 * Starts behind {@code <?}.
	 */
	void start() {
		this.matched = 0;
		this.named = false;
		this.questionMark = false;
	}

	/**
	 * Looks at the next byte.
	 * @param value the byte
	 * @return whether it is the last one of the declaration
	 */
	boolean isEndedBy(byte value) {
		if (!this.named) {
			name(value);
			return false;
		}
		if (this.questionMark && value != '>') {
			throw Refusal.notWellFormed("There is a question mark in the XML declaration");
		}
		boolean ended = this.questionMark;
		this.questionMark = value == '?';
		return ended;
	}

	private void name(byte value) {
		if (this.matched < NAME.length && value == NAME[this.matched]) {
			this.matched++;
		}
		else if (this.matched == NAME.length && MarkupBytes.isWhiteSpace(value)) {
			this.named = true;
		}
		else {
			throw Refusal.restricted();
		}
	}

}
