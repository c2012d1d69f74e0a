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
import org.jspecify.annotations.Nullable;

/**
 * Knows who is at home at an address.
 *
 * @param settings the settings, which name the domain
 * @param accounts the accounts at the domain
 * @param sessions the sessions of clients
 * @param entities components and hosted entities
 * @author XMPP for Spring Boot contributors
 */
record Directory(ServerSettings settings, ServerAccounts accounts, SessionRegistry sessions, EntityRegistry entities) {

	/**
	 * Finds who takes stanzas to an address itself.
	 * @param address any JID
	 * @return a component, a hosted entity or the session of a client, or {@code null} if
	 * the server has to act on behalf of the addressed entity
	 */
	@Nullable Recipient recipient(Jid address) {
		Recipient entity = this.entities.find(address);
		return (entity != null || !address.isFull()) ? entity : this.sessions.find(address);
	}

	/**
	 * Whether the address lies at the domain of the accounts.
	 * @param address any JID
	 * @return whether the server itself is responsible
	 */
	boolean isLocal(Jid address) {
		return address.domain().equals(this.settings.domain().domain());
	}

	/**
	 * Whether nobody here knows the domain.
	 * @param address any JID
	 * @return whether another server would be responsible
	 */
	boolean isElsewhere(Jid address) {
		return !isLocal(address) && !this.settings.components().containsKey(address.domainJid());
	}

	boolean isAccount(Jid address) {
		return this.accounts.has(address);
	}

}
