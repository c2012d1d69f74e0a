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
import io.github.xmppspring.xml.Element;
import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a client sends: puts its full JID on its stanzas (RFC 6120, 8.1.2.1) and its
 * presence before the router. Belongs to the event loop.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ClientInbox implements Inbox {

	private final ClientSession session;

	private final ServerCore core;

	ClientInbox(ClientSession session, ServerCore core) {
		this.session = session;
		this.core = core;
	}

	@Override
	public void received(Iq iq) {
		requireOwn(iq.from());
		Jid self = this.session.address();
		if (!iq.isRequest()) {
			this.session.answered(iq.id(), iq.to(), self);
		}
		this.core.route(iq.withFrom(self));
	}

	@Override
	public void received(Element element) {
		if (!Stanzas.isMessage(element) && !Stanzas.isPresence(element) && !Iq.isIq(element, Namespaces.CLIENT)) {
			throw Inbox.unsupported(element);
		}
		requireOwn(sender(element));
		Element stanza = element.mutate().attribute("from", this.session.address()).build();
		Jid to;
		try {
			to = Stanzas.to(stanza);
		}
		catch (JidFormatException ex) {
			refuse(stanza);
			return;
		}
		if (Stanzas.isPresence(stanza)) {
			presence(stanza, to);
			return;
		}
		if (!Stanzas.isMessage(stanza)) {
			this.session.answered(stanza.attribute("id"), to, this.session.address());
		}
		this.core.route(stanza);
	}

	private void presence(Element presence, @Nullable Jid to) {
		SubscriptionType subscription = SubscriptionType.of(presence);
		if (subscription != null) {
			if (to != null) {
				this.core.subscriptions().sent(this.session.address().bare(), subscription, presence, to.bare());
			}
		}
		else if (to != null) {
			this.core.presences().direct(this.session, presence, to);
		}
		else {
			this.core.presences().broadcast(this.session, presence);
		}
	}

	private void refuse(Element stanza) {
		if (!Stanzas.isError(stanza) && (Stanzas.isMessage(stanza) || Stanzas.isPresence(stanza))) {
			this.session.deliver(Stanzas.error(stanza, StanzaErrorCondition.JID_MALFORMED));
		}
	}

	private @Nullable Jid sender(Element element) {
		try {
			return Stanzas.address(element, "from");
		}
		catch (JidFormatException ex) {
			throw Inbox.invalidFrom(this.session.address());
		}
	}

	private void requireOwn(@Nullable Jid from) {
		Jid self = this.session.address();
		if (from != null && !from.equals(self) && !from.equals(self.bare())) {
			throw Inbox.invalidFrom(self);
		}
	}

	@Override
	public void lost(Channel channel) {
		this.core.lost(this.session, channel);
	}

	@Override
	public void ending(boolean closed) {
		ManagedSession managed = this.session.managed();
		if (managed != null && closed) {
			managed.finish();
		}
		else if (managed != null) {
			managed.giveUp();
		}
	}

	@Override
	public void ended() {
		this.core.ended(this.session);
	}

}
