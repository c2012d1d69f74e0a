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

import io.netty.util.ByteProcessor;

/**
 * Bytes that mean something in the markup of XML. A run of others can be skipped.
 *
 * @author XMPP for Spring Boot contributors
 */
final class MarkupBytes {

	static final ByteProcessor UNTIL_NO_WHITE_SPACE = (value) -> isWhiteSpace(value);

	static final ByteProcessor UNTIL_TAG_DELIMITER = (value) -> value != '>' && value != '/' && value != '\''
			&& value != '"' && value != '<';

	static final ByteProcessor UNTIL_APOSTROPHE = (value) -> value != '\'' && value != '<';

	static final ByteProcessor UNTIL_QUOTATION_MARK = (value) -> value != '"' && value != '<';

	static final ByteProcessor UNTIL_END_OF_END_TAG = (value) -> value != '>' && value != '<';

	private MarkupBytes() {
	}

	static boolean isWhiteSpace(byte value) {
		return value == ' ' || value == '\n' || value == '\r' || value == '\t';
	}

}
