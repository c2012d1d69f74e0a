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

package io.github.xmppspring.payload.caps;

import javax.xml.namespace.QName;

import io.github.xmppspring.payload.Extensions;
import io.github.xmppspring.payload.PayloadCodec;
import io.github.xmppspring.payload.PayloadElement;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Says in a presence what an entity is and what it understands, in a hash of the
 * information (XEP-0115, 4).
 *
 * @param hash the name of the hash algorithm, such as {@code sha-1}; {@code null} only in
 * the legacy format
 * @param node a URI that stands for the software
 * @param ver the hash; in the legacy format the version of the software
 * @param ext names of sets of features, in the legacy format only
 * @param extensions what else the element holds
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record EntityCapabilities(@Nullable String hash, String node, String ver, @Nullable String ext,
		Extensions extensions) {

	/**
	 * The namespace of the element, which is the feature of those who understand it.
	 */
	public static final String NAMESPACE = "http://jabber.org/protocol/caps";

	/**
	 * The name of the element.
	 */
	public static final QName NAME = new QName(NAMESPACE, "c");

	/**
	 * Reads and writes the element.
	 */
	public static final PayloadCodec<EntityCapabilities> CODEC = new Codec();

	public EntityCapabilities {
		Assert.hasLength(node, "'node' must not be empty");
		Assert.hasLength(ver, "'ver' must not be empty");
	}

	/**
	 * The capabilities of an entity.
	 * @param hash the name of the hash algorithm
	 * @param node a URI that stands for the software
	 * @param ver the hash
	 * @return the capabilities
	 */
	public static EntityCapabilities of(String hash, String node, String ver) {
		Assert.hasLength(hash, "'hash' must not be empty");
		return new EntityCapabilities(hash, node, ver, null, Extensions.NONE);
	}

	/**
	 * Whether this is the format that older software sends. There is no hash in it.
	 * @return whether no hash algorithm is named
	 */
	public boolean isLegacy() {
		return this.hash == null;
	}

	/**
	 * The node to ask for the information (XEP-0115, 6.2).
	 * @return the node and the hash
	 */
	public String infoNode() {
		return this.node + "#" + this.ver;
	}

	private static final class Codec implements PayloadCodec<EntityCapabilities> {

		@Override
		public QName name() {
			return NAME;
		}

		@Override
		public Class<EntityCapabilities> type() {
			return EntityCapabilities.class;
		}

		@Override
		public EntityCapabilities read(Element element) {
			PayloadElement c = PayloadElement.of(element);
			return new EntityCapabilities(c.attribute("hash"), notEmpty(c, "node"), notEmpty(c, "ver"),
					c.attribute("ext"), c.extensions());
		}

		private static String notEmpty(PayloadElement element, String attribute) {
			String value = element.requiredAttribute(attribute);
			if (value.isEmpty()) {
				throw element.malformed("must have an attribute '" + attribute + "' that is not empty");
			}
			return value;
		}

		@Override
		public Element write(EntityCapabilities value) {
			Element.Builder element = Element.builder(NAME)
				.attribute("hash", value.hash())
				.attribute("node", value.node())
				.attribute("ver", value.ver())
				.attribute("ext", value.ext());
			value.extensions().writeTo(element);
			return element.build();
		}

	}

}
