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

import io.github.xmppspring.negotiation.NegotiatedStream;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqExchange;
import io.github.xmppspring.stanza.StanzaSender;
import io.github.xmppspring.xml.Element;

/**
 * A connection to an XMPP server that outlives single streams: it reconnects by itself.
 * <p>
 * Towards the application it is an {@link IqExchange}. Stages of {@link #exchange(Iq)}
 * complete on the event loop: code that depends on them must not block there.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public interface XmppConnection extends IqExchange, StanzaSender, AutoCloseable {

	/**
	 * Sends a request and waits, without blocking, for its response. A request without an
	 * id is given one that nobody can guess.
	 * @param request a stanza of type get or set
	 * @return a stage that completes with the response of the asked entity, or
	 * exceptionally with a {@link NotConnectedException} if the request could not be
	 * sent, an {@link IqConnectionLostException} if the stream ended before a response
	 * came, or a {@link io.github.xmppspring.stanza.MalformedStanzaException} if the
	 * response breaks RFC 6120, 8.2.3
	 * @throws IllegalArgumentException if the stanza is a response; of a component also
	 * if it says not for whom it is, or is from an address that is not the component's.
	 * While there is no stream, the stage completes with that
	 * @throws IllegalStateException if a request with the same id to the same entity is
	 * waiting
	 */
	@Override
	CompletionStage<Iq> exchange(Iq request);

	/**
	 * Sends a message, a presence, or a response of its own making.
	 * @param stanza an element in the namespace {@code jabber:client}, also for a
	 * component
	 * @return a stage that completes when the stanza was written, or exceptionally with a
	 * {@link NotConnectedException} if there is no stream
	 */
	@Override
	CompletionStage<Void> send(Element stanza);

	/**
	 * Starts to connect, and to reconnect whenever the stream ends.
	 * @return a stage that completes when the first attempt has ended: with the stream,
	 * or exceptionally with the reason why there is none. Further attempts may follow
	 */
	CompletableFuture<NegotiatedStream> start();

	/**
	 * Connects anew: closes the stream in order, if there is one, and opens another. What
	 * is waiting for the next attempt, or has given up, tries at once. An attempt that is
	 * under way goes on. Requests of peers are answered before the stream is closed, as
	 * far as that takes no longer than the server may take to close it; requests to peers
	 * that are still waiting then fail.
	 * @return a stage that completes when the attempt has ended: with the stream, or
	 * exceptionally with the reason why there is none, an {@link IllegalStateException}
	 * if the connection is not started
	 */
	CompletableFuture<NegotiatedStream> reconnect();

	/**
	 * Refuses requests of peers from now on, in all streams until {@link #resume()} or
	 * until the connection is stopped: they are answered with
	 * {@code recipient-unavailable}, of type {@code wait}. Peers that were told that this
	 * end is available are told that it is not (RFC 6121, 4.5.1). What the application
	 * sends goes out as before.
	 * @return a stage that completes when the requests before are answered, or when it is
	 * called off
	 */
	CompletableFuture<Void> drain();

	/**
	 * Takes requests of peers again after {@link #drain()}.
	 */
	void resume();

	/**
	 * Whether requests of peers are refused by {@link #drain()}.
	 * @return whether they are
	 */
	boolean isDraining();

	/**
	 * Stops in order: refuses new requests in both directions, lets requests of peers be
	 * answered, closes the stream (RFC 6120, 4.4). Requests to peers that are still
	 * waiting then fail. The connection may be started again.
	 * @param drain how long to wait for answers at the most
	 * @return a stage that completes when the connection is stopped
	 */
	CompletableFuture<Void> stop(Duration drain);

	/**
	 * Stops at once and frees threads. The connection cannot be started again.
	 */
	@Override
	void close();

	/**
	 * What the connection is doing.
	 * @return a snapshot
	 */
	ConnectionStatus status();

	/**
	 * What the connection has counted.
	 * @return a snapshot
	 */
	ConnectionStatistics statistics();

	/**
	 * The requests to peers that wait, for their response or for a connection.
	 * @return a snapshot, the oldest first
	 */
	List<PendingIqInfo> pendingRequests();

	/**
	 * What ended the last streams out of order.
	 * @return a snapshot of ten at the most, the last one first
	 */
	List<StreamFailure> streamFailures();

	/**
	 * Adds someone to be told.
	 * @param listener the listener
	 */
	void addListener(ConnectionListener listener);

}
