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

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.xmppspring.address.Jid;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of clients by account and resource. Belongs to the event loop.
 *
 * @author XMPP for Spring Boot contributors
 */
final class SessionRegistry {

	private final Map<Jid, Map<Jid, ClientSession>> sessions = new LinkedHashMap<>();

	private int size;

	/**
	 * Adds a session. One that has the same address has to end before.
	 * @param session the session
	 */
	void add(ClientSession session) {
		ClientSession previous = this.sessions
			.computeIfAbsent(session.address().bare(), (account) -> new LinkedHashMap<>())
			.put(session.address(), session);
		this.size += (previous != null) ? 0 : 1;
	}

	/**
	 * Removes a session, unless another has taken its address.
	 * @param session the session
	 * @return whether it was there
	 */
	boolean remove(ClientSession session) {
		Jid account = session.address().bare();
		Map<Jid, ClientSession> resources = this.sessions.getOrDefault(account, Map.of());
		if (resources.get(session.address()) != session) {
			return false;
		}
		resources.remove(session.address());
		if (resources.isEmpty()) {
			this.sessions.remove(account);
		}
		this.size--;
		return true;
	}

	/**
	 * Finds a session.
	 * @param address the full JID
	 * @return the session, or {@code null}
	 */
	@Nullable ClientSession find(Jid address) {
		return this.sessions.getOrDefault(address.bare(), Map.of()).get(address);
	}

	/**
	 * The sessions of an account.
	 * @param account the bare JID
	 * @return the sessions as they are now
	 */
	List<ClientSession> of(Jid account) {
		return List.copyOf(this.sessions.getOrDefault(account, Map.of()).values());
	}

	/**
	 * The available resources of an account.
	 * @param account the bare JID
	 * @return the sessions as they are now
	 */
	List<ClientSession> availableOf(Jid account) {
		return of(account).stream().filter(ClientSession::isAvailable).toList();
	}

	/**
	 * All sessions.
	 * @return the sessions as they are now
	 */
	List<ClientSession> all() {
		return this.sessions.values().stream().map(Map::values).flatMap(Collection::stream).toList();
	}

	Set<Jid> addresses() {
		Set<Jid> addresses = new LinkedHashSet<>();
		this.sessions.values().forEach((resources) -> addresses.addAll(resources.keySet()));
		return addresses;
	}

	int size() {
		return this.size;
	}

}
