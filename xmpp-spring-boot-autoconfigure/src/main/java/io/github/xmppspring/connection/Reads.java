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

package io.github.xmppspring.connection;

import io.github.xmppspring.negotiation.EventLoopThread;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Notices when the event loop reads, so that what comes of it goes on together: work for
 * other threads and stanzas to be written. Its place is where the bytes come, of which
 * one message may hold many stanzas.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Reads extends ChannelInboundHandlerAdapter {

	private final Outbox outbox;

	Reads(Outbox outbox) {
		this.outbox = outbox;
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object message) {
		this.outbox.startReading();
		if (Thread.currentThread() instanceof EventLoopThread thread) {
			thread.beginRead(ctx.executor());
		}
		ctx.fireChannelRead(message);
	}

	// Others are set to work first: what they send at once is written with the rest
	@Override
	public void channelReadComplete(ChannelHandlerContext ctx) {
		endRead();
		ctx.fireChannelReadComplete();
	}

	@Override
	public void channelInactive(ChannelHandlerContext ctx) {
		endRead();
		ctx.fireChannelInactive();
	}

	@Override
	public void handlerRemoved(ChannelHandlerContext ctx) {
		endRead();
	}

	private static void endRead() {
		if (Thread.currentThread() instanceof EventLoopThread thread) {
			thread.endRead();
		}
	}

}
