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

import java.nio.charset.StandardCharsets;

import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamException;
import io.github.xmppspring.stream.StreamFooter;
import io.github.xmppspring.stream.StreamHeader;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.ElementReader;
import io.github.xmppspring.xml.NamespaceScope;
import io.github.xmppspring.xml.StartTag;
import io.github.xmppspring.xml.XmlException;
import io.github.xmppspring.xml.XmlLimits;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;

/**
 * Makes a {@link StreamHeader}, {@link Element}s and a {@link StreamFooter} of the frames
 * of a stream. Each frame is parsed on its own, in the namespaces of the header.
 * <p>
 * The first trouble is reported as a {@link StreamException}; after that nothing is
 * passed on, and nothing is reported again.
 *
 * @author XMPP for Spring Boot contributors
 */
final class StreamDecoder extends SimpleChannelInboundHandler<StreamFrame> {

	private final String contentNamespace;

	private XmlLimits limits;

	/** Reads the header, and then what stands in its scope. */
	private ElementReader reader;

	private NamespaceScope scope = NamespaceScope.EMPTY;

	private String streamName = "";

	private boolean failed;

	private int frameBytes;

	StreamDecoder(String contentNamespace, XmlLimits limits) {
		this.contentNamespace = contentNamespace;
		this.limits = limits;
		this.reader = new ElementReader(limits);
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
		this.reader = new ElementReader(limits).in(this.scope);
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
	protected void channelRead0(ChannelHandlerContext ctx, StreamFrame frame) {
		if (this.failed) {
			return;
		}
		Object message;
		this.frameBytes = frame.content().readableBytes();
		try {
			message = decode(frame);
		}
		catch (XmlException ex) {
			exceptionCaught(ctx, Refusal.of(ex));
			return;
		}
		catch (StreamException ex) {
			exceptionCaught(ctx, ex);
			return;
		}
		ctx.fireChannelRead(message);
		if (frame.kind() == StreamFrame.Kind.HEADER && isEmptyTag(frame.content())) {
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
			case HEADER -> header(frame.content());
			case ELEMENT -> this.reader.read(new ByteBufInputStream(frame.content()));
			case FOOTER -> footer(frame.content());
		};
	}

	private StreamHeader header(ByteBuf content) {
		StartTag tag = this.reader.readStartTag(new ByteBufInputStream(content));
		StreamHeader header = StreamHeader.from(tag);
		if (!header.contentNamespace().equals(this.contentNamespace)) {
			throw Refusal.of(StreamErrorCondition.INVALID_NAMESPACE,
					"The content namespace of the stream is not '" + this.contentNamespace + "'");
		}
		Element element = tag.element();
		this.streamName = element.prefix().isEmpty() ? element.localName()
				: element.prefix() + ":" + element.localName();
		this.scope = tag.scope();
		this.reader = this.reader.in(this.scope);
		return header;
	}

	private StreamFooter footer(ByteBuf content) {
		String tag = content.toString(StandardCharsets.UTF_8);
		if (!tag.substring("</".length(), tag.length() - 1).stripTrailing().equals(this.streamName)) {
			throw Refusal.notWellFormed("The end tag of the stream does not match its start tag");
		}
		return StreamFooter.INSTANCE;
	}

	private static boolean isEmptyTag(ByteBuf content) {
		return content.getByte(content.writerIndex() - 2) == '/';
	}

}
