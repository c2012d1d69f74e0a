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

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import io.github.xmppspring.connection.ConnectionListener;
import io.github.xmppspring.connection.ConnectionState;
import io.github.xmppspring.connection.ConnectionStatus;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.negotiation.NegotiatedStream;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.xml.Element;
import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A client of this project with methods for tests, and with a memory of what has
 * happened.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ServerClient implements ConnectionListener, AutoCloseable {

	private final List<ConnectionStatus> history = new CopyOnWriteArrayList<>();

	private final List<Element> stanzas = new CopyOnWriteArrayList<>();

	private final XmppConnection connection;

	ServerClient(XmppConnection connection) {
		this.connection = connection;
		connection.addListener(this);
	}

	CompletableFuture<NegotiatedStream> start() {
		return this.connection.start();
	}

	XmppConnection connection() {
		return this.connection;
	}

	List<ConnectionStatus> history() {
		return this.history;
	}

	List<Element> stanzas() {
		return this.stanzas;
	}

	/**
	 * Sends a request and waits for the response.
	 */
	Iq ask(Iq.Builder request) {
		return this.connection.exchange(request.build())
			.toCompletableFuture()
			.orTimeout(ServerExtension.TIMEOUT.toSeconds(), TimeUnit.SECONDS)
			.join();
	}

	CompletableFuture<Iq> askLater(Iq.Builder request) {
		return this.connection.exchange(request.build()).toCompletableFuture();
	}

	void send(String xml) {
		assertThat(this.connection.send(Element.parse(xml)).toCompletableFuture())
			.succeedsWithin(ServerExtension.TIMEOUT);
	}

	/**
	 * Waits for a stanza that is not an IQ.
	 */
	Element await(String description, Predicate<Element> condition) {
		return Awaitility.await(description)
			.atMost(ServerExtension.TIMEOUT)
			.until(() -> this.stanzas.stream().filter(condition).findFirst(), Optional::isPresent)
			.orElseThrow();
	}

	/**
	 * Waits for the next status after those that were seen.
	 */
	ConnectionStatus awaitStatus(ConnectionState state) {
		return Awaitility.await(state.toString())
			.atMost(ServerExtension.TIMEOUT)
			.until(() -> this.history.stream().filter((status) -> status.state() == state).findFirst(),
					Optional::isPresent)
			.orElseThrow();
	}

	@Override
	public void statusChanged(ConnectionStatus previous, ConnectionStatus current) {
		this.history.add(current);
	}

	@Override
	public void stanzaReceived(Element stanza) {
		this.stanzas.add(stanza);
	}

	@Override
	public void close() {
		this.connection.close();
	}

}
