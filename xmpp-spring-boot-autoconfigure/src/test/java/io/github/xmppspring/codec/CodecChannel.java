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
import java.util.ArrayList;
import java.util.List;

import io.github.xmppspring.stream.StreamError;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamException;
import io.github.xmppspring.stream.StreamFooter;
import io.github.xmppspring.stream.StreamHeader;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.Infoset;
import io.github.xmppspring.xml.XmlLimits;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import org.jspecify.annotations.Nullable;

/**
 * A channel with the codec and nothing behind it but something that remembers what comes
 * out.
 *
 * @author XMPP for Spring Boot contributors
 */
final class CodecChannel {

	/** What came out: headers, elements, footers, exceptions. */
	final List<Object> received = new ArrayList<>();

	final EmbeddedChannel channel = new EmbeddedChannel();

	/** The most bytes that were kept between two reads. */
	int mostUnread;

	CodecChannel(String contentNamespace, XmlLimits limits) {
		XmppPipeline.addCodec(this.channel.pipeline(), contentNamespace, limits);
		this.channel.pipeline().addLast(new ChannelInboundHandlerAdapter() {

			@Override
			public void channelRead(ChannelHandlerContext ctx, Object message) {
				CodecChannel.this.received.add(message);
				ctx.fireChannelRead(message);
			}

			@Override
			public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
				CodecChannel.this.received.add(cause);
				ctx.fireExceptionCaught(cause);
			}

		});
	}

	/**
	 * Lets exceptions end here instead of in the calls that feed bytes.
	 * @return this channel
	 */
	CodecChannel swallowingExceptions() {
		this.channel.pipeline().addLast(new ChannelInboundHandlerAdapter() {

			@Override
			public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
			}

		});
		return this;
	}

	void feed(String xml) {
		feed(xml.getBytes(StandardCharsets.UTF_8));
	}

	void feed(byte[] bytes) {
		feed(bytes, 0, bytes.length);
	}

	void feed(byte[] bytes, int start, int end) {
		if (this.channel.isOpen()) {
			this.channel.writeInbound(Unpooled.copiedBuffer(bytes, start, end - start));
		}
		if (this.channel.isOpen()) {
			this.mostUnread = Math.max(this.mostUnread, XmppPipeline.unreadBytes(this.channel.pipeline()));
		}
	}

	void feedByteByByte(byte[] bytes) {
		for (int i = 0; i < bytes.length; i++) {
			feed(bytes, i, i + 1);
		}
	}

	List<String> infosets() {
		return received(Element.class).stream().map(Infoset::strict).toList();
	}

	<T> List<T> received(Class<T> type) {
		return this.received.stream().filter(type::isInstance).map(type::cast).toList();
	}

	/**
	 * The condition of the only exception there was.
	 * @return the condition, or {@code null} if there was no exception
	 */
	@Nullable StreamErrorCondition failure() {
		List<Throwable> failures = received(Throwable.class);
		if (failures.isEmpty()) {
			return null;
		}
		if (failures.size() == 1 && failures.get(0) instanceof StreamException ex && !ex.isRemote()) {
			return ex.error().condition();
		}
		throw new AssertionError("Not exactly one error of the stream: " + failures);
	}

	String sent() {
		StringBuilder sent = new StringBuilder();
		for (ByteBuf bytes = this.channel.readOutbound(); bytes != null; bytes = this.channel.readOutbound()) {
			sent.append(bytes.toString(StandardCharsets.UTF_8));
			bytes.release();
		}
		return sent.toString();
	}

	/**
	 * Reads what was sent the way a peer would.
	 * @param contentNamespace the namespace of stanzas
	 * @return the condition of the stream error that ended the stream, or {@code null} if
	 * none was sent
	 */
	@Nullable StreamErrorCondition sentError(String contentNamespace) {
		CodecChannel peer = new CodecChannel(contentNamespace, XmlLimits.DEFAULT);
		peer.feed(sent());
		List<Element> errors = peer.received(Element.class).stream().filter(StreamError::isStreamError).toList();
		if (errors.isEmpty()) {
			return null;
		}
		if (errors.size() > 1 || peer.received(StreamHeader.class).size() != 1
				|| peer.received.get(peer.received.size() - 1) != StreamFooter.INSTANCE) {
			throw new AssertionError("Not the end of a stream: " + peer.received);
		}
		return StreamError.from(errors.get(0)).condition();
	}

}
