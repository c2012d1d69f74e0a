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
import io.github.xmppspring.stream.StreamFooter;
import io.github.xmppspring.xml.XmlException;
import io.github.xmppspring.xml.XmlLimits;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.NotSslRecordException;

/**
 * Makes a {@link io.github.xmppspring.stream.StreamHeader},
 * {@link io.github.xmppspring.xml.Element}s and a {@link StreamFooter} of the bytes of a
 * stream. Each is passed on with its last byte, and before the next byte is looked at.
 * <p>
 * The first trouble is reported as a {@link StreamException}; after that nothing is
 * passed on, and nothing is reported again.
 *
 * @author XMPP for Spring Boot contributors
 */
final class StreamDecoder extends ChannelInboundHandlerAdapter {

	private final StreamFramer framer;

	private final FrameDecoder decoder;

	private Taps taps = Taps.NONE;

	private boolean failed;

	/** Whether a value is being passed on, which may bring more bytes at once. */
	private boolean delivering;

	/** Whether a frame was found since the last read from the network began. */
	private boolean delivered;

	StreamDecoder(String contentNamespace, XmlLimits limits) {
		this.framer = new StreamFramer(limits);
		this.decoder = new FrameDecoder(contentNamespace, limits);
	}

	/**
	 * Takes what follows as a new stream.
	 * @param limits the limits from now on
	 */
	void restart(XmlLimits limits) {
		this.framer.restart(limits);
		this.decoder.restart(limits);
	}

	/**
	 * Takes what follows as the same stream.
	 * @param limits the limits from now on
	 */
	void limit(XmlLimits limits) {
		this.framer.limit(limits);
		this.decoder.limit(limits);
	}

	/**
	 * The bytes that have been received but not passed on.
	 * @return their number
	 */
	int unreadBytes() {
		return this.framer.unreadBytes();
	}

	/**
	 * Lets somebody watch what is read.
	 * @param taps who watches
	 */
	void watch(Taps taps) {
		this.taps = taps;
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object message) {
		if (!(message instanceof ByteBuf bytes)) {
			ctx.fireChannelRead(message);
			return;
		}
		try {
			if (!this.failed) {
				this.framer.append(bytes);
			}
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
				this.framer.compact();
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
			while (!this.failed && !ctx.isRemoved()) {
				StreamFrame frame = this.framer.next();
				if (frame == null) {
					break;
				}
				this.delivered = true;
				deliver(ctx, frame);
			}
		}
		catch (XmlException ex) {
			fail(ctx, Refusal.of(ex));
		}
		catch (StreamException ex) {
			fail(ctx, ex);
		}
	}

	private void deliver(ChannelHandlerContext ctx, StreamFrame frame) {
		boolean closes = frame.kind() == StreamFrame.Kind.HEADER && frame.isEmptyTag();
		pass(ctx, this.decoder.decode(frame), frame.length());
		if (closes) {
			pass(ctx, StreamFooter.INSTANCE, 0);
		}
	}

	private void pass(ChannelHandlerContext ctx, Object value, int bytes) {
		this.taps.tell((tap) -> tap.received(value, bytes));
		ctx.fireChannelRead(value);
	}

	// What stands before this handler, if anything, is TLS
	@Override
	public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
		fail(ctx, (cause instanceof DecoderException && cause.getCause() instanceof SSLException failure)
				? told(failure) : cause);
	}

	private static SSLException told(SSLException failure) {
		// its message is what came instead
		return (failure instanceof NotSslRecordException) ? new SSLException("What came is not TLS") : failure;
	}

	private void fail(ChannelHandlerContext ctx, Throwable cause) {
		boolean repeated = this.failed;
		this.failed = true;
		this.framer.end();
		if (!repeated) {
			ctx.fireExceptionCaught(cause);
		}
	}

}
