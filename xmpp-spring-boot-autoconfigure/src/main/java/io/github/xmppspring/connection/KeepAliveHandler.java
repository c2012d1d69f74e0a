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

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.StanzaIds;
import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.stream.StreamError;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamException;
import io.github.xmppspring.xml.Element;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;

/**
 * Pings the server when nothing has come from it for a while (XEP-0199, 4.2), and gives
 * the stream up when still nothing comes. Anything that comes is a sign of life, also an
 * error, and also the ping itself, if it is for an own address to which the server leads
 * it back.
 *
 * @author XMPP for Spring Boot contributors
 */
final class KeepAliveHandler extends ChannelInboundHandlerAdapter {

	private static final long CLOSE_DELAY_MILLIS = 1000;

	private final Jid pinged;

	private final StanzaIds ids;

	private final long intervalNanos;

	private final long timeoutNanos;

	private long lastRead;

	private @Nullable Pong awaited;

	private @Nullable ScheduledFuture<?> timer;

	KeepAliveHandler(Jid pinged, StanzaIds ids, Duration interval, Duration timeout) {
		this.pinged = pinged;
		this.ids = ids;
		this.intervalNanos = interval.toNanos();
		this.timeoutNanos = timeout.toNanos();
	}

	@Override
	public void handlerAdded(ChannelHandlerContext ctx) {
		this.lastRead = ctx.executor().ticker().nanoTime();
		schedule(ctx, this.intervalNanos);
	}

	@Override
	public void handlerRemoved(ChannelHandlerContext ctx) {
		cancel();
	}

	@Override
	public void channelInactive(ChannelHandlerContext ctx) {
		cancel();
		ctx.fireChannelInactive();
	}

	@Override
	public void channelReadComplete(ChannelHandlerContext ctx) {
		this.lastRead = ctx.executor().ticker().nanoTime();
		ctx.fireChannelReadComplete();
	}

	private void check(ChannelHandlerContext ctx) {
		long idle = ctx.executor().ticker().nanoTime() - this.lastRead;
		if (idle < this.intervalNanos) {
			stopWaiting(ctx);
			schedule(ctx, this.intervalNanos - idle);
		}
		else if (this.awaited == null) {
			ping(ctx);
			schedule(ctx, this.timeoutNanos);
		}
		else {
			// nobody may be left to take the stream error, so nothing waits for that
			ctx.executor().schedule(() -> ctx.close(), CLOSE_DELAY_MILLIS, TimeUnit.MILLISECONDS);
			ctx.fireExceptionCaught(new StreamException(StreamError.of(StreamErrorCondition.CONNECTION_TIMEOUT),
					"Nothing has come from the server for " + TimeUnit.NANOSECONDS.toMillis(idle)
							+ " ms, not even an answer to a ping"));
		}
	}

	private void ping(ChannelHandlerContext ctx) {
		String id = this.ids.next();
		this.awaited = new Pong(id);
		ctx.pipeline().addAfter(ctx.name(), null, this.awaited);
		Iq ping = Iq.get(Element.of(Namespaces.PING, "ping")).id(id).to(this.pinged).build();
		ctx.pipeline().writeAndFlush(ping);
	}

	private void stopWaiting(ChannelHandlerContext ctx) {
		if (this.awaited != null) {
			ctx.pipeline().remove(this.awaited);
			this.awaited = null;
		}
	}

	private void schedule(ChannelHandlerContext ctx, long nanos) {
		this.timer = ctx.executor().schedule(() -> check(ctx), nanos, TimeUnit.NANOSECONDS);
	}

	private void cancel() {
		if (this.timer != null) {
			this.timer.cancel(false);
		}
	}

	/**
	 * Swallows what comes back for a ping. It is there while that may come.
	 */
	private final class Pong extends ChannelInboundHandlerAdapter {

		private final String id;

		private Pong(String id) {
			this.id = id;
		}

		@Override
		public void channelRead(ChannelHandlerContext ctx, Object message) {
			if (message instanceof Element element && isOfPing(element) && (isPong(element) || isOwnPing(element))) {
				stopWaiting(ctx);
			}
			else {
				ctx.fireChannelRead(message);
			}
		}

		private boolean isOfPing(Element element) {
			return element.localName().equals("iq") && this.id.equals(element.attribute("id"));
		}

		private boolean isPong(Element element) {
			return !"get".equals(element.attribute("type")) && !"set".equals(element.attribute("type"));
		}

		private boolean isOwnPing(Element element) {
			String own = KeepAliveHandler.this.pinged.toString();
			return "get".equals(element.attribute("type")) && own.equals(element.attribute("from"))
					&& own.equals(element.attribute("to"));
		}

	}

}
