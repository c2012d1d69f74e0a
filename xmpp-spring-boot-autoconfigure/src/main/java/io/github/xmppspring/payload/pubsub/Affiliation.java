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
 * What an entity may do with a node (XEP-0060, 4.1). A service may know more than the
 * constants of this type.
 *
 * @param value the value of the attribute
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record Affiliation(String value) {

	/**
	 * May do everything.
	 */
	public static final Affiliation OWNER = new Affiliation("owner");

	/**
	 * May publish and subscribe.
	 */
	public static final Affiliation PUBLISHER = new Affiliation("publisher");

	/**
	 * May publish but not subscribe.
	 */
	public static final Affiliation PUBLISH_ONLY = new Affiliation("publish-only");

	/**
	 * May subscribe and retrieve items.
	 */
	public static final Affiliation MEMBER = new Affiliation("member");

	/**
	 * May subscribe if the node is open.
	 */
	public static final Affiliation NONE = new Affiliation("none");

	/**
	 * May do nothing.
	 */
	public static final Affiliation OUTCAST = new Affiliation("outcast");

	public Affiliation {
		Assert.hasText(value, "'value' must not be empty");
	}

	@Override
	public String toString() {
		return this.value;
	}

}
