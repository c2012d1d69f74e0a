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
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import io.github.xmppspring.codec.StreamTap;
import io.github.xmppspring.negotiation.EventLoopThreads;
import io.github.xmppspring.negotiation.NegotiatedStream;
import io.github.xmppspring.negotiation.StreamInitiation;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqExchange;
import io.github.xmppspring.stanza.StanzaIds;
import io.github.xmppspring.stanza.StanzaReading;
import io.github.xmppspring.xml.Element;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The {@link XmppConnection} over TCP. It opens sessions one after another, as
 * {@link Reconnection} says, and sends requests on the one in use. Everything about its
 * state happens on its one event loop.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class DefaultXmppConnection implements XmppConnection {

	private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, new EventLoopThreads("xmpp", false),
			NioIoHandler.newFactory());

	private final EventLoop loop = this.group.next();

	private final StanzaIds ids = new StanzaIds();

	private final ConnectionSettings settings;

	private final XmppConnector connector;

	private final IqExchange inbound;

	private final IqCorrelator correlator;

	private final WaitingRequests waiting;

	private final StatusBoard board;

	private final Reconnection reconnection;

	private volatile @Nullable XmppSession session;

	private XmppConnector.@Nullable Attempt attempt;

	private CompletableFuture<NegotiatedStream> started = new CompletableFuture<>();

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
		this.inbound = inbound;
		this.correlator = new IqCorrelator(settings.lenientErrorSender());
		this.waiting = new WaitingRequests(this.loop, settings.connectionWait());
		this.board = new StatusBoard(initiation.account());
		this.reconnection = new Reconnection(settings, this.loop);
	}

	@Override
	public CompletionStage<Iq> exchange(Iq request) {
		Assert.isTrue(request.isRequest(), "Only a request of type get or set can be exchanged for a response");
		String id = (request.id() != null) ? request.id() : this.ids.next();
		PendingIq pending = new PendingIq(request.withId(id), id);
		XmppSession session = this.session;
		if (this.correlator.size() >= this.settings.maxPending()) {
			pending.completeExceptionally(new NotConnectedException(
					"%d requests are waiting for their response already".formatted(this.settings.maxPending()), null));
		}
		else if (session != null) {
			send(pending, session);
		}
		else {
			onLoop(() -> sendOrWait(pending), pending);
		}
		return pending;
	}

	private void onLoop(Runnable task, CompletableFuture<?> result) {
		try {
			this.loop.execute(task);
		}
		catch (RejectedExecutionException ex) {
			result.completeExceptionally(new NotConnectedException("The connection is closed", ex));
		}
	}

	private void send(PendingIq pending, XmppSession session) {
		session.own().check(pending.request());
		this.correlator.register(pending, session.own());
		session.write(pending);
	}

	private void sendOrWait(PendingIq pending) {
		XmppSession session = this.session;
		ConnectionState state = this.board.state();
		boolean patient = state == ConnectionState.BACKING_OFF && !this.settings.connectionWait().isZero();
		if (session != null) {
			sendOrFail(pending, session);
		}
		else if ((state.isAttempt() || patient) && this.waiting.size() < this.settings.maxPending()) {
			this.waiting.add(pending, this::failExpired);
		}
		else {
			pending.completeExceptionally(notConnected());
		}
	}

	private void sendOrFail(PendingIq pending, XmppSession session) {
		try {
			send(pending, session);
		}
		catch (RuntimeException ex) {
			pending.completeExceptionally(ex);
		}
	}

	private void failExpired() {
		if (!this.board.state().isAttempt()) {
			this.waiting.drainExpiredTo((pending) -> pending.completeExceptionally(notConnected()));
		}
	}

	private NotConnectedException notConnected() {
		ConnectionStatus status = this.board.status();
		String next = (status.nextAttempt() != null) ? ", next attempt at " + status.nextAttempt() : "";
		String advice = (status.state() == ConnectionState.STOPPED)
				? ". An application connects when all its beans are "
						+ "there: send the first request from an ApplicationRunner or later"
				: "";
		return new NotConnectedException(
				"There is no connection to the server (" + status.state() + next + ")" + advice, status.lastError());
	}

	@Override
	public CompletionStage<Void> send(Element stanza) {
		XmppSession session = this.session;
		if (session == null) {
			return CompletableFuture.failedStage(notConnected());
		}
		try {
			return session.write(stanza);
		}
		catch (IllegalArgumentException ex) {
			return CompletableFuture.failedStage(ex);
		}
	}

	@Override
	public CompletableFuture<NegotiatedStream> start() {
		CompletableFuture<NegotiatedStream> started = new CompletableFuture<>();
		onLoop(() -> {
			if (this.board.state().canBecome(ConnectionState.CONNECTING)) {
				this.started = started;
				this.reconnection.reset();
				connect(null);
			}
			else {
				started.completeExceptionally(new IllegalStateException("The connection is started already"));
			}
		}, started);
		return started;
	}

	private void connect(@Nullable Endpoint other) {
		this.board.enter(ConnectionState.CONNECTING);
		this.attempt = this.connector.connect(this.loop, other, new AttemptListener());
	}

	private void online(Channel channel, NegotiatedStream stream) {
		this.attempt = null;
		OwnAddresses own = OwnAddresses.of(stream);
		KeepAliveHandler keepAlive = new KeepAliveHandler(own.pinged(), this.ids, this.settings.keepAliveInterval(),
				this.settings.keepAliveTimeout());
		StanzaReading reading = new StanzaReading(stream.header().language(), this.settings.lenientPayloads());
		XmppSession session = XmppSession.open(channel, own, reading, keepAlive,
				new IqResponseHandler(this.correlator, own), new IqRequestHandler(this.inbound),
				new SessionHandler((stanza) -> this.board.stanzaReceived(own.incoming(stanza)), this::offline));
		if (this.settings.legacyErrorCodes()) {
			session.writeLegacyErrorCodes();
		}
		this.session = session;
		this.board.online(stream);
		this.started.complete(stream);
		this.waiting.drainTo((pending) -> sendOrFail(pending, session));
	}

	private void offline(@Nullable Throwable cause) {
		this.session = null;
		this.attempt = null;
		// whoever waits finds the status up to date
		showNextState(cause);
		this.correlator
			.failAll(new IqConnectionLostException("The connection was lost before the response came", cause));
		this.started.completeExceptionally(
				(cause != null) ? cause : new XmppConnectionException("The stream was closed", null));
		switch (this.board.state()) {
			case STOPPED -> this.stopped.complete(null);
			case BACKING_OFF -> failExpired();
			default -> failWaiting();
		}
	}

	private void showNextState(@Nullable Throwable cause) {
		if (this.board.state() == ConnectionState.STOPPING) {
			this.board.stopped();
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

	private void failWaiting() {
		this.waiting.drainTo((pending) -> pending.completeExceptionally(notConnected()));
	}

	@Override
	public CompletableFuture<Void> stop(Duration drain) {
		CompletableFuture<Void> result = new CompletableFuture<>();
		onLoop(() -> {
			if (this.board.state().canBecome(ConnectionState.STOPPING)) {
				this.stopped = new CompletableFuture<>();
				beginStop(drain);
			}
			this.stopped.whenComplete((done, ex) -> result.complete(null));
		}, result);
		return result;
	}

	private void beginStop(Duration drain) {
		this.board.enter(ConnectionState.STOPPING);
		this.reconnection.cancel();
		failWaiting();
		XmppSession session = this.session;
		this.session = null;
		if (this.attempt != null) {
			this.attempt.abort();
		}
		if (session == null) {
			offline(null);
			return;
		}
		session.drain()
			.completeOnTimeout(null, drain.toMillis(), TimeUnit.MILLISECONDS)
			.thenRunAsync(() -> session.close(this.settings.closeTimeout()), this.loop);
	}

	@Override
	public void close() {
		stop(Duration.ZERO).whenComplete((done, ex) -> this.group.shutdownGracefully(0, 1, TimeUnit.SECONDS));
	}

	@Override
	public ConnectionStatus status() {
		return this.board.status();
	}

	@Override
	public ConnectionStatistics statistics() {
		return this.correlator.statistics();
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
		public void failed(Throwable cause) {
			offline(cause);
		}

	}

}
