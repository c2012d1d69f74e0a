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

package io.github.xmppspring.server;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.address.JidFormatException;
import io.github.xmppspring.stanza.StanzaError;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads and makes what messages and presences have in common.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Stanzas {

	static final String MESSAGE = "message";

	static final String PRESENCE = "presence";

	static final String ERROR = "error";

	private Stanzas() {
	}

	static boolean isMessage(Element stanza) {
		return stanza.is(Namespaces.CLIENT, MESSAGE);
	}

	static boolean isPresence(Element stanza) {
		return stanza.is(Namespaces.CLIENT, PRESENCE);
	}

	static @Nullable Jid to(Element stanza) {
		return address(stanza, "to");
	}

	static Jid from(Element stanza) {
		return Jid.of(String.valueOf(stanza.attribute("from")));
	}

	/**
	 * Reads an address.
	 * @param stanza the stanza
	 * @param attribute the name of the attribute
	 * @return the address, or {@code null} if there is none
	 * @throws JidFormatException if it is malformed
	 */
	static @Nullable Jid address(Element stanza, String attribute) {
		String address = stanza.attribute(attribute);
		return (address != null) ? Jid.of(address) : null;
	}

	/**
	 * Whether a stanza must not be answered with an error (RFC 6120, 8.3.1).
	 * @param stanza the stanza
	 * @return whether it is an error itself
	 */
	static boolean isError(Element stanza) {
		return ERROR.equals(stanza.attribute("type"));
	}

	/**
	 * The error that goes back to the sender.
	 * @param stanza the stanza that failed
	 * @param condition why
	 * @return the error, from the addressed entity if it can be named
	 */
	static Element error(Element stanza, StanzaErrorCondition condition) {
		return Element.builder(stanza.namespace(), stanza.localName())
			.attribute("type", ERROR)
			.attribute("id", stanza.attribute("id"))
			.attribute("to", stanza.attribute("from"))
			.attribute("from", (condition != StanzaErrorCondition.JID_MALFORMED) ? stanza.attribute("to") : null)
			.child(StanzaError.of(condition).toElement(stanza.namespace()))
			.build();
	}

	/**
	 * A stanza with other addresses.
	 * @param stanza the stanza
	 * @param from the sender
	 * @param to the addressed entity
	 * @return a new stanza
	 */
	static Element addressed(Element stanza, @Nullable Jid from, @Nullable Jid to) {
		return stanza.mutate().attribute("from", from).attribute("to", to).build();
	}

	/**
	 * A presence without content.
	 * @param type the type, or {@code null} for availability
	 * @param from the sender
	 * @param to the addressed entity
	 * @return a new stanza
	 */
	static Element presence(@Nullable String type, Jid from, @Nullable Jid to) {
		return Element.builder(Namespaces.CLIENT, PRESENCE)
			.attribute("type", type)
			.attribute("from", from)
			.attribute("to", to)
			.build();
	}

}
