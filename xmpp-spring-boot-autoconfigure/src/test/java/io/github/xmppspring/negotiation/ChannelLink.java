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

package io.github.xmppspring.negotiation;

import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;

/**
 * Two channels back to back.
 *
 * @param one an end
 * @param other the other end
 * @author XMPP for Spring Boot contributors
 */
public record ChannelLink(EmbeddedChannel one, EmbeddedChannel other) {

	/**
	 * Carries bytes to and fro until there are none. The end of one channel is the end of
	 * the other.
	 */
	public void exchange() {
		boolean moved = true;
		while (moved) {
			this.one.runPendingTasks();
			this.other.runPendingTasks();
			moved = move(this.one, this.other) | move(this.other, this.one);
		}
	}

	/**
	 * Carries over that a channel was closed.
	 */
	public void exchangeEnds() {
		if (!this.one.isOpen()) {
			this.other.close();
		}
		else if (!this.other.isOpen()) {
			this.one.close();
		}
		exchange();
	}

	private static boolean move(EmbeddedChannel from, EmbeddedChannel to) {
		boolean moved = false;
		for (ByteBuf bytes = from.readOutbound(); bytes != null; bytes = from.readOutbound()) {
			moved = true;
			if (to.isOpen()) {
				to.writeInbound(bytes);
			}
			else {
				bytes.release();
			}
		}
		return moved;
	}

}
