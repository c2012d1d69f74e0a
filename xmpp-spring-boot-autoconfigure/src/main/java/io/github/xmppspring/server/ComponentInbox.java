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
import io.github.xmppspring.address.JidFormatException;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.stream.StreamError;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamException;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a component sends. It names both addresses itself, and speaks for every JID
 * at its domain (XEP-0114, 3). Belongs to the event loop.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ComponentInbox implements Inbox {

	private final Session session;

	private final ServerCore core;

	ComponentInbox(Session session, ServerCore core) {
		this.session = session;
		this.core = core;
	}

	@Override
	public void received(Iq iq) {
		requireAddresses(iq.from(), iq.to());
		if (!iq.isRequest()) {
			this.session.answered(iq.id(), iq.to(), iq.from());
		}
		this.core.route(iq);
	}

	@Override
	public void received(Element element) {
		Element stanza = element.moved(Namespaces.COMPONENT_ACCEPT, Namespaces.CLIENT);
		boolean known = Stanzas.isMessage(stanza) || Stanzas.isPresence(stanza) || Iq.isIq(stanza, Namespaces.CLIENT);
		// IQ stanzas of another namespace have not been looked at
		if (!known || !element.namespace().equals(Namespaces.COMPONENT_ACCEPT)) {
			throw Inbox.unsupported(element);
		}
		Jid from = sender(stanza);
		Jid to;
		try {
			to = Stanzas.to(stanza);
		}
		catch (JidFormatException ex) {
			refuse(stanza);
			return;
		}
		requireAddresses(from, to);
		if (Iq.isIq(stanza, Namespaces.CLIENT)) {
			this.session.answered(stanza.attribute("id"), to, from);
		}
		this.core.route(stanza);
	}

	private void refuse(Element stanza) {
		if (!Stanzas.isError(stanza) && !Iq.isIq(stanza, Namespaces.CLIENT)) {
			this.session.deliver(Stanzas.error(stanza, StanzaErrorCondition.JID_MALFORMED));
		}
	}

	private @Nullable Jid sender(Element stanza) {
		try {
			return Stanzas.address(stanza, "from");
		}
		catch (JidFormatException ex) {
			throw Inbox.invalidFrom(this.session.address());
		}
	}

	private void requireAddresses(@Nullable Jid from, @Nullable Jid to) {
		if (from == null || to == null) {
			throw new StreamException(StreamError.of(StreamErrorCondition.IMPROPER_ADDRESSING),
					"A stanza of the component '" + this.session.address() + "' lacks an address");
		}
		if (!from.domainJid().equals(this.session.address())) {
			throw Inbox.invalidFrom(this.session.address());
		}
	}

	@Override
	public void ended() {
		this.core.ended(this.session);
	}

}
