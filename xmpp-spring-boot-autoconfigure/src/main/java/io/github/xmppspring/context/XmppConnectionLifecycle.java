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

package io.github.xmppspring.context;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.connection.XmppConnectionException;
import io.github.xmppspring.handler.OrderedIqExchange;
import io.github.xmppspring.negotiation.NegotiatedStream;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.context.SmartLifecycle;
import org.springframework.util.Assert;

/**
 * Starts the connection when all singletons are there, so that no request of a peer meets
 * a half-made application, and stops it in order: no new requests, those in progress
 * answered, the stream closed (RFC 6120, 4.4).
 * <p>
 * It starts before web servers and stops after them: what they serve may need the
 * connection to the end.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class XmppConnectionLifecycle implements SmartLifecycle {

	/**
	 * The phase of the connection: web servers are at up to 2048 below the default.
	 */
	public static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 4096;

	/**
	 * Replies of handlers that were cut short are on their way that long at the most.
	 */
	private static final Duration LAST_REPLIES = Duration.ofSeconds(1);

	private static final Log logger = LogFactory.getLog(XmppConnectionLifecycle.class);

	private final XmppConnection connection;

	private final @Nullable OrderedIqExchange handlers;

	private final ConnectMode mode;

	private final Duration drainTimeout;

	private volatile boolean running;

	private volatile boolean wanted;

	private volatile CompletableFuture<Void> stopped = CompletableFuture.completedFuture(null);

	/**
	 * Creates the lifecycle.
	 * @param connection the connection to start and stop
	 * @param handlers what requests of peers go to, or {@code null} if that needs no
	 * start and stop
	 * @param mode whether to wait for the connection
	 * @param drainTimeout how long requests of peers may take to be answered at the stop
	 */
	public XmppConnectionLifecycle(XmppConnection connection, @Nullable OrderedIqExchange handlers, ConnectMode mode,
			Duration drainTimeout) {
		Assert.notNull(connection, "'connection' must not be null");
		Assert.notNull(mode, "'mode' must not be null");
		Assert.isTrue(!drainTimeout.isNegative(), "'drainTimeout' must not be negative");
		this.connection = connection;
		this.handlers = handlers;
		this.mode = mode;
		this.drainTimeout = drainTimeout;
	}

	/**
	 * Starts to connect, when an earlier stop has ended.
	 * @throws RuntimeException if the application is to wait for the connection and the
	 * first attempt has failed
	 */
	@Override
	public void start() {
		if (this.running) {
			return;
		}
		this.wanted = true;
		CompletableFuture<NegotiatedStream> started = this.stopped.isDone() ? startConnection()
				: this.stopped.exceptionally((ex) -> null).thenCompose((stopped) -> startConnectionLater());
		if (this.mode == ConnectMode.FAIL_FAST) {
			await(started);
		}
		this.running = true;
	}

	private CompletableFuture<NegotiatedStream> startConnectionLater() {
		if (!this.wanted) {
			return CompletableFuture.failedFuture(new XmppConnectionException("The application was stopped", null));
		}
		try {
			return startConnection();
		}
		catch (RuntimeException ex) {
			logger.error("The connection could not be started again", ex);
			return CompletableFuture.failedFuture(ex);
		}
	}

	private CompletableFuture<NegotiatedStream> startConnection() {
		if (this.handlers != null) {
			this.handlers.resume();
		}
		return this.connection.start();
	}

	// One that closes the application interrupts the thread that starts it, and closes
	// nothing if it goes on to wait
	private void await(CompletableFuture<NegotiatedStream> started) {
		try {
			started.get();
		}
		catch (InterruptedException ex) {
			this.wanted = false;
			this.stopped = this.connection.stop(Duration.ZERO);
			Thread.currentThread().interrupt();
			throw new XmppConnectionException("Interrupted while the connection was opened", ex);
		}
		catch (ExecutionException ex) {
			this.connection.stop(Duration.ZERO).join();
			throw (ex.getCause() instanceof RuntimeException cause) ? cause
					: new XmppConnectionException("The connection could not be opened", ex.getCause());
		}
	}

	@Override
	public void stop() {
		stopConnection().join();
	}

	@Override
	public void stop(Runnable callback) {
		stopConnection().whenComplete((stopped, ex) -> callback.run());
	}

	private CompletableFuture<Void> stopConnection() {
		if (!this.running) {
			return CompletableFuture.completedFuture(null);
		}
		this.running = false;
		this.wanted = false;
		// Handlers have their time without a stream, too, although nobody hears them
		CompletableFuture<Void> handled = (this.handlers != null)
				? this.handlers.shutdown(this.drainTimeout).toCompletableFuture()
				: CompletableFuture.completedFuture(null);
		this.stopped = CompletableFuture.allOf(this.connection.stop(this.drainTimeout.plus(LAST_REPLIES)), handled);
		return this.stopped;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

}
