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

package io.github.xmppspring.xml;

import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Gives a parser the characters of one frame after another. Between two frames the parser
 * must not ask; if it does, to it the document ends.
 *
 * @author XMPP for Spring Boot contributors
 */
final class FrameSource extends Reader {

	// Not left to the parser, of which an application may bring an older version that
	// takes overlong forms
	private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
		.onMalformedInput(CodingErrorAction.REPORT)
		.onUnmappableCharacter(CodingErrorAction.REPORT);

	private ByteBuffer bytes;

	private CharBuffer target = CharBuffer.allocate(0);

	private long characters;

	/**
	 * Starts with a frame.
	 * @param first the bytes
	 */
	FrameSource(byte[] first) {
		this.bytes = ByteBuffer.wrap(first);
	}

	/**
	 * Goes on with another frame.
	 * @param xml where its bytes are
	 * @param offset the index of the first
	 * @param length the number of bytes
	 */
	void supply(byte[] xml, int offset, int length) {
		if (this.bytes.array() != xml) {
			this.bytes = ByteBuffer.wrap(xml);
		}
		this.bytes.limit(offset + length).position(offset);
		this.decoder.reset();
	}

	/**
	 * How much the parser has been given, of all frames.
	 * @return the number of characters
	 */
	long characters() {
		return this.characters;
	}

	/**
	 * Whether the parser has been given all of the frame.
	 * @return whether nothing is left
	 */
	boolean isExhausted() {
		return !this.bytes.hasRemaining();
	}

	@Override
	public int read(char[] buffer, int offset, int length) throws IOException {
		if (!this.bytes.hasRemaining()) {
			return -1;
		}
		if (this.target.array() != buffer) {
			this.target = CharBuffer.wrap(buffer);
		}
		this.target.limit(offset + length).position(offset);
		CoderResult result = this.decoder.decode(this.bytes, this.target, true);
		if (result.isError()) {
			result.throwException();
		}
		int count = this.target.position() - offset;
		this.characters += count;
		return count;
	}

	@Override
	public void close() {
		// there is nothing to close
	}

}
