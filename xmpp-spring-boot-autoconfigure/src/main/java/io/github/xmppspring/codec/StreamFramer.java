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

import javax.net.ssl.SSLException;

import io.github.xmppspring.stream.StreamException;
import io.github.xmppspring.xml.XmlLimits;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.NotSslRecordException;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the bytes of a stream into its header, its first-level children and its footer
 * (RFC 6120, 4.2). A child is passed on with its last byte, and one at a time, so that
 * whoever takes it may restart the stream before the next byte is looked at.
 * <p>
 * No more is ever stored than one stanza of the size that the limits allow.
 *
 * @author XMPP for Spring Boot contributors
 */
final class StreamFramer extends ChannelInboundHandlerAdapter {

	/** More than any header needs, and it is the first thing that anybody can send. */
	private static final int MAX_HEADER_BYTES = 16 * 1024;

	private final StreamScanner scanner = new StreamScanner();

	private final FrameBuffer received = new FrameBuffer();

	private XmlLimits limits;

	/** Whether a frame is being passed on, which may bring more bytes at once. */
	private boolean delivering;

	/** Whether a frame was passed on since the last read from the network began. */
	private boolean delivered;

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
	 * The bytes that have been received but not passed on.
	 * @return their number
	 */
	int unreadBytes() {
		return this.received.length();
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object message) {
		if (!(message instanceof ByteBuf bytes)) {
			ctx.fireChannelRead(message);
			return;
		}
		try {
			this.received.append(bytes);
		}
		finally {
			bytes.release();
		}
		if (!this.delivering) {
			this.delivering = true;
			try {
				deliver(ctx);
			}
			finally {
				this.delivering = false;
				this.received.compact();
			}
		}
	}

	@Override
	public void channelReadComplete(ChannelHandlerContext ctx) {
		// Who reads on demand waits for a frame, not for a part of it
		if (!this.delivered && !ctx.channel().config().isAutoRead()) {
			ctx.read();
		}
		this.delivered = false;
		ctx.fireChannelReadComplete();
	}

	private void deliver(ChannelHandlerContext ctx) {
		try {
			while (!ctx.isRemoved()) {
				StreamFrame frame = next();
				if (frame == null) {
					break;
				}
				this.delivered = true;
				ctx.fireChannelRead(frame);
			}
		}
		catch (StreamException ex) {
			this.scanner.end();
			this.received.clear();
			ctx.fireExceptionCaught(ex);
		}
	}

	private @Nullable StreamFrame next() {
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

	// What stands before this handler, if anything, is TLS
	@Override
	public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
		ctx.fireExceptionCaught((cause instanceof DecoderException && cause.getCause() instanceof SSLException failure)
				? told(failure) : cause);
	}

	private static SSLException told(SSLException failure) {
		// its message is what came instead
		return (failure instanceof NotSslRecordException) ? new SSLException("What came is not TLS") : failure;
	}

	private int limit() {
		int limit = this.limits.stanzaBytes();
		return this.scanner.isInStream() ? limit : Math.min(limit, MAX_HEADER_BYTES);
	}

}
