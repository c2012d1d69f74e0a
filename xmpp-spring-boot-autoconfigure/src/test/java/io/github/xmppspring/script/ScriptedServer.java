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

package io.github.xmppspring.script;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.codec.XmppPipeline;
import io.github.xmppspring.negotiation.server.ClientStreamReception;
import io.github.xmppspring.negotiation.server.ComponentStreamReception;
import io.github.xmppspring.negotiation.server.ReceivedStream;
import io.github.xmppspring.negotiation.server.StreamReceptionListener;
import io.github.xmppspring.sasl.SaslAccounts;
import io.github.xmppspring.stream.StreamFooter;
import io.github.xmppspring.xml.Element;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;

/**
 * The server of a script on a loopback port. It negotiates a stream as every server does;
 * after that it says what it is told and keeps what comes.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ScriptedServer implements AutoCloseable {

	static final String PASSWORD = "secret";

	private static final String BYTES = "bytes";

	private final MultiThreadIoEventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

	private final Script script;

	private final Channel port;

	private final Inbox inbox = new Inbox();

	private final AtomicLong written = new AtomicLong();

	private final CompletableFuture<Channel> stream = new CompletableFuture<>();

	ScriptedServer(Script script) {
		this.script = script;
		this.port = new ServerBootstrap().group(this.group)
			.channel(NioServerSocketChannel.class)
			.childOption(ChannelOption.TCP_NODELAY, true)
			.childHandler(new ChannelInitializer<Channel>() {

				@Override
				protected void initChannel(Channel channel) {
					accept(channel.pipeline());
				}

			})
			.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
			.syncUninterruptibly()
			.channel();
	}

	private void accept(ChannelPipeline pipeline) {
		Jid self = Jid.of(this.script.self());
		if (this.script.mode().equals("component")) {
			ComponentStreamReception.builder((component) -> PASSWORD, (component) -> {
			}).build().initialize(pipeline, new Streams());
		}
		else {
			ClientStreamReception.builder(new Accounts(), (account, resource) -> self)
				.domains(Jid.of(this.script.domain()))
				.build()
				.initialize(pipeline, new Streams());
		}
		pipeline.addFirst(BYTES, new ByteCounter());
	}

	int port() {
		return ((InetSocketAddress) this.port.localAddress()).getPort();
	}

	Inbox inbox() {
		return this.inbox;
	}

	/**
	 * How many bytes have gone to the application.
	 * @return the number of bytes, of the negotiation, too
	 */
	long bytesWritten() {
		return this.written.get();
	}

	/**
	 * Send bytes as they are, and wait until they have left.
	 * @param text the bytes in UTF-8
	 */
	void send(String text) {
		Channel channel = channel();
		ByteBuf bytes = Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
		ChannelHandlerContext below = channel.pipeline().context(BYTES);
		if (below == null || !channel.isActive()) {
			throw new AssertionError("There is no stream any more to send on");
		}
		this.written.addAndGet(bytes.readableBytes());
		below.writeAndFlush(bytes).awaitUninterruptibly();
	}

	/**
	 * End the stream in order.
	 */
	void closeStream() {
		Channel channel = channel();
		channel.writeAndFlush(StreamFooter.INSTANCE).awaitUninterruptibly();
		channel.closeFuture().awaitUninterruptibly(Times.PATIENCE.toMillis());
	}

	/**
	 * Reset the connection.
	 */
	void abortStream() {
		Channel channel = channel();
		channel.config().setOption(ChannelOption.SO_LINGER, 0);
		channel.close().awaitUninterruptibly();
	}

	private Channel channel() {
		return this.stream.orTimeout(Times.PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
	}

	/**
	 * Free the port and the thread.
	 */
	@Override
	public void close() {
		this.group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
	}

	private static final class Accounts implements SaslAccounts {

		@Override
		public String password(String username) {
			return PASSWORD;
		}

		@Override
		public boolean accepts(String username, String password) {
			return password.equals(PASSWORD);
		}

	}

	private final class ByteCounter extends ChannelOutboundHandlerAdapter {

		@Override
		public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
			ScriptedServer.this.written.addAndGet(((ByteBuf) message).readableBytes());
			context.write(message, promise);
		}

	}

	private final class Streams implements StreamReceptionListener {

		@Override
		public void received(Channel channel, ReceivedStream stream) {
			channel.pipeline().addBefore(XmppPipeline.STREAM_ERRORS, "script", new Stanzas());
			ScriptedServer.this.stream.complete(channel);
		}

		@Override
		public void failed(Throwable cause) {
			ScriptedServer.this.stream.completeExceptionally(cause);
		}

	}

	private final class Stanzas extends ChannelInboundHandlerAdapter {

		@Override
		public void channelRead(ChannelHandlerContext context, Object message) {
			if (message instanceof Element stanza) {
				ScriptedServer.this.inbox.add(stanza);
			}
			else if (message instanceof StreamFooter) {
				ScriptedServer.this.inbox.end("the application has ended the stream");
				context.writeAndFlush(StreamFooter.INSTANCE).addListener(ChannelFutureListener.CLOSE);
			}
			else {
				context.fireChannelRead(message);
			}
		}

		@Override
		public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
			ScriptedServer.this.inbox.end("the stream failed with " + cause);
			context.fireExceptionCaught(cause);
		}

		@Override
		public void channelInactive(ChannelHandlerContext context) {
			ScriptedServer.this.inbox.end("the stream is over");
			context.fireChannelInactive();
		}

	}

}
