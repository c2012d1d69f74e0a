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

import io.github.xmppspring.xml.Element;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;

/**
 * Delays outgoing acknowledgements (XEP-0198, 4). Is in the pipeline only if there are
 * faults.
 *
 * @author XMPP for Spring Boot contributors
 */
final class AcknowledgementFaultHandler extends ChannelOutboundHandlerAdapter {

	static final String NAME = "acknowledgementFaults";

	private static final String STREAM_MANAGEMENT = "urn:xmpp:sm:3";

	private final List<FaultRules> rules;

	AcknowledgementFaultHandler(List<FaultRules> rules) {
		this.rules = rules;
	}

	@Override
	public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
		long delay = (message instanceof Element element && element.is(STREAM_MANAGEMENT, "a")) ? delay() : 0;
		if (delay > 0) {
			ctx.executor().schedule(() -> ctx.writeAndFlush(message, promise), delay, TimeUnit.MILLISECONDS);
		}
		else {
			ctx.write(message, promise);
		}
	}

	private long delay() {
		return this.rules.stream().mapToLong(FaultRules::acknowledgementDelayMillis).max().orElse(0);
	}

}
