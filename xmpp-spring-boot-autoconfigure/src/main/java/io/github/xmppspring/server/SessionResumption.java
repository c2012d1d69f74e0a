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

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.negotiation.server.ResumedSession;
import io.github.xmppspring.negotiation.server.ResumptionRefusedException;
import io.github.xmppspring.negotiation.server.StreamResumer;
import io.github.xmppspring.stanza.StanzaIds;
import io.github.xmppspring.stream.StreamManagement;
import io.netty.channel.EventLoop;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Keeps sessions whose streams were lost until their clients resume them or the time is
 * over (XEP-0198, 5). Of those that are over, it remembers for a while how much came in.
 * Belongs to the event loop.
 *
 * @author XMPP for Spring Boot contributors
 */
final class SessionResumption implements StreamResumer {

	/** Who knows the id of a stream can do harm. */
	private static final int ID_BYTES = 18;

	/** How many sessions that are over are remembered. */
	private static final int MAX_REMEMBERED = 1000;

	private final Map<String, ClientSession> sessions = new HashMap<>();

	private final Map<String, Remembered> remembered = new HashMap<>();

	private final Deque<String> order = new ArrayDeque<>();

	private final StanzaIds ids = new StanzaIds(ID_BYTES);

	private final Duration timeout;

	private final Consumer<ClientSession> end;

	/**
	 * Keeps sessions.
	 * @param timeout how long a session waits at most, zero if none does
	 * @param end ends a session that has waited too long
	 */
	SessionResumption(Duration timeout, Consumer<ClientSession> end) {
		this.timeout = timeout;
		this.end = end;
	}

	/**
	 * Begins to manage a session.
	 * @param session the session, not managed yet
	 * @param request what the client wants
	 * @return the answer
	 */
	StreamManagement.Enabled enable(ClientSession session, StreamManagement.Enable request) {
		boolean resumable = request.resume() && !this.timeout.isZero();
		long maxMillis = this.timeout.toMillis();
		if (request.max() != null && request.max() > 0) {
			maxMillis = Math.min(maxMillis, TimeUnit.SECONDS.toMillis(request.max()));
		}
		ManagedSession managed = new ManagedSession(resumable ? this.ids.next() : null, maxMillis);
		session.manage(managed);
		if (managed.id() == null) {
			return new StreamManagement.Enabled(null, false, null, null);
		}
		this.sessions.put(managed.id(), session);
		int seconds = (int) Math.min(Integer.MAX_VALUE, Math.max(1, TimeUnit.MILLISECONDS.toSeconds(maxMillis)));
		return new StreamManagement.Enabled(managed.id(), true, seconds, null);
	}

	/**
	 * A session has lost its stream.
	 * @param session the session, which has no channel any more
	 * @param loop the event loop
	 * @return whether it waits for its client
	 */
	boolean await(ClientSession session, EventLoop loop) {
		ManagedSession managed = session.managed();
		if (managed == null || !managed.isResumable()) {
			return false;
		}
		managed.await(loop.schedule(() -> this.end.accept(session), managed.maxMillis(), TimeUnit.MILLISECONDS),
				() -> loop.execute(() -> this.end.accept(session)));
		return true;
	}

	@Override
	public ResumedSession resume(Jid account, StreamManagement.Resume request) {
		ClientSession session = this.sessions.get(request.previousId());
		ManagedSession managed = (session != null) ? session.managed() : null;
		if (session == null || managed == null || !managed.isResumable() || !session.address().bare().equals(account)) {
			throw new ResumptionRefusedException(remembered(account, request.previousId()));
		}
		managed.state().acknowledged(request.handled());
		managed.cancelExpiry();
		SessionHandler.release(session);
		return new ResumedSession(session.address(), managed.state().received());
	}

	private @Nullable Long remembered(Jid account, String id) {
		Remembered remembered = this.remembered.get(id);
		return (remembered != null && remembered.account().equals(account)) ? remembered.received() : null;
	}

	/**
	 * The session that was resumed last by an id.
	 * @param id the id
	 * @return the session
	 */
	ClientSession resumed(String id) {
		ClientSession session = this.sessions.get(id);
		Assert.state(session != null, "There is no such session");
		return session;
	}

	/**
	 * A session is over.
	 * @param session the session
	 */
	void ended(ClientSession session) {
		ManagedSession managed = session.managed();
		if (managed != null) {
			managed.cancelExpiry();
			if (managed.id() != null && this.sessions.remove(managed.id()) != null) {
				remember(managed.id(), new Remembered(session.address().bare(), managed.state().received()));
			}
		}
	}

	private void remember(String id, Remembered remembered) {
		this.remembered.put(id, remembered);
		this.order.add(id);
		if (this.order.size() > MAX_REMEMBERED) {
			this.remembered.remove(this.order.remove());
		}
	}

	private record Remembered(Jid account, long received) {
	}

}
