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

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.github.xmppspring.negotiation.EventLoopThreads;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import org.jspecify.annotations.Nullable;

/**
 * The event loop of a connection, and the way of other threads onto it.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ConnectionLoop {

	private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, new EventLoopThreads("xmpp", false),
			NioIoHandler.newFactory());

	private final EventLoop loop = this.group.next();

	EventLoop eventLoop() {
		return this.loop;
	}

	/**
	 * Runs a task on the event loop.
	 * @param task the task
	 * @param result fails if the event loop is closed
	 */
	void execute(Runnable task, CompletableFuture<?> result) {
		try {
			this.loop.execute(task);
		}
		catch (RejectedExecutionException ex) {
			result.completeExceptionally(new NotConnectedException("The connection is closed", ex));
		}
	}

	/**
	 * Begins something on the event loop.
	 * @param <T> the type of what comes of it
	 * @param task begins it
	 * @return completes as that does, or exceptionally if it cannot be begun or if the
	 * event loop is closed
	 */
	<T> CompletableFuture<T> call(Supplier<CompletableFuture<T>> task) {
		CompletableFuture<T> result = new CompletableFuture<>();
		execute(() -> begin(task).whenComplete((value, ex) -> complete(result, value, ex)), result);
		return result;
	}

	private static <T> CompletableFuture<T> begin(Supplier<CompletableFuture<T>> task) {
		try {
			return task.get();
		}
		catch (Throwable ex) {
			return CompletableFuture.failedFuture(ex);
		}
	}

	private static <T> void complete(CompletableFuture<T> result, T value, @Nullable Throwable ex) {
		if (ex != null) {
			result.completeExceptionally(ex);
		}
		else {
			result.complete(value);
		}
	}

	void close() {
		this.group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
	}

}
