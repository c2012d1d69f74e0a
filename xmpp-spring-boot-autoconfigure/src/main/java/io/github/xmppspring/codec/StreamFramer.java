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

import io.github.xmppspring.xml.XmlLimits;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the bytes of a stream into its header, its first-level children and its footer
 * (RFC 6120, 4.2). A child can be taken with its last byte, and one at a time, so that
 * whoever takes it may restart the stream before the next byte is looked at.
 * <p>
 * No more is ever stored than one stanza of the size that the limits allow.
 *
 * @author XMPP for Spring Boot contributors
 */
final class StreamFramer {

	/** More than any header needs, and it is the first thing that anybody can send. */
	private static final int MAX_HEADER_BYTES = 16 * 1024;

	private final StreamScanner scanner = new StreamScanner();

	private final FrameBuffer received = new FrameBuffer();

	private XmlLimits limits;

	StreamFramer(XmlLimits limits) {
		this.limits = limits;
	}

	/**
	 * Takes what follows as a new stream.
	 * @param limits the limits from now on
	 */
	void restart(XmlLimits limits) {
		this.limits = limits;
		this.scanner.restart();
	}

	/**
	 * Takes what follows as the same stream.
	 * @param limits the limits from now on
	 */
	void limit(XmlLimits limits) {
		this.limits = limits;
	}

	/**
	 * The bytes that have been received but not taken.
	 * @return their number
	 */
	int unreadBytes() {
		return this.received.length();
	}

	/**
	 * Takes bytes from the network.
	 * @param bytes the bytes, which are read
	 */
	void append(ByteBuf bytes) {
		this.received.append(bytes);
	}

	/**
	 * The next frame. Its bytes are there until more are appended.
	 * @return the frame, or {@code null} if there is none before there are more bytes
	 * @throws io.github.xmppspring.stream.StreamException if the bytes are none of an
	 * XMPP stream
	 */
	@Nullable StreamFrame next() {
		if (this.scanner.isEnded()) {
			this.received.clear();
			return null;
		}
		StreamFrame.Kind kind = this.scanner.scan(this.received, limit());
		if (kind == null) {
			return null;
		}
		int length = this.scanner.length();
		StreamFrame frame = new StreamFrame(kind, this.received.bytes(), this.received.start(), length);
		this.received.take(length);
		this.scanner.next();
		return frame;
	}

	/**
	 * Forgets the bytes of the frames that were taken.
	 */
	void compact() {
		this.received.compact();
	}

	/**
	 * Forgets all bytes, and takes no more.
	 */
	void end() {
		this.scanner.end();
		this.received.clear();
	}

	private int limit() {
		int limit = this.limits.stanzaBytes();
		return this.scanner.isInStream() ? limit : Math.min(limit, MAX_HEADER_BYTES);
	}

}
