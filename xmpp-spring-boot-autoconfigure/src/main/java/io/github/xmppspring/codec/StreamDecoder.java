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
import io.github.xmppspring.stream.StreamException;
import io.github.xmppspring.stream.StreamFooter;
import io.github.xmppspring.stream.StreamHeader;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.ElementReader;
import io.github.xmppspring.xml.FrameReader;
import io.github.xmppspring.xml.NamespaceScope;
import io.github.xmppspring.xml.StartTag;
import io.github.xmppspring.xml.XmlException;
import io.github.xmppspring.xml.XmlLimits;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Makes a {@link StreamHeader}, {@link Element}s and a {@link StreamFooter} of the frames
 * of a stream. Each frame is parsed on its own, in the namespaces of the header.
 * <p>
 * The first trouble is reported as a {@link StreamException}; after that nothing is
 * passed on, and nothing is reported again.
 *
 * @author XMPP for Spring Boot contributors
 */
final class StreamDecoder extends ChannelInboundHandlerAdapter {

	private final String contentNamespace;

	private XmlLimits limits;

	/** Reads headers. */
	private ElementReader reader;

	/** Reads what stands in the scope of the last header. */
	private FrameReader frames;

	private NamespaceScope scope = NamespaceScope.EMPTY;

	private String streamName = "";

	private boolean failed;

	private int frameBytes;

	StreamDecoder(String contentNamespace, XmlLimits limits) {
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
	 * How long the frame is that is being delivered.
	 * @return the number of bytes, once for each frame and then 0
	 */
	int takeFrameBytes() {
		int bytes = this.frameBytes;
		this.frameBytes = 0;
		return bytes;
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object message) {
		if (!(message instanceof StreamFrame frame)) {
			ctx.fireChannelRead(message);
		}
		else if (!this.failed) {
			read(ctx, frame);
		}
	}

	private void read(ChannelHandlerContext ctx, StreamFrame frame) {
		Object value;
		boolean closes = frame.kind() == StreamFrame.Kind.HEADER && frame.isEmptyTag();
		this.frameBytes = frame.length();
		try {
			value = decode(frame);
		}
		catch (XmlException ex) {
			exceptionCaught(ctx, Refusal.of(ex));
			return;
		}
		catch (StreamException ex) {
			exceptionCaught(ctx, ex);
			return;
		}
		ctx.fireChannelRead(value);
		if (closes) {
			ctx.fireChannelRead(StreamFooter.INSTANCE);
		}
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
		boolean repeated = this.failed;
		this.failed = true;
		if (!repeated) {
			ctx.fireExceptionCaught(cause);
		}
	}

	private Object decode(StreamFrame frame) {
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
