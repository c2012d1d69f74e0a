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

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.github.xmppspring.negotiation.EventLoopThreads;
import io.github.xmppspring.stanza.BatchExecutor;
import io.github.xmppspring.stanza.WorkerTask;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Reads}.
 *
 * @author XMPP for Spring Boot contributors
 */
class ReadsTests {

	private final List<String> steps = Collections.synchronizedList(new ArrayList<>());

	@Test
	void whatAReadBringsGoesOnTogether() {
		onEventLoopThread(() -> {
			EmbeddedChannel channel = channel();

			channel.writeOneInbound("1");
			channel.writeOneInbound("2");
			this.steps.add("all read");
			channel.flushInbound();

			assertThat(channel.outboundMessages()).containsExactly("1", "2");
		});

		// a read begins with what the one before has brought
		assertThat(this.steps).containsExactly("read 1", "handed over 1", "read 2", "all read", "handed over 2");
	}

	@Test
	void lostConnectionHandsOverWhatWasRead() {
		onEventLoopThread(() -> {
			EmbeddedChannel channel = channel();
			channel.writeOneInbound("1");

			channel.pipeline().fireChannelInactive();
		});

		assertThat(this.steps).containsExactly("read 1", "handed over 1");
	}

	private EmbeddedChannel channel() {
		Outbox outbox = new Outbox();
		return new EmbeddedChannel(new Reads(outbox), new Work(outbox), outbox);
	}

	private static void onEventLoopThread(Runnable action) {
		CompletableFuture<Void> result = new CompletableFuture<>();
		new EventLoopThreads("loop", true).newThread(() -> {
			try {
				action.run();
				result.complete(null);
			}
			catch (Throwable ex) {
				result.completeExceptionally(ex);
			}
		}).start();
		result.orTimeout(10, TimeUnit.SECONDS).join();
	}

	/**
	 * Has others send what it reads.
	 */
	private final class Work extends ChannelInboundHandlerAdapter {

		private final Outbox outbox;

		private Work(Outbox outbox) {
			this.outbox = outbox;
		}

		@Override
		public void channelRead(ChannelHandlerContext ctx, Object message) {
			ReadsTests.this.steps.add("read " + message);
			new WorkerTask() {

				@Override
				public void run() {
					ReadsTests.this.steps.add("handed over " + message);
					Work.this.outbox.add(message);
				}

				@Override
				public void reject(Throwable cause) {
					ReadsTests.this.steps.add("rejected " + message);
				}

			}.startOn((BatchExecutor) Runnable::run);
		}

	}

}
