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

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.connection.ConnectionListener;
import io.github.xmppspring.connection.ConnectionState;
import io.github.xmppspring.connection.ConnectionStatistics;
import io.github.xmppspring.connection.ConnectionStatus;
import io.github.xmppspring.connection.PendingIqInfo;
import io.github.xmppspring.connection.StreamFailure;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.negotiation.NegotiatedStream;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqExchange;
import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.stream.StreamFeatures;
import io.github.xmppspring.stream.StreamHeader;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * A connection without a network, which does what a test tells it and notes what was
 * asked of it. Requests are answered with an empty result.
 *
 * @author XMPP for Spring Boot contributors
 */
public final class TestXmppConnection implements XmppConnection {

	private final List<String> calls = new CopyOnWriteArrayList<>();

	private final List<Iq> requests = new CopyOnWriteArrayList<>();

	private final List<Element> sent = new CopyOnWriteArrayList<>();

	private final List<ConnectionListener> listeners = new ArrayList<>();

	private Supplier<CompletableFuture<NegotiatedStream>> start = () -> CompletableFuture.completedFuture(stream());

	private CompletableFuture<Void> stopped = CompletableFuture.completedFuture(null);

	private volatile boolean draining;

	private volatile IqExchange responder = (request) -> CompletableFuture.completedFuture(request.result());

	private volatile ConnectionStatistics statistics = ConnectionStatistics.NONE;

	private volatile List<PendingIqInfo> pendingRequests = List.of();

	private volatile List<StreamFailure> streamFailures = List.of();

	private volatile ConnectionStatus status = status(ConnectionState.STOPPED);

	/**
	 * The next attempts to connect fail.
	 * @param cause why
	 * @return this
	 */
	public TestXmppConnection failing(Throwable cause) {
		return starting(CompletableFuture.failedFuture(cause));
	}

	public TestXmppConnection starting(CompletableFuture<NegotiatedStream> started) {
		this.start = () -> started;
		return this;
	}

	public TestXmppConnection stopping(CompletableFuture<Void> stopped) {
		this.stopped = stopped;
		return this;
	}

	public TestXmppConnection answering(IqExchange responder) {
		this.responder = responder;
		return this;
	}

	public TestXmppConnection waitingFor(PendingIqInfo... requests) {
		this.pendingRequests = List.of(requests);
		return this;
	}

	public TestXmppConnection counting(ConnectionStatistics statistics) {
		this.statistics = statistics;
		return this;
	}

	public TestXmppConnection failedBefore(StreamFailure... failures) {
		this.streamFailures = List.of(failures);
		return this;
	}

	public List<String> calls() {
		return this.calls;
	}

	public List<Iq> requests() {
		return this.requests;
	}

	public List<Element> sent() {
		return this.sent;
	}

	public List<ConnectionListener> listeners() {
		return this.listeners;
	}

	public void become(ConnectionStatus status) {
		ConnectionStatus previous = this.status;
		this.status = status;
		this.listeners.forEach((listener) -> listener.statusChanged(previous, status));
	}

	public static NegotiatedStream stream() {
		return new NegotiatedStream(Jid.of("bot@example.org/r"),
				StreamHeader.initial(Namespaces.CLIENT, null, "example.org"), new StreamFeatures(List.of()), "TLSv1.3",
				"TLS_AES_256_GCM_SHA384", "SCRAM-SHA-512", InetSocketAddress.createUnresolved("xmpp.example.org", 5222),
				Instant.parse("2026-01-02T03:04:05Z"));
	}

	public static ConnectionStatus status(ConnectionState state) {
		return status(state, null);
	}

	public static ConnectionStatus status(ConnectionState state, @Nullable Throwable lastError) {
		return new ConnectionStatus(state, Instant.parse("2026-01-02T03:04:05Z"),
				(state == ConnectionState.ONLINE) ? stream() : null, lastError,
				(state == ConnectionState.BACKING_OFF) ? Instant.parse("2026-01-02T03:04:06Z") : null);
	}

	@Override
	public CompletionStage<Iq> exchange(Iq request) {
		this.calls.add("exchange");
		this.requests.add(request);
		return this.responder.exchange(request);
	}

	@Override
	public CompletionStage<Void> send(Element stanza) {
		this.sent.add(stanza);
		return CompletableFuture.completedFuture(null);
	}

	@Override
	public CompletableFuture<NegotiatedStream> start() {
		this.calls.add("start");
		return this.start.get();
	}

	@Override
	public CompletableFuture<NegotiatedStream> reconnect() {
		this.calls.add("reconnect");
		return this.start.get();
	}

	@Override
	public CompletableFuture<Void> drain() {
		drain(true);
		return this.stopped;
	}

	@Override
	public void resume() {
		drain(false);
	}

	private void drain(boolean draining) {
		this.calls.add(draining ? "drain" : "resume");
		this.draining = draining;
		this.listeners.forEach((listener) -> listener.drainingChanged(draining));
	}

	@Override
	public boolean isDraining() {
		return this.draining;
	}

	@Override
	public CompletableFuture<Void> stop(Duration drain) {
		this.calls.add("stop " + drain);
		return this.stopped;
	}

	@Override
	public void close() {
		this.calls.add("close");
	}

	@Override
	public ConnectionStatus status() {
		return this.status;
	}

	@Override
	public ConnectionStatistics statistics() {
		return this.statistics;
	}

	@Override
	public List<PendingIqInfo> pendingRequests() {
		return this.pendingRequests;
	}

	@Override
	public List<StreamFailure> streamFailures() {
		return this.streamFailures;
	}

	@Override
	public void addListener(ConnectionListener listener) {
		this.listeners.add(listener);
	}

}
