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

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Future;

import io.github.xmppspring.negotiation.StreamManagementState;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.xml.Element;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * What stream management adds to the session of a client (XEP-0198): the counts, the
 * stanzas that wait for an acknowledgement, and those that wait for the next stream.
 * Belongs to the event loop.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ManagedSession {

	private static final Log logger = LogFactory.getLog(EmbeddedXmppServer.class);

	/** The most stanzas that wait, for an acknowledgement and for a stream. */
	static final int MAX_WAITING = 10_000;

	private final StreamManagementState state = new StreamManagementState(MAX_WAITING);

	private final Deque<Object> waiting = new ArrayDeque<>();

	private final @Nullable String id;

	private final long maxMillis;

	private boolean resumable;

	private boolean finished;

	private long waitingSize;

	private @Nullable Future<?> expiry;

	private @Nullable Runnable overflow;

	/**
	 * A session that has just been enabled.
	 * @param id the id with which it can be resumed, or {@code null} if it cannot
	 * @param maxMillis how long it waits for its client
	 */
	ManagedSession(@Nullable String id, long maxMillis) {
		this.id = id;
		this.resumable = id != null;
		this.maxMillis = maxMillis;
	}

	StreamManagementState state() {
		return this.state;
	}

	@Nullable String id() {
		return this.id;
	}

	long maxMillis() {
		return this.maxMillis;
	}

	/**
	 * The stream was closed, not lost: nothing is resumed, and nothing was left over.
	 */
	void finish() {
		this.finished = true;
		this.resumable = false;
	}

	/**
	 * The session cannot be resumed any more.
	 */
	void giveUp() {
		this.resumable = false;
	}

	boolean isResumable() {
		return this.resumable;
	}

	/**
	 * Keeps a stanza for the next stream, or for others if the session ends. One for
	 * which too much waits cannot be resumed and ends soon.
	 * @param stanza an {@link Iq} or another {@link Element}
	 */
	void keep(Object stanza) {
		if (this.finished) {
			return;
		}
		this.waiting.add(stanza);
		this.waitingSize += ((stanza instanceof Iq iq) ? iq.toElement(Namespaces.CLIENT) : (Element) stanza)
			.estimatedSize();
		if (this.resumable && isTooMuch()) {
			logger.debug("Too many stanzas wait for a client to resume its session");
			giveUp();
			if (this.overflow != null) {
				this.overflow.run();
			}
		}
	}

	private boolean isTooMuch() {
		return this.waiting.size() + this.state.count() > MAX_WAITING
				|| (this.waiting.size() > 1 && this.waitingSize + this.state.size() > StreamManagementState.MAX_SIZE);
	}

	/**
	 * Takes the stanzas that were kept.
	 * @return the stanzas in their order
	 */
	List<Object> takeWaiting() {
		List<Object> stanzas = List.copyOf(this.waiting);
		this.waiting.clear();
		this.waitingSize = 0;
		return stanzas;
	}

	/**
	 * The session waits for its client.
	 * @param expiry ends it when it has waited too long
	 * @param overflow ends it soon because too much waits for the client
	 */
	void await(Future<?> expiry, Runnable overflow) {
		cancelExpiry();
		this.expiry = expiry;
		this.overflow = overflow;
	}

	void cancelExpiry() {
		if (this.expiry != null) {
			this.expiry.cancel(false);
			this.expiry = null;
			this.overflow = null;
		}
	}

	/**
	 * Takes the messages that may never have arrived. Requests are answered by others,
	 * and nobody waits for the rest.
	 * @return the messages in their order, none if they have been taken before
	 */
	List<Element> takeUndeliveredMessages() {
		Deque<Element> messages = new ArrayDeque<>();
		if (!this.finished) {
			messages.addAll(this.state.unacknowledged());
			for (Object stanza : this.waiting) {
				if (stanza instanceof Element element) {
					messages.add(element);
				}
			}
		}
		this.finished = true;
		this.waiting.clear();
		return messages.stream().filter((stanza) -> stanza.is(Namespaces.CLIENT, Stanzas.MESSAGE)).toList();
	}

}
