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

package io.github.xmppspring.payload;

import java.util.List;

import io.github.xmppspring.xml.Attribute;
import io.github.xmppspring.xml.Element;

/**
 * What an element of a payload holds beyond its schema: XMPP lets anybody add attributes
 * and children in namespaces of their own. They are kept and written back. Immutable.
 *
 * @param attributes the attributes
 * @param elements the child elements
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record Extensions(List<Attribute> attributes, List<Element> elements) {

	/**
	 * Nothing beyond the schema.
	 */
	public static final Extensions NONE = new Extensions(List.of(), List.of());

	public Extensions {
		attributes = List.copyOf(attributes);
		elements = List.copyOf(elements);
	}

	/**
	 * Some child elements.
	 * @param elements the elements
	 * @return the extensions
	 */
	public static Extensions of(Element... elements) {
		return new Extensions(List.of(), List.of(elements));
	}

	/**
	 * Whether there is nothing.
	 * @return whether there are neither attributes nor elements
	 */
	public boolean isEmpty() {
		return this.attributes.isEmpty() && this.elements.isEmpty();
	}

	/**
	 * Adds everything to an element that is being written, but for attributes that it has
	 * already: what a payload says itself wins.
	 * @param element the element
	 */
	public void writeTo(Element.Builder element) {
		element.missingAttributes(this.attributes).children(this.elements);
	}

}
