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

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;

/**
 * Tells taps about the bytes of a connection. Its place is next to the network.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ByteTapHandler extends ChannelDuplexHandler {

	private final Taps taps;

	ByteTapHandler(Taps taps) {
		this.taps = taps;
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object message) {
		if (message instanceof ByteBuf bytes) {
			this.taps.tell((tap) -> tap.bytesReceived(bytes.readableBytes()));
		}
		ctx.fireChannelRead(message);
	}

	@Override
	public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
		if (message instanceof ByteBuf bytes) {
			this.taps.tell((tap) -> tap.bytesSent(bytes.readableBytes()));
		}
		ctx.write(message, promise);
	}

}
