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

import java.util.List;

import javax.net.ssl.SSLException;

import io.github.xmppspring.stream.StreamException;
import io.github.xmppspring.xml.XmlLimits;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.NotSslRecordException;

/**
 * Cuts the bytes of a stream into its header, its first-level children and its footer
 * (RFC 6120, 4.2). A child is passed on with its last byte, and one at a time, so that
 * whoever takes it may restart the stream before the next byte is looked at.
 * <p>
 * No more is ever stored than one stanza of the size that the limits allow.
 *
 * @author XMPP for Spring Boot contributors
 */
final class StreamFramer extends ByteToMessageDecoder {

	/** More than any header needs, and it is the first thing that anybody can send. */
	private static final int MAX_HEADER_BYTES = 16 * 1024;

	private final StreamScanner scanner = new StreamScanner();

	private XmlLimits limits;

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
		return actualReadableBytes();
	}

	@Override
	protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
		if (this.scanner.isEnded()) {
			in.skipBytes(in.readableBytes());
			return;
		}
		try {
			StreamFrame.Kind kind = this.scanner.scan(in, limit());
			if (kind != null) {
				out.add(new StreamFrame(kind, in.readRetainedSlice(this.scanner.length())));
				this.scanner.next();
			}
		}
		catch (StreamException ex) {
			this.scanner.end();
			in.skipBytes(in.readableBytes());
			ctx.fireExceptionCaught(ex);
		}
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
