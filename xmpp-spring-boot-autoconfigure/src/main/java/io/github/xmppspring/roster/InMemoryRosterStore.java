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

package io.github.xmppspring.roster;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.roster.Roster;
import io.github.xmppspring.payload.roster.Roster.Item;
import org.jspecify.annotations.Nullable;

/**
 * Keeps contact lists as long as the application lives, those of the accounts that it
 * used last.
 * <p>
 * Thread-safe.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class InMemoryRosterStore implements RosterStore {

	// Temporary accounts are others in each session
	private static final int MAX_ACCOUNTS = 16;

	private final Map<Jid, Roster> rosters = new LinkedHashMap<>(MAX_ACCOUNTS, 0.75F, true) {

		@Override
		protected boolean removeEldestEntry(Map.Entry<Jid, Roster> eldest) {
			return size() > MAX_ACCOUNTS;
		}

	};

	@Override
	public synchronized @Nullable Roster load(Jid account) {
		return this.rosters.get(account);
	}

	@Override
	public synchronized void replace(Jid account, Roster roster) {
		this.rosters.put(account, roster);
	}

	@Override
	public synchronized void update(Jid account, @Nullable String ver, Item change) {
		Roster roster = this.rosters.getOrDefault(account, Roster.get());
		this.rosters.put(account, roster.withItem(change).withVer(ver));
	}

}
