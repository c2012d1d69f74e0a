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

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.messaging.MessageReceivedEvent;
import io.github.xmppspring.messaging.PresenceReceivedEvent;
import io.github.xmppspring.messaging.StanzaTemplate;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.record.RecordPayloadCodecProvider;
import io.github.xmppspring.stanza.Message;
import io.github.xmppspring.stanza.Presence;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TicketNews}.
 *
 * @author XMPP for Spring Boot contributors
 */
class TicketNewsTests {

	private static final Ticket TICKET = new Ticket("7", "The lamp is broken");

	private final List<Element> sent = new CopyOnWriteArrayList<>();

	private final PayloadCodecs payloads = new PayloadCodecs(List.of(), List.of(new RecordPayloadCodecProvider()));

	private final TicketNews news = new TicketNews(new StanzaTemplate((stanza) -> {
		this.sent.add(stanza);
		return CompletableFuture.completedStage(null);
	}, this.payloads, List::of, Runnable::run));

	@Test
	void customerIsTold() {
		this.news.tell(Jid.of("ann@customers.example.org"), TICKET);

		assertThat(this.sent).singleElement().satisfies((stanza) -> {
			Message message = Message.from(stanza);
			assertThat(message.body().text()).isEqualTo("Done: The lamp is broken");
			assertThat(message.extension("urn:example:tickets", "ticket")).isNotNull();
		});
	}

	@Test
	void ticketsInMessagesAreTaken() {
		Message message = Message.builder().extension(this.payloads.write(TICKET)).build();

		this.news.take(new MessageReceivedEvent(this, message, this.payloads));
		this.news.take(new MessageReceivedEvent(this, Message.builder().body("Hi").build(), this.payloads));

		assertThat(this.news.reported()).containsExactly(TICKET);
	}

	@Test
	void onlyCustomersMaySubscribe() {
		this.news.decide(request("ann@customers.example.org"));
		this.news.decide(request("eve@elsewhere.example.org"));

		assertThat(this.sent).singleElement()
			.satisfies((stanza) -> assertThat(Presence.from(stanza).withId(null))
				.isEqualTo(Presence.subscribed(Jid.of("ann@customers.example.org")).build()));
	}

	private PresenceReceivedEvent request(String from) {
		Presence presence = Presence.subscribe(Jid.of("desk@example.org")).from(from).build();
		return new PresenceReceivedEvent(this, presence, this.payloads);
	}

}
