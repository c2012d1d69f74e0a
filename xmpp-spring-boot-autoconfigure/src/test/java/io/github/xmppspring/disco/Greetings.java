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

package io.github.xmppspring.disco;

import java.util.List;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.disco.DiscoItems;
import io.github.xmppspring.stanza.IqErrorException;
import io.github.xmppspring.stanza.IqTimeoutException;

import org.springframework.stereotype.Component;

/**
 * Greets in the way that peers understand.
 *
 * @author XMPP for Spring Boot contributors
 */
// tag::greetings[]
@Component
class Greetings {

	private static final int MAX_SERVICES = 500;

	private final DiscoOperations disco;

	Greetings(DiscoOperations disco) {
		this.disco = disco;
	}

	String greetingFor(Jid peer) {
		return this.disco.supports(peer, "urn:example:smileys") ? "Hello :-)" : "Hello";
	}

	List<Jid> chatServices(Jid server) {
		return this.disco.allItems(server, null, MAX_SERVICES)
			.stream()
			.map(DiscoItems.Item::jid)
			.filter(this::isChatService)
			.toList();
	}

	private boolean isChatService(Jid service) {
		try {
			return this.disco.info(service).hasIdentity("conference", "text");
		}
		catch (IqErrorException | IqTimeoutException ex) {
			return false;
		}
	}

}
// end::greetings[]
