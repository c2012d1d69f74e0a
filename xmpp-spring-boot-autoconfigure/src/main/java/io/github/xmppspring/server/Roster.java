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
import java.util.List;
import java.util.Map;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * The contacts of one account, and the requests of others that wait for its answer.
 * Belongs to the event loop.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Roster {

	private static final int MAX = 1000;

	private final Map<Jid, RosterItem> items = new LinkedHashMap<>();

	private final Map<Jid, Element> requests = new LinkedHashMap<>();

	@Nullable RosterItem find(Jid contact) {
		return this.items.get(contact);
	}

	RosterItem findOrNew(Jid contact) {
		RosterItem item = find(contact);
		return (item != null) ? item : RosterItem.of(contact);
	}

	/**
	 * Puts an item in place of the one with the same JID.
	 * @param item the item
	 * @return whether there was room for it
	 */
	boolean put(RosterItem item) {
		if (this.items.size() >= MAX && !this.items.containsKey(item.jid())) {
			return false;
		}
		this.items.put(item.jid(), item);
		return true;
	}

	@Nullable RosterItem remove(Jid contact) {
		this.requests.remove(contact);
		return this.items.remove(contact);
	}

	Collection<RosterItem> items() {
		return List.copyOf(this.items.values());
	}

	/**
	 * Keeps the request of somebody to see the presence of this account.
	 * @param contact the bare JID of whoever asks
	 * @param presence the request
	 */
	void request(Jid contact, Element presence) {
		if (this.requests.size() < MAX) {
			this.requests.put(contact, presence);
		}
	}

	/**
	 * Forgets a request.
	 * @param contact the bare JID of whoever has asked
	 * @return whether there was one
	 */
	boolean takeRequest(Jid contact) {
		return this.requests.remove(contact) != null;
	}

	Collection<Element> requests() {
		return List.copyOf(this.requests.values());
	}

}
