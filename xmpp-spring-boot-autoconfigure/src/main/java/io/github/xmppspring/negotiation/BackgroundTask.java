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

package io.github.xmppspring.negotiation;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.netty.channel.EventLoop;
import org.jspecify.annotations.Nullable;

/**
 * Work that a step of a negotiation must not do on the event loop. The result comes back
 * to the event loop; any failure fails the negotiation.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class BackgroundTask {

	private final StreamContext stream;

	private final Executor executor;

	private boolean running;

	/**
	 * A place for one task after the other.
	 * @param stream the stream for which to work
	 * @param executor an executor other than the event loop
	 */
	public BackgroundTask(StreamContext stream, Executor executor) {
		this.stream = stream;
		this.executor = executor;
	}

	/**
	 * Whether a task has been started whose result has not been taken.
	 * @return whether another task has to wait
	 */
	public boolean isRunning() {
		return this.running;
	}

	/**
	 * Starts a task.
	 * @param computation what to do on the executor
	 * @param next takes the result on the event loop
	 * @param <T> the type of the result
	 */
	public <T> void start(Supplier<T> computation, Consumer<T> next) {
		this.running = true;
		CompletableFuture.supplyAsync(computation, this.executor)
			.whenComplete((result, ex) -> onEventLoop(() -> proceed(result, ex, next)));
	}

	private <T> void proceed(@Nullable T result, @Nullable Throwable failure, Consumer<T> next) {
		this.running = false;
		try {
			if (result != null) {
				next.accept(result);
			}
			else if (failure != null) {
				this.stream.fail((failure.getCause() != null) ? failure.getCause() : failure);
			}
		}
		catch (RuntimeException ex) {
			this.stream.fail(ex);
		}
	}

	private void onEventLoop(Runnable task) {
		EventLoop eventLoop = this.stream.channel().eventLoop();
		if (eventLoop.inEventLoop()) {
			task.run();
		}
		else {
			eventLoop.execute(task);
		}
	}

}
