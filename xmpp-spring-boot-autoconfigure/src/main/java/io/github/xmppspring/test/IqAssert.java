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

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.xml.Element;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about an {@link Iq}, such as
 * {@code assertThat(iq).isResult().hasPayload("<ticket xmlns='urn:example' id='1'/>")} or
 * {@code assertThat(iq).isError().hasCondition(StanzaErrorCondition.ITEM_NOT_FOUND)}.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class IqAssert extends AbstractAssert<IqAssert, @Nullable Iq> {

	IqAssert(@Nullable Iq actual) {
		super(actual, IqAssert.class);
	}

	/**
	 * Verifies that the stanza asks for information.
	 * @return this
	 */
	public IqAssert isGet() {
		return hasType(IqType.GET);
	}

	/**
	 * Verifies that the stanza asks for a change.
	 * @return this
	 */
	public IqAssert isSet() {
		return hasType(IqType.SET);
	}

	/**
	 * Verifies that the stanza is a result.
	 * @return this
	 */
	public IqAssert isResult() {
		return hasType(IqType.RESULT);
	}

	/**
	 * Verifies that the stanza is an error.
	 * @return this
	 */
	public IqAssert isError() {
		return hasType(IqType.ERROR);
	}

	/**
	 * Verifies the type.
	 * @param type the type
	 * @return this
	 */
	public IqAssert hasType(IqType type) {
		return verify("type", type, notNull().type());
	}

	/**
	 * Verifies the id.
	 * @param id the id
	 * @return this
	 */
	public IqAssert hasId(String id) {
		return verify("id", id, notNull().id());
	}

	/**
	 * Verifies the sender.
	 * @param from the address, or {@code null} for none
	 * @return this
	 */
	public IqAssert isFrom(@Nullable Jid from) {
		return verify("sender", from, notNull().from());
	}

	/**
	 * Verifies the sender.
	 * @param from the address
	 * @return this
	 */
	public IqAssert isFrom(String from) {
		return isFrom(Jid.of(from));
	}

	/**
	 * Verifies the addressed entity.
	 * @param to the address, or {@code null} for none
	 * @return this
	 */
	public IqAssert isTo(@Nullable Jid to) {
		return verify("recipient", to, notNull().to());
	}

	/**
	 * Verifies the addressed entity.
	 * @param to the address
	 * @return this
	 */
	public IqAssert isTo(String to) {
		return isTo(Jid.of(to));
	}

	/**
	 * Verifies the payload.
	 * @param xml one element that declares its prefixes. White space between elements
	 * does not count
	 * @return this
	 */
	public IqAssert hasPayload(String xml) {
		return hasPayload(TestXml.parse(xml));
	}

	/**
	 * Verifies the payload.
	 * @param payload the element
	 * @return this
	 */
	public IqAssert hasPayload(Element payload) {
		Iq actual = notNull();
		Element found = actual.payload();
		if (found == null) {
			throw failure("%nExpected payload:%n%s%nbut there is none in:%n%s", TestXml.format(payload), format());
		}
		new ElementAssert(found).as("payload of IQ %s", actual.type()).isXml(payload);
		return this;
	}

	/**
	 * Verifies that there is no payload.
	 * @return this
	 */
	public IqAssert hasNoPayload() {
		if (notNull().payload() != null) {
			throw failure("%nExpected no payload but was:%n%s", format());
		}
		return this;
	}

	/**
	 * Goes on with the payload.
	 * @return assertions about the payload, which there may not be
	 */
	public ElementAssert payload() {
		return new ElementAssert(notNull().payload());
	}

	/**
	 * Verifies the condition of the stanza error.
	 * @param condition the condition
	 * @return this
	 */
	public IqAssert hasCondition(StanzaErrorCondition condition) {
		isError().error().hasCondition(condition);
		return this;
	}

	/**
	 * Goes on with the stanza error.
	 * @return assertions about the error, which there may not be
	 */
	public StanzaErrorAssert error() {
		return new StanzaErrorAssert(notNull().error());
	}

	private IqAssert verify(String what, @Nullable Object expected, @Nullable Object actual) {
		if (!Objects.equals(expected, actual)) {
			throw failureWithActualExpected(String.valueOf(actual), String.valueOf(expected),
					"%nExpected IQ with %s '%s' but was '%s':%n%s", what, expected, actual, format());
		}
		return this;
	}

	private Iq notNull() {
		if (this.actual == null) {
			throw failure("Expected an IQ but there is none");
		}
		return this.actual;
	}

	private String format() {
		return TestXml.format(notNull().toElement());
	}

}
