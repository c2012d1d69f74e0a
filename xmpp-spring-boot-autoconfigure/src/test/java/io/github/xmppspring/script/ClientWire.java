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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.negotiation.NegotiationListener;
import io.github.xmppspring.negotiation.ServerService;
import io.github.xmppspring.negotiation.StreamInitiation;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import org.jspecify.annotations.Nullable;

import static org.awaitility.Awaitility.await;

/**
 * The end of the wire at the application. It knows how far the application has read, so
 * that a script need not guess whether something arrived, and can slip in a reply before
 * a request has been written.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ClientWire {

	private static final Pattern ID = Pattern.compile("^<[^>]*?\\sid=(?:\"([^\"]*)\"|'([^']*)')");

	private final AtomicReference<@Nullable UnaryOperator<String>> reply = new AtomicReference<>();

	private final AtomicLong read = new AtomicLong();

	private volatile boolean closed;

	/**
	 * Let streams go over this wire.
	 * @param initiation opens streams
	 * @return opens the same streams on this wire
	 */
	StreamInitiation under(StreamInitiation initiation) {
		return new WiredInitiation(initiation);
	}

	/**
	 * Let a reply come while the next stanza is being written.
	 * @param reply makes the reply of the id
	 */
	void injectReply(UnaryOperator<String> reply) {
		this.reply.set(reply);
	}

	/**
	 * Wait until the application has dealt with all that the server has written.
	 * @param written the number of bytes that the server has written
	 */
	void awaitRead(LongSupplier written) {
		await("the application to read").atMost(Times.PATIENCE)
			.pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(1))
			.until(() -> this.closed || this.read.get() >= written.getAsLong());
	}

	/**
	 * Wait until the application knows that the connection is over.
	 */
	void awaitClosed() {
		await("the end of the connection").atMost(Times.PATIENCE).until(() -> this.closed);
	}

	private final class WiredInitiation implements StreamInitiation {

		private final StreamInitiation delegate;

		private WiredInitiation(StreamInitiation delegate) {
			this.delegate = delegate;
		}

		@Override
		public Jid account() {
			return this.delegate.account();
		}

		@Override
		public String contentNamespace() {
			return this.delegate.contentNamespace();
		}

		@Override
		public ServerService service() {
			return this.delegate.service();
		}

		@Override
		public void initialize(ChannelPipeline pipeline, NegotiationListener listener) {
			this.delegate.initialize(pipeline, listener);
			pipeline.addFirst(new Handler());
		}

	}

	private final class Handler extends ChannelDuplexHandler {

		@Override
		public void channelRead(ChannelHandlerContext context, Object message) {
			int length = ((ByteBuf) message).readableBytes();
			context.fireChannelRead(message);
			ClientWire.this.read.addAndGet(length);
		}

		@Override
		public void channelInactive(ChannelHandlerContext context) {
			ClientWire.this.closed = true;
			context.fireChannelInactive();
		}

		@Override
		public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
			UnaryOperator<String> reply = ClientWire.this.reply.get();
			Matcher id = ID.matcher(((ByteBuf) message).toString(StandardCharsets.UTF_8));
			if (reply != null && id.find() && ClientWire.this.reply.compareAndSet(reply, null)) {
				String value = (id.group(1) != null) ? id.group(1) : id.group(2);
				context.fireChannelRead(Unpooled.copiedBuffer(reply.apply(value), StandardCharsets.UTF_8));
				context.fireChannelReadComplete();
			}
			context.write(message, promise);
		}

	}

}
