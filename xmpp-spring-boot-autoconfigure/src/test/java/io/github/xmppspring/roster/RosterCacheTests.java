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

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.roster.Roster;
import io.github.xmppspring.payload.roster.Roster.Item;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RosterCache}.
 *
 * @author XMPP for Spring Boot contributors
 */
class RosterCacheTests {

	private static final Jid SELF = Jid.of("juliet@capulet.lit/balcony");

	private static final Jid ROMEO = Jid.of("romeo@montague.lit");

	private final List<RosterChangedEvent> events = new ArrayList<>();

	private final FailingStore store = new FailingStore();

	private final RosterSession session = new RosterSession(SELF, Instant.ofEpochSecond(1),
			List.of(Element.builder(RosterSession.VERSIONING).build()));

	private final RosterCache cache = new RosterCache(this.store, () -> this.session,
			(event) -> this.events.add((RosterChangedEvent) event), Runnable::run);

	@Test
	void versionDoesNotHideAPushThatCouldNotBeStored() {
		load("v1");

		this.store.fails = true;
		this.cache.push(Item.of(ROMEO, "Romeo"), "v2");
		this.store.fails = false;
		this.cache.push(Item.of(Jid.of("nurse@capulet.lit"), "Nurse"), "v3");

		assertThat(this.cache.refresh().request().ver()).isEqualTo("v1");
	}

	@Test
	void versionIsThatOfTheLastPushOnceAllAreKnownAgain() {
		load("v1");
		this.store.fails = true;
		this.cache.push(Item.of(ROMEO, "Romeo"), "v2");
		this.store.fails = false;

		load("v2");
		this.cache.push(Item.of(ROMEO, "R."), "v3");

		assertThat(this.cache.refresh().request().ver()).isEqualTo("v3");
	}

	@Test
	void removalThatCouldNotBeStoredIsToldAsOne() {
		load("v1");
		this.store.fails = true;

		this.cache.push(Item.removed(ROMEO), "v2");

		assertThat(this.events).singleElement()
			.extracting(RosterChangedEvent::getKind)
			.isEqualTo(RosterChangedEvent.Kind.REMOVED);
	}

	private void load(String version) {
		RosterCache.Refresh refresh = this.cache.refresh();
		refresh.complete(Roster.get().withVer(version));
		refresh.end();
	}

	private static final class FailingStore implements RosterStore {

		private final InMemoryRosterStore store = new InMemoryRosterStore();

		private boolean fails;

		@Override
		public @Nullable Roster load(Jid account) {
			return this.store.load(account);
		}

		@Override
		public void replace(Jid account, Roster roster) {
			this.store.replace(account, roster);
		}

		@Override
		public void update(Jid account, @Nullable String ver, Item change) {
			if (this.fails) {
				throw new IllegalStateException("The disk is full");
			}
			this.store.update(account, ver, change);
		}

	}

}
