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

package io.github.xmppspring.benchmark.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Cuts a stream into its top-level elements by counting tags, which is the least that can
 * be done: nothing is decoded, checked or copied. Knows quoted attribute values and the
 * XML declaration; comments, CDATA sections and processing instructions are no XMPP.
 *
 * @author XMPP for Spring Boot contributors
 */
final class StanzaReader {

	private final InputStream input;

	private final byte[] bytes = new byte[1 << 18];

	private int position;

	private int end;

	private int depth;

	private int quote;

	private int tag = -1;

	private int element = -1;

	private int from;

	private int to;

	StanzaReader(InputStream input) {
		this.input = input;
	}

	/**
	 * Waits for more bytes. The element that was found last is gone then.
	 * @return {@code false} at the end of the input
	 * @throws IOException if it cannot be read
	 */
	boolean fill() throws IOException {
		int kept = (this.element < 0) ? this.position : this.element;
		System.arraycopy(this.bytes, kept, this.bytes, 0, this.end - kept);
		this.position -= kept;
		this.end -= kept;
		this.tag -= (this.tag < 0) ? 0 : kept;
		this.element -= (this.element < 0) ? 0 : kept;
		int read = this.input.read(this.bytes, this.end, this.bytes.length - this.end);
		this.end += Math.max(read, 0);
		return read > 0;
	}

	/**
	 * Finds the next stanza, or the start or the end tag of the stream, in what was read.
	 * @return {@code false} if that is not all there
	 */
	boolean next() {
		byte[] bytes = this.bytes;
		int quote = this.quote;
		int tag = this.tag;
		for (int i = this.position; i < this.end; i++) {
			byte b = bytes[i];
			if (tag < 0) {
				if (b == '<') {
					tag = i;
					this.element = (this.element < 0) ? i : this.element;
				}
			}
			else if (quote != 0) {
				quote = (b == quote) ? 0 : quote;
			}
			else if (b == '\'' || b == '"') {
				quote = b;
			}
			else if (b == '>') {
				boolean found = endsElement(tag, i);
				tag = -1;
				if (found) {
					found(i + 1);
					return true;
				}
			}
		}
		this.position = this.end;
		this.quote = quote;
		this.tag = tag;
		return false;
	}

	private boolean endsElement(int tag, int close) {
		byte first = this.bytes[tag + 1];
		if (first == '?') {
			this.element = -1;
			return false;
		}
		if (first == '/') {
			this.depth--;
			return this.depth <= 1;
		}
		if (this.bytes[close - 1] == '/') {
			return this.depth == 1;
		}
		this.depth++;
		return this.depth == 1;
	}

	private void found(int to) {
		this.from = this.element;
		this.to = to;
		this.position = to;
		this.tag = -1;
		this.quote = 0;
		this.element = -1;
	}

	/**
	 * Waits for the next element.
	 * @return its XML
	 * @throws IOException if it cannot be read
	 */
	String read() throws IOException {
		while (!next()) {
			if (!fill()) {
				throw new EOFException("The stream was closed");
			}
		}
		return Ascii.text(this.bytes, this.from, this.to);
	}

	/**
	 * Expects a new stream in the same bytes.
	 */
	void restart() {
		this.depth = 0;
	}

	/**
	 * What was read; the element that was found is a part of it.
	 * @return the buffer, which {@link #fill()} changes
	 */
	byte[] bytes() {
		return this.bytes;
	}

	int from() {
		return this.from;
	}

	int to() {
		return this.to;
	}

}
