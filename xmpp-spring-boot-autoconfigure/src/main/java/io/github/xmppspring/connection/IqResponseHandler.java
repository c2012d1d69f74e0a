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

import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.MalformedStanzaException;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Takes responses out of the stream and gives them to the correlator.
 *
 * @author XMPP for Spring Boot contributors
 */
final class IqResponseHandler extends ChannelInboundHandlerAdapter {

	private final IqCorrelator correlator;

	private final OwnAddresses own;

	IqResponseHandler(IqCorrelator correlator, OwnAddresses own) {
		this.correlator = correlator;
		this.own = own;
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object message) {
		if (message instanceof Iq iq && !iq.isRequest()) {
			this.correlator.complete(iq, this.own);
		}
		else if (message instanceof MalformedStanzaException malformed) {
			this.correlator.fail(malformed, this.own);
			ctx.fireUserEventTriggered(malformed);
		}
		else {
			ctx.fireChannelRead(message);
		}
	}

}
