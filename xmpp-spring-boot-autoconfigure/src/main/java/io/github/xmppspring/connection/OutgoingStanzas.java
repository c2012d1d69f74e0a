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

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqExchange;
import io.github.xmppspring.stanza.StanzaIds;
import io.github.xmppspring.stanza.StanzaSender;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What the application sends goes to the session in use. Without one, requests wait as
 * long as there is hope, and all else fails.
 *
 * @author XMPP for Spring Boot contributors
 */
final class OutgoingStanzas implements IqExchange, StanzaSender {

	private final ConnectionSettings settings;

	private final ConnectionLoop loop;

	private final StanzaIds ids;

	private final StatusBoard board;

	private final IqCorrelator correlator;

	private final WaitingRequests waiting;

	private volatile @Nullable XmppSession session;

	OutgoingStanzas(ConnectionSettings settings, ConnectionLoop loop, StanzaIds ids, StatusBoard board,
			IqCorrelator correlator) {
		this.settings = settings;
		this.loop = loop;
		this.ids = ids;
		this.board = board;
		this.correlator = correlator;
		this.waiting = new WaitingRequests(loop.eventLoop(), settings.connectionWait());
	}

	@Override
	public CompletionStage<Iq> exchange(Iq request) {
		Assert.isTrue(request.isRequest(), "Only a request of type get or set can be exchanged for a response");
		String id = (request.id() != null) ? request.id() : this.ids.next();
		PendingIq pending = new PendingIq(request, id);
		XmppSession session = this.session;
		if (this.correlator.size() >= this.settings.maxPending()) {
			pending.completeExceptionally(new NotConnectedException(
					"%d requests are waiting for their response already".formatted(this.settings.maxPending()), null));
		}
		else if (session != null) {
			send(pending, session);
		}
		else {
			this.loop.execute(() -> sendOrWait(pending), pending);
		}
		return pending;
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

	/**
	 * The session that stanzas go to. To be called on the event loop, as are the methods
	 * that follow.
	 * @return the session, or {@code null} if there is none
	 */
	@Nullable XmppSession session() {
		return this.session;
	}

	/**
	 * From now on, stanzas go to a session.
	 * @param session the session
	 */
	void use(XmppSession session) {
		this.session = session;
	}

	/**
	 * From now on, there is no session that stanzas could go to.
	 */
	void useNone() {
		this.session = null;
	}

	/**
	 * Sends the requests that have been waiting for the session.
	 */
	void sendWaiting() {
		XmppSession session = this.session;
		Assert.state(session != null, "There is no session");
		this.waiting.drainTo((pending) -> sendOrFail(pending, session));
	}

	/**
	 * Fails the requests that wait for their response.
	 * @param cause why none will come
	 */
	void failSent(@Nullable Throwable cause) {
		this.correlator
			.failAll(new IqConnectionLostException("The connection was lost before the response came", cause));
	}

	/**
	 * Fails the requests that wait for a session.
	 */
	void failWaiting() {
		this.waiting.drainTo((pending) -> pending.completeExceptionally(notConnected()));
	}

	/**
	 * Fails the requests that have waited for a session long enough, unless one may come
	 * at any moment.
	 */
	void failExpired() {
		if (!this.board.state().isAttempt()) {
			this.waiting.drainExpiredTo((pending) -> pending.completeExceptionally(notConnected()));
		}
	}

	/**
	 * The requests that wait for a response or for a session.
	 * @return a snapshot, the oldest first
	 */
	List<PendingIqInfo> pending() {
		// one time for all, or the order of their ages is not that of the requests
		long now = System.nanoTime();
		return Stream.concat(this.correlator.pending(now).stream(), this.waiting.pending(now).stream())
			.sorted(Comparator.comparing(PendingIqInfo::age).reversed())
			.toList();
	}

	ConnectionStatistics statistics(ConnectionCounter counter) {
		return counter.statistics(this.correlator.size(), this.correlator.ignored());
	}

}
