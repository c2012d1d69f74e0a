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

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.Extensions;
import io.github.xmppspring.payload.PayloadElement;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The affiliation of an entity with a node (XEP-0060, 5.7 and 8.9). An entity that asks
 * for its own affiliations is told the nodes, an owner of a node is told the entities.
 *
 * @param node the node, or {@code null} if it is the one that was asked about
 * @param jid the entity, or {@code null} if it is the one that asked
 * @param affiliation the affiliation
 * @param extensions what else the element holds
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record NodeAffiliation(@Nullable String node, @Nullable Jid jid, Affiliation affiliation,
		Extensions extensions) {

	static final String ELEMENT = "affiliation";

	public NodeAffiliation {
		Assert.notNull(affiliation, "'affiliation' must not be null");
	}

	/**
	 * What an owner says of an entity.
	 * @param jid the entity
	 * @param affiliation the affiliation
	 * @return the affiliation of the entity
	 */
	public static NodeAffiliation of(Jid jid, Affiliation affiliation) {
		Assert.notNull(jid, "'jid' must not be null");
		return new NodeAffiliation(null, jid, affiliation, Extensions.NONE);
	}

	/**
	 * What an entity is told of a node.
	 * @param node the node
	 * @param affiliation the affiliation
	 * @return the affiliation with the node
	 */
	public static NodeAffiliation of(String node, Affiliation affiliation) {
		Assert.notNull(node, "'node' must not be null");
		return new NodeAffiliation(node, null, affiliation, Extensions.NONE);
	}

	static NodeAffiliation read(PayloadElement element) {
		return new NodeAffiliation(element.attribute("node"), element.attribute("jid", Jid::of),
				element.requiredAttribute(ELEMENT, Affiliation::new), element.extensions());
	}

	Element write(String namespace) {
		Element.Builder element = Element.builder(namespace, ELEMENT)
			.attribute("node", this.node)
			.attribute("jid", this.jid)
			.attribute(ELEMENT, this.affiliation);
		this.extensions.writeTo(element);
		return element.build();
	}

}
