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

import java.util.Objects;

import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.StanzaError;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stanza.StanzaErrorType;
import io.github.xmppspring.xml.Element;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about a {@link StanzaError}.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class StanzaErrorAssert extends AbstractAssert<StanzaErrorAssert, @Nullable StanzaError> {

	StanzaErrorAssert(@Nullable StanzaError actual) {
		super(actual, StanzaErrorAssert.class);
	}

	/**
	 * Verifies the condition.
	 * @param condition the condition
	 * @return this
	 */
	public StanzaErrorAssert hasCondition(StanzaErrorCondition condition) {
		return verify("condition", condition, notNull().condition());
	}

	/**
	 * Verifies what the sender may do.
	 * @param type the type
	 * @return this
	 */
	public StanzaErrorAssert hasType(StanzaErrorType type) {
		return verify("type", type, notNull().type());
	}

	/**
	 * Verifies the text, in whatever language comes first.
	 * @param text the text
	 * @return this
	 */
	public StanzaErrorAssert hasText(String text) {
		return verify("text", text, notNull().text());
	}

	/**
	 * Verifies that there is no text: nothing about the inside of the application.
	 * @return this
	 */
	public StanzaErrorAssert hasNoText() {
		return verify("text", null, notNull().text());
	}

	/**
	 * Verifies that there is such an application condition, among others or alone.
	 * @param xml one element that declares its prefixes
	 * @return this
	 */
	public StanzaErrorAssert hasApplicationCondition(String xml) {
		Element expected = TestXml.parse(xml);
		if (notNull().applicationConditions()
			.stream()
			.noneMatch((condition) -> XmlDifference.between(expected, condition) == null)) {
			throw failure("%nExpected application condition:%n%s%nin:%n%s", TestXml.format(expected), format());
		}
		return this;
	}

	private StanzaErrorAssert verify(String what, @Nullable Object expected, @Nullable Object actual) {
		if (!Objects.equals(expected, actual)) {
			throw failureWithActualExpected(String.valueOf(actual), String.valueOf(expected),
					"%nExpected stanza error with %s '%s' but was '%s':%n%s", what, expected, actual, format());
		}
		return this;
	}

	private StanzaError notNull() {
		if (this.actual == null) {
			throw failure("Expected a stanza error but there is none");
		}
		return this.actual;
	}

	private String format() {
		return TestXml.format(notNull().toElement(Iq.DEFAULT_NAMESPACE));
	}

}
