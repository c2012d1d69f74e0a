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

package io.github.xmppspring.payload.pubsub;

import java.time.Instant;
import java.time.OffsetDateTime;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.Extensions;
import io.github.xmppspring.payload.PayloadElement;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A subscription of an entity to a node (XEP-0060, 6.1, 5.6, 8.8 and 12.18).
 *
 * @param node the node, or {@code null} if it is the one that was asked about
 * @param jid the subscriber
 * @param state how far it has come, or {@code null} if that is not said
 * @param id tells it from others of the same entity to the same node, if there may be
 * several ({@code subid})
 * @param expiry when it ends, if it does
 * @param configuration whether options can be set, or {@code null} if they cannot
 * @param extensions what else the element holds
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record NodeSubscription(@Nullable String node, Jid jid, @Nullable SubscriptionState state, @Nullable String id,
		@Nullable Instant expiry, @Nullable Configuration configuration, Extensions extensions) {

	static final String ELEMENT = "subscription";

	private static final String CONFIGURATION = "subscribe-options";

	private static final String REQUIRED = "required";

	public NodeSubscription {
		Assert.notNull(jid, "'jid' must not be null");
	}

	/**
	 * What an owner says of a subscriber, or a service of a subscription.
	 * @param node the node, or {@code null} if it is the one that is spoken of
	 * @param jid the subscriber
	 * @param state how far it has come
	 * @return the subscription
	 */
	public static NodeSubscription of(@Nullable String node, Jid jid, SubscriptionState state) {
		return new NodeSubscription(node, jid, state, null, null, null, Extensions.NONE);
	}

	/**
	 * This subscription with an id.
	 * @param id the id, or {@code null} for none
	 * @return a new subscription
	 */
	public NodeSubscription withId(@Nullable String id) {
		return new NodeSubscription(this.node, this.jid, this.state, id, this.expiry, this.configuration,
				this.extensions);
	}

	/**
	 * Whether events are sent.
	 * @return whether the state is {@link SubscriptionState#SUBSCRIBED}
	 */
	public boolean isSubscribed() {
		return SubscriptionState.SUBSCRIBED.equals(this.state);
	}

	static NodeSubscription read(PayloadElement element) {
		PayloadElement configuration = element.child(CONFIGURATION);
		return new NodeSubscription(element.attribute("node"), element.requiredAttribute("jid", Jid::of),
				element.attribute(ELEMENT, SubscriptionState::new), element.attribute("subid"),
				element.attribute("expiry", (text) -> OffsetDateTime.parse(text).toInstant()),
				(configuration != null) ? Configuration.read(configuration) : null, element.extensions());
	}

	Element write(String namespace) {
		Element.Builder element = Element.builder(namespace, ELEMENT)
			.attribute("node", this.node)
			.attribute("jid", this.jid)
			.attribute("subid", this.id)
			.attribute(ELEMENT, this.state)
			.attribute("expiry", this.expiry)
			.child((this.configuration != null) ? this.configuration.write(namespace) : null);
		this.extensions.writeTo(element);
		return element.build();
	}

	/**
	 * That options of the subscription can be set (XEP-0060, 6.3.1).
	 *
	 * @param required whether they must be, before events are sent
	 * @param extensions what else the element holds
	 */
	public record Configuration(boolean required, Extensions extensions) {

		static Configuration read(PayloadElement element) {
			return new Configuration(element.flag(REQUIRED), element.extensions());
		}

		Element write(String namespace) {
			Element.Builder element = Element.builder(namespace, CONFIGURATION)
				.child(this.required ? Element.of(namespace, REQUIRED) : null);
			this.extensions.writeTo(element);
			return element.build();
		}

	}

}
