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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.xmppspring.address.Jid;

import org.springframework.stereotype.Service;

/**
 * Keeps the open tickets in memory. A customer is a bare JID and sees no tickets but the
 * own ones.
 * <p>
 * Thread-safe. As anybody may open tickets there is a limit for each customer, which also
 * keeps lists short enough for one stanza, and one for all together.
 *
 * @author XMPP for Spring Boot contributors
 */
@Service
class TicketService {

	static final int MAX_TICKETS = 1000;

	static final int MAX_TICKETS_OF_CUSTOMER = 20;

	private final Map<String, OpenedTicket> open = new LinkedHashMap<>();

	private long lastId;

	synchronized Ticket open(Jid customer, String subject) {
		if (this.open.size() >= MAX_TICKETS || list(customer).size() >= MAX_TICKETS_OF_CUSTOMER) {
			throw new TooManyTicketsException();
		}
		Ticket ticket = new Ticket(Long.toString(++this.lastId), subject);
		this.open.put(ticket.id(), new OpenedTicket(customer.bare(), ticket));
		return ticket;
	}

	synchronized List<Ticket> list(Jid customer) {
		return this.open.values().stream().filter((opened) -> opened.isOf(customer)).map(OpenedTicket::ticket).toList();
	}

	synchronized void close(Jid customer, String id) {
		OpenedTicket opened = this.open.get(id);
		if (opened == null || !opened.isOf(customer)) {
			throw new TicketNotFoundException(id);
		}
		this.open.remove(id);
	}

	private record OpenedTicket(Jid customer, Ticket ticket) {

		boolean isOf(Jid jid) {
			return this.customer.equals(jid.bare());
		}

	}

}
