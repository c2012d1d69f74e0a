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

package io.github.xmppspring.payload.disco;

import java.util.List;
import java.util.Set;

import javax.xml.namespace.QName;

import io.github.xmppspring.payload.PayloadCodec;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What an entity is and what it understands (XEP-0030, 3). Sent
 * {@linkplain #request(String) empty} with get; the result has at least one identity.
 *
 * @param node the node that is asked about, or {@code null} for the entity itself
 * @param identities what the entity is
 * @param features the features, by the namespaces that stand for them
 * @param forms extended information as data forms (XEP-0128), as they are
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record DiscoInfo(@Nullable String node, List<Identity> identities, Set<String> features, List<Element> forms) {

	/**
	 * The name of the payload.
	 */
	public static final QName NAME = new QName("http://jabber.org/protocol/disco#info", "query");

	/**
	 * Reads and writes information about entities.
	 */
	public static final PayloadCodec<DiscoInfo> CODEC = new DiscoInfoCodec();

	public DiscoInfo {
		identities = List.copyOf(identities);
		features = Set.copyOf(features);
		forms = List.copyOf(forms);
	}

	/**
	 * The request.
	 * @param node the node to ask about, or {@code null} for the entity itself
	 * @return a payload without content
	 */
	public static DiscoInfo request(@Nullable String node) {
		return new DiscoInfo(node, List.of(), Set.of(), List.of());
	}

	/**
	 * What an entity is, in one respect.
	 *
	 * @param category the category, such as {@code client}
	 * @param type the type within the category, such as {@code bot}
	 * @param name a name for people to read, if any
	 * @param language the language of the name, if known
	 */
	public record Identity(String category, String type, @Nullable String name, @Nullable String language) {

		public Identity {
			Assert.hasLength(category, "'category' must not be empty");
			Assert.hasLength(type, "'type' must not be empty");
		}

		/**
		 * An identity whose name is in no known language.
		 * @param category the category
		 * @param type the type within the category
		 * @param name a name for people to read, or {@code null}
		 * @return the identity
		 */
		public static Identity of(String category, String type, @Nullable String name) {
			return new Identity(category, type, name, null);
		}

	}

}
