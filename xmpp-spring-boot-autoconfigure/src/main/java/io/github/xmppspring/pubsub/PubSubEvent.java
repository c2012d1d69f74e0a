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

package io.github.xmppspring.pubsub;

import java.util.List;
import java.util.Objects;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stanza.Message;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEvent;
import org.springframework.util.Assert;

/**
 * A publish-subscribe service has told of something that happened to a node (XEP-0060,
 * 7.1.2). Events are published one after the other in the order of arrival.
 *
 * <p>
 * Anyone can send such a message, so listeners see to it that it {@linkplain #isAbout is
 * about} a node they know before they trust what they are told.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public abstract sealed class PubSubEvent extends ApplicationEvent
		permits PubSubItemsPublishedEvent, PubSubItemsRetractedEvent, PubSubNodePurgedEvent, PubSubNodeDeletedEvent,
		PubSubNodeConfiguredEvent, PubSubSubscriptionChangedEvent, PubSubCollectionChangedEvent {

	private static final String HEADERS_NAMESPACE = "http://jabber.org/protocol/shim";

	private static final String SUBSCRIPTION_ID = "SubID";

	private final transient Message message;

	private final transient @Nullable String node;

	PubSubEvent(Object source, Message message, @Nullable String node) {
		super(source);
		Assert.notNull(message, "'message' must not be null");
		this.message = message;
		this.node = node;
	}

	/**
	 * The message that told it.
	 * @return the message
	 */
	public Message getMessage() {
		return this.message;
	}

	/**
	 * Who told it: a service, or for PEP the account of a contact.
	 * @return the address, or {@code null} for the own account
	 */
	public @Nullable Jid getService() {
		return this.message.from();
	}

	/**
	 * The node that it happened to.
	 * @return the node, or {@code null} for the root of all collections
	 */
	public @Nullable String getNode() {
		return this.node;
	}

	/**
	 * Whether it happened to a certain node of a certain service.
	 * @param node the node
	 * @return whether the service told it and named the node
	 */
	public boolean isAbout(PubSubNode node) {
		if (!node.name().equals(this.node)) {
			return false;
		}
		Jid service = getService();
		Jid to = this.message.to();
		boolean own = service == null || (to != null && service.equals(to.bare()));
		return (node.service() != null) ? node.service().equals(service) : own;
	}

	/**
	 * Which of the own subscriptions to the node this is for, if there are several
	 * (XEP-0060, 12.18).
	 * @return the ids of the subscriptions, empty if they are not told
	 */
	public List<String> getSubscriptionIds() {
		Element headers = this.message.extension(HEADERS_NAMESPACE, "headers");
		if (headers == null) {
			return List.of();
		}
		return headers.children(HEADERS_NAMESPACE, "header")
			.stream()
			.filter((header) -> Objects.equals(header.attribute("name"), SUBSCRIPTION_ID))
			.map(Element::text)
			.toList();
	}

	/**
	 * What happened and where, without what was published.
	 */
	@Override
	public String toString() {
		return getClass().getSimpleName() + "[service=" + getService() + ", node=" + this.node + "]";
	}

}
