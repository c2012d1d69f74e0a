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

import io.github.xmppspring.payload.Extensions;
import io.github.xmppspring.payload.PayloadElement;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * Something that a field of a data form holds (XEP-0004, 3.2).
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public sealed interface FieldContent permits FieldContent.Description, FieldContent.Required, FieldContent.Value,
		FieldContent.Option, FieldValidation, FieldMedia, FieldContent.Other {

	/**
	 * Writes it.
	 * @return an element
	 */
	Element toElement();

	/**
	 * Reads something that a field holds.
	 * @param child the element
	 * @return what it stands for
	 */
	static FieldContent read(PayloadElement child) {
		Element element = child.element();
		if (element.is(FieldValidation.NAMESPACE, "validate")) {
			return FieldValidation.read(child);
		}
		if (element.is(FieldMedia.NAMESPACE, "media")) {
			return FieldMedia.read(child);
		}
		if (!element.namespace().equals(DataForm.NAMESPACE)) {
			return new Other(element);
		}
		return switch (element.localName()) {
			case "desc" -> new Description(element.text(), child.extensions());
			case "required" -> new Required();
			case "value" -> new Value(element.text(), child.extensions());
			case "option" -> Option.read(child);
			default -> new Other(element);
		};
	}

	private static Element write(String localName, String text, Extensions extensions) {
		Element.Builder element = Element.builder(DataForm.NAMESPACE, localName).text(text);
		extensions.writeTo(element);
		return element.build();
	}

	/**
	 * What people should know of the field.
	 *
	 * @param text the text
	 * @param extensions what else the element holds
	 */
	record Description(String text, Extensions extensions) implements FieldContent {

		/**
		 * Without extensions.
		 * @param text the text
		 */
		public Description(String text) {
			this(text, Extensions.NONE);
		}

		@Override
		public Element toElement() {
			return write("desc", this.text, this.extensions);
		}

	}

	/**
	 * Says that the field must be filled in.
	 */
	record Required() implements FieldContent {

		@Override
		public Element toElement() {
			return Element.of(DataForm.NAMESPACE, "required");
		}

	}

	/**
	 * A value of the field.
	 *
	 * @param text the value
	 * @param extensions what else the element holds
	 */
	record Value(String text, Extensions extensions) implements FieldContent {

		/**
		 * Without extensions.
		 * @param text the text
		 */
		public Value(String text) {
			this(text, Extensions.NONE);
		}

		@Override
		public Element toElement() {
			return write("value", this.text, this.extensions);
		}

	}

	/**
	 * An option to choose from.
	 *
	 * @param label a name for people to read, or {@code null}
	 * @param value the value
	 * @param extensions what else the element holds
	 */
	record Option(@Nullable String label, @Nullable String value, Extensions extensions) implements FieldContent {

		/**
		 * An option.
		 * @param label a name for people to read, or {@code null}
		 * @param value the value
		 * @return the option
		 */
		public static Option of(@Nullable String label, String value) {
			return new Option(label, value, Extensions.NONE);
		}

		private static Option read(PayloadElement element) {
			return new Option(element.attribute("label"), element.textChild("value"), element.extensions());
		}

		@Override
		public Element toElement() {
			Element.Builder element = Element.builder(DataForm.NAMESPACE, "option")
				.attribute("label", this.label)
				.textChild("value", this.value);
			this.extensions.writeTo(element);
			return element.build();
		}

	}

	/**
	 * Something beyond the schema.
	 *
	 * @param element the element
	 */
	record Other(Element element) implements FieldContent {

		@Override
		public Element toElement() {
			return this.element;
		}

	}

}
