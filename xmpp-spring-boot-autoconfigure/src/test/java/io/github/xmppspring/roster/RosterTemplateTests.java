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

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.PayloadException;
import io.github.xmppspring.payload.roster.Roster;
import io.github.xmppspring.payload.roster.Roster.Item;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import static io.github.xmppspring.roster.RosterFixture.roster;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link RosterTemplate} and its cache.
 *
 * @author XMPP for Spring Boot contributors
 */
class RosterTemplateTests {

	private static final String ROMEO = "<item jid='romeo@montague.lit' name='Romeo' subscription='both'/>";

	private static final String NURSE = "<item jid='nurse@capulet.lit'/>";

	private static final Jid ACCOUNT = RosterFixture.SELF.bare();

	private final RosterFixture fixture = new RosterFixture();

	@Nested
	class Get {

		@Test
		void asksTheOwnAccount() {
			Roster roster = RosterTemplateTests.this.fixture.online().answering(roster(null, ROMEO)).template.get();

			Iq request = RosterTemplateTests.this.fixture.requests.get(0);
			assertThat(request.type()).isEqualTo(IqType.GET);
			assertThat(request.to()).isNull();
			assertThat(request.payload()).isEqualTo(Element.of("jabber:iq:roster", "query"));
			assertThat(roster.items()).extracting(Item::name).containsExactly("Romeo");
			assertThat(RosterTemplateTests.this.fixture.template.contacts()).isEqualTo(roster.items());
		}

		@Test
		void withoutStreamNoVersionIsAskedFor() {
			RosterTemplateTests.this.fixture.store.replace(ACCOUNT, Roster.get("7"));

			RosterTemplateTests.this.fixture.answering(roster("8", ROMEO)).template.get();

			assertThat(RosterTemplateTests.this.fixture.asked().attribute("ver")).isNull();
			assertThat(RosterTemplateTests.this.fixture.store.load(ACCOUNT).ver()).isEqualTo("8");
		}

		@Test
		void serverThatOffersNoVersionsIsNotAskedForThem() {
			RosterTemplateTests.this.fixture.store.replace(ACCOUNT, Roster.get("7"));

			RosterTemplateTests.this.fixture.online().answering(roster(null, ROMEO)).template.get();

			assertThat(RosterTemplateTests.this.fixture.asked().attribute("ver")).isNull();
			assertThat(RosterTemplateTests.this.fixture.store.load(ACCOUNT).ver()).isNull();
		}

		@Test
		void firstVersionIsTheEmptyString() {
			RosterTemplateTests.this.fixture.online(RosterSession.VERSIONING).answering(roster("1", ROMEO)).template
				.get();

			assertThat(RosterTemplateTests.this.fixture.asked().attribute("ver")).isEmpty();
			assertThat(RosterTemplateTests.this.fixture.store.load(ACCOUNT).ver()).isEqualTo("1");
		}

		@Test
		void emptyResultMeansUnchanged() {
			Roster stored = Roster.of(Item.of(Jid.of("romeo@montague.lit"), "Romeo")).withVer("7");
			RosterTemplateTests.this.fixture.store.replace(ACCOUNT, stored);

			Roster roster = RosterTemplateTests.this.fixture.online(RosterSession.VERSIONING).answering(null).template
				.get();

			assertThat(RosterTemplateTests.this.fixture.asked().attribute("ver")).isEqualTo("7");
			assertThat(roster).isEqualTo(stored);
		}

		@Test
		void resultReplacesWhatWasStored() {
			RosterTemplateTests.this.fixture.store.replace(ACCOUNT,
					Roster.of(Item.of(Jid.of("romeo@montague.lit"), "Romeo")).withVer("7"));

			RosterTemplateTests.this.fixture.online(RosterSession.VERSIONING).answering(roster("9", NURSE)).template
				.get();

			assertThat(RosterTemplateTests.this.fixture.contacts()).containsExactly("nurse@capulet.lit");
			assertThat(RosterTemplateTests.this.fixture.store.load(ACCOUNT).ver()).isEqualTo("9");
		}

		@Test
		void emptyResultAtFirstMeansNoContacts() {
			Roster roster = RosterTemplateTests.this.fixture.online(RosterSession.VERSIONING).answering(null).template
				.get();

			assertThat(roster.items()).isEmpty();
		}

		@Test
		void emptyResultWithoutVersionsIsMalformed() {
			RosterTemplateTests.this.fixture.online().answering(null);

			assertThatExceptionOfType(PayloadException.class)
				.isThrownBy(RosterTemplateTests.this.fixture.template::get);
		}

		@Test
		void malformedResultIsToldWithItsStanzaAndChangesNothing() {
			RosterTemplateTests.this.fixture.online().answering(roster(null, ROMEO)).template.get();
			RosterTemplateTests.this.fixture.answering(roster(null, "<item name='x'/>"));

			CompletableFuture<Roster> roster = RosterTemplateTests.this.fixture.template.getAsync();

			assertThat(roster).isCompletedExceptionally();
			assertThatExceptionOfType(PayloadException.class).isThrownBy(RosterTemplateTests.this.fixture.template::get)
				.satisfies((ex) -> assertThat(ex.getIq().payload().child("item")).isNotNull());
			assertThat(RosterTemplateTests.this.fixture.contacts()).containsExactly("romeo@montague.lit");
		}

		@Test
		void storeThatFailsFailsTheFuture() {
			RosterFixture fixture = RosterTemplateTests.this.fixture.online(RosterSession.VERSIONING);
			fixture.store.loadFailure = new IllegalStateException("The disk is broken");

			CompletableFuture<Roster> roster = fixture.template.getAsync();

			assertThat(roster).failsWithin(Duration.ZERO)
				.withThrowableThat()
				.havingCause()
				.isSameAs(fixture.store.loadFailure);
			assertThat(fixture.requests).isEmpty();
		}

		@Test
		void cancellationGivesTheRequestUp() {
			CompletableFuture<Roster> roster = RosterTemplateTests.this.fixture.online().template.getAsync();

			roster.cancel(false);
			RosterTemplateTests.this.fixture.answer(roster(null, ROMEO));

			assertThat(RosterTemplateTests.this.fixture.template.contacts()).isEmpty();
		}

	}

	@Nested
	class Changes {

		@Test
		void setWritesNameAndGroups() {
			RosterTemplateTests.this.fixture.online().answering(null).template.set(Jid.of("romeo@montague.lit"),
					"Romeo", "Friends", "Lovers");

			assertThat(RosterTemplateTests.this.fixture.requests.get(0).type()).isEqualTo(IqType.SET);
			assertThat(RosterTemplateTests.this.fixture.asked()).isEqualTo(
					Element.parse(roster(null, "<item jid='romeo@montague.lit' name='Romeo'><group>Friends</group>"
							+ "<group>Lovers</group></item>")));
		}

		@Test
		void setWithoutNameOrGroups() {
			RosterTemplateTests.this.fixture.online().answering(null).template
				.setAsync(Jid.of("nurse@capulet.lit"), null)
				.join();

			assertThat(RosterTemplateTests.this.fixture.asked()).isEqualTo(Element.parse(roster(null, NURSE)));
		}

		@Test
		void removeSaysNoMore() {
			RosterTemplateTests.this.fixture.online().answering(null).template.remove(Jid.of("romeo@montague.lit"));

			assertThat(RosterTemplateTests.this.fixture.asked())
				.isEqualTo(Element.parse(roster(null, "<item jid='romeo@montague.lit' subscription='remove'/>")));
		}

		@Test
		void groupWithoutANameIsRefusedBeforeAnythingIsSent() {
			assertThatIllegalArgumentException().isThrownBy(
					() -> RosterTemplateTests.this.fixture.template.setAsync(Jid.of("romeo@montague.lit"), null, ""));
			assertThat(RosterTemplateTests.this.fixture.requests).isEmpty();
		}

	}

	@Nested
	class PreApproval {

		private final Jid romeo = Jid.of("romeo@montague.lit/garden");

		@Test
		void isPresence() {
			RosterTemplateTests.this.fixture.online(RosterSession.PRE_APPROVAL).template.preApprove(this.romeo);
			RosterTemplateTests.this.fixture.template.preApproveAsync(this.romeo).join();

			assertThat(RosterTemplateTests.this.fixture.stanzas).hasSize(2).allSatisfy((presence) -> {
				assertThat(presence.localName()).isEqualTo("presence");
				assertThat(presence.attribute("type")).isEqualTo("subscribed");
				assertThat(presence.attribute("to")).isEqualTo("romeo@montague.lit");
			});
		}

		@Test
		void isNotSentToServersThatDoNotOfferIt() {
			RosterTemplate template = RosterTemplateTests.this.fixture.online(RosterSession.VERSIONING).template;

			assertThat(template.offersPreApproval()).isFalse();
			assertThatExceptionOfType(PreApprovalNotOfferedException.class)
				.isThrownBy(() -> template.preApprove(this.romeo));
			assertThat(template.preApproveAsync(this.romeo)).isCompletedExceptionally();
			assertThat(RosterTemplateTests.this.fixture.stanzas).isEmpty();
		}

	}

	@Nested
	class Contacts {

		@Test
		void nothingIsKnownAtFirst() {
			assertThat(RosterTemplateTests.this.fixture.template.contacts()).isEmpty();
			assertThat(RosterTemplateTests.this.fixture.template.contact(ACCOUNT)).isNull();
		}

		@Test
		void fullAddressStandsForTheBareOne() {
			RosterTemplate template = RosterTemplateTests.this.fixture.online().answering(roster(null, ROMEO)).template;
			template.get();

			assertThat(template.contact(Jid.of("romeo@montague.lit/garden")).name()).isEqualTo("Romeo");
			assertThat(template.contact(Jid.of("paris@montague.lit"))).isNull();
		}

		@Test
		void areKnownWithoutStream() {
			RosterTemplateTests.this.fixture.store.replace(ACCOUNT,
					Roster.of(Item.of(Jid.of("romeo@montague.lit"), "Romeo")));

			assertThat(RosterTemplateTests.this.fixture.contacts()).containsExactly("romeo@montague.lit");
		}

	}

}
