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

import java.util.HashMap;
import java.util.Map;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.StanzaIds;
import io.github.xmppspring.xml.Element;

/**
 * The rosters of all accounts. Changes are told to the sessions that want to know (RFC
 * 6121, 2.1.6). Belongs to the event loop.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Rosters {

	private final Map<Jid, Roster> rosters = new HashMap<>();

	private final StanzaIds ids = new StanzaIds();

	private final SessionRegistry sessions;

	Rosters(SessionRegistry sessions) {
		this.sessions = sessions;
	}

	/**
	 * The roster of an account.
	 * @param account the bare JID
	 * @return the roster
	 */
	Roster of(Jid account) {
		return this.rosters.computeIfAbsent(account, (jid) -> new Roster());
	}

	void remove(Jid account) {
		this.rosters.remove(account);
	}

	/**
	 * Changes an item and tells the interested resources.
	 * @param account the bare JID of the account
	 * @param item the item
	 * @return whether there was room for it
	 */
	boolean update(Jid account, RosterItem item) {
		boolean stored = of(account).put(item);
		if (stored) {
			push(account, item.toElement());
		}
		return stored;
	}

	/**
	 * Tells the interested resources about a change.
	 * @param account the bare JID of the account
	 * @param item the item
	 */
	void push(Jid account, Element item) {
		Element query = Element.builder(RosterService.NAMESPACE, "query").child(item).build();
		for (ClientSession session : this.sessions.of(account)) {
			if (session.isInterested()) {
				session.deliver(Iq.set(query).id(this.ids.next()).to(session.address()).build());
			}
		}
	}

}
