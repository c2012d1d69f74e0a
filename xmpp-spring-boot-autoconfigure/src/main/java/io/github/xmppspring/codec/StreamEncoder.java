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
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;

/**
 * Writes {@link StreamHeader}s, {@link Element}s and {@link StreamFooter}s as bytes. What
 * a header declares is not declared again by the elements after it. The bytes are passed
 * on when they are flushed, all in one.
 * <p>
 * An element that cannot be written fails its own promise. None of its bytes are sent, so
 * the stream goes on. After the footer nothing is sent any more (RFC 6120, 4.4): a second
 * footer is left out and succeeds, not before the first one is flushed; an element fails
 * with a {@link ClosedChannelException}.
 *
 * @author XMPP for Spring Boot contributors
 */
final class StreamEncoder extends ChannelOutboundHandlerAdapter {

	private static final String DECLARATION = "<?xml version='1.0'?>";

	private static final String FOOTER = "</stream:stream>";

	private final WriteBatch batch = new WriteBatch();

	private StreamElementWriter writer;

	private Taps taps = Taps.NONE;

	private boolean ended;

	StreamEncoder(String contentNamespace) {
		this.writer = new ElementWriter().in(StreamHeader.defaultScope(contentNamespace)).forStream();
	}

	/**
	 * Lets somebody watch what is written.
	 * @param taps who watches
	 */
	void watch(Taps taps) {
		this.taps = taps;
	}

	@Override
	public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
		if (message instanceof Element element) {
			element(ctx, element, promise);
		}
		else if (message instanceof StreamHeader header) {
			appended(ctx, header, header(header, this.batch.bytes(ctx)), promise);
		}
		else if (message instanceof StreamFooter) {
			footer(ctx, promise);
		}
		else {
			this.batch.passOn(ctx);
			ctx.write(message, promise);
		}
	}

	@Override
	public void flush(ChannelHandlerContext ctx) {
		this.batch.passOn(ctx);
		ctx.flush();
	}

	@Override
	public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
		this.batch.drop();
		ctx.close(promise);
	}

	@Override
	public void handlerRemoved(ChannelHandlerContext ctx) {
		this.batch.drop();
	}

	private void element(ChannelHandlerContext ctx, Element element, ChannelPromise promise) {
		if (this.ended) {
			promise.setFailure(new ClosedChannelException());
			return;
		}
		int bytes;
		try {
			bytes = append(element, this.batch.bytes(ctx));
		}
		catch (RuntimeException ex) {
			promise.setFailure(ex);
			return;
		}
		appended(ctx, element, bytes, promise);
	}

	private int append(Element element, ByteBuf bytes) {
		int start = bytes.writerIndex();
		int end = start;
		try {
			this.writer.write(element, new ByteBufOutputStream(bytes));
			end = bytes.writerIndex();
			return end - start;
		}
		finally {
			bytes.writerIndex(end);
		}
	}

	private int header(StreamHeader header, ByteBuf bytes) {
		ElementWriter standalone = new ElementWriter();
		byte[] tag = (DECLARATION + standalone.writeStartTag(header.toStartTag())).getBytes(StandardCharsets.UTF_8);
		this.writer = standalone.in(header.scope()).forStream();
		this.ended = false;
		bytes.writeBytes(tag);
		return tag.length;
	}

	private void footer(ChannelHandlerContext ctx, ChannelPromise promise) {
		if (this.ended) {
			this.batch.join(promise);
			return;
		}
		this.ended = true;
		int bytes = this.batch.bytes(ctx).writeCharSequence(FOOTER, StandardCharsets.US_ASCII);
		appended(ctx, StreamFooter.INSTANCE, bytes, promise);
	}

	private void appended(ChannelHandlerContext ctx, Object value, int bytes, ChannelPromise promise) {
		this.batch.appended(ctx, promise);
		this.taps.tell((tap) -> tap.sent(value, bytes));
	}

}
