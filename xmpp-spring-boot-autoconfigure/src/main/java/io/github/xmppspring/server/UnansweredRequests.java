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

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stanza.StanzaError;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import org.jspecify.annotations.Nullable;

/**
 * The requests that a session was given and has not answered, so that somebody else can
 * answer when the session is gone. Belongs to the event loop.
 *
 * @author XMPP for Spring Boot contributors
 */
final class UnansweredRequests {

	private static final int MAX = 65_536;

	/** The most characters of the ids of all requests. */
	private static final int MAX_CHARACTERS = 8 * 1024 * 1024;

	private final Set<Entry> entries = new LinkedHashSet<>();

	private int characters;

	/**
	 * Remembers a request.
	 * @param request the request
	 * @return {@code false} if there are too many
	 */
	boolean add(Iq request) {
		Entry entry = new Entry(request.id(), request.from(), request.to());
		if (this.entries.size() >= MAX || this.characters + entry.characters() > MAX_CHARACTERS) {
			return false;
		}
		this.characters += this.entries.add(entry) ? entry.characters() : 0;
		return true;
	}

	/**
	 * Forgets a request that was answered.
	 * @param id the id of the response
	 * @param to who gets the response
	 * @param from who gives it
	 */
	void remove(@Nullable String id, @Nullable Jid to, @Nullable Jid from) {
		Entry entry = new Entry(id, to, from);
		this.characters -= this.entries.remove(entry) ? entry.characters() : 0;
	}

	/**
	 * Forgets all requests.
	 * @param condition the condition for those who asked
	 * @return the answers to them
	 */
	List<Iq> fail(StanzaErrorCondition condition) {
		List<Iq> replies = this.entries.stream().map((entry) -> entry.error(condition)).toList();
		this.entries.clear();
		this.characters = 0;
		return replies;
	}

	int size() {
		return this.entries.size();
	}

	private record Entry(@Nullable String id, @Nullable Jid from, @Nullable Jid to) {

		private int characters() {
			return (this.id != null) ? this.id.length() : 0;
		}

		private Iq error(StanzaErrorCondition condition) {
			return Iq.builder(IqType.ERROR)
				.id(this.id)
				.to(this.from)
				.from(this.to)
				.error(StanzaError.of(condition))
				.build();
		}

	}

}
