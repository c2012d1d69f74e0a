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

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import io.github.xmppspring.codec.StreamTap;
import io.github.xmppspring.negotiation.NegotiatedStream;
import io.github.xmppspring.negotiation.NegotiationStep;
import io.github.xmppspring.negotiation.StreamInitiation;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqExchange;
import io.github.xmppspring.stanza.StanzaIds;
import io.github.xmppspring.xml.Element;
import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;

/**
 * The {@link XmppConnection} over TCP. It opens sessions one after another, as
 * {@link Reconnection} says, and sends requests on the one in use. Everything about its
 * state happens on its one event loop.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class DefaultXmppConnection implements XmppConnection {

	private final ConnectionLoop loop = new ConnectionLoop();

	private final ConnectionSettings settings;

	private final XmppConnector connector;

	private final SessionFactory sessions;

	private final OutgoingStanzas outgoing;

	private final ConnectionCounter counter = new ConnectionCounter();

	private final StatusBoard board;

	private final Reconnection reconnection;

	private final StreamFailures failures = new StreamFailures();

	private final Draining draining;

	/**
	 * Whether a session is on its way out to make room for the next.
	 */
	private boolean closing;

	private XmppConnector.@Nullable Attempt attempt;

	private CompletableFuture<NegotiatedStream> attempted = new CompletableFuture<>();

	private CompletableFuture<Void> stopped = CompletableFuture.completedFuture(null);

	/**
	 * Creates a connection, stopped, that nobody watches.
	 * @param initiation how streams are opened
	 * @param host the host to connect to, or {@code null} to find it by the domain of the
	 * account (RFC 6120, 3.2)
	 * @param port the TCP port, 0 for the usual one
	 * @param settings how the connection behaves over time
	 * @param inbound takes the requests of peers, on the event loop; must not block
	 */
	public DefaultXmppConnection(StreamInitiation initiation, @Nullable String host, int port,
			ConnectionSettings settings, IqExchange inbound) {
		this(initiation, host, port, settings, inbound, List.of());
	}

	/**
	 * Creates a connection, stopped.
	 * @param initiation how streams are opened
	 * @param host the host to connect to, or {@code null} to find it by the domain of the
	 * account (RFC 6120, 3.2)
	 * @param port the TCP port, 0 for the usual one
	 * @param settings how the connection behaves over time
	 * @param inbound takes the requests of peers, on the event loop; must not block
	 * @param taps watch each stream from its first byte
	 */
	public DefaultXmppConnection(StreamInitiation initiation, @Nullable String host, int port,
			ConnectionSettings settings, IqExchange inbound, List<StreamTap> taps) {
		ServerLookup lookup = new ServerLookup(initiation.account(), host, port, initiation.service());
		this.connector = new XmppConnector(initiation, lookup, settings.connectTimeout(), List.copyOf(taps));
		this.settings = settings;
		this.board = new StatusBoard(initiation.account());
		this.draining = new Draining(this.board);
		this.board.addListener(this.counter);
		this.board.addListener(this.failures);
		this.reconnection = new Reconnection(settings, this.loop.eventLoop());
		StanzaIds ids = new StanzaIds();
		IqCorrelator correlator = new IqCorrelator(settings.lenientErrorSender());
		this.sessions = new SessionFactory(settings, ids, inbound, correlator, this.counter,
				this.board::stanzaReceived);
		this.outgoing = new OutgoingStanzas(settings, this.loop, ids, this.board, correlator);
	}

	@Override
	public CompletionStage<Iq> exchange(Iq request) {
		return this.outgoing.exchange(request);
	}

	@Override
	public CompletionStage<Void> send(Element stanza) {
		return this.outgoing.send(stanza);
	}

	@Override
	public CompletableFuture<NegotiatedStream> start() {
		return this.loop.call(() -> {
			ConnectionState state = this.board.state();
			if (state == ConnectionState.ONLINE || !state.canBecome(ConnectionState.CONNECTING)) {
				return CompletableFuture.failedFuture(new IllegalStateException("The connection is started already"));
			}
			this.reconnection.reset();
			connect(null);
			return this.attempted;
		});
	}

	private void connect(@Nullable Endpoint other) {
		this.attempted = new CompletableFuture<>();
		this.board.enter(ConnectionState.CONNECTING);
		attempt(other);
	}

	private void attempt(@Nullable Endpoint other) {
		this.attempt = this.connector.connect(this.loop.eventLoop(), other, new AttemptListener());
	}

	@Override
	public CompletableFuture<NegotiatedStream> reconnect() {
		return this.loop.call(() -> {
			ConnectionState state = this.board.state();
			if (state == ConnectionState.STOPPED || state == ConnectionState.STOPPING) {
				return CompletableFuture.failedFuture(new IllegalStateException("The connection is not started"));
			}
			if (!state.isAttempt()) {
				beginReconnect();
			}
			return this.attempted;
		});
	}

	private void beginReconnect() {
		XmppSession session = this.outgoing.session();
		this.outgoing.useNone();
		this.attempted = new CompletableFuture<>();
		this.reconnection.reset();
		this.board.reconnecting();
		if (session != null) {
			this.closing = true;
			close(session, this.settings.closeTimeout());
		}
		else {
			attempt(null);
		}
	}

	private void close(XmppSession session, Duration drain) {
		session.drain()
			.copy()
			.completeOnTimeout(null, drain.toMillis(), TimeUnit.MILLISECONDS)
			.thenRunAsync(() -> session.close(this.settings.closeTimeout()), this.loop.eventLoop());
	}

	private void online(Channel channel, NegotiatedStream stream) {
		this.attempt = null;
		XmppSession session = this.sessions.open(channel, stream, this::sessionEnded);
		this.outgoing.use(session);
		this.draining.apply(session);
		this.board.online(stream);
		this.attempted.complete(stream);
		this.outgoing.sendWaiting();
	}

	private void sessionEnded(@Nullable Throwable cause) {
		boolean reconnecting = this.closing && this.board.state() == ConnectionState.CONNECTING;
		this.closing = false;
		if (reconnecting) {
			this.outgoing.failSent(cause);
			attempt(null);
		}
		else {
			offline(cause);
		}
	}

	private void offline(@Nullable Throwable cause) {
		this.attempt = null;
		this.outgoing.useNone();
		// whoever waits finds the status up to date
		showNextState(cause);
		this.outgoing.failSent(cause);
		this.attempted.completeExceptionally(
				(cause != null) ? cause : new XmppConnectionException("The stream was closed", null));
		switch (this.board.state()) {
			case STOPPED -> this.stopped.complete(null);
			case BACKING_OFF -> this.outgoing.failExpired();
			default -> this.outgoing.failWaiting();
		}
	}

	private void showNextState(@Nullable Throwable cause) {
		if (this.board.state() == ConnectionState.STOPPING) {
			this.board.stopped();
			this.draining.want(false);
			this.draining.apply(null);
			return;
		}
		NegotiatedStream stream = this.board.status().stream();
		Endpoint other = (stream != null) ? this.connector.redirectionOf(cause, stream) : null;
		Duration delay = this.reconnection.delayAfter(this.board.status(), cause);
		if (delay != null) {
			this.board.backingOff(cause, delay);
			this.reconnection.schedule(() -> connect(other), delay);
		}
		else {
			this.board.failed(cause);
		}
	}

	@Override
	public CompletableFuture<Void> drain() {
		this.draining.want(true);
		return this.loop.call(() -> this.draining.apply(this.outgoing.session()));
	}

	@Override
	public void resume() {
		this.draining.want(false);
		this.loop.call(() -> this.draining.apply(this.outgoing.session()));
	}

	@Override
	public boolean isDraining() {
		return this.draining.isWanted();
	}

	@Override
	public CompletableFuture<Void> stop(Duration drain) {
		return this.loop.call(() -> {
			if (this.board.state().canBecome(ConnectionState.STOPPING)) {
				this.stopped = new CompletableFuture<>();
				beginStop(drain);
			}
			return this.stopped;
		});
	}

	private void beginStop(Duration drain) {
		this.board.enter(ConnectionState.STOPPING);
		this.reconnection.cancel();
		this.outgoing.failWaiting();
		XmppSession session = this.outgoing.session();
		this.outgoing.useNone();
		if (this.attempt != null) {
			this.attempt.abort();
		}
		if (session != null) {
			close(session, drain);
		}
		else if (!this.closing) {
			offline(null);
		}
	}

	@Override
	public void close() {
		stop(Duration.ZERO).whenComplete((done, ex) -> this.loop.close());
	}

	@Override
	public ConnectionStatus status() {
		return this.board.status();
	}

	@Override
	public ConnectionStatistics statistics() {
		return this.outgoing.statistics(this.counter);
	}

	@Override
	public List<PendingIqInfo> pendingRequests() {
		return this.outgoing.pending();
	}

	@Override
	public List<StreamFailure> streamFailures() {
		return this.failures.last();
	}

	@Override
	public void addListener(ConnectionListener listener) {
		this.board.addListener(listener);
	}

	private final class AttemptListener implements XmppConnector.Listener {

		@Override
		public void connected() {
			DefaultXmppConnection.this.board.enter(ConnectionState.NEGOTIATING);
		}

		@Override
		public void negotiated(Channel channel, NegotiatedStream stream) {
			online(channel, stream);
		}

		@Override
		public void stepEnded(NegotiationStep step) {
			DefaultXmppConnection.this.board.stepEnded(step);
		}

		@Override
		public void failed(Throwable cause) {
			offline(cause);
		}

	}

}
