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

package io.github.xmppspring.payload.dataform;

import java.util.List;

import io.github.xmppspring.payload.Extensions;
import io.github.xmppspring.payload.PayloadElement;
import io.github.xmppspring.xml.Element;

/**
 * Something that a data form holds (XEP-0004, 3.1).
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public sealed interface FormContent permits FormContent.Title, FormContent.Instructions, FormField,
		FormContent.Reported, FormContent.Item, FormContent.Other {

	/**
	 * Writes it.
	 * @return an element
	 */
	Element toElement();

	/**
	 * Reads something that a form holds.
	 * @param child the element
	 * @return what it stands for
	 */
	static FormContent read(PayloadElement child) {
		Element element = child.element();
		if (!element.namespace().equals(DataForm.NAMESPACE)) {
			return new Other(element);
		}
		return switch (element.localName()) {
			case "title" -> new Title(element.text(), child.extensions());
			case "instructions" -> new Instructions(element.text(), child.extensions());
			case "field" -> FormField.read(child);
			case "reported" -> new Reported(readFields(child), child.extensions());
			case "item" -> new Item(readFields(child), child.extensions());
			default -> new Other(element);
		};
	}

	private static List<FormField> readFields(PayloadElement element) {
		return element.children("field").stream().map(FormField::read).toList();
	}

	private static Element write(String localName, List<FormField> fields, Extensions extensions) {
		Element.Builder element = Element.builder(DataForm.NAMESPACE, localName);
		fields.forEach((field) -> element.child(field.toElement()));
		extensions.writeTo(element);
		return element.build();
	}

	private static Element write(String localName, String text, Extensions extensions) {
		Element.Builder element = Element.builder(DataForm.NAMESPACE, localName).text(text);
		extensions.writeTo(element);
		return element.build();
	}

	/**
	 * The title of the form.
	 *
	 * @param text the title
	 * @param extensions what else the element holds
	 */
	record Title(String text, Extensions extensions) implements FormContent {

		/**
		 * Without extensions.
		 * @param text the text
		 */
		public Title(String text) {
			this(text, Extensions.NONE);
		}

		@Override
		public Element toElement() {
			return write("title", this.text, this.extensions);
		}

	}

	/**
	 * What people are to do with the form.
	 *
	 * @param text the text
	 * @param extensions what else the element holds
	 */
	record Instructions(String text, Extensions extensions) implements FormContent {

		/**
		 * Without extensions.
		 * @param text the text
		 */
		public Instructions(String text) {
			this(text, Extensions.NONE);
		}

		@Override
		public Element toElement() {
			return write("instructions", this.text, this.extensions);
		}

	}

	/**
	 * The columns of a table (XEP-0004, 3.4).
	 *
	 * @param fields a field without values for each column
	 * @param extensions what else the element holds
	 */
	record Reported(List<FormField> fields, Extensions extensions) implements FormContent, FormFields {

		public Reported {
			fields = List.copyOf(fields);
		}

		@Override
		public Element toElement() {
			return write("reported", this.fields, this.extensions);
		}

	}

	/**
	 * A row of a table (XEP-0004, 3.4).
	 *
	 * @param fields the cells
	 * @param extensions what else the element holds
	 */
	record Item(List<FormField> fields, Extensions extensions) implements FormContent, FormFields {

		public Item {
			fields = List.copyOf(fields);
		}

		@Override
		public Element toElement() {
			return write("item", this.fields, this.extensions);
		}

	}

	/**
	 * Something beyond the schema.
	 *
	 * @param element the element
	 */
	record Other(Element element) implements FormContent {

		@Override
		public Element toElement() {
			return this.element;
		}

	}

}
