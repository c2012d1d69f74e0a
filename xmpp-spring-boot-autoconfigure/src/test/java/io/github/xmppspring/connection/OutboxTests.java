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

import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.xml.Element;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.local.LocalChannel;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Outbox}.
 *
 * @author XMPP for Spring Boot contributors
 */
class OutboxTests {

	private final Flushes flushes = new Flushes();

	private final Outbox outbox = new Outbox();

	private final EmbeddedChannel channel = new EmbeddedChannel(new Reads(this.outbox), this.flushes, this.outbox);

	@Test
	void stanzasAreWrittenInTheirOrderAndFlushedOnce() {
		this.outbox.add("1");
		this.outbox.add("2", pending());
		this.outbox.add("3");
		this.channel.runPendingTasks();

		assertThat(this.channel.outboundMessages()).containsExactly("1", "2", "3");
		assertThat(this.flushes.count).isOne();
	}

	@Test
	void nothingIsWrittenWithoutTheLoop() {
		ChannelFuture written = this.outbox.add("1");

		assertThat(this.channel.outboundMessages()).isEmpty();
		this.channel.runPendingTasks();
		assertThat(written.isSuccess()).isTrue();
	}

	@Test
	void whatIsAddedWhileReadingIsWrittenAfterwards() {
		List<Integer> writtenSoFar = new ArrayList<>();
		this.channel.pipeline().addLast(new ChannelInboundHandlerAdapter() {

			@Override
			public void channelRead(ChannelHandlerContext ctx, Object message) {
				OutboxTests.this.outbox.add(message);
				writtenSoFar.add(OutboxTests.this.channel.outboundMessages().size());
			}

		});

		this.channel.writeInbound("1", "2");

		assertThat(writtenSoFar).containsExactly(0, 0);
		assertThat(this.channel.outboundMessages()).containsExactly("1", "2");
		assertThat(this.flushes.count).isOne();
	}

	@Test
	void stanzaThatCannotBeWrittenFailsAlone() {
		PendingIq before = pending();
		PendingIq broken = pending();
		PendingIq after = pending();

		this.outbox.add("1", before);
		this.outbox.add(Flushes.BROKEN, broken);
		ChannelFuture brokenToo = this.outbox.add(Flushes.BROKEN);
		this.outbox.add("2", after);
		this.channel.runPendingTasks();

		assertThat(this.channel.outboundMessages()).containsExactly("1", "2");
		assertThat(before).isNotDone();
		assertThat(after).isNotDone();
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(broken::get)
			.withCauseInstanceOf(IllegalArgumentException.class);
		assertThat(brokenToo.cause()).isInstanceOf(IllegalArgumentException.class);
	}

	@Test
	void closedChannelFailsAllThatComes() {
		this.channel.close();
		PendingIq request = pending();

		this.outbox.add("1", request);
		ChannelFuture written = this.outbox.add("2");
		this.channel.runPendingTasks();

		assertThatExceptionOfType(ExecutionException.class).isThrownBy(request::get)
			.withCauseInstanceOf(IqConnectionLostException.class);
		assertThat(written.cause()).isInstanceOf(ClosedChannelException.class);
	}

	@Test
	void closedLoopFailsAllThatComes() throws InterruptedException {
		EventLoop loop = new DefaultEventLoop();
		LocalChannel local = new LocalChannel();
		Outbox closed = new Outbox();
		local.pipeline().addLast(closed);
		loop.register(local).sync();
		loop.shutdownGracefully(0, 0, TimeUnit.SECONDS).sync();
		PendingIq request = pending();

		closed.add("1", request);

		assertThat(request).isCompletedExceptionally();
	}

	@Test
	void eachThreadKeepsItsOrder() throws InterruptedException {
		EventLoop loop = new DefaultEventLoop();
		try {
			int threads = 4;
			int stanzas = 20_000;
			Sink sink = new Sink(threads * stanzas);
			Outbox shared = new Outbox();
			SimulatedChannel local = new SimulatedChannel();
			local.pipeline().addLast(sink, shared);
			loop.register(local).sync();
			for (int thread = 0; thread < threads; thread++) {
				int first = thread * stanzas;
				new Thread(() -> {
					for (int i = first; i < first + stanzas; i++) {
						shared.add(i);
					}
				}).start();
			}

			assertThat(sink.all.await(20, TimeUnit.SECONDS)).isTrue();
			for (int thread = 0; thread < threads; thread++) {
				int first = thread * stanzas;
				assertThat(sink.written).filteredOn((i) -> i >= first && i < first + stanzas)
					.hasSize(stanzas)
					.isSorted();
			}
		}
		finally {
			loop.shutdownGracefully(0, 0, TimeUnit.SECONDS);
		}
	}

	private static PendingIq pending() {
		return new PendingIq(Iq.get(Element.of("urn:example:q", "q")).build(), "1");
	}

	/**
	 * Counts flushes and refuses one stanza.
	 */
	private static final class Flushes extends ChannelOutboundHandlerAdapter {

		static final Object BROKEN = new Object();

		private int count;

		@Override
		public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
			if (message == BROKEN) {
				promise.setFailure(new IllegalArgumentException("test"));
			}
			else {
				ctx.write(message, promise);
			}
		}

		@Override
		public void flush(ChannelHandlerContext ctx) {
			this.count++;
			ctx.flush();
		}

	}

	/**
	 * Keeps what is written. Belongs to the loop until all is there.
	 */
	private static final class Sink extends ChannelOutboundHandlerAdapter {

		private final List<Integer> written = new ArrayList<>();

		private final CountDownLatch all;

		private Sink(int stanzas) {
			this.all = new CountDownLatch(stanzas);
		}

		@Override
		public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
			this.written.add((Integer) message);
			this.all.countDown();
		}

		@Override
		public void flush(ChannelHandlerContext ctx) {
		}

	}

	/**
	 * Is always active.
	 */
	private static final class SimulatedChannel extends LocalChannel {

		@Override
		public boolean isActive() {
			return true;
		}

	}

}
