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
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * Routes presence with an addressed entity (RFC 6121, 8.5). Presence for an account goes
 * to all of its available resources; what is about subscriptions goes through its roster
 * first.
 *
 * @author XMPP for Spring Boot contributors
 */
final class PresenceRouter {

	private final Directory directory;

	private final Presences presences;

	private final Subscriptions subscriptions;

	PresenceRouter(Directory directory, Presences presences, Subscriptions subscriptions) {
		this.directory = directory;
		this.presences = presences;
		this.subscriptions = subscriptions;
	}

	void route(Element presence) {
		Jid to = Stanzas.to(presence);
		if (to == null) {
			return;
		}
		SubscriptionType subscription = SubscriptionType.of(presence);
		Recipient recipient = this.directory.recipient((subscription != null) ? to.bare() : to);
		if (recipient != null) {
			recipient.deliver(presence);
		}
		else if (this.directory.isElsewhere(to)) {
			refuse(presence, subscription);
		}
		else if (to.isDomain() || !this.directory.isAccount(to)) {
			return;
		}
		else if (subscription != null) {
			this.subscriptions.received(to.bare(), subscription, presence);
		}
		else if ("probe".equals(presence.attribute("type"))) {
			this.presences.answerProbe(to.bare(), Stanzas.from(presence));
		}
		else if (to.isBare()) {
			this.directory.sessions().availableOf(to).forEach((session) -> session.deliver(presence));
		}
	}

	private void refuse(Element presence, @Nullable SubscriptionType subscription) {
		if (subscription == SubscriptionType.SUBSCRIBE) {
			Element error = Stanzas.error(presence, StanzaErrorCondition.REMOTE_SERVER_NOT_FOUND);
			Jid sender = Stanzas.from(presence);
			Recipient recipient = this.directory.recipient(sender);
			if (recipient != null) {
				recipient.deliver(error);
			}
			this.directory.sessions().availableOf(sender).forEach((session) -> session.deliver(error));
		}
	}

}
