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

import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;

import io.github.xmppspring.stream.StreamFooter;
import io.github.xmppspring.stream.StreamHeader;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.ElementWriter;
import io.github.xmppspring.xml.StreamElementWriter;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufOutputStream;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@link StreamHeader}s, {@link Element}s and {@link StreamFooter}s as bytes. What
 * a header declares is not declared again by the elements after it.
 * <p>
 * An element that cannot be written fails its own promise. None of its bytes are sent, so
 * the stream goes on. After the footer nothing is sent any more (RFC 6120, 4.4): a second
 * footer is left out, an element fails with a {@link ClosedChannelException}.
 *
 * @author XMPP for Spring Boot contributors
 */
final class StreamEncoder extends ChannelOutboundHandlerAdapter {

	private static final String DECLARATION = "<?xml version='1.0'?>";

	private static final String FOOTER = "</stream:stream>";

	private StreamElementWriter writer;

	private boolean ended;

	private int frameBytes;

	StreamEncoder(String contentNamespace) {
		this.writer = new ElementWriter().in(StreamHeader.defaultScope(contentNamespace)).forStream();
	}

	/**
	 * How long the bytes are that the last value became.
	 * @return the number of bytes, once for each value and then 0
	 */
	int takeFrameBytes() {
		int bytes = this.frameBytes;
		this.frameBytes = 0;
		return bytes;
	}

	@Override
	public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
		if (this.ended && message instanceof StreamFooter) {
			promise.setSuccess();
			return;
		}
		ByteBuf bytes;
		try {
			bytes = encode(ctx, message);
		}
		catch (ClosedChannelException ex) {
			promise.setFailure(ex);
			return;
		}
		catch (RuntimeException ex) {
			promise.setFailure(ex);
			return;
		}
		this.frameBytes = (bytes != null) ? bytes.readableBytes() : 0;
		ctx.write((bytes != null) ? bytes : message, promise);
	}

	private @Nullable ByteBuf encode(ChannelHandlerContext ctx, Object message) throws ClosedChannelException {
		if (message instanceof Element element) {
			if (this.ended) {
				throw new ClosedChannelException();
			}
			return element(ctx, element);
		}
		if (message instanceof StreamHeader header) {
			return header(ctx, header);
		}
		if (message instanceof StreamFooter) {
			this.ended = true;
			return ByteBufUtil.writeUtf8(ctx.alloc(), FOOTER);
		}
		return null;
	}

	private ByteBuf element(ChannelHandlerContext ctx, Element element) {
		ByteBuf bytes = ctx.alloc().ioBuffer();
		boolean written = false;
		try {
			this.writer.write(element, new ByteBufOutputStream(bytes));
			written = true;
			return bytes;
		}
		finally {
			if (!written) {
				ReferenceCountUtil.release(bytes);
			}
		}
	}

	private ByteBuf header(ChannelHandlerContext ctx, StreamHeader header) {
		ElementWriter standalone = new ElementWriter();
		byte[] tag = (DECLARATION + standalone.writeStartTag(header.toStartTag())).getBytes(StandardCharsets.UTF_8);
		this.writer = standalone.in(header.scope()).forStream();
		this.ended = false;
		return ctx.alloc().ioBuffer(tag.length).writeBytes(tag);
	}

}
