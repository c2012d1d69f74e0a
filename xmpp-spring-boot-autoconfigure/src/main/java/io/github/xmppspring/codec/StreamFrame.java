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
import io.netty.buffer.DefaultByteBufHolder;

/**
 * A piece of a stream that means something by itself, still in bytes.
 *
 * @author XMPP for Spring Boot contributors
 */
final class StreamFrame extends DefaultByteBufHolder {

	private final Kind kind;

	StreamFrame(Kind kind, ByteBuf content) {
		super(content);
		this.kind = kind;
	}

	Kind kind() {
		return this.kind;
	}

	@Override
	public StreamFrame replace(ByteBuf content) {
		return new StreamFrame(this.kind, content);
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
