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

package io.github.xmppspring.payload.vcardtemp;

import io.github.xmppspring.payload.Extensions;
import io.github.xmppspring.payload.PayloadException;
import io.github.xmppspring.xml.Element;

import org.springframework.util.Assert;

/**
 * An element in a property of a {@link VCardTemp}: a component of its value such as
 * {@code STREET}, or a flag such as {@code HOME}, which has no text. Immutable.
 *
 * @param name the name
 * @param text the text as it is, empty for a flag
 * @param extensions all attributes and child elements
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record TempField(String name, String text, Extensions extensions) {

	public TempField {
		Assert.hasLength(name, "'name' must not be empty");
		Assert.notNull(text, "'text' must not be null");
		Assert.notNull(extensions, "'extensions' must not be null");
	}

	/**
	 * A component.
	 * @param name the name
	 * @param text the text
	 * @return the field
	 */
	public static TempField of(String name, String text) {
		return new TempField(name, text, Extensions.NONE);
	}

	/**
	 * A flag.
	 * @param name the name
	 * @return the field
	 */
	public static TempField flag(String name) {
		return of(name, "");
	}

	static TempField read(Element element) {
		return new TempField(element.localName(), ownText(element),
				new Extensions(element.attributes(), element.children()));
	}

	/**
	 * The text of an element without the indentation of its children.
	 * @param element the element
	 * @return the text
	 */
	static String ownText(Element element) {
		String text = element.text();
		return (element.firstChild() != null && text.isBlank()) ? "" : text;
	}

	Element toElement() {
		Element.Builder element = Element.builder(VCardTemp.NAME.getNamespaceURI(), this.name).text(this.text);
		this.extensions.writeTo(element);
		return element.build();
	}

	/**
	 * The complaint that the field breaks a rule.
	 * @param rule the rest of a sentence that starts with the name of the field
	 * @return an exception to throw
	 */
	PayloadException malformed(String rule) {
		return PayloadException.malformed(toElement(), rule, null);
	}

}
