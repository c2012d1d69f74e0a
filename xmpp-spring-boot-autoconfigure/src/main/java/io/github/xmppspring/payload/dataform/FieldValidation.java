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
 * What the values of a field must look like (XEP-0122). It says so, nothing here checks
 * values.
 *
 * @param datatype the name of the data type, such as {@code xs:integer}, or {@code null}
 * for {@code xs:string}
 * @param method how values are entered, or {@code null} if it is not said
 * @param listRange how many values may be chosen, or {@code null} if it is not said
 * @param extensions what else the element holds
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record FieldValidation(@Nullable String datatype, @Nullable Method method, @Nullable Range listRange,
		Extensions extensions) implements FieldContent {

	/**
	 * The namespace of the element.
	 */
	public static final String NAMESPACE = "http://jabber.org/protocol/xdata-validate";

	/**
	 * A validation by data type and method.
	 * @param datatype the name of the data type, or {@code null} for {@code xs:string}
	 * @param method how values are entered, or {@code null}
	 * @return the validation
	 */
	public static FieldValidation of(@Nullable String datatype, @Nullable Method method) {
		return new FieldValidation(datatype, method, null, Extensions.NONE);
	}

	static FieldValidation read(PayloadElement element) {
		return new FieldValidation(element.attribute("datatype"), readMethod(element),
				readRange(element.child("list-range")), element.extensions());
	}

	private static @Nullable Method readMethod(PayloadElement element) {
		if (element.flag("basic")) {
			return new Basic();
		}
		if (element.flag("open")) {
			return new Open();
		}
		Range range = readRange(element.child("range"));
		if (range != null) {
			return range;
		}
		String regex = element.textChild("regex");
		return (regex != null) ? new Regex(regex) : null;
	}

	private static @Nullable Range readRange(@Nullable PayloadElement element) {
		return (element != null) ? new Range(element.attribute("min"), element.attribute("max")) : null;
	}

	@Override
	public Element toElement() {
		Element.Builder element = Element.builder(NAMESPACE, "validate").attribute("datatype", this.datatype);
		if (this.method != null) {
			element.child(this.method.toElement());
		}
		if (this.listRange != null) {
			element.child(this.listRange.toElement("list-range"));
		}
		this.extensions.writeTo(element);
		return element.build();
	}

	/**
	 * How values are entered.
	 */
	public sealed interface Method {

		/**
		 * Writes the method.
		 * @return an element
		 */
		Element toElement();

	}

	/**
	 * Any value of the data type, or one of the options.
	 */
	public record Basic() implements Method {

		@Override
		public Element toElement() {
			return Element.of(NAMESPACE, "basic");
		}

	}

	/**
	 * One of the options, or any value of the data type beside them.
	 */
	public record Open() implements Method {

		@Override
		public Element toElement() {
			return Element.of(NAMESPACE, "open");
		}

	}

	/**
	 * A value between two others, or a number of values.
	 *
	 * @param min the least value, as the data type writes it, or {@code null}
	 * @param max the greatest value, as the data type writes it, or {@code null}
	 */
	public record Range(@Nullable String min, @Nullable String max) implements Method {

		@Override
		public Element toElement() {
			return toElement("range");
		}

		Element toElement(String localName) {
			return Element.builder(NAMESPACE, localName).attribute("min", this.min).attribute("max", this.max).build();
		}

	}

	/**
	 * A value that matches a regular expression.
	 *
	 * @param expression the expression, of the POSIX extended kind
	 */
	public record Regex(String expression) implements Method {

		@Override
		public Element toElement() {
			return Element.builder(NAMESPACE, "regex").text(this.expression).build();
		}

	}

}
