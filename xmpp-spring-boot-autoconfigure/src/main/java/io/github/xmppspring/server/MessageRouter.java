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

import java.util.List;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * Routes messages (RFC 6121, 8.5). What is meant for an account goes to its resources
 * with the highest priority that is not negative; nothing is kept for later.
 *
 * @author XMPP for Spring Boot contributors
 */
final class MessageRouter {

	private final Directory directory;

	MessageRouter(Directory directory) {
		this.directory = directory;
	}

	void route(Element stanza) {
		Element message = withRecipient(stanza);
		Jid to = Stanzas.to(message);
		Recipient recipient = (to != null) ? this.directory.recipient(to) : null;
		StanzaErrorCondition refusal = null;
		if (recipient != null) {
			recipient.deliver(message);
		}
		else if (to == null || this.directory.isElsewhere(to)) {
			refusal = StanzaErrorCondition.REMOTE_SERVER_NOT_FOUND;
		}
		else {
			refusal = toAccount(message, to);
		}
		if (refusal != null && !Stanzas.isError(message)) {
			bounce(message, refusal);
		}
	}

	/**
	 * A message to nobody is one to the own account (RFC 6120, 10.3.1).
	 * @param stanza the message
	 * @return the message with a recipient
	 */
	private Element withRecipient(Element stanza) {
		Jid from = Stanzas.from(stanza);
		return (stanza.attribute("to") != null) ? stanza : Stanzas.addressed(stanza, from, from.bare());
	}

	private @Nullable StanzaErrorCondition toAccount(Element message, Jid to) {
		String type = message.attribute("type");
		boolean forAll = "headline".equals(type);
		boolean quiet = forAll || Stanzas.isError(message);
		if ("groupchat".equals(type) || (to.isFull() && quiet)) {
			return quiet ? null : StanzaErrorCondition.SERVICE_UNAVAILABLE;
		}
		List<ClientSession> resources = Stanzas.isError(message) ? List.of() : resources(to.bare(), forAll);
		resources.forEach((session) -> session.deliver(message));
		return (resources.isEmpty() && !quiet) ? StanzaErrorCondition.SERVICE_UNAVAILABLE : null;
	}

	private List<ClientSession> resources(Jid account, boolean all) {
		List<ClientSession> resources = this.directory.sessions()
			.availableOf(account)
			.stream()
			.filter((session) -> session.priority() >= 0)
			.toList();
		int highest = resources.stream().mapToInt(ClientSession::priority).max().orElse(0);
		return resources.stream().filter((session) -> all || session.priority() == highest).toList();
	}

	private void bounce(Element message, StanzaErrorCondition condition) {
		Recipient sender = this.directory.recipient(Stanzas.from(message));
		if (sender != null) {
			sender.deliver(Stanzas.error(message, condition));
		}
	}

}
