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

package io.github.xmppspring.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;

/**
 * Lets a channel stand still: what is written waits in its buffer, which is watched as
 * that of a peer that does not read. Is in the pipeline only as long as it does so.
 *
 * @author XMPP for Spring Boot contributors
 */
final class StallHandler extends ChannelOutboundHandlerAdapter {

	/**
	 * Stops a channel.
	 * @param channel the channel
	 * @return the handler that holds it
	 */
	static StallHandler stall(Channel channel) {
		StallHandler handler = new StallHandler();
		channel.config().setAutoRead(false);
		channel.pipeline().addFirst(handler);
		return handler;
	}

	/**
	 * Lets the channel go on.
	 * @param channel the channel
	 */
	void release(Channel channel) {
		if (channel.pipeline().context(this) != null) {
			channel.pipeline().remove(this);
			channel.flush();
			channel.config().setAutoRead(channel.isWritable());
			if (channel.isWritable()) {
				// nothing else reads if another stall has kept the channel from it
				channel.read();
			}
		}
	}

	@Override
	public void read(ChannelHandlerContext ctx) {
		// not now
	}

	@Override
	public void flush(ChannelHandlerContext ctx) {
		// not now
	}

}
