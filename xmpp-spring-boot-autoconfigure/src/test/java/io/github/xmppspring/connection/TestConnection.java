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
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.negotiation.NegotiatedStream;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * An {@link XmppConnection} with methods for tests, which wait ten seconds at most, and
 * with a memory of its states.
 *
 * @author XMPP for Spring Boot contributors
 */
final class TestConnection implements ConnectionListener {

	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	private final XmppConnection connection;

	private final List<ConnectionStatus> history = new CopyOnWriteArrayList<>();

	private final List<Element> stanzas = new CopyOnWriteArrayList<>();

	TestConnection(XmppConnection connection) {
		this.connection = connection;
		connection.addListener(this);
	}

	@Override
	public void statusChanged(ConnectionStatus previous, ConnectionStatus current) {
		this.history.add(current);
	}

	@Override
	public void stanzaReceived(Element stanza) {
		this.stanzas.add(stanza);
	}

	XmppConnection connection() {
		return this.connection;
	}

	/**
	 * Starts the connection and waits for its first stream.
	 * @return this connection
	 */
	TestConnection start() {
		assertThat(this.connection.start()).succeedsWithin(TIMEOUT);
		return this;
	}

	/**
	 * Starts the connection, which is expected to fail.
	 * @param <T> the type of the failure
	 * @param type the type of the failure
	 * @return the failure
	 */
	<T extends Throwable> T failToStart(Class<T> type) {
		return type.cast(failure(this.connection.start(), type));
	}

	/**
	 * Waits for something to fail.
	 * @param future what is expected to fail
	 * @param type the type of the failure
	 * @return the failure
	 */
	static Throwable failure(CompletableFuture<?> future, Class<? extends Throwable> type) {
		return assertThat(future).failsWithin(TIMEOUT).withThrowableThat().havingCause().isInstanceOf(type).actual();
	}

	NegotiatedStream stream() {
		NegotiatedStream stream = this.connection.status().stream();
		assertThat(stream).as("The stream in use").isNotNull();
		return stream;
	}

	Jid jid() {
		return stream().jid();
	}

	ConnectionState state() {
		return this.connection.status().state();
	}

	@Nullable Throwable lastError() {
		return this.connection.status().lastError();
	}

	ConnectionStatistics statistics() {
		return this.connection.statistics();
	}

	/**
	 * All states that were entered, in order.
	 * @return the states
	 */
	List<ConnectionState> states() {
		return this.history.stream().map(ConnectionStatus::state).toList();
	}

	/**
	 * What the last attempt or stream ended with, each time that the connection had to
	 * wait for the next.
	 * @return the failures, in order
	 */
	List<Throwable> failures() {
		return this.history.stream()
			.filter((status) -> status.state() == ConnectionState.BACKING_OFF)
			.map(ConnectionStatus::lastError)
			.filter(Objects::nonNull)
			.toList();
	}

	/**
	 * All messages and presences that came, in order.
	 * @return the elements
	 */
	List<Element> stanzas() {
		return this.stanzas;
	}

	CompletableFuture<Iq> exchange(Iq.Builder request) {
		return this.connection.exchange(request.build()).toCompletableFuture();
	}

	/**
	 * Sends a request and waits for the response.
	 * @param request the request
	 * @return the response
	 */
	Iq request(Iq.Builder request) {
		return exchange(request).orTimeout(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS).join();
	}

	/**
	 * Sends a stanza as it is.
	 * @param xml the stanza, with its namespace
	 */
	void send(String xml) {
		assertThat(this.connection.send(Element.parse(xml)).toCompletableFuture()).succeedsWithin(TIMEOUT);
	}

	void awaitState(ConnectionState state) {
		awaitState(state, TIMEOUT);
	}

	void awaitState(ConnectionState state, Duration time) {
		await().atMost(time).until(this::state, state::equals);
	}

	/**
	 * Waits for a state, which may be over already.
	 * @param state the state
	 */
	void awaitPassed(ConnectionState state) {
		await().atMost(TIMEOUT).until(() -> states().contains(state));
	}

}
