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

import org.springframework.util.Assert;

/**
 * How far a subscription has come (XEP-0060, 4.2). A service may know more than the
 * constants of this type.
 *
 * @param value the value of the attribute
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record SubscriptionState(String value) {

	/**
	 * Events are sent.
	 */
	public static final SubscriptionState SUBSCRIBED = new SubscriptionState("subscribed");

	/**
	 * An owner of the node has to approve.
	 */
	public static final SubscriptionState PENDING = new SubscriptionState("pending");

	/**
	 * The subscriber has to set options first.
	 */
	public static final SubscriptionState UNCONFIGURED = new SubscriptionState("unconfigured");

	/**
	 * There is no subscription.
	 */
	public static final SubscriptionState NONE = new SubscriptionState("none");

	public SubscriptionState {
		Assert.hasText(value, "'value' must not be empty");
	}

	@Override
	public String toString() {
		return this.value;
	}

}
