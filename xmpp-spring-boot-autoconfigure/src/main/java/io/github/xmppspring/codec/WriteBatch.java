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

package io.github.xmppspring.codec;

import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import org.jspecify.annotations.Nullable;

/**
 * The bytes between two flushes, in one buffer, however many values they belong to. So a
 * burst of stanzas costs one entry in the queue of the channel, one TLS record if it is
 * small, and one piece of memory for the system to look at.
 * <p>
 * Belongs to the event loop.
 *
 * @author XMPP for Spring Boot contributors
 */
final class WriteBatch {

	/**
	 * When a batch is passed on without a flush: the channel gets to know of it, and most
	 * stanzas that are appended last find room.
	 */
	static final int MAX_BYTES = 15 * 1024;

	private static final int MIN_CAPACITY = 256;

	/** The largest buffer that the allocator keeps in its pools whatever the heap is. */
	private static final int MAX_CAPACITY = 16 * 1024;

	private @Nullable ByteBuf bytes;

	private List<ChannelPromise> promises = new ArrayList<>(1);

	private int capacity = MIN_CAPACITY;

	/**
	 * Where to append.
	 * @param ctx makes the buffer, if there is none
	 * @return the buffer, in which the bytes before the writer index must stay
	 */
	ByteBuf bytes(ChannelHandlerContext ctx) {
		ByteBuf bytes = this.bytes;
		if (bytes == null) {
			bytes = ctx.alloc().ioBuffer(this.capacity);
			this.bytes = bytes;
		}
		return bytes;
	}

	/**
	 * Says that a value has been appended.
	 * @param ctx passes the batch on, if it has become large
	 * @param promise is told what becomes of the bytes, unless it is void
	 */
	void appended(ChannelHandlerContext ctx, ChannelPromise promise) {
		if (!promise.isVoid()) {
			this.promises.add(promise);
		}
		if (bytes(ctx).readableBytes() >= MAX_BYTES) {
			passOn(ctx);
		}
	}

	/**
	 * Says that a value needs no bytes of its own.
	 * @param promise is told what becomes of the bytes before, if there are any, and
	 * succeeds otherwise
	 */
	void join(ChannelPromise promise) {
		if (this.bytes == null) {
			promise.setSuccess();
		}
		else if (!promise.isVoid()) {
			this.promises.add(promise);
		}
	}

	/**
	 * Passes on what has been appended.
	 * @param ctx takes it
	 */
	void passOn(ChannelHandlerContext ctx) {
		ByteBuf bytes = this.bytes;
		if (bytes == null) {
			return;
		}
		List<ChannelPromise> promises = take();
		this.capacity = Math.max(MIN_CAPACITY, Math.min(bytes.readableBytes(), MAX_CAPACITY));
		if (promises.size() == 1) {
			ctx.write(bytes, promises.get(0));
			return;
		}
		ChannelFuture written = ctx.write(bytes);
		if (!promises.isEmpty()) {
			written.addListener((ended) -> promises.forEach((promise) -> tell(promise, ended.cause())));
		}
	}

	/**
	 * Forgets what has been appended: the channel is closed.
	 */
	void drop() {
		ByteBuf bytes = this.bytes;
		if (bytes == null) {
			return;
		}
		List<ChannelPromise> promises = take();
		bytes.release();
		promises.forEach((promise) -> tell(promise, new ClosedChannelException()));
	}

	private List<ChannelPromise> take() {
		List<ChannelPromise> promises = this.promises;
		this.bytes = null;
		if (!promises.isEmpty()) {
			this.promises = new ArrayList<>(1);
		}
		return promises;
	}

	private static void tell(ChannelPromise promise, @Nullable Throwable failure) {
		if (failure == null) {
			promise.trySuccess();
		}
		else {
			promise.tryFailure(failure);
		}
	}

}
