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

package io.github.xmppspring.connection;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.codec.IqCodec;
import io.github.xmppspring.negotiation.NegotiatedStream;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * Who this end of a stream is: a client is one address, of which the server knows; a
 * component is many, and says in each stanza which.
 *
 * @author XMPP for Spring Boot contributors
 */
interface OwnAddresses {

	/**
	 * Who this end of a stream is.
	 * @param stream the stream
	 * @return the addresses
	 */
	static OwnAddresses of(NegotiatedStream stream) {
		return stream.header().contentNamespace().equals(Namespaces.COMPONENT_ACCEPT)
				? new ComponentAddresses(stream.jid()) : new ClientAddress(stream.jid());
	}

	/**
	 * Makes stanzas fit for the stream.
	 * @return a new handler
	 */
	IqCodec newCodec();

	/**
	 * Whom to ping in order to hear from the server.
	 * @return an address that is always there
	 */
	Jid pinged();

	/**
	 * Refuses a request for which the server would end the stream.
	 * @param request the request
	 * @throws IllegalArgumentException if it lacks an address or has a wrong one
	 */
	void check(Iq request);

	/**
	 * Who a request is for, or a response from, when responses are paired with requests.
	 * @param address the address in the stanza
	 * @return the entity, {@code null} for all addresses that speak for each other
	 */
	@Nullable Jid peer(@Nullable Jid address);

	/**
	 * Who sent a request, or gets a response, when responses are paired with requests.
	 * @param address the address in the stanza
	 * @return one of the own addresses, {@code null} if there is but one
	 */
	@Nullable Jid self(@Nullable Jid address);

	/**
	 * A message or presence as it goes to the server.
	 * @param stanza an element in the namespace {@code jabber:client}
	 * @return an element in the namespace of the stream
	 * @throws IllegalArgumentException if it lacks an address or has a wrong one
	 */
	Element outgoing(Element stanza);

	/**
	 * A message or presence as the application sees it.
	 * @param stanza an element in the namespace of the stream
	 * @return an element in the namespace {@code jabber:client}
	 */
	Element incoming(Element stanza);

}
