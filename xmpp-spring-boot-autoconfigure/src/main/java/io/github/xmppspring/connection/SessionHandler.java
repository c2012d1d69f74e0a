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

import java.io.IOException;
import java.util.function.Consumer;

import io.github.xmppspring.stanza.MalformedStanzaException;
import io.github.xmppspring.stream.StreamError;
import io.github.xmppspring.stream.StreamException;
import io.github.xmppspring.stream.StreamFooter;
import io.github.xmppspring.xml.Element;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.jspecify.annotations.Nullable;

/**
 * Takes what is left of the stream: messages and presences, stream errors, the end. Tells
 * once when the session is over, and why.
 *
 * @author XMPP for Spring Boot contributors
 */
final class SessionHandler extends ChannelInboundHandlerAdapter {

	private final Outbox outbox;

	private final Consumer<Element> stanzas;

	private final Consumer<RefusalRule> refusals;

	private final Consumer<@Nullable Throwable> end;

	private @Nullable Throwable cause;

	private boolean closedByServer;

	SessionHandler(Outbox outbox, Consumer<Element> stanzas, Consumer<RefusalRule> refusals,
			Consumer<@Nullable Throwable> end) {
		this.outbox = outbox;
		this.stanzas = stanzas;
		this.refusals = refusals;
		this.end = end;
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object message) {
		if (message == StreamFooter.INSTANCE) {
			this.closedByServer = true;
			this.outbox.add(StreamFooter.INSTANCE).addListener(ChannelFutureListener.CLOSE);
		}
		else if (message instanceof Element element && StreamError.isStreamError(element)) {
			ctx.fireExceptionCaught(remember(StreamException.received(StreamError.from(element))));
		}
		else if (message instanceof Element element) {
			this.stanzas.accept(element);
		}
	}

	@Override
	public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
		if (event instanceof MalformedStanzaException) {
			this.refusals.accept(RefusalRule.MALFORMED_IQ);
		}
		else if (event instanceof RefusalRule rule) {
			this.refusals.accept(rule);
		}
		ctx.fireUserEventTriggered(event);
	}

	private Throwable remember(Throwable ex) {
		this.cause = (this.cause != null) ? this.cause : ex;
		return ex;
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext ctx, Throwable ex) {
		remember(ex);
		// this is the end of the stream, whichever handler of the session has failed
		this.outbox.writeAll();
		ctx.fireExceptionCaught(ex);
	}

	@Override
	public void channelInactive(ChannelHandlerContext ctx) {
		Throwable reason = this.cause;
		if (reason == null && !this.closedByServer) {
			reason = new IOException("The connection was closed without an end of the stream");
		}
		ctx.fireChannelInactive();
		this.end.accept(reason);
	}

}
