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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RosterCache}.
 *
 * @author XMPP for Spring Boot contributors
 */
@ExtendWith(OutputCaptureExtension.class)
class RosterCacheTests {

	private static final Jid SELF = Jid.of("juliet@capulet.lit/balcony");

	private static final Jid ROMEO = Jid.of("romeo@montague.lit");

	private final List<RosterChangedEvent> events = new ArrayList<>();

	private final FailingRosterStore store = new FailingRosterStore();

	private final RosterSession session = new RosterSession(SELF, Instant.ofEpochSecond(1),
			List.of(Element.builder(RosterSession.VERSIONING).build()));

	private final RosterCache cache = new RosterCache(this.store, () -> this.session,
			(event) -> this.events.add((RosterChangedEvent) event), Runnable::run);

	@Test
	void versionDoesNotHideAPushThatCouldNotBeStored() {
		load("v1");

		this.store.updateFailure = new IllegalStateException("The disk is full");
		this.cache.push(Item.of(ROMEO, "Romeo"), "v2");
		this.store.updateFailure = null;
		this.cache.push(Item.of(Jid.of("nurse@capulet.lit"), "Nurse"), "v3");

		assertThat(this.cache.refresh().request().ver()).isEqualTo("v1");
	}

	@Test
	void versionIsThatOfTheLastPushOnceAllAreKnownAgain() {
		load("v1");
		this.store.updateFailure = new IllegalStateException("The disk is full");
		this.cache.push(Item.of(ROMEO, "Romeo"), "v2");
		this.store.updateFailure = null;

		load("v2");
		this.cache.push(Item.of(ROMEO, "R."), "v3");

		assertThat(this.cache.refresh().request().ver()).isEqualTo("v3");
	}

	@Test
	void removalThatCouldNotBeStoredIsToldAsOne() {
		load("v1");
		this.store.updateFailure = new IllegalStateException("The disk is full");

		this.cache.push(Item.removed(ROMEO), "v2");

		assertThat(this.events).singleElement()
			.extracting(RosterChangedEvent::getKind)
			.isEqualTo(RosterChangedEvent.Kind.REMOVED);
	}

	@Test
	void errorOfTheStoreKeepsNoOtherPushFromBeingStored(CapturedOutput output) {
		load("v1");

		this.store.updateFailure = new NoClassDefFoundError("org/example/Missing");
		this.cache.push(Item.of(ROMEO, "Romeo"), "v2");
		this.store.updateFailure = null;
		this.cache.push(Item.of(Jid.of("nurse@capulet.lit"), "Nurse"), "v3");

		assertThat(this.cache.refresh().request().ver()).isEqualTo("v1");
		assertThat(this.cache.known().item(Jid.of("nurse@capulet.lit"))).isNotNull();
		assertThat(output).contains("could not be stored", "org/example/Missing");
	}

	@Test
	void errorOfAListenerIsLogged(CapturedOutput output) {
		RosterCache cache = new RosterCache(this.store, () -> this.session, (event) -> {
			throw new AssertionError("It is no use");
		}, Runnable::run);

		cache.push(Item.of(ROMEO, "Romeo"), "v2");

		assertThat(output).contains("A listener of the event that a contact was ADDED failed", "It is no use");
	}

	private void load(String version) {
		RosterCache.Refresh refresh = this.cache.refresh();
		refresh.complete(Roster.get().withVer(version));
		refresh.end();
	}

}
