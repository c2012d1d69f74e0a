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

import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.xml.Element;

/**
 * Brings stanzas to where they belong, and answers where that is nowhere. Belongs to the
 * event loop.
 *
 * @author XMPP for Spring Boot contributors
 */
interface StanzaRouter {

	/**
	 * Routes an IQ stanza.
	 * @param iq the stanza, its sender checked
	 */
	void route(Iq iq);

	/**
	 * Routes a message or presence, or a response that breaks the rules of IQ stanzas.
	 * @param stanza the stanza in the namespace {@code jabber:client}, its sender checked
	 */
	void route(Element stanza);

}
