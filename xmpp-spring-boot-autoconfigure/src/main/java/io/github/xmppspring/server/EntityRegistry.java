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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.github.xmppspring.address.Jid;
import org.jspecify.annotations.Nullable;

/**
 * Who else is at home on the server, beside clients: connected components and hosted
 * entities. Belongs to the event loop.
 *
 * @author XMPP for Spring Boot contributors
 */
final class EntityRegistry {

	private final Map<Jid, Recipient> entities = new LinkedHashMap<>();

	/**
	 * Adds an entity unless there is one with the same address.
	 * @param address a domain, a bare JID or a full JID
	 * @param entity the entity
	 * @return whether it was added
	 */
	boolean add(Jid address, Recipient entity) {
		return this.entities.putIfAbsent(address, entity) == null;
	}

	void remove(Jid address, Recipient entity) {
		this.entities.remove(address, entity);
	}

	/**
	 * Finds the entity that answers for an address.
	 * @param address any JID
	 * @return the entity with this address, with its bare JID, or with its domain; or
	 * {@code null}
	 */
	@Nullable Recipient find(Jid address) {
		Recipient entity = this.entities.get(address);
		if (entity == null && address.isFull()) {
			entity = this.entities.get(address.bare());
		}
		return (entity != null) ? entity : this.entities.get(address.domainJid());
	}

	/**
	 * Finds the entity with exactly this address.
	 * @param address the address
	 * @return the entity, or {@code null}
	 */
	@Nullable Recipient at(Jid address) {
		return this.entities.get(address);
	}

	/**
	 * The entities of a kind.
	 * @param type the kind
	 * @param <T> the kind
	 * @return the entities as they are now
	 */
	<T extends Recipient> Stream<T> all(Class<T> type) {
		return List.copyOf(this.entities.values()).stream().filter(type::isInstance).map(type::cast);
	}

	Set<Jid> addresses() {
		return Set.copyOf(this.entities.keySet());
	}

}
