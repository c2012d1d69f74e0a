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

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.address.JidFormatException;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * A stanza that is well-formed XML but breaks a rule of RFC 6120. The stream goes on; a
 * request is answered with an error, a response fails the request it belongs to.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class MalformedStanzaException extends XmppException {

	private final transient Element element;

	private final StanzaErrorCondition condition;

	MalformedStanzaException(Element element, StanzaErrorCondition condition, String message) {
		super(message);
		this.element = element;
		this.condition = condition;
	}

	/**
	 * The stanza as it came.
	 * @return the whole element
	 */
	public Element element() {
		return this.element;
	}

	/**
	 * What to answer if the stanza asks for an answer.
	 * @return {@code BAD_REQUEST} or {@code JID_MALFORMED}
	 */
	public StanzaErrorCondition condition() {
		return this.condition;
	}

	/**
	 * Whether the stanza is a response, which must not be answered (RFC 6120, 8.2.3 and
	 * 8.3.1). Stanzas of no known type are none.
	 * @return whether it is an IQ of type result or error, or a message or presence of
	 * type error
	 */
	public boolean isResponse() {
		IqType type = IqType.ofValue(this.element.attribute("type"));
		return type == IqType.ERROR || (type == IqType.RESULT && this.element.localName().equals("iq"));
	}

	/**
	 * The id of the stanza.
	 * @return the id, or {@code null} if it has none
	 */
	public @Nullable String id() {
		return this.element.attribute("id");
	}

	/**
	 * The sender of the stanza.
	 * @return the address, or {@code null} if it has none or a malformed one
	 */
	public @Nullable Jid from() {
		return addressOrNull("from");
	}

	/**
	 * The addressed entity.
	 * @return the address, or {@code null} if it has none or a malformed one
	 */
	public @Nullable Jid to() {
		return addressOrNull("to");
	}

	private @Nullable Jid addressOrNull(String attribute) {
		String address = this.element.attribute(attribute);
		try {
			return (address != null) ? Jid.of(address) : null;
		}
		catch (JidFormatException ex) {
			return null;
		}
	}

	/**
	 * The error to send back: to the address that the stanza came from, whatever its
	 * form, with the id it has, if any.
	 * @return an element of the name and in the namespace of the stanza
	 */
	public Element reply() {
		Element.Builder reply = Element.builder(this.element.namespace(), this.element.localName())
			.attribute("type", IqType.ERROR)
			.attribute("id", this.element.attribute("id"))
			.attribute("to", this.element.attribute("from"))
			.attribute("from", to());
		return reply.child(StanzaError.of(this.condition).toElement(this.element.namespace())).build();
	}

}
