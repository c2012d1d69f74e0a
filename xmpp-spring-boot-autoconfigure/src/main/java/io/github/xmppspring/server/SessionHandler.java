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

import java.util.concurrent.TimeUnit;

import io.github.xmppspring.codec.StreamErrorHandler;
import io.github.xmppspring.negotiation.StreamManagementHandler;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.MalformedStanzaException;
import io.github.xmppspring.stream.StreamError;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamException;
import io.github.xmppspring.stream.StreamFooter;
import io.github.xmppspring.xml.Element;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Takes stanzas out of the stream of a session, and notices its end. What comes after the
 * end is ignored. As long as much waits to be written to a peer, nothing more is read
 * from it.
 *
 * @author XMPP for Spring Boot contributors
 */
final class SessionHandler extends ChannelInboundHandlerAdapter {

	private static final long CLOSE_DELAY_MILLIS = 1000;

	private final Inbox inbox;

	private boolean ended;

	SessionHandler(Inbox inbox) {
		this.inbox = inbox;
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object message) {
		if (this.ended) {
			return;
		}
		if (message instanceof Iq iq) {
			this.inbox.received(iq);
		}
		else if (message instanceof MalformedStanzaException malformed) {
			this.inbox.received(malformed.element());
		}
		else if (message == StreamFooter.INSTANCE) {
			end(ctx, End.CLOSED);
			ctx.channel().writeAndFlush(StreamFooter.INSTANCE).addListener(ChannelFutureListener.CLOSE);
		}
		else if (message instanceof Element element) {
			received(element);
		}
	}

	private void received(Element element) {
		if (StreamError.isStreamError(element)) {
			throw StreamException.received(StreamError.from(element));
		}
		this.inbox.received(element);
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
		end(ctx, StreamErrorHandler.isConnectionFailure(cause) ? End.LOST : End.FAILED);
		ctx.fireExceptionCaught(cause);
	}

	@Override
	public void channelInactive(ChannelHandlerContext ctx) {
		end(ctx, End.LOST);
		ctx.fireChannelInactive();
	}

	@Override
	public void channelWritabilityChanged(ChannelHandlerContext ctx) {
		ctx.channel().config().setAutoRead(ctx.channel().isWritable());
		ctx.fireChannelWritabilityChanged();
	}

	/**
	 * The session ends with its stream. Others learn of it when the peer has been told,
	 * and the connection is closed also if the peer does not take that.
	 * @param ctx the context
	 * @param end how it came
	 */
	private void end(ChannelHandlerContext ctx, End end) {
		if (!this.ended) {
			this.ended = true;
			if (end != End.LOST) {
				this.inbox.ending(end == End.CLOSED);
			}
			ctx.executor().execute((end == End.LOST) ? () -> this.inbox.lost(ctx.channel()) : this.inbox::ended);
			if (ctx.channel().isActive()) {
				ctx.executor().schedule(() -> ctx.close(), CLOSE_DELAY_MILLIS, TimeUnit.MILLISECONDS);
			}
		}
	}

	/**
	 * Takes a session from its channel, of which the stream ends: the client has opened
	 * another one to go on with the session.
	 * @param session the session
	 */
	static void release(Session session) {
		Channel channel = session.channel();
		session.detach();
		SessionHandler handler = (channel != null) ? channel.pipeline().get(SessionHandler.class) : null;
		if (channel != null && handler != null && !handler.ended) {
			handler.ended = true;
			channel.pipeline().remove(StreamManagementHandler.class);
			channel.pipeline()
				.fireExceptionCaught(new StreamException(StreamError.of(StreamErrorCondition.CONFLICT),
						"The session goes on with another stream"));
			channel.eventLoop().schedule(() -> channel.close(), CLOSE_DELAY_MILLIS, TimeUnit.MILLISECONDS);
		}
	}

	/**
	 * How a stream comes to its end.
	 */
	private enum End {

		/** The peer has closed it. */
		CLOSED,

		/** There was an error. */
		FAILED,

		/** Without a word. */
		LOST

	}

}
