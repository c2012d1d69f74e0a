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

import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.xml.Element;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;

/**
 * Does to outgoing stanzas what the rules say. Is in the pipeline only if there are some.
 *
 * @author XMPP for Spring Boot contributors
 */
final class StanzaFaultHandler extends ChannelOutboundHandlerAdapter {

	static final String NAME = "stanzaFaults";

	private final List<FaultRules> rules;

	private final Recipient recipient;

	/**
	 * A handler for one channel.
	 * @param rules what to do
	 * @param recipient who takes stanzas that are late if the channel is gone by then
	 */
	StanzaFaultHandler(List<FaultRules> rules, Recipient recipient) {
		this.rules = rules;
		this.recipient = recipient;
	}

	@Override
	public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
		if (message instanceof Iq iq) {
			Iq spoofed = spoof(iq);
			duplicate(ctx, spoofed);
			long delay = iq.isRequest() ? 0 : delay();
			if (delay > 0) {
				ctx.executor().schedule(() -> writeLate(ctx, spoofed, promise), delay, TimeUnit.MILLISECONDS);
				return;
			}
			ctx.write(spoofed, promise);
			return;
		}
		if (message instanceof Element) {
			duplicate(ctx, message);
		}
		ctx.write(message, promise);
	}

	private void writeLate(ChannelHandlerContext ctx, Iq iq, ChannelPromise promise) {
		if (ctx.channel().isActive()) {
			ctx.writeAndFlush(iq, promise);
		}
		else {
			this.recipient.deliver(iq);
		}
	}

	private Iq spoof(Iq iq) {
		if (!iq.isRequest()) {
			for (FaultRules rule : this.rules) {
				Jid from = rule.takeSpoof();
				if (from != null) {
					return iq.withFrom(from);
				}
			}
		}
		return iq;
	}

	private void duplicate(ChannelHandlerContext ctx, Object message) {
		for (FaultRules rule : this.rules) {
			if (rule.takeDuplicate()) {
				ctx.write(message);
				return;
			}
		}
	}

	private long delay() {
		return this.rules.stream().mapToLong(FaultRules::replyDelayMillis).max().orElse(0);
	}

}
