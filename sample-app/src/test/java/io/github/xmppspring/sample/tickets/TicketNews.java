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

package io.github.xmppspring.sample.tickets;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.messaging.MessageReceivedEvent;
import io.github.xmppspring.messaging.PresenceReceivedEvent;
import io.github.xmppspring.messaging.StanzaOperations;
import io.github.xmppspring.stanza.Presence;
import io.github.xmppspring.stanza.PresenceType;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells customers about their tickets, and takes what they tell.
 *
 * @author XMPP for Spring Boot contributors
 */
// tag::news[]
@Component
class TicketNews {

	private final Set<Ticket> reported = ConcurrentHashMap.newKeySet();

	private final StanzaOperations stanzas;

	TicketNews(StanzaOperations stanzas) {
		this.stanzas = stanzas;
	}

	void tell(Jid customer, Ticket ticket) {
		this.stanzas.message().to(customer).body("Done: " + ticket.subject()).extension(ticket).send();
	}

	@EventListener
	void take(MessageReceivedEvent event) {
		event.getExtension(Ticket.class).ifPresent(this.reported::add);
	}

	@EventListener
	void decide(PresenceReceivedEvent event) {
		Jid sender = event.getPresence().from();
		if (event.getPresence().type() == PresenceType.SUBSCRIBE && isCustomer(sender)) {
			this.stanzas.send(Presence.subscribed(sender).build());
		}
	}

	// end::news[]
	Set<Ticket> reported() {
		return this.reported;
	}

	// tag::news[]
	private boolean isCustomer(Jid sender) {
		return sender.domain().equals("customers.example.org");
	}

}
// end::news[]
