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

package io.github.xmppspring.stanza;

import java.util.ArrayList;
import java.util.List;

import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.XmlNode;
import io.github.xmppspring.xml.XmlText;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A message or presence that is being built. Children that the schema names stand before
 * all others, in its order; what a received stanza had otherwise stays as it was.
 *
 * @author XMPP for Spring Boot contributors
 */
final class StanzaDraft {

	private static final String ERROR = "error";

	private final List<String> schema;

	private final List<XmlNode> content;

	private Element head;

	/**
	 * Starts a stanza.
	 * @param start the stanza to go on with
	 * @param schema the names of its children that the schema knows, in order
	 */
	StanzaDraft(Element start, List<String> schema) {
		this.schema = schema;
		this.content = new ArrayList<>(start.content());
		Element.Builder head = Element.builder(start.name());
		start.attributes()
			.forEach((attribute) -> head.attribute(attribute.namespace(), attribute.localName(), attribute.prefix(),
					attribute.value()));
		start.namespaceDeclarations()
			.forEach((declaration) -> head.declare(declaration.prefix(), declaration.namespace()));
		this.head = head.build();
	}

	void attribute(String localName, @Nullable Object value) {
		this.head = this.head.mutate().attribute(localName, value).build();
	}

	void language(@Nullable String language) {
		this.head = this.head.mutate().language(language).build();
	}

	/**
	 * Replaces all children of a name in the default namespace.
	 * @param localName the name
	 * @param text the text of the only one, or {@code null} for none
	 */
	void text(String localName, @Nullable Object text) {
		replace(localName, (text != null)
				? List.of(Element.builder(Iq.DEFAULT_NAMESPACE, localName).text(text.toString()).build()) : List.of());
	}

	/**
	 * Replaces all children of a name in the default namespace.
	 * @param localName the name
	 * @param children what takes their place
	 */
	void replace(String localName, List<Element> children) {
		this.content.removeIf((node) -> node instanceof Element child && child.is(Iq.DEFAULT_NAMESPACE, localName));
		this.content.addAll(placeFor(rank(localName)), children);
	}

	void error(@Nullable StanzaError error) {
		replace(ERROR, (error != null) ? List.of(error.toElement(Iq.DEFAULT_NAMESPACE)) : List.of());
	}

	/**
	 * Adds a child that the schema does not name.
	 * @param extension the child
	 * @throws IllegalArgumentException if its namespace is that of stanzas
	 */
	void extension(Element extension) {
		Assert.isTrue(!extension.namespace().equals(Iq.DEFAULT_NAMESPACE),
				"An extension must have a namespace of its own");
		this.content.add(placeFor(this.schema.size()), extension);
	}

	private int placeFor(int rank) {
		for (int i = 0; i < this.content.size(); i++) {
			if (this.content.get(i) instanceof Element child && rank(child) > rank) {
				return i;
			}
		}
		return this.content.size();
	}

	private int rank(Element child) {
		return child.namespace().equals(Iq.DEFAULT_NAMESPACE) ? rank(child.localName()) : this.schema.size();
	}

	private int rank(String localName) {
		int index = this.schema.indexOf(localName);
		if (index >= 0) {
			return index;
		}
		return localName.equals(ERROR) ? this.schema.size() + 1 : this.schema.size();
	}

	Element build() {
		Element.Builder stanza = this.head.mutate();
		for (XmlNode node : this.content) {
			if (node instanceof Element child) {
				stanza.child(child);
			}
			else if (node instanceof XmlText text) {
				stanza.text(text.value());
			}
		}
		return stanza.build();
	}

}
