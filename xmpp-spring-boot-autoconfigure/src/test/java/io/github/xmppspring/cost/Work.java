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

package io.github.xmppspring.cost;

import java.util.AbstractQueue;
import java.util.Iterator;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.xmppspring.stanza.BatchExecutor;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import org.jspecify.annotations.Nullable;

import org.springframework.test.util.ReflectionTestUtils;

/**
 * Counts what threads hand to each other, and what reaches the network.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Work {

	/** Reads from the socket. */
	static final String READS = "reads";

	/** Buffers that were given to the socket channel. */
	static final String WRITES = "writes";

	/** Calls that let the socket channel write them. */
	static final String FLUSHES = "flushes";

	/** Tasks for the event loop. */
	static final String LOOP_TASKS = "tasks of the event loop";

	private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();

	private volatile @Nullable Channel channel;

	int count(String what) {
		return counter(what).get();
	}

	/**
	 * Starts again at zero.
	 */
	void reset() {
		this.counts.values().forEach((count) -> count.set(0));
	}

	Channel channel() {
		Channel open = this.channel;
		if (open == null) {
			throw new IllegalStateException("There is no channel");
		}
		return open;
	}

	private AtomicInteger counter(String what) {
		return this.counts.computeIfAbsent(what, (key) -> new AtomicInteger());
	}

	Executor counted(String name, Executor executor) {
		AtomicInteger tasks = counter(name);
		Executor counted = (task) -> {
			tasks.incrementAndGet();
			executor.execute(task);
		};
		return (executor instanceof BatchExecutor) ? (BatchExecutor) counted::execute : counted;
	}

	ChannelHandler handler() {
		return new Counter();
	}

	/**
	 * Stands next to the network.
	 */
	private final class Counter extends ChannelDuplexHandler {

		@Override
		public void handlerAdded(ChannelHandlerContext ctx) {
			Work.this.channel = ctx.channel();
			Object loop = ctx.channel().eventLoop();
			Object queue = ReflectionTestUtils.getField(loop, "taskQueue");
			ReflectionTestUtils.setField(loop, "taskQueue", new CountedQueue((Queue<?>) queue, counter(LOOP_TASKS)));
		}

		@Override
		public void channelRead(ChannelHandlerContext ctx, Object message) {
			counter(READS).incrementAndGet();
			ctx.fireChannelRead(message);
		}

		@Override
		public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
			counter(WRITES).incrementAndGet();
			ctx.write(message, promise);
		}

		@Override
		public void flush(ChannelHandlerContext ctx) {
			counter(FLUSHES).incrementAndGet();
			ctx.flush();
		}

	}

	/**
	 * The queue of an event loop, which offers no way to watch it.
	 */
	@SuppressWarnings("unchecked")
	private static final class CountedQueue extends AbstractQueue<Object> {

		private final Queue<Object> target;

		private final AtomicInteger offers;

		private CountedQueue(Queue<?> target, AtomicInteger offers) {
			this.target = (Queue<Object>) target;
			this.offers = offers;
		}

		@Override
		public boolean offer(Object task) {
			this.offers.incrementAndGet();
			return this.target.offer(task);
		}

		@Override
		public @Nullable Object poll() {
			return this.target.poll();
		}

		@Override
		public @Nullable Object peek() {
			return this.target.peek();
		}

		@Override
		public boolean remove(Object task) {
			return this.target.remove(task);
		}

		@Override
		public boolean isEmpty() {
			return this.target.isEmpty();
		}

		@Override
		public Iterator<Object> iterator() {
			return this.target.iterator();
		}

		@Override
		public int size() {
			return this.target.size();
		}

	}

}
