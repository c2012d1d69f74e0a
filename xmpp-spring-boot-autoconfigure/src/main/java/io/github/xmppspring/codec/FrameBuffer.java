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

import io.netty.buffer.ByteBuf;

/**
 * The bytes of a stream that have been received but not passed on, in one array, where
 * they are looked at faster than in the buffers of the network.
 *
 * @author XMPP for Spring Boot contributors
 */
final class FrameBuffer {

	private static final int MIN_CAPACITY = 1024;

	/** What one read from the network brings at the most. */
	private static final int MAX_KEPT_CAPACITY = 64 * 1024;

	private static final byte[] NONE = {};

	private byte[] bytes = NONE;

	private int start;

	private int end;

	/**
	 * Appends what can be read.
	 * @param in a buffer, from which the bytes are read
	 */
	void append(ByteBuf in) {
		int count = in.readableBytes();
		reserve(count);
		in.readBytes(this.bytes, this.end, count);
		this.end += count;
	}

	private void reserve(int count) {
		int length = length();
		if (this.end + count <= this.bytes.length) {
			return;
		}
		byte[] target = this.bytes;
		if (length + count > target.length) {
			target = new byte[Math.max(MIN_CAPACITY, Math.max(length + count, 2 * length))];
		}
		System.arraycopy(this.bytes, this.start, target, 0, length);
		this.bytes = target;
		this.start = 0;
		this.end = length;
	}

	/**
	 * Takes bytes from the front.
	 * @param count the number of bytes
	 */
	void take(int count) {
		this.start += count;
	}

	/**
	 * Takes all bytes.
	 */
	void clear() {
		this.start = this.end;
	}

	/**
	 * Forgets bytes that were taken.
	 */
	void compact() {
		if (this.start == this.end) {
			this.start = 0;
			this.end = 0;
			if (this.bytes.length > MAX_KEPT_CAPACITY) {
				this.bytes = NONE;
			}
		}
	}

	byte[] bytes() {
		return this.bytes;
	}

	int start() {
		return this.start;
	}

	int end() {
		return this.end;
	}

	int length() {
		return this.end - this.start;
	}

}
