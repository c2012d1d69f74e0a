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

package io.github.xmppspring.test;

import io.github.xmppspring.xml.Element;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about an {@link Element}. Prefixes, the order of attributes and white space
 * between child elements do not count in comparisons with XML.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class ElementAssert extends AbstractAssert<ElementAssert, @Nullable Element> {

	ElementAssert(@Nullable Element actual) {
		super(actual, ElementAssert.class);
	}

	/**
	 * Verifies that the element is this one.
	 * @param xml one element that declares its prefixes
	 * @return this
	 */
	public ElementAssert isXml(String xml) {
		return isXml(TestXml.parse(xml));
	}

	/**
	 * Verifies that the element is this one.
	 * @param expected the element
	 * @return this
	 */
	public ElementAssert isXml(Element expected) {
		Element actual = notNull();
		XmlDifference difference = XmlDifference.between(expected, actual);
		if (difference != null) {
			String wanted = TestXml.format(expected);
			String found = TestXml.format(actual);
			throw failureWithActualExpected(found, wanted, "%nExpected XML:%n%s%nbut was:%n%s%n%s", wanted, found,
					difference);
		}
		return this;
	}

	/**
	 * Verifies the name.
	 * @param namespace the namespace name, empty for none
	 * @param localName the local name
	 * @return this
	 */
	public ElementAssert hasName(String namespace, String localName) {
		if (!notNull().is(namespace, localName)) {
			throw failure("%nExpected <%s xmlns='%s'> but was:%n%s", localName, namespace, format());
		}
		return this;
	}

	/**
	 * Verifies the value of an attribute without a namespace.
	 * @param localName the name of the attribute
	 * @param value the value
	 * @return this
	 */
	public ElementAssert hasAttribute(String localName, String value) {
		String actual = notNull().attribute(localName);
		if (!value.equals(actual)) {
			throw failureWithActualExpected(String.valueOf(actual), value,
					"%nExpected attribute '%s' to be \"%s\" but was %s in:%n%s", localName, value,
					(actual != null) ? "\"" + actual + "\"" : "not there", format());
		}
		return this;
	}

	/**
	 * Verifies that there is no such attribute without a namespace.
	 * @param localName the name of the attribute
	 * @return this
	 */
	public ElementAssert hasNoAttribute(String localName) {
		if (notNull().attribute(localName) != null) {
			throw failure("%nExpected no attribute '%s' in:%n%s", localName, format());
		}
		return this;
	}

	/**
	 * Verifies the text of the element itself.
	 * @param text the text
	 * @return this
	 */
	public ElementAssert hasText(String text) {
		String actual = notNull().text();
		if (!text.equals(actual)) {
			throw failureWithActualExpected(actual, text, "%nExpected text \"%s\" but was \"%s\" in:%n%s", text, actual,
					format());
		}
		return this;
	}

	/**
	 * Goes on with the text of the element itself.
	 * @return assertions about the text
	 */
	public AbstractStringAssert<?> text() {
		return Assertions.assertThat(notNull().text());
	}

	/**
	 * Verifies that there is such a child element, and goes on with the first one.
	 * @param localName its local name; its namespace is that of this element
	 * @return assertions about the child element
	 */
	public ElementAssert child(String localName) {
		return child(notNull().namespace(), localName);
	}

	/**
	 * Verifies that there is such a child element, and goes on with the first one.
	 * @param namespace its namespace name, empty for none
	 * @param localName its local name
	 * @return assertions about the child element
	 */
	public ElementAssert child(String namespace, String localName) {
		Element child = notNull().child(namespace, localName);
		if (child == null) {
			throw failure("%nExpected a child <%s xmlns='%s'> in:%n%s", localName, namespace, format());
		}
		return new ElementAssert(child);
	}

	/**
	 * Verifies the number of child elements.
	 * @param count the number
	 * @return this
	 */
	public ElementAssert hasChildren(int count) {
		int actual = notNull().children().size();
		if (actual != count) {
			throw failure("%nExpected %s child elements but there are %s in:%n%s", count, actual, format());
		}
		return this;
	}

	private Element notNull() {
		if (this.actual == null) {
			throw failure("Expected an element but there is none");
		}
		return this.actual;
	}

	private String format() {
		return TestXml.format(notNull());
	}

}
