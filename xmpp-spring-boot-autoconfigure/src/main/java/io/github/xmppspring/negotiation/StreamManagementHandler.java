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

import java.io.IOException;
import java.util.Set;

import io.github.xmppspring.stream.StreamException;
import io.github.xmppspring.stream.StreamManagement;
import io.github.xmppspring.xml.Element;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;

/**
 * Counts the stanzas of a stream that is managed, answers and asks for acknowledgements
 * (XEP-0198, 4). When it is added to a stream on which a session was resumed, it first
 * sends what has not been acknowledged (XEP-0198, 5).
 * <p>
 * It asks for an acknowledgement once in each flight of stanzas: not again before the
 * last one has come.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class StreamManagementHandler extends ChannelDuplexHandler {

	private static final Set<String> STANZAS = Set.of("iq", "message", "presence");

	private static final Element REQUEST = new StreamManagement.AckRequest().toElement();

	private final String contentNamespace;

	private final StreamManagementState state;

	private boolean awaiting;

	/**
	 * A handler for one stream.
	 * @param contentNamespace the namespace of stanzas on the stream
	 * @param state what is known about the session
	 */
	public StreamManagementHandler(String contentNamespace, StreamManagementState state) {
		this.contentNamespace = contentNamespace;
		this.state = state;
	}

	@Override
	public void handlerAdded(ChannelHandlerContext ctx) {
		if (this.state.hasUnacknowledged()) {
			this.state.unacknowledged().forEach(ctx::write);
			flush(ctx);
		}
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object message) {
		if (message instanceof Element element) {
			if (isStanza(element)) {
				this.state.stanzaReceived();
			}
			else if (StreamManagement.isStreamManagement(element) && receive(ctx, element)) {
				return;
			}
		}
		ctx.fireChannelRead(message);
	}

	private boolean receive(ChannelHandlerContext ctx, Element element) {
		StreamManagement received = StreamManagement.from(element);
		if (received instanceof StreamManagement.AckRequest) {
			ctx.writeAndFlush(new StreamManagement.Ack(this.state.received()).toElement());
			return true;
		}
		if (received instanceof StreamManagement.Ack ack) {
			this.state.acknowledged(ack.handled());
			this.awaiting = false;
			flush(ctx);
			return true;
		}
		return false;
	}

	private boolean isStanza(Element element) {
		return element.namespace().equals(this.contentNamespace) && STANZAS.contains(element.localName());
	}

	@Override
	public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
		ctx.write(message, promise);
		if (message instanceof Element element && isStanza(element) && !isRefused(promise)) {
			try {
				this.state.stanzaSent(element);
			}
			catch (StreamException ex) {
				ctx.fireExceptionCaught(ex);
			}
		}
	}

	/**
	 * Recognises stanzas that are no XML, so that they never go out.
	 * @param promise what became of a stanza
	 * @return whether it failed by its own fault
	 */
	private static boolean isRefused(ChannelPromise promise) {
		return promise.cause() != null && !(promise.cause() instanceof IOException);
	}

	@Override
	public void flush(ChannelHandlerContext ctx) {
		if (!this.awaiting && this.state.hasUnacknowledged()) {
			this.awaiting = true;
			ctx.write(REQUEST);
		}
		ctx.flush();
	}

}
