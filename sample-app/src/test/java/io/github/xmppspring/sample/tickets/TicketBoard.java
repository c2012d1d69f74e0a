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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.pubsub.Affiliation;
import io.github.xmppspring.payload.pubsub.NodeAffiliation;
import io.github.xmppspring.payload.pubsub.NodeConfiguration;
import io.github.xmppspring.payload.pubsub.NodeConfiguration.AccessModel;
import io.github.xmppspring.payload.pubsub.PubSubErrorCondition;
import io.github.xmppspring.pubsub.PubSubItem;
import io.github.xmppspring.pubsub.PubSubItemsPublishedEvent;
import io.github.xmppspring.pubsub.PubSubNode;
import io.github.xmppspring.pubsub.PubSubOperations;
import io.github.xmppspring.stanza.IqErrorException;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A board on which tickets are announced.
 *
 * @author XMPP for Spring Boot contributors
 */
// tag::board[]
@Component
class TicketBoard {

	private final Set<Ticket> announced = ConcurrentHashMap.newKeySet();

	private final PubSubNode board;

	TicketBoard(PubSubOperations pubsub) {
		this.board = pubsub.service("pubsub.example.org").node("tickets");
	}

	// end::board[]
	Set<Ticket> announced() {
		return this.announced;
	}

	// tag::board[]
	void open(Jid colleague) {
		this.board.create(NodeConfiguration.builder().accessModel(AccessModel.WHITELIST).maxItems(100).build());
		this.board.owner().setAffiliations(List.of(NodeAffiliation.of(colleague, Affiliation.PUBLISHER)));
		this.board.subscribe();
	}

	void announce(Ticket ticket) {
		this.board.publish(ticket.id(), ticket);
	}

	Optional<Ticket> find(String id) {
		return this.board.item(Ticket.class, id).map(PubSubItem::payload);
	}

	boolean leave() {
		try {
			this.board.unsubscribe();
			return true;
		}
		catch (IqErrorException ex) {
			if (PubSubErrorCondition.NOT_SUBSCRIBED.isReasonOf(ex)) {
				return false;
			}
			throw ex;
		}
	}

	@EventListener
	void take(PubSubItemsPublishedEvent event) {
		if (event.isAbout(this.board)) {
			event.getItems(Ticket.class).forEach((item) -> this.announced.add(item.payload()));
		}
	}

}
// end::board[]
