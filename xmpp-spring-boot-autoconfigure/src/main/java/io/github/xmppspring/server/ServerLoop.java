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

package io.github.xmppspring.server;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.github.xmppspring.negotiation.EventLoopThreads;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The one event loop to which the state of a server belongs, and the threads for what
 * must not happen on it. While the server is not running its state belongs to whoever
 * asks, one after another.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ServerLoop {

	private static final Log logger = LogFactory.getLog(ServerLoop.class);

	private static final String THREADS = "xmpp-server";

	private static final int LOGIN_THREADS = 2;

	private static final long END_SECONDS = 5;

	private volatile @Nullable Threads threads;

	void start() {
		this.threads = new Threads(
				new MultiThreadIoEventLoopGroup(1, new EventLoopThreads(THREADS, true), NioIoHandler.newFactory()),
				Executors.newCachedThreadPool(new DefaultThreadFactory(THREADS + "-hosted", true)),
				Executors.newFixedThreadPool(LOGIN_THREADS, new DefaultThreadFactory(THREADS + "-login", true)));
	}

	/**
	 * Ends all threads, and waits until they are gone.
	 */
	void stop() {
		Threads threads = this.threads;
		this.threads = null;
		if (threads == null) {
			return;
		}
		threads.workers().shutdownNow();
		threads.logins().shutdownNow();
		threads.group().shutdownGracefully(0, 1, TimeUnit.SECONDS);
		try {
			boolean ended = threads.group().awaitTermination(END_SECONDS, TimeUnit.SECONDS)
					&& threads.logins().awaitTermination(END_SECONDS, TimeUnit.SECONDS)
					&& threads.workers().awaitTermination(1, TimeUnit.SECONDS);
			if (!ended) {
				logger.warn("Not all threads of the embedded server have ended");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	boolean isRunning() {
		return this.threads != null;
	}

	EventLoop eventLoop() {
		return running().group().next();
	}

	/**
	 * Where exchanges of hosted entities run: they may block, against their contract.
	 * @return the threads
	 */
	Executor workers() {
		return running().workers();
	}

	/**
	 * Where passwords are worked on.
	 * @return the threads
	 */
	Executor logins() {
		return running().logins();
	}

	private Threads running() {
		Threads threads = this.threads;
		Assert.state(threads != null, "The server is not running");
		return threads;
	}

	/**
	 * Does something with the state of the server, and waits for it.
	 * @param task what to do
	 * @param <T> the type of its result
	 * @return its result
	 */
	<T> T call(Supplier<T> task) {
		Threads threads = this.threads;
		if (threads == null) {
			return alone(task);
		}
		EventLoop loop = threads.group().next();
		if (loop.inEventLoop()) {
			return task.get();
		}
		Future<T> result;
		try {
			result = loop.submit(task::get);
		}
		catch (RejectedExecutionException ex) {
			return alone(task);
		}
		return result.syncUninterruptibly().getNow();
	}

	private synchronized <T> T alone(Supplier<T> task) {
		return task.get();
	}

	/**
	 * Does something with the state of the server, and waits for it.
	 * @param task what to do
	 */
	void run(Runnable task) {
		call(() -> {
			task.run();
			return true;
		});
	}

	/**
	 * Does something with the state of the server soon. If the server is not running
	 * nothing happens.
	 * @param task what to do
	 * @return whether it happens
	 */
	boolean execute(Runnable task) {
		Threads threads = this.threads;
		try {
			if (threads != null) {
				threads.group().next().execute(task);
				return true;
			}
		}
		catch (RejectedExecutionException ex) {
			logger.debug("The server has stopped", ex);
		}
		return false;
	}

	private record Threads(EventLoopGroup group, ExecutorService workers, ExecutorService logins) {

	}

}
