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

import java.util.concurrent.CompletionStage;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqExchange;

/**
 * An exchange that lives on the server, without a stream of its own. Requests to its
 * address go to the exchange; as an exchange itself it asks others from its address.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public interface HostedEntity extends IqExchange, AutoCloseable {

	/**
	 * The address under which it was hosted.
	 * @return a domain, a bare JID or a full JID
	 */
	Jid address();

	/**
	 * Sends a request from this address. A request without an id is given one; one with a
	 * sender keeps it if it belongs to this address (a domain stands for all JIDs at it);
	 * one without an addressed entity goes to the server.
	 * @param request a stanza of type get or set
	 * @return a stage that completes on the event loop of the server, so that code that
	 * depends on it must not block there: with the response, also where the server itself
	 * answers because nobody else can; exceptionally with an
	 * {@link io.github.xmppspring.stanza.IqTimeoutException} if none comes in time, with
	 * a {@link io.github.xmppspring.stanza.MalformedStanzaException} if the response
	 * breaks the rules, with an {@link IllegalStateException} if the entity was closed or
	 * the server stopped
	 * @throws IllegalArgumentException if the stanza is a response, or its sender lies
	 * outside of this address
	 */
	@Override
	CompletionStage<Iq> exchange(Iq request);

	/**
	 * Takes the entity off the server. Requests to its address are then answered as if it
	 * had never been there. Does nothing if it is closed already.
	 */
	@Override
	void close();

}
