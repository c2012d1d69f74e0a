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

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;

import io.github.xmppspring.negotiation.NegotiatedStream;
import io.github.xmppspring.negotiation.NegotiationListener;
import io.github.xmppspring.negotiation.StreamInitiation;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioSocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * Opens one TCP connection to the server, at the first of its addresses that answers, and
 * has a stream negotiated on it.
 *
 * @author XMPP for Spring Boot contributors
 */
final class XmppConnector {

	private final StreamInitiation initiation;

	private final ServerLookup lookup;

	private final Duration connectTimeout;

	XmppConnector(StreamInitiation initiation, ServerLookup lookup, Duration connectTimeout) {
		this.initiation = initiation;
		this.lookup = lookup;
		this.connectTimeout = connectTimeout;
	}

	/**
	 * Starts an attempt. To be called on the event loop.
	 * @param loop the event loop
	 * @param listener is told the outcome on the event loop
	 * @return the attempt, to give it up
	 */
	Attempt connect(EventLoop loop, Listener listener) {
		Attempt attempt = new Attempt(loop, listener);
		this.lookup.lookup(loop).whenComplete((addresses, ex) -> attempt.found(addresses, ex));
		return attempt;
	}

	/**
	 * Is told how an attempt goes: of {@code negotiated} and {@code failed} exactly one.
	 */
	interface Listener extends NegotiationListener {

		/**
		 * The TCP connection is open, the negotiation begins.
		 */
		void connected();

	}

	/**
	 * One attempt. Belongs to the event loop.
	 */
	final class Attempt {

		private final EventLoop loop;

		private final Listener listener;

		private @Nullable Channel channel;

		private boolean connected;

		private boolean over;

		private Attempt(EventLoop loop, Listener listener) {
			this.loop = loop;
			this.listener = listener;
		}

		/**
		 * Gives the attempt up. The listener is not told.
		 */
		void abort() {
			this.over = true;
			if (this.channel != null) {
				this.channel.close();
			}
		}

		private void found(@Nullable List<InetSocketAddress> addresses, @Nullable Throwable ex) {
			if (addresses == null) {
				fail(XmppConnectionException.of("The server could not be looked up", ex));
			}
			else {
				tryNext(addresses.iterator());
			}
		}

		private void tryNext(Iterator<InetSocketAddress> rest) {
			if (this.over) {
				return;
			}
			InetSocketAddress address = rest.next();
			ChannelFuture connect = bootstrap().connect(address);
			this.channel = connect.channel();
			connect.addListener((done) -> {
				if (done.isSuccess()) {
					connected();
				}
				else if (rest.hasNext()) {
					tryNext(rest);
				}
				else {
					fail(new XmppConnectionException("No connection to " + address.getAddress().getHostAddress() + ":"
							+ address.getPort() + " could be opened", done.cause()));
				}
			});
		}

		private void connected() {
			this.connected = true;
			if (!this.over) {
				this.listener.connected();
			}
		}

		private void fail(Throwable cause) {
			if (!this.over) {
				this.over = true;
				this.listener.failed(cause);
			}
		}

		private Bootstrap bootstrap() {
			return new Bootstrap().group(this.loop)
				.channel(NioSocketChannel.class)
				.option(ChannelOption.TCP_NODELAY, true)
				.option(ChannelOption.SO_KEEPALIVE, true)
				.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) XmppConnector.this.connectTimeout.toMillis())
				.handler(new ChannelInitializer<Channel>() {

					@Override
					protected void initChannel(Channel channel) {
						XmppConnector.this.initiation.initialize(channel.pipeline(), negotiationListener());
					}

				});
		}

		private NegotiationListener negotiationListener() {
			return new NegotiationListener() {

				@Override
				public void negotiated(Channel channel, NegotiatedStream stream) {
					if (!Attempt.this.over) {
						Attempt.this.over = true;
						Attempt.this.listener.negotiated(channel, stream);
					}
				}

				@Override
				public void failed(Throwable cause) {
					// as long as there is no connection, other addresses may be left to
					// try
					if (Attempt.this.connected) {
						fail(cause);
					}
				}

			};
		}

	}

}
