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

import java.util.concurrent.CompletionStage;

import io.github.xmppspring.xml.Element;

/**
 * Sends stanzas that have no response: messages and presence (RFC 6121).
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@FunctionalInterface
public interface StanzaSender {

	/**
	 * Sends a stanza.
	 * @param stanza an element in the namespace {@code jabber:client}, also for a
	 * component
	 * @return a stage that completes when the stanza was written, or exceptionally if it
	 * could not be; it says nothing about delivery
	 */
	CompletionStage<Void> send(Element stanza);

}
