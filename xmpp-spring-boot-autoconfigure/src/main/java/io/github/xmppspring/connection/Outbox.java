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
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The way of stanzas from any thread onto a stream. What has come together since the last
 * time is written at once and flushed at once, so that under load many stanzas share a
 * wake-up of the event loop, a task and a system call, and a single one waits for
 * nothing.
 * <p>
 * Stanzas of one thread stay in their order, also with regard to whatever else this
 * thread has the event loop do. While the loop reads, it need not be called: it looks
 * here when it is done.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Outbox extends ChannelInboundHandlerAdapter {

	/**
	 * What was added since the loop has looked, the newest first.
	 */
	private final AtomicReference<@Nullable Entry> newest = new AtomicReference<>();

	private volatile boolean reading;

	private @Nullable ChannelHandlerContext context;

	private @Nullable WriteOutcome outcome;

	@Override
	public void handlerAdded(ChannelHandlerContext ctx) {
		this.context = ctx;
		this.outcome = new WriteOutcome(ctx.channel());
	}

	/**
	 * Says that the loop reads. It ends where the outbox stands in the pipeline. To be
	 * called on the event loop.
	 */
	void startReading() {
		this.reading = true;
	}

	/**
	 * Writes a stanza. Once it has become bytes, nobody is told any more: the end of the
	 * stream tells enough.
	 * @param stanza the stanza
	 * @param request fails if it cannot be written
	 */
	void add(Object stanza, PendingIq request) {
		add(new Entry(stanza, request, null));
	}

	/**
	 * Writes a stanza.
	 * @param stanza the stanza
	 * @return completes when its bytes are on the network
	 */
	ChannelFuture add(Object stanza) {
		ChannelPromise promise = channel().newPromise();
		add(new Entry(stanza, null, promise));
		return promise;
	}

	/**
	 * What to tell who wanted to send a stanza.
	 * @param cause why it could not be written
	 * @return what is wrong with the stanza, or that the connection was lost
	 */
	static Throwable failure(Throwable cause) {
		return (cause instanceof IllegalArgumentException) ? cause
				: new IqConnectionLostException("The connection was lost while a stanza was sent", cause);
	}

	private void add(Entry entry) {
		Entry before;
		do {
			before = this.newest.get();
			entry.link = before;
		}
		while (!this.newest.compareAndSet(before, entry));
		if (before == null && !this.reading) {
			call();
		}
	}

	private void call() {
		try {
			channel().eventLoop().execute(this::writeAll);
		}
		catch (RejectedExecutionException ex) {
			for (Entry entry = takeAll(); entry != null; entry = entry.link) {
				entry.fail(ex);
			}
		}
	}

	private Channel channel() {
		return context().channel();
	}

	private ChannelHandlerContext context() {
		ChannelHandlerContext context = this.context;
		Assert.state(context != null, "The session is not open");
		return context;
	}

	private @Nullable Entry takeAll() {
		Entry entry = this.newest.getAndSet(null);
		Entry oldest = null;
		while (entry != null) {
			Entry before = entry.link;
			entry.link = oldest;
			oldest = entry;
			entry = before;
		}
		return oldest;
	}

	/**
	 * Writes what has come together, before something else is written that ends the
	 * stream. To be called on the event loop.
	 */
	void writeAll() {
		Entry oldest = takeAll();
		if (oldest == null) {
			return;
		}
		ChannelHandlerContext context = context();
		boolean active = context.channel().isActive();
		for (Entry entry = oldest; entry != null; entry = entry.link) {
			if (active) {
				write(context, entry);
			}
			else {
				entry.fail(new ClosedChannelException());
			}
		}
		context.flush();
	}

	private void write(ChannelHandlerContext context, Entry entry) {
		WriteOutcome outcome = this.outcome;
		if (entry.promise != null) {
			context.write(entry.stanza, entry.promise);
		}
		else if (outcome != null) {
			outcome.forget();
			context.write(entry.stanza, outcome);
			Throwable failure = outcome.failure();
			if (failure != null) {
				entry.fail(failure);
			}
		}
	}

	@Override
	public void channelReadComplete(ChannelHandlerContext ctx) {
		stopReading();
		ctx.fireChannelReadComplete();
	}

	@Override
	public void channelInactive(ChannelHandlerContext ctx) {
		stopReading();
		ctx.fireChannelInactive();
	}

	private void stopReading() {
		// in this order, or what is added in between stays
		this.reading = false;
		writeAll();
	}

	/**
	 * A stanza on its way, and who has to know what becomes of it.
	 */
	private static final class Entry {

		private final Object stanza;

		private final @Nullable PendingIq request;

		private final @Nullable ChannelPromise promise;

		/**
		 * The one before, or in what was taken out, the one after.
		 */
		private @Nullable Entry link;

		private Entry(Object stanza, @Nullable PendingIq request, @Nullable ChannelPromise promise) {
			this.stanza = stanza;
			this.request = request;
			this.promise = promise;
		}

		private void fail(Throwable cause) {
			if (this.promise != null) {
				this.promise.tryFailure(cause);
			}
			if (this.request != null) {
				this.request.completeExceptionally(failure(cause));
			}
		}

	}

}
