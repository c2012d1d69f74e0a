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

import io.github.xmppspring.codec.XmppPipeline;
import io.github.xmppspring.negotiation.StreamManagementHandler;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.stream.StreamManagement;
import io.github.xmppspring.xml.Element;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Lets the client of a session enable stream management, once (XEP-0198, 3).
 *
 * @author XMPP for Spring Boot contributors
 */
final class StreamManagementEnabling extends ChannelInboundHandlerAdapter {

	static final String NAME = "streamManagementEnabling";

	private static final Element REFUSAL = new StreamManagement.Failed(StanzaErrorCondition.UNEXPECTED_REQUEST, null)
		.toElement();

	private final ClientSession session;

	private final SessionResumption resumption;

	StreamManagementEnabling(ClientSession session, SessionResumption resumption) {
		this.session = session;
		this.resumption = resumption;
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object message) {
		if (!(message instanceof Element element) || !StreamManagement.isStreamManagement(element)) {
			ctx.fireChannelRead(message);
			return;
		}
		StreamManagement request = StreamManagement.from(element);
		if (request instanceof StreamManagement.Enable enable && this.session.managed() == null) {
			ctx.writeAndFlush(this.resumption.enable(this.session, enable).toElement());
			manage(ctx, this.session);
		}
		else if (request instanceof StreamManagement.Enable || request instanceof StreamManagement.Resume) {
			ctx.writeAndFlush(REFUSAL);
		}
		else {
			ctx.fireChannelRead(message);
		}
	}

	/**
	 * Counts stanzas from here on, and sends those again that may not have arrived.
	 * @param ctx the place of this handler
	 * @param session a session that is managed
	 */
	private static void manage(ChannelHandlerContext ctx, ClientSession session) {
		ManagedSession managed = session.managed();
		if (managed != null) {
			ctx.pipeline()
				.addBefore(NAME, XmppPipeline.STREAM_MANAGEMENT,
						new StreamManagementHandler(Namespaces.CLIENT, managed.state()));
		}
	}

	@Override
	public void handlerAdded(ChannelHandlerContext ctx) {
		manage(ctx, this.session);
	}

}
