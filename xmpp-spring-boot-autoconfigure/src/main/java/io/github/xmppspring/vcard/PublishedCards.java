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

package io.github.xmppspring.vcard;

import java.util.concurrent.CompletableFuture;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.vcard4.VCard4;
import io.github.xmppspring.template.IqOperations;
import io.github.xmppspring.template.IqOperations.RequestSpec;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * The cards on the nodes of accounts (XEP-0163).
 *
 * @author XMPP for Spring Boot contributors
 */
final class PublishedCards {

	private static final String NAMESPACE = "http://jabber.org/protocol/pubsub";

	private static final String ITEM_ID = "current";

	private final IqOperations iq;

	PublishedCards(IqOperations iq) {
		this.iq = iq;
	}

	VCard4 get(@Nullable Jid owner) {
		return card(request(owner).retrieve(Element.class));
	}

	CompletableFuture<VCard4> getAsync(@Nullable Jid owner) {
		return Answers.then(request(owner).retrieveAsync(Element.class),
				(result) -> CompletableFuture.completedFuture(card(result)));
	}

	RequestSpec publish(VCard4 card) {
		Element item = Element.builder(NAMESPACE, "item")
			.attribute("id", ITEM_ID)
			.child(VCard4.CODEC.write(card))
			.build();
		return this.iq.set(pubsub("publish", item));
	}

	private RequestSpec request(@Nullable Jid owner) {
		RequestSpec request = this.iq.get(pubsub("items", null));
		return (owner != null) ? request.to(owner.bare()) : request;
	}

	private static Element pubsub(String action, @Nullable Element item) {
		Element.Builder element = Element.builder(NAMESPACE, action).attribute("node", VCard4.NODE).child(item);
		if (item == null) {
			element.attribute("max_items", 1);
		}
		return Element.builder(NAMESPACE, "pubsub").child(element.build()).build();
	}

	private static VCard4 card(Element result) {
		Element items = result.child("items");
		Element item = (items != null) ? items.child("item") : null;
		Element card = (item != null) ? item.firstChild() : null;
		return (card != null && card.is(VCard4.NAME)) ? VCard4.CODEC.read(card) : VCard4.request();
	}

}
