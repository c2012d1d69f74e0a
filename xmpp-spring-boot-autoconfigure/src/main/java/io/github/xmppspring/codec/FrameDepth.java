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

import org.jspecify.annotations.Nullable;

/**
 * Counts the open elements of a stream and knows which tags end a frame.
 *
 * @author XMPP for Spring Boot contributors
 */
final class FrameDepth {

	/** Open elements, that of the stream included. */
	private int depth;

	void reset() {
		this.depth = 0;
	}

	/**
	 * A start tag ends.
	 * @return the frame that ends with it, or {@code null}
	 */
	StreamFrame.@Nullable Kind startTag() {
		this.depth++;
		return (this.depth == 1) ? StreamFrame.Kind.HEADER : null;
	}

	/**
	 * An empty-element tag ends.
	 * @return the frame that ends with it, or {@code null}
	 */
	StreamFrame.@Nullable Kind emptyTag() {
		return switch (this.depth) {
			case 0 -> StreamFrame.Kind.HEADER;
			case 1 -> StreamFrame.Kind.ELEMENT;
			default -> null;
		};
	}

	/**
	 * An end tag ends.
	 * @return the frame that ends with it, or {@code null}
	 */
	StreamFrame.@Nullable Kind endTag() {
		this.depth--;
		return switch (this.depth) {
			case 0 -> StreamFrame.Kind.FOOTER;
			case 1 -> StreamFrame.Kind.ELEMENT;
			default -> null;
		};
	}

	boolean isInStream() {
		return this.depth > 0;
	}

	boolean isInElement() {
		return this.depth > 1;
	}

}
