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

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.PayloadException;
import io.github.xmppspring.payload.roster.Roster;
import io.github.xmppspring.payload.roster.Roster.Subscription;
import io.github.xmppspring.roster.RosterChangedEvent.Kind;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.xmppspring.roster.RosterFixture.roster;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link RosterPushResponder} and what the cache makes of pushes.
 *
 * @author XMPP for Spring Boot contributors
 */
class RosterPushResponderTests {

	private static final String ROMEO = "<item jid='romeo@montague.lit' name='Romeo' subscription='both'/>";

	private static final String NURSE = "<item jid='nurse@capulet.lit' subscription='both'/>";

	private static final Jid ACCOUNT = RosterFixture.SELF.bare();

	private final RosterFixture fixture = new RosterFixture().online(RosterSession.VERSIONING);

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = "juliet@capulet.lit")
	void ownAccountIsHeardAndAnsweredWithAnEmptyResult(String from) {
		Iq answer = this.fixture.push(from, null, NURSE);

		assertThat(answer.type()).isEqualTo(IqType.RESULT);
		assertThat(answer.payload()).isNull();
		assertThat(answer.id()).isEqualTo("p1");
		assertThat(answer.to()).isEqualTo((from != null) ? Jid.of(from) : null);
		assertThat(this.fixture.contacts()).containsExactly("nurse@capulet.lit");
		assertThat(this.fixture.events).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "juliet@capulet.lit/balcony", "juliet@capulet.lit/other", "capulet.lit",
			"malicious@capulet.lit", "malicious@evil.example/x" })
	void nobodyElseIsHeard(String from) {
		Iq answer = this.fixture.push(from, null, NURSE);

		assertThat(answer.error().condition()).isEqualTo(StanzaErrorCondition.SERVICE_UNAVAILABLE);
		assertThat(this.fixture.contacts()).isEmpty();
		assertThat(this.fixture.events).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ROMEO + NURSE })
	void pushHasExactlyOneItem(String items) {
		Iq answer = this.fixture.push(null, null, items);

		assertThat(answer.error().condition()).isEqualTo(StanzaErrorCondition.BAD_REQUEST);
		assertThat(this.fixture.contacts()).isEmpty();
	}

	@Test
	void malformedPushIsRefused() {
		assertThatExceptionOfType(PayloadException.class)
			.isThrownBy(() -> this.fixture.push(null, null, "<item name='x'/>"));
	}

	@Test
	void changesAreAppliedAndTold() {
		this.fixture.answering(roster("1", ROMEO)).template.get();

		this.fixture.push(null, "2", NURSE);
		this.fixture.push(null, "3", "<item jid='romeo@montague.lit' subscription='to'/>");
		this.fixture.push(null, "4", "<item jid='nurse@capulet.lit' subscription='remove'/>");

		assertThat(this.fixture.events)
			.extracting((event) -> event.getItem().jid().local(), RosterChangedEvent::getVersion,
					RosterChangedEvent::getKind)
			.containsExactly(tuple("nurse", "2", Kind.ADDED), tuple("romeo", "3", Kind.UPDATED),
					tuple("nurse", "4", Kind.REMOVED));
		assertThat(this.fixture.contacts()).containsExactly("romeo@montague.lit");
		assertThat(this.fixture.template.contact(Jid.of("romeo@montague.lit")).subscription())
			.isEqualTo(Subscription.TO);
		assertThat(this.fixture.store.load(ACCOUNT).ver()).isEqualTo("4");
	}

	@Test
	void pushBeforeTheFirstRequestMakesNoVersionKnown() {
		this.fixture.push(null, "9", NURSE);

		this.fixture.template.getAsync();

		assertThat(this.fixture.asked().attribute("ver")).isEmpty();
	}

	@Test
	void pushBeforeTheFirstRequestOfASessionDoesNotHideMissedOnes() {
		this.fixture.answering(roster("1", ROMEO)).template.get();
		this.fixture.online(RosterSession.VERSIONING);

		this.fixture.push(null, "9", NURSE);
		this.fixture.answering(null).template.get();

		assertThat(this.fixture.asked().attribute("ver")).isEqualTo("1");
		assertThat(this.fixture.contacts()).containsExactly("romeo@montague.lit", "nurse@capulet.lit");
	}

	@Test
	void pushesAfterAnUnchangedResultBringTheirVersions() {
		this.fixture.store.replace(ACCOUNT, Roster.get("1"));
		this.fixture.answering(null).template.get();

		this.fixture.push(null, "2", NURSE);

		assertThat(this.fixture.store.load(ACCOUNT).ver()).isEqualTo("2");
	}

	@Test
	void pushWithoutVersionLeavesTheOldOne() {
		this.fixture.answering(roster("1", ROMEO)).template.get();

		this.fixture.push(null, null, NURSE);

		assertThat(this.fixture.store.load(ACCOUNT).ver()).isEqualTo("1");
	}

	@Test
	void resultDoesNotUndoPushesThatCameWhileItWasOnItsWay() {
		CompletableFuture<Roster> roster = this.fixture.template.getAsync();
		this.fixture.push(null, "2", NURSE);
		this.fixture.push(null, "3", "<item jid='romeo@montague.lit' subscription='remove'/>");

		this.fixture.answer(roster("1", ROMEO));

		assertThat(this.fixture.contacts()).containsExactly("nurse@capulet.lit");
		assertThat(roster.join().items()).isEqualTo(this.fixture.template.contacts());
	}

	@Test
	void pushesAreStoredAndToldOffTheThreadOfTheConnection() {
		List<Runnable> tasks = new ArrayList<>();
		RosterFixture fixture = new RosterFixture(tasks::add).online();

		fixture.push(null, null, NURSE);
		assertThat(fixture.store.load(ACCOUNT)).isNull();

		assertThat(fixture.contacts()).as("who asks sees what has come").containsExactly("nurse@capulet.lit");
		assertThat(fixture.events).isEmpty();
		for (int i = 0; i < tasks.size(); i++) {
			tasks.get(i).run();
		}
		assertThat(fixture.events).hasSize(1);
	}

	@Test
	void unicodeAddresses() {
		String jid = "\u5c0f\u660e@\u4f8b\u3048.jp";

		this.fixture.push(null, null, "<item jid='%s' name='\u2665'/>".formatted(jid));

		assertThat(this.fixture.template.contact(Jid.of(jid)).name()).isEqualTo("\u2665");
	}

}
