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

import io.github.xmppspring.codec.StreamTap;
import io.github.xmppspring.codec.XmppPipeline;
import io.github.xmppspring.negotiation.NegotiatedStream;
import io.github.xmppspring.negotiation.NegotiationListener;
import io.github.xmppspring.negotiation.NegotiationStep;
import io.github.xmppspring.negotiation.NegotiationSteps;
import io.github.xmppspring.negotiation.StreamInitiation;
import io.github.xmppspring.stream.StreamException;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.NetUtil;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Opens one TCP connection to the server, at the first of its addresses that answers, and
 * has a stream negotiated on it. If the server sends it to another host meanwhile, that
 * is where the attempt goes on.
 *
 * @author XMPP for Spring Boot contributors
 */
final class XmppConnector {

	private static final Log logger = LogFactory.getLog(XmppConnection.class);

	private static final int MAX_REDIRECTIONS = 3;

	private final StreamInitiation initiation;

	private final ServerLookup lookup;

	private final Duration connectTimeout;

	private final List<StreamTap> taps;

	private final ChannelFactory<? extends Channel> sockets;

	private final Redirection redirection;

	XmppConnector(StreamInitiation initiation, ServerLookup lookup, Duration connectTimeout, List<StreamTap> taps) {
		this(initiation, lookup, connectTimeout, taps, NioSocketChannel::new);
	}

	XmppConnector(StreamInitiation initiation, ServerLookup lookup, Duration connectTimeout, List<StreamTap> taps,
			ChannelFactory<? extends Channel> sockets) {
		this.initiation = initiation;
		this.lookup = lookup;
		this.connectTimeout = connectTimeout;
		this.taps = taps;
		this.sockets = sockets;
		this.redirection = new Redirection(initiation.account(), initiation.service().port());
	}

	/**
	 * Where a server has sent a stream that was in use.
	 * @param cause why the stream ended
	 * @param stream the stream
	 * @return where to go, {@code null} if there is no redirection or none to follow
	 */
	@Nullable Endpoint redirectionOf(@Nullable Throwable cause, NegotiatedStream stream) {
		return this.redirection.target(cause, stream.tlsProtocol() != null);
	}

	/**
	 * Starts an attempt. To be called on the event loop.
	 * @param loop the event loop
	 * @param other where the server has sent the last stream, or {@code null}
	 * @param listener is told the outcome on the event loop, after this has returned
	 * @return the attempt, to give it up
	 */
	Attempt connect(EventLoop loop, @Nullable Endpoint other, Listener listener) {
		Attempt attempt = new Attempt(loop, listener);
		loop.execute(() -> attempt.lookUp(other));
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

		private final NegotiationSteps steps;

		private @Nullable Channel channel;

		private boolean connected;

		private int redirections;

		private boolean over;

		private Attempt(EventLoop loop, Listener listener) {
			this.loop = loop;
			this.listener = listener;
			this.steps = new NegotiationSteps(listener::stepEnded);
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

		private void lookUp(@Nullable Endpoint other) {
			if (this.over) {
				return;
			}
			this.steps.begin(NegotiationStep.LOOKUP);
			ServerLookup lookup = XmppConnector.this.lookup;
			((other != null) ? lookup.lookup(this.loop, other) : lookup.lookup(this.loop)).whenComplete(this::found);
		}

		private void found(@Nullable List<InetSocketAddress> addresses, @Nullable Throwable ex) {
			if (addresses == null) {
				fail(XmppConnectionException.of("The server could not be looked up", ex));
			}
			else {
				this.steps.end();
				this.steps.begin(NegotiationStep.CONNECT);
				tryNext(addresses.iterator());
			}
		}

		private void tryNext(Iterator<InetSocketAddress> rest) {
			if (this.over) {
				return;
			}
			InetSocketAddress address = rest.next();
			ChannelFuture connect = bootstrap().connect(address);
			// without a socket there is nothing to close, and no listener is told here
			this.channel = (connect.cause() == null) ? connect.channel() : null;
			if (connect.isDone()) {
				ended(connect, address, rest);
			}
			else {
				connect.addListener((done) -> ended(connect, address, rest));
			}
		}

		private void ended(ChannelFuture connect, InetSocketAddress address, Iterator<InetSocketAddress> rest) {
			if (connect.isSuccess()) {
				connected();
			}
			else if (rest.hasNext()) {
				tryNext(rest);
			}
			else {
				fail(new XmppConnectionException(
						"No connection to " + NetUtil.toSocketAddressString(address) + " could be opened",
						connect.cause()));
			}
		}

		private void connected() {
			this.connected = true;
			this.steps.end();
			if (!this.over && this.redirections == 0) {
				this.listener.connected();
			}
		}

		private void failOrFollow(Throwable cause, boolean secure) {
			Endpoint other = XmppConnector.this.redirection.target(cause, secure);
			if (other == null || this.redirections == MAX_REDIRECTIONS) {
				fail(cause);
			}
			else if (!this.over) {
				logger.info("The server sends the stream to " + other);
				this.redirections++;
				this.connected = false;
				lookUp(other);
			}
		}

		private void fail(Throwable cause) {
			if (!this.over) {
				this.over = true;
				this.steps.fail(cause);
				this.listener.failed(cause);
			}
		}

		private Bootstrap bootstrap() {
			return new Bootstrap().group(this.loop)
				.channelFactory(XmppConnector.this.sockets)
				.option(ChannelOption.TCP_NODELAY, true)
				.option(ChannelOption.SO_KEEPALIVE, true)
				.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) XmppConnector.this.connectTimeout.toMillis())
				.handler(new ChannelInitializer<Channel>() {

					@Override
					protected void initChannel(Channel channel) {
						XmppConnector.this.initiation.initialize(channel.pipeline(), negotiationListener());
						XmppPipeline.addTaps(channel.pipeline(), XmppConnector.this.taps);
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
						failOrFollow(cause, false);
					}
				}

				@Override
				public void stepEnded(NegotiationStep step) {
					if (!Attempt.this.over) {
						Attempt.this.listener.stepEnded(step);
					}
				}

				@Override
				public void redirected(StreamException cause) {
					failOrFollow(cause, true);
				}

			};
		}

	}

}
