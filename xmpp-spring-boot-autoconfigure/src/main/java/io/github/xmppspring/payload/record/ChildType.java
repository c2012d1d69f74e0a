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

package io.github.xmppspring.payload.record;

import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.PayloadElement;
import io.github.xmppspring.xml.Element;

/**
 * What child elements of one name are as objects.
 *
 * @author XMPP for Spring Boot contributors
 */
interface ChildType {

	String namespace();

	String name();

	/**
	 * Reads a child.
	 * @param child an element of the name
	 * @param payloads reads payloads of other types
	 * @return the object
	 */
	Object read(PayloadElement child, PayloadCodecs payloads);

	/**
	 * Writes a child.
	 * @param value the object
	 * @param payloads writes payloads of other types
	 * @return an element of the name
	 */
	Element write(Object value, PayloadCodecs payloads);

	/**
	 * Children with a value as their text.
	 *
	 * @param namespace the namespace name
	 * @param name the local name
	 * @param type how the text is an object
	 * @param verbatim whether the text is taken with white space around it
	 */
	record OfValue(String namespace, String name, ValueType type, boolean verbatim) implements ChildType {

		@Override
		public Object read(PayloadElement child, PayloadCodecs payloads) {
			return this.verbatim ? child.text() : child.text(this.type.parser());
		}

		@Override
		public Element write(Object value, PayloadCodecs payloads) {
			return Element.builder(this.namespace, this.name).text(this.type.printer().apply(value)).build();
		}

	}

	/**
	 * Children that are records.
	 *
	 * @param namespace the namespace name
	 * @param name the local name
	 * @param mapping how they are
	 */
	record OfRecord(String namespace, String name, RecordMapping mapping) implements ChildType {

		@Override
		public Object read(PayloadElement child, PayloadCodecs payloads) {
			return this.mapping.read(child, payloads);
		}

		@Override
		public Element write(Object value, PayloadCodecs payloads) {
			return this.mapping.write(Element.builder(this.namespace, this.name), value, payloads);
		}

	}

	/**
	 * Children as they are.
	 *
	 * @param namespace the namespace name
	 * @param name the local name
	 */
	record OfElement(String namespace, String name) implements ChildType {

		@Override
		public Object read(PayloadElement child, PayloadCodecs payloads) {
			return child.element();
		}

		@Override
		public Element write(Object value, PayloadCodecs payloads) {
			Element element = (Element) value;
			if (!element.is(this.namespace, this.name)) {
				throw new IllegalArgumentException("The element must have the name " + this.name);
			}
			return element;
		}

	}

}
