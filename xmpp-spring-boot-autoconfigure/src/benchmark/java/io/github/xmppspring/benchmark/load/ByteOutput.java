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

import java.io.IOException;
import java.io.OutputStream;

/**
 * Collects bytes for one system call.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ByteOutput {

	private final OutputStream output;

	private final byte[] bytes = new byte[1 << 18];

	private int length;

	ByteOutput(OutputStream output) {
		this.output = output;
	}

	ByteOutput put(byte[] source) throws IOException {
		return put(source, 0, source.length);
	}

	ByteOutput put(byte[] source, int from, int to) throws IOException {
		int count = to - from;
		if (this.length + count > this.bytes.length) {
			flush();
		}
		System.arraycopy(source, from, this.bytes, this.length, count);
		this.length += count;
		return this;
	}

	ByteOutput putNumber(int number, int digits) throws IOException {
		if (this.length + digits > this.bytes.length) {
			flush();
		}
		int rest = number;
		for (int i = this.length + digits - 1; i >= this.length; i--) {
			this.bytes[i] = (byte) ('0' + rest % 10);
			rest /= 10;
		}
		this.length += digits;
		return this;
	}

	void flush() throws IOException {
		if (this.length > 0) {
			this.output.write(this.bytes, 0, this.length);
			this.length = 0;
		}
	}

}
