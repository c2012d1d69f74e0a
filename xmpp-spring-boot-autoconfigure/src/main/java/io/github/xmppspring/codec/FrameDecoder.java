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

import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamFooter;
import io.github.xmppspring.stream.StreamHeader;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.ElementReader;
import io.github.xmppspring.xml.FrameReader;
import io.github.xmppspring.xml.NamespaceScope;
import io.github.xmppspring.xml.StartTag;
import io.github.xmppspring.xml.XmlLimits;

/**
 * Makes a {@link StreamHeader}, {@link Element}s and a {@link StreamFooter} of the frames
 * of a stream. Each frame is parsed on its own, in the namespaces of the header.
 *
 * @author XMPP for Spring Boot contributors
 */
final class FrameDecoder {

	private final String contentNamespace;

	private XmlLimits limits;

	/** Reads headers. */
	private ElementReader reader;

	/** Reads what stands in the scope of the last header. */
	private FrameReader frames;

	private NamespaceScope scope = NamespaceScope.EMPTY;

	private String streamName = "";

	FrameDecoder(String contentNamespace, XmlLimits limits) {
		this.contentNamespace = contentNamespace;
		this.limits = limits;
		this.reader = new ElementReader(limits);
		this.frames = this.reader.framesIn(this.scope);
	}

	/**
	 * Takes what follows as a new stream.
	 * @param limits the limits from now on
	 */
	void restart(XmlLimits limits) {
		if (!limits.equals(this.limits)) {
			this.limits = limits;
			this.reader = new ElementReader(limits);
		}
	}

	/**
	 * Takes what follows as the same stream.
	 * @param limits the limits from now on
	 */
	void limit(XmlLimits limits) {
		this.limits = limits;
		this.reader = new ElementReader(limits);
		this.frames = this.reader.framesIn(this.scope);
	}

	/**
	 * Reads a frame.
	 * @param frame the frame
	 * @return what it says
	 * @throws io.github.xmppspring.xml.XmlException if it cannot be taken as XML
	 * @throws io.github.xmppspring.stream.StreamException if the stream must end for it
	 */
	Object decode(StreamFrame frame) {
		return switch (frame.kind()) {
			case HEADER -> header(frame);
			case ELEMENT -> this.frames.read(frame.bytes(), frame.offset(), frame.length());
			case FOOTER -> footer(frame);
		};
	}

	private StreamHeader header(StreamFrame frame) {
		StartTag tag = this.reader.readStartTag(frame.stream());
		StreamHeader header = StreamHeader.from(tag);
		if (!header.contentNamespace().equals(this.contentNamespace)) {
			throw Refusal.of(StreamErrorCondition.INVALID_NAMESPACE,
					"The content namespace of the stream is not '" + this.contentNamespace + "'");
		}
		Element element = tag.element();
		this.streamName = element.prefix().isEmpty() ? element.localName()
				: element.prefix() + ":" + element.localName();
		this.scope = tag.scope();
		this.frames = this.reader.framesIn(this.scope);
		return header;
	}

	private StreamFooter footer(StreamFrame frame) {
		String tag = frame.text();
		if (!tag.substring("</".length(), tag.length() - 1).stripTrailing().equals(this.streamName)) {
			throw Refusal.notWellFormed("The end tag of the stream does not match its start tag");
		}
		return StreamFooter.INSTANCE;
	}

}
