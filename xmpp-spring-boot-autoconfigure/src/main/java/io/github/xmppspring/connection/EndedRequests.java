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

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;

import io.github.xmppspring.address.Jid;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the requests that have ended last, to tell what a response without a waiting
 * request is. There is one place for each request, by its hash, in which it stays until
 * another one needs it: nothing grows, nobody waits, and the stanzas are let go.
 *
 * @author XMPP for Spring Boot contributors
 */
final class EndedRequests {

	/**
	 * A power of two.
	 */
	static final int CAPACITY = 2048;

	private final AtomicReferenceArray<@Nullable Ended> places = new AtomicReferenceArray<>(CAPACITY);

	/**
	 * Remembers a request.
	 * @param id its id
	 * @param peer the asked entity, {@code null} for the own account and server
	 * @param self the asking entity, {@code null} if there is but one
	 * @param answered whether it has ended by its response
	 */
	void add(String id, @Nullable Jid peer, @Nullable Jid self, boolean answered) {
		this.places.setRelease(place(id, peer, self), new Ended(id, peer, self, answered));
	}

	/**
	 * Finds the request that a response belongs to, which from then on counts as
	 * answered.
	 * @param id the id of the response
	 * @param peer its sender
	 * @param self the entity that gets it
	 * @return whether the request was answered already, or {@code null} if there is none
	 */
	@Nullable Boolean answer(String id, @Nullable Jid peer, @Nullable Jid self) {
		Ended ended = this.places.getAcquire(place(id, peer, self));
		if (ended == null || !ended.isOf(id, peer, self)) {
			return null;
		}
		if (!ended.answered()) {
			add(id, peer, self, true);
		}
		return ended.answered();
	}

	private static int place(String id, @Nullable Jid peer, @Nullable Jid self) {
		int hash = (id.hashCode() * 31 + Objects.hashCode(peer)) * 31 + Objects.hashCode(self);
		return (hash ^ (hash >>> 16)) & (CAPACITY - 1);
	}

	/**
	 * A request that has ended.
	 *
	 * @param id its id
	 * @param peer the asked entity
	 * @param self the asking entity
	 * @param answered whether a response has come
	 */
	private record Ended(String id, @Nullable Jid peer, @Nullable Jid self, boolean answered) {

		private boolean isOf(String id, @Nullable Jid peer, @Nullable Jid self) {
			return this.id.equals(id) && Objects.equals(this.peer, peer) && Objects.equals(this.self, self);
		}

	}

}
