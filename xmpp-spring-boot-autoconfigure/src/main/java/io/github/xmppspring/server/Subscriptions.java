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

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.xml.Element;

/**
 * Changes rosters when presence subscriptions are asked for, given and ended (RFC 6121, 3
 * and appendix A). Belongs to the event loop.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Subscriptions {

	private final Directory directory;

	private final Rosters rosters;

	private final Presences presences;

	private final StanzaRouter router;

	Subscriptions(Directory directory, Rosters rosters, Presences presences, StanzaRouter router) {
		this.directory = directory;
		this.rosters = rosters;
		this.presences = presences;
		this.router = router;
	}

	/**
	 * Takes what a client sends.
	 * @param account the bare JID of its account
	 * @param type what it is about
	 * @param presence the stanza
	 * @param contact the bare JID of the contact
	 */
	void sent(Jid account, SubscriptionType type, Element presence, Jid contact) {
		Roster roster = this.rosters.of(account);
		RosterItem item = roster.findOrNew(contact);
		Element stanza = Stanzas.addressed(presence, account, contact);
		switch (type) {
			case SUBSCRIBE -> {
				if (!item.to()) {
					this.rosters.update(account, item.asking());
				}
				this.router.route(stanza);
			}
			case UNSUBSCRIBE -> {
				update(account, item, item.withTo(false));
				this.router.route(stanza);
			}
			case SUBSCRIBED -> {
				if (roster.takeRequest(contact) && this.rosters.update(account, item.withFrom(true))) {
					this.router.route(stanza);
					this.presences.showAll(account, contact);
				}
			}
			case UNSUBSCRIBED -> {
				if (roster.takeRequest(contact) || item.from()) {
					update(account, item, item.withFrom(false));
					this.router.route(stanza);
					hide(account, item);
				}
			}
		}
	}

	/**
	 * Takes what somebody sends to an account.
	 * @param account the bare JID of the account
	 * @param type what it is about
	 * @param presence the stanza
	 */
	void received(Jid account, SubscriptionType type, Element presence) {
		Jid contact = Stanzas.from(presence).bare();
		Roster roster = this.rosters.of(account);
		RosterItem item = roster.findOrNew(contact);
		switch (type) {
			case SUBSCRIBE -> asked(account, roster, item, presence);
			case UNSUBSCRIBE -> {
				if (roster.takeRequest(contact) || item.from()) {
					update(account, item, item.withFrom(false));
					deliver(account, presence);
					hide(account, item);
				}
			}
			case SUBSCRIBED -> {
				if (item.ask()) {
					update(account, item, item.withTo(true));
					deliver(account, presence);
				}
			}
			case UNSUBSCRIBED -> {
				if (item.to() || item.ask()) {
					update(account, item, item.withTo(false));
					deliver(account, presence);
				}
			}
		}
	}

	private void asked(Jid account, Roster roster, RosterItem item, Element presence) {
		if (item.from()) {
			this.router.route(Stanzas.presence(SubscriptionType.SUBSCRIBED.value(), account, item.jid()));
		}
		else {
			roster.request(item.jid(), presence);
			deliver(account, presence);
		}
	}

	/**
	 * Ends what is left of subscriptions in both directions, as the removal from a roster
	 * does (RFC 6121, 2.5.2).
	 * @param account the bare JID of the account
	 * @param item the item that was removed
	 */
	void end(Jid account, RosterItem item) {
		if (item.to() || item.ask()) {
			this.router.route(Stanzas.presence(SubscriptionType.UNSUBSCRIBE.value(), account, item.jid()));
		}
		if (item.from()) {
			this.router.route(Stanzas.presence(SubscriptionType.UNSUBSCRIBED.value(), account, item.jid()));
			hide(account, item);
		}
	}

	private void update(Jid account, RosterItem before, RosterItem after) {
		if (!before.equals(after)) {
			this.rosters.update(account, after);
		}
	}

	private void hide(Jid account, RosterItem before) {
		if (before.from()) {
			this.presences.hideAll(account, before.jid());
		}
	}

	private void deliver(Jid account, Element presence) {
		this.directory.sessions().availableOf(account).forEach((session) -> session.deliver(presence));
	}

}
