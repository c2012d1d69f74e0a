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
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link InMemoryRosterStore}.
 *
 * @author XMPP for Spring Boot contributors
 */
class InMemoryRosterStoreTests {

	private static final Jid ACCOUNT = Jid.of("juliet@capulet.lit");

	private static final Item ROMEO = Item.of(Jid.of("romeo@montague.lit"), "Romeo");

	private final InMemoryRosterStore store = new InMemoryRosterStore();

	@Test
	void accountsAreApart() {
		this.store.replace(ACCOUNT, Roster.of(ROMEO).withVer(""));

		assertThat(this.store.load(ACCOUNT)).isEqualTo(Roster.of(ROMEO).withVer(""));
		assertThat(this.store.load(Jid.of("nurse@capulet.lit"))).isNull();
	}

	@Test
	void changeComesWithItsVersion() {
		this.store.update(ACCOUNT, "1", ROMEO);
		assertThat(this.store.load(ACCOUNT)).isEqualTo(Roster.of(ROMEO).withVer("1"));

		this.store.update(ACCOUNT, null, Item.removed(ROMEO.jid()));
		assertThat(this.store.load(ACCOUNT)).isEqualTo(Roster.get());
	}

	@Test
	void accountsOfLongAgoAreForgotten() {
		this.store.replace(ACCOUNT, Roster.of(ROMEO));
		for (int i = 0; i < 100; i++) {
			this.store.replace(Jid.of(i + "@anonymous.lit"), Roster.of(ROMEO));
			if (i == 50) {
				assertThat(this.store.load(ACCOUNT)).isNull();
			}
		}

		assertThat(this.store.load(Jid.of("99@anonymous.lit"))).isNotNull();
	}

}
