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

package io.github.xmppspring.test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

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
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stanza.StanzaIds;
import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.stream.StreamFeatures;
import io.github.xmppspring.stream.StreamHeader;
import io.github.xmppspring.xml.Element;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A connection to a {@link LocalNetwork}. Messages and presences go nowhere.
 *
 * @author XMPP for Spring Boot contributors
 */
final class LocalXmppConnection implements XmppConnection {

	private static final Log logger = LogFactory.getLog(XmppConnection.class);

	private final List<ConnectionListener> listeners = new CopyOnWriteArrayList<>();

	private final StanzaIds ids = new StanzaIds();

	private final LocalNetwork network;

	private final Jid jid;

	private final IqExchange inbound;

	private volatile boolean draining;

	private volatile ConnectionStatus status = new ConnectionStatus(ConnectionState.STOPPED, Instant.now(), null, null,
			null);

	/**
	 * Creates a connection, stopped.
	 * @param network the network
	 * @param jid the address on it
	 * @param inbound takes the requests of others
	 */
	LocalXmppConnection(LocalNetwork network, Jid jid, IqExchange inbound) {
		this.network = network;
		this.jid = jid;
		this.inbound = inbound;
	}

	@Override
	public CompletionStage<Iq> exchange(Iq request) {
		Assert.isTrue(request.isRequest(), "Only a request of type get or set can be exchanged for a response");
		if (this.status.state() != ConnectionState.ONLINE) {
			return CompletableFuture.failedStage(new IllegalStateException("The connection is not started"));
		}
		Iq sent = request.withFrom((request.from() != null) ? request.from() : this.jid);
		return this.network.deliver((sent.id() != null) ? sent : sent.withId(this.ids.next()));
	}

	@Override
	public CompletionStage<Void> send(Element stanza) {
		return CompletableFuture.completedFuture(null);
	}

	@Override
	public CompletableFuture<NegotiatedStream> start() {
		this.network.add(this.jid, this::serve);
		NegotiatedStream stream = new NegotiatedStream(this.jid,
				StreamHeader.initial(Namespaces.CLIENT, null, this.jid.domain()), new StreamFeatures(List.of()), null,
				null, null, null, Instant.now());
		become(ConnectionState.ONLINE, stream);
		return CompletableFuture.completedFuture(stream);
	}

	@Override
	public CompletableFuture<NegotiatedStream> reconnect() {
		stop(Duration.ZERO);
		return start();
	}

	@Override
	public CompletableFuture<Void> drain() {
		drain(true);
		return CompletableFuture.completedFuture(null);
	}

	@Override
	public void resume() {
		drain(false);
	}

	private void drain(boolean draining) {
		if (this.draining != draining) {
			this.draining = draining;
			tell((listener) -> listener.drainingChanged(draining));
		}
	}

	@Override
	public boolean isDraining() {
		return this.draining;
	}

	private CompletionStage<Iq> serve(Iq request) {
		return this.draining
				? CompletableFuture.completedFuture(request.error(StanzaErrorCondition.RECIPIENT_UNAVAILABLE))
				: this.inbound.exchange(request);
	}

	@Override
	public CompletableFuture<Void> stop(Duration drain) {
		if (this.status.state() == ConnectionState.ONLINE) {
			this.network.remove(this.jid);
			become(ConnectionState.STOPPED, null);
			drain(false);
		}
		return CompletableFuture.completedFuture(null);
	}

	private void become(ConnectionState state, @Nullable NegotiatedStream stream) {
		ConnectionStatus previous = this.status;
		ConnectionStatus current = new ConnectionStatus(state, Instant.now(), stream, null, null);
		this.status = current;
		tell((listener) -> listener.statusChanged(previous, current));
	}

	// As over a network: no listener keeps the others, or the connection, from going on
	private void tell(Consumer<ConnectionListener> event) {
		for (ConnectionListener listener : this.listeners) {
			try {
				event.accept(listener);
			}
			catch (Throwable ex) {
				logger.error("A connection listener failed", ex);
			}
		}
	}

	@Override
	public void close() {
		stop(Duration.ZERO);
	}

	@Override
	public ConnectionStatus status() {
		return this.status;
	}

	@Override
	public ConnectionStatistics statistics() {
		return ConnectionStatistics.NONE;
	}

	@Override
	public List<PendingIqInfo> pendingRequests() {
		return List.of();
	}

	@Override
	public List<StreamFailure> streamFailures() {
		return List.of();
	}

	@Override
	public void addListener(ConnectionListener listener) {
		this.listeners.add(listener);
	}

}
