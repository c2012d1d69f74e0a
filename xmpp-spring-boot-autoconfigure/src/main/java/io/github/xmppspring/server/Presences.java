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
import java.util.Set;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.xml.Element;

/**
 * Shows the presence of resources to those who may see it (RFC 6121, 4). Belongs to the
 * event loop.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Presences {

	private static final String UNAVAILABLE = "unavailable";

	private final Directory directory;

	private final Rosters rosters;

	private final StanzaRouter router;

	Presences(Directory directory, Rosters rosters, StanzaRouter router) {
		this.directory = directory;
		this.rosters = rosters;
		this.router = router;
	}

	/**
	 * Takes the presence that a client sends to nobody in particular.
	 * @param session its session
	 * @param presence the presence, its sender checked
	 */
	void broadcast(ClientSession session, Element presence) {
		String type = presence.attribute("type");
		if (UNAVAILABLE.equals(type)) {
			unavailable(session, presence);
		}
		else if (type == null) {
			boolean initial = !session.isAvailable();
			session.presence(presence);
			show(session, presence);
			if (initial) {
				initial(session);
			}
		}
	}

	/**
	 * Takes the presence that a client sends to somebody (RFC 6121, 4.6).
	 * @param session its session
	 * @param presence the presence, its sender checked
	 * @param to who gets it
	 */
	void direct(ClientSession session, Element presence, Jid to) {
		String type = presence.attribute("type");
		if (type == null) {
			session.directedTo(to);
		}
		else if (UNAVAILABLE.equals(type)) {
			session.directedGone(to);
		}
		this.router.route(presence);
	}

	/**
	 * Tells everybody that a session has ended (RFC 6121, 4.5.4).
	 * @param session the session
	 */
	void ended(ClientSession session) {
		unavailable(session, Stanzas.presence(UNAVAILABLE, session.address(), null));
	}

	private void unavailable(ClientSession session, Element presence) {
		boolean wasAvailable = session.isAvailable();
		session.presence(null);
		Set<Jid> others = session.takeDirected();
		if (wasAvailable) {
			others.removeAll(show(session, presence));
		}
		others.forEach((other) -> send(presence, other));
	}

	/**
	 * Sends presence to the contacts that may see it, and to the own resources.
	 * @param session the session that it is about
	 * @param presence the presence
	 * @return the bare JIDs to which it was sent
	 */
	private Set<Jid> show(ClientSession session, Element presence) {
		Jid account = session.address().bare();
		Set<Jid> seers = new LinkedHashSet<>();
		seers.add(account);
		this.rosters.of(account).items().stream().filter(RosterItem::from).map(RosterItem::jid).forEach(seers::add);
		seers.forEach((seer) -> send(presence, seer));
		return seers;
	}

	private void send(Element presence, Jid to) {
		this.router.route(Stanzas.addressed(presence, Stanzas.from(presence), to));
	}

	private void initial(ClientSession session) {
		Jid account = session.address().bare();
		Roster roster = this.rosters.of(account);
		for (ClientSession other : this.directory.sessions().availableOf(account)) {
			if (other != session) {
				show(other, session.address());
			}
		}
		for (RosterItem item : roster.items()) {
			if (item.to()) {
				this.router.route(Stanzas.presence("probe", session.address(), item.jid()));
			}
		}
		roster.requests().forEach(session::deliver);
	}

	/**
	 * Answers the question for presence, if it may be answered (RFC 6121, 4.3.2).
	 * @param account the bare JID of the account
	 * @param asking who asks
	 */
	void answerProbe(Jid account, Jid asking) {
		RosterItem item = this.rosters.of(account).find(asking.bare());
		if (item != null && item.from()) {
			showAll(account, asking);
		}
	}

	/**
	 * Shows the presence of all available resources to somebody.
	 * @param account the bare JID of the account
	 * @param to who gets it
	 */
	void showAll(Jid account, Jid to) {
		this.directory.sessions().availableOf(account).forEach((session) -> show(session, to));
	}

	private void show(ClientSession session, Jid to) {
		Element presence = session.presence();
		if (presence != null) {
			send(presence, to);
		}
	}

	/**
	 * Lets all available resources seem to leave, for somebody who may not see them any
	 * more.
	 * @param account the bare JID of the account
	 * @param from who does not see them any more
	 */
	void hideAll(Jid account, Jid from) {
		this.directory.sessions()
			.availableOf(account)
			.forEach((session) -> this.router.route(Stanzas.presence(UNAVAILABLE, session.address(), from)));
	}

}
