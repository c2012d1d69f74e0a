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

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * A piece of a stream that means something by itself, still in bytes. The bytes are those
 * of the framer, so whoever takes a frame must be done with it before anything is passed
 * on.
 *
 * @param kind what it is
 * @param bytes where its bytes are
 * @param offset the index of the first byte
 * @param length the number of bytes
 * @author XMPP for Spring Boot contributors
 */
@SuppressWarnings("ArrayRecordComponent")
record StreamFrame(Kind kind, byte[] bytes, int offset, int length) {

	InputStream stream() {
		return new ByteArrayInputStream(this.bytes, this.offset, this.length);
	}

	String text() {
		return new String(this.bytes, this.offset, this.length, StandardCharsets.UTF_8);
	}

	/**
	 * Whether this is a tag that is an end tag, too.
	 * @return whether a slash stands before the last byte
	 */
	boolean isEmptyTag() {
		return this.bytes[this.offset + this.length - 2] == '/';
	}

	/**
	 * The kinds of frames.
	 */
	enum Kind {

		/**
		 * The start tag of the stream, with the XML declaration if there is one.
		 */
		HEADER,

		/**
		 * A first-level child of the stream from its first to its last byte.
		 */
		ELEMENT,

		/**
		 * The end tag of the stream.
		 */
		FOOTER

	}

}
