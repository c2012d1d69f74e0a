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
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.messaging.MessageReceivedEvent;
import io.github.xmppspring.payload.Extensions;
import io.github.xmppspring.payload.PayloadCodecProvider;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.pubsub.Item;
import io.github.xmppspring.payload.pubsub.NodeSubscription;
import io.github.xmppspring.payload.pubsub.PubSub;
import io.github.xmppspring.payload.pubsub.PubSubError;
import io.github.xmppspring.payload.pubsub.PubSubErrorCondition;
import io.github.xmppspring.payload.pubsub.PubSubNotification;
import io.github.xmppspring.payload.pubsub.PubSubOwner;
import io.github.xmppspring.payload.pubsub.SubscriptionState;
import io.github.xmppspring.payload.record.RecordPayloadCodecProvider;
import io.github.xmppspring.pubsub.PubSubEventPublisher;
import io.github.xmppspring.pubsub.PubSubItemsPublishedEvent;
import io.github.xmppspring.pubsub.PubSubTemplate;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.Message;
import io.github.xmppspring.stanza.StanzaError;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.template.IqTemplate;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TicketBoard}.
 *
 * @author XMPP for Spring Boot contributors
 */
class TicketBoardTests {

	private static final Ticket TICKET = new Ticket("7", "The lamp is broken");

	private static final Jid DESK = Jid.of("desk@example.org");

	private final List<Iq> requests = new ArrayList<>();

	private Function<Iq, Iq> service = (request) -> request.result(null);

	private final PayloadCodecs payloads = new PayloadCodecs(List.of(),
			List.of(PayloadCodecProvider.of(List.of(PubSub.CODEC, PubSubOwner.CODEC, PubSubNotification.CODEC)),
					new RecordPayloadCodecProvider()));

	private final TicketBoard board = new TicketBoard(new PubSubTemplate(new IqTemplate((request) -> {
		this.requests.add(request);
		return CompletableFuture.completedFuture(this.service.apply(request));
	}, this.payloads), this.payloads, () -> DESK));

	@Test
	void boardIsOpenedForAColleague() {
		NodeSubscription subscription = NodeSubscription.of("tickets", DESK, SubscriptionState.SUBSCRIBED);
		this.service = (request) -> request.result(this.payloads.write(PubSub.of(new PubSub.Subscribed(subscription))));

		this.board.open(Jid.of("ann@example.org"));

		assertThat(this.requests).extracting((request) -> request.payload().firstChild().localName())
			.containsExactly("create", "affiliations", "subscribe");
	}

	@Test
	void announcedTicketIsFound() {
		Element ticket = this.payloads.write(TICKET);

		this.board.announce(TICKET);
		this.service = (request) -> request.result(this.payloads
			.write(PubSub.of(new PubSub.Items("tickets", null, null, List.of(Item.of("7", ticket)), Extensions.NONE))));

		assertThat(this.requests.get(0).payload()).isEqualTo(this.payloads
			.write(PubSub.of(new PubSub.Publish("tickets", List.of(Item.of("7", ticket)), Extensions.NONE))));
		assertThat(this.board.find("7")).hasValue(TICKET);
	}

	@Test
	void leavingTwiceIsNoFailure() {
		assertThat(this.board.leave()).isTrue();

		this.service = (request) -> request.error(StanzaError.of(StanzaErrorCondition.UNEXPECTED_REQUEST)
			.withApplicationCondition(PubSubError.of(PubSubErrorCondition.NOT_SUBSCRIBED).toElement()));

		assertThat(this.board.leave()).isFalse();
	}

	@Test
	void ticketsOfOthersAreTaken() {
		PubSubNotification notification = PubSubNotification.of(new PubSubNotification.Items("tickets",
				List.of(Item.of("7", this.payloads.write(TICKET))), List.of(), Extensions.NONE));
		Message message = Message.builder()
			.from("pubsub.example.org")
			.extension(this.payloads.write(notification))
			.build();

		new PubSubEventPublisher(this.payloads, (event) -> this.board.take((PubSubItemsPublishedEvent) event))
			.onApplicationEvent(new MessageReceivedEvent(this, message, this.payloads));

		assertThat(this.board.announced()).containsExactly(TICKET);
	}

}
