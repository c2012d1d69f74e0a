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

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.roster.Roster;
import io.github.xmppspring.payload.roster.Roster.Item;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ReflectionUtils;

/**
 * Keeps contacts in memory, unless it is to fail.
 *
 * @author XMPP for Spring Boot contributors
 */
final class FailingRosterStore implements RosterStore {

	@Nullable Throwable loadFailure;

	@Nullable Throwable updateFailure;

	private final InMemoryRosterStore store = new InMemoryRosterStore();

	@Override
	public @Nullable Roster load(Jid account) {
		failWith(this.loadFailure);
		return this.store.load(account);
	}

	@Override
	public void replace(Jid account, Roster roster) {
		this.store.replace(account, roster);
	}

	@Override
	public void update(Jid account, @Nullable String ver, Item change) {
		failWith(this.updateFailure);
		this.store.update(account, ver, change);
	}

	private static void failWith(@Nullable Throwable failure) {
		if (failure != null) {
			ReflectionUtils.rethrowRuntimeException(failure);
		}
	}

}
