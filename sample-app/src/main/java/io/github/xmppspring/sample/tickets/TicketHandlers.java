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

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.handler.annotation.IqHandler;
import io.github.xmppspring.stanza.IqType;
import jakarta.validation.Valid;

import org.springframework.stereotype.Component;

/**
 * Answers the requests of customers. Which ones a method answers follows from the type of
 * its payload argument.
 *
 * @author XMPP for Spring Boot contributors
 */
// tag::handlers[]
@Component
class TicketHandlers {

	private final TicketService tickets;

	TicketHandlers(TicketService tickets) {
		this.tickets = tickets;
	}

	@IqHandler(type = IqType.SET)
	Ticket open(@Valid OpenTicket request, Jid sender) {
		return this.tickets.open(sender, request.subject());
	}

	@IqHandler(type = IqType.GET)
	Tickets list(ListTickets request, Jid sender) {
		return new Tickets(this.tickets.list(sender));
	}

	@IqHandler(type = IqType.SET)
	void close(@Valid CloseTicket request, Jid sender) {
		this.tickets.close(sender, request.id());
	}

}
// end::handlers[]
