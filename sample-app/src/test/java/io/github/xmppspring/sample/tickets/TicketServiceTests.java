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

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.github.xmppspring.address.Jid;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link TicketService}.
 *
 * @author XMPP for Spring Boot contributors
 */
class TicketServiceTests {

	private static final Jid JULIET = Jid.of("juliet@example.com/balcony");

	private static final Jid ROMEO = Jid.of("romeo@example.net/orchard");

	private final TicketService tickets = new TicketService();

	@Test
	void listsOpenTicketsOldestFirst() {
		Ticket first = this.tickets.open(JULIET, "No light");
		Ticket second = this.tickets.open(JULIET, "No ladder");

		assertThat(this.tickets.list(JULIET)).containsExactly(first, second);
	}

	@Test
	void customerIsTheSameFromAnyResource() {
		Ticket ticket = this.tickets.open(JULIET, "No light");

		assertThat(this.tickets.list(JULIET.withResource("chamber"))).containsExactly(ticket);
	}

	@Test
	void closedTicketIsNotListed() {
		Ticket ticket = this.tickets.open(JULIET, "No light");

		this.tickets.close(JULIET, ticket.id());

		assertThat(this.tickets.list(JULIET)).isEmpty();
	}

	@Test
	void ticketIsClosedOnce() {
		Ticket ticket = this.tickets.open(JULIET, "No light");
		this.tickets.close(JULIET, ticket.id());

		assertThatExceptionOfType(TicketNotFoundException.class)
			.isThrownBy(() -> this.tickets.close(JULIET, ticket.id()));
	}

	@Test
	void othersNeitherSeeNorCloseTicket() {
		Ticket ticket = this.tickets.open(JULIET, "No light");

		assertThat(this.tickets.list(ROMEO)).isEmpty();
		assertThatExceptionOfType(TicketNotFoundException.class)
			.isThrownBy(() -> this.tickets.close(ROMEO, ticket.id()));
		assertThat(this.tickets.list(JULIET)).containsExactly(ticket);
	}

	@Test
	void customerHasLimit() {
		List<Ticket> opened = new ArrayList<>();
		for (int i = 0; i < TicketService.MAX_TICKETS_OF_CUSTOMER; i++) {
			opened.add(this.tickets.open(JULIET, "No light"));
		}

		assertThatExceptionOfType(TooManyTicketsException.class)
			.isThrownBy(() -> this.tickets.open(JULIET, "One too many"));
		this.tickets.open(ROMEO, "No ladder");
		this.tickets.close(JULIET, opened.get(0).id());
		this.tickets.open(JULIET, "There is room again");
	}

	@Test
	void deskHasLimit() {
		for (int i = 0; i < TicketService.MAX_TICKETS; i++) {
			this.tickets.open(Jid.of("customer" + i + "@example.com"), "No light");
		}

		assertThatExceptionOfType(TooManyTicketsException.class)
			.isThrownBy(() -> this.tickets.open(JULIET, "One too many"));
	}

	@Test
	void ticketsOpenedAtTheSameTimeHaveDifferentIds() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(4);
		List<Future<Ticket>> opened = new ArrayList<>();
		for (int i = 0; i < 400; i++) {
			Jid customer = Jid.of("customer" + i + "@example.com");
			opened.add(threads.submit(() -> this.tickets.open(customer, "No light")));
		}
		threads.shutdown();

		List<String> ids = new ArrayList<>();
		for (Future<Ticket> ticket : opened) {
			ids.add(ticket.get().id());
		}
		assertThat(ids).hasSize(400).doesNotHaveDuplicates();
	}

}
