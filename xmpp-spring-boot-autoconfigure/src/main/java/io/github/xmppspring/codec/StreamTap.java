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

/**
 * Watches what passes a stream: for statistics, for a log. It is told on the event loop,
 * so it must not block, and it must not throw.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public interface StreamTap {

	/**
	 * Something was read, before anybody acts on it. What cannot be read is not told: it
	 * ends the stream.
	 * @param value a {@link io.github.xmppspring.stream.StreamHeader}, an
	 * {@link io.github.xmppspring.xml.Element} or a
	 * {@link io.github.xmppspring.stream.StreamFooter}
	 * @param bytes its length in bytes, without TLS; 0 for the footer that an empty tag
	 * implies
	 */
	void received(Object value, int bytes);

	/**
	 * Something was written, though maybe not flushed. What cannot be written is not
	 * told.
	 * @param value a {@link io.github.xmppspring.stream.StreamHeader}, an
	 * {@link io.github.xmppspring.xml.Element} or a
	 * {@link io.github.xmppspring.stream.StreamFooter}
	 * @param bytes its length in bytes, without TLS
	 */
	void sent(Object value, int bytes);

	/**
	 * Bytes came from the network, TLS included.
	 * @param count the number of bytes
	 */
	default void bytesReceived(int count) {
		// most look at values only
	}

	/**
	 * Bytes go to the network, TLS included.
	 * @param count the number of bytes
	 */
	default void bytesSent(int count) {
		// most look at values only
	}

}
