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
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.xml.Element;

/**
 * Gives each kind of stanza to its own router. Belongs to the event loop.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Router implements StanzaRouter {

	private final Directory directory;

	private final IqRouter iqs;

	private final MessageRouter messages;

	private final PresenceRouter presences;

	Router(Directory directory, IqRouter iqs, MessageRouter messages, PresenceRouter presences) {
		this.directory = directory;
		this.iqs = iqs;
		this.messages = messages;
		this.presences = presences;
	}

	@Override
	public void route(Iq iq) {
		this.iqs.route(iq);
	}

	@Override
	public void route(Element stanza) {
		if (Stanzas.isMessage(stanza)) {
			this.messages.route(stanza);
		}
		else if (Stanzas.isPresence(stanza)) {
			this.presences.route(stanza);
		}
		else {
			malformedResponse(stanza);
		}
	}

	private void malformedResponse(Element iq) {
		Jid to = Stanzas.to(iq);
		Recipient recipient = (to != null) ? this.directory.recipient(to) : null;
		if (recipient != null) {
			recipient.deliver(iq);
		}
	}

}
