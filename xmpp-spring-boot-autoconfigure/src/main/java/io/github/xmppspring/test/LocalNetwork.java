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

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqExchange;
import io.github.xmppspring.stanza.StanzaErrorCondition;

import org.springframework.util.Assert;

/**
 * Carries requests between connections of one process, without a server, bytes and
 * sockets. Whoever is not there is {@code service-unavailable}.
 *
 * @author XMPP for Spring Boot contributors
 */
final class LocalNetwork {

	private final Map<Jid, IqExchange> entities = new ConcurrentHashMap<>();

	void add(Jid address, IqExchange entity) {
		Assert.state(this.entities.putIfAbsent(address, entity) == null,
				() -> "There is an entity with the address '%s' already".formatted(address));
	}

	void remove(Jid address) {
		this.entities.remove(address);
	}

	/**
	 * Delivers a request: to its JID, or to the entity that is the whole domain.
	 * @param request a request with a sender
	 * @return a stage that completes with the response
	 */
	CompletionStage<Iq> deliver(Iq request) {
		Jid to = request.to();
		IqExchange entity = (to != null) ? this.entities.getOrDefault(to, this.entities.get(to.domainJid())) : null;
		return (entity != null) ? entity.exchange(request)
				: CompletableFuture.completedFuture(request.error(StanzaErrorCondition.SERVICE_UNAVAILABLE));
	}

}
