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

import io.github.xmppspring.stream.StreamFooter;
import io.github.xmppspring.stream.StreamHeader;
import io.github.xmppspring.xml.Element;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;

/**
 * Tells taps about the values of a stream. Its place is right above the codec, which
 * knows how long they are.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ValueTapHandler extends ChannelDuplexHandler {

	private final Taps taps;

	private final StreamDecoder decoder;

	private final StreamEncoder encoder;

	ValueTapHandler(Taps taps, StreamDecoder decoder, StreamEncoder encoder) {
		this.taps = taps;
		this.decoder = decoder;
		this.encoder = encoder;
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object message) {
		if (isValue(message)) {
			int bytes = this.decoder.takeFrameBytes();
			this.taps.tell((tap) -> tap.received(message, bytes));
		}
		ctx.fireChannelRead(message);
	}

	@Override
	public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
		ctx.write(message, promise);
		int bytes = this.encoder.takeFrameBytes();
		if (bytes > 0 && isValue(message)) {
			this.taps.tell((tap) -> tap.sent(message, bytes));
		}
	}

	private static boolean isValue(Object message) {
		return message instanceof Element || message instanceof StreamHeader || message instanceof StreamFooter;
	}

}
