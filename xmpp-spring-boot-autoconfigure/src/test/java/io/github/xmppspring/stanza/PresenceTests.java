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

package io.github.xmppspring.stanza;

import java.util.Locale;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.LocalizedText;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Presence}.
 *
 * @author XMPP for Spring Boot contributors
 */
class PresenceTests {

	private static final Jid JULIET = Jid.of("juliet@example.com/balcony");

	private static final String FULL = """
			<presence xmlns="jabber:client" id="p1" to="juliet@example.com/balcony" from="romeo@example.net/orchard"
			 xml:lang="en" xmlns:o="urn:other" o:kept="yes">
			  <show>dnd</show>
			  <status>Wooing Juliet</status>
			  <status xml:lang="cs">Dvořím se Julii</status>
			  <priority>1</priority>
			  <c xmlns="http://jabber.org/protocol/caps" node="urn:n" ver="x" hash="sha-1"/>
			</presence>""";

	@Test
	void everythingIsRead() {
		Presence presence = Presence.from(Element.parse(FULL));

		assertThat(presence.type()).isNull();
		assertThat(presence.isAvailable()).isTrue();
		assertThat(presence.id()).isEqualTo("p1");
		assertThat(presence.to()).isEqualTo(JULIET);
		assertThat(presence.from()).isEqualTo(Jid.of("romeo@example.net/orchard"));
		assertThat(presence.language()).isEqualTo("en");
		assertThat(presence.show()).isEqualTo(PresenceShow.DND);
		assertThat(presence.status().text()).isEqualTo("Wooing Juliet");
		assertThat(presence.status().text(Locale.forLanguageTag("cs"))).isEqualTo("Dvořím se Julii");
		assertThat(presence.priority()).isEqualTo(1);
		assertThat(presence.extensions()).hasSize(1);
		assertThat(presence.extension("http://jabber.org/protocol/caps", "c")).isNotNull();
		assertThat(presence.error()).isNull();
	}

	@Test
	@DisplayName("P8 What presence holds beyond the schema is written again")
	void everythingIsWrittenAgain() {
		Element element = Element.parse(FULL);

		Presence presence = Presence.from(element);

		assertThat(presence.toElement()).isEqualTo(element);
		assertThat(presence.mutate().build()).isEqualTo(presence);
		assertThat(Element.parse(presence.toString())).isEqualTo(element);
	}

	@Test
	void childrenAreWrittenInTheOrderOfTheSchema() {
		Presence presence = Presence.available()
			.extension(Element.of("urn:x", "x"))
			.priority(-1)
			.status(LocalizedText.of("Here").with("de", "Hier"))
			.show(PresenceShow.XA)
			.build();

		assertThat(presence.toElement()).isEqualTo(Element.parse("""
				<presence xmlns="jabber:client"><show>xa</show><status>Here</status>\
				<status xml:lang="de">Hier</status><priority>-1</priority><x xmlns="urn:x"/></presence>"""));
	}

	@ParameterizedTest
	@EnumSource
	void everyTypeSurvives(PresenceType type) {
		Presence.Builder builder = Presence.builder(type).to(JULIET);
		if (type == PresenceType.ERROR) {
			builder.error(StanzaError.of(StanzaErrorCondition.GONE));
		}

		Presence presence = Presence.from(builder.build().toElement());

		assertThat(presence.type()).isEqualTo(type);
		assertThat(presence.isAvailable()).isFalse();
	}

	@ParameterizedTest
	@EnumSource
	void everyShowSurvives(PresenceShow show) {
		assertThat(Presence.from(Presence.available().show(show).build().toElement()).show()).isEqualTo(show);
	}

	@Test
	void unknownShowIsNoneAndKept() {
		Element element = Element.parse("<presence xmlns='jabber:client'><show>asleep</show></presence>");

		assertThat(Presence.from(element).show()).isNull();
		assertThat(Presence.from(element).toElement()).isEqualTo(element);
	}

	@Test
	void priorityIsZeroUnlessGiven() {
		assertThat(Presence.available().build().priority()).isZero();
		assertThat(Presence.available().priority(5).priority(0).build().toElement().children()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "-128", "127", " 7\n", "+7" })
	void priorityOfTheRangeIsRead(String priority) {
		Element element = Element
			.parse("<presence xmlns='jabber:client'><priority>%s</priority></presence>".formatted(priority));

		assertThat(Presence.from(element).priority()).isEqualTo(Integer.parseInt(priority.trim()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "-129", "128", "", "high", "1.5" })
	void otherPriorityIsRefused(String priority) {
		Element element = Element
			.parse("<presence xmlns='jabber:client'><priority>%s</priority></presence>".formatted(priority));

		assertThatExceptionOfType(MalformedStanzaException.class).isThrownBy(() -> Presence.from(element))
			.satisfies((ex) -> assertThat(ex.condition()).isEqualTo(StanzaErrorCondition.BAD_REQUEST));
	}

	@ParameterizedTest
	@ValueSource(strings = { "unavailable", "error", "subscribe" })
	void priorityIsOnlyThatOfWhoIsAvailable(String type) {
		Element element = Element
			.parse("<presence xmlns='jabber:client' type='%s' to='a@b'><priority>high</priority></presence>"
				.formatted(type));

		Presence presence = Presence.from(element);

		assertThat(presence.priority()).isZero();
		assertThat(presence.toElement()).isEqualTo(element);
	}

	@Test
	void unknownTypeIsRefused() {
		Element element = Element.parse("<presence xmlns='jabber:client' type='available'/>");

		assertThatExceptionOfType(MalformedStanzaException.class).isThrownBy(() -> Presence.from(element));
	}

	@Test
	void malformedAddressIsRefused() {
		Element element = Element.parse("<presence xmlns='jabber:client' from='@'/>");

		assertThatExceptionOfType(MalformedStanzaException.class).isThrownBy(() -> Presence.from(element))
			.satisfies((ex) -> assertThat(ex.condition()).isEqualTo(StanzaErrorCondition.JID_MALFORMED));
	}

	@Test
	void subscriptionIsBetweenAccounts() {
		assertThat(Presence.subscribe(JULIET).build().to()).isEqualTo(JULIET.bare());
		assertThat(Presence.subscribed(JULIET).build().type()).isEqualTo(PresenceType.SUBSCRIBED);
		assertThat(Presence.unsubscribe(JULIET).build().type()).isEqualTo(PresenceType.UNSUBSCRIBE);
		assertThat(Presence.unsubscribed(JULIET).build().type()).isEqualTo(PresenceType.UNSUBSCRIBED);
		assertThat(PresenceType.values()).filteredOn(PresenceType::isSubscription).hasSize(4);
	}

	@Test
	void onlyWhatIsToNobodyIsBroadcast() {
		assertThat(Presence.available().build().isBroadcast()).isTrue();
		assertThat(Presence.unavailable().build().isBroadcast()).isTrue();
		assertThat(Presence.available().to(JULIET).build().isBroadcast()).isFalse();
	}

	@Test
	void errorIsRead() {
		Presence presence = Presence.from(Element.parse("""
				<presence xmlns='jabber:client' type='error'><error type='cancel'>\
				<remote-server-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>"""));

		assertThat(presence.error()).isEqualTo(StanzaError.of(StanzaErrorCondition.REMOTE_SERVER_NOT_FOUND));
		assertThat(presence.extensions()).isEmpty();
		assertThat(Presence.from(Element.parse("<presence xmlns='jabber:client' type='error'/>")).error()).isNull();
	}

	@Test
	void illegalShapeIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> Presence.available().priority(128));
		assertThatIllegalArgumentException().isThrownBy(() -> Presence.available().priority(-129));
		assertThatIllegalArgumentException().isThrownBy(() -> Presence.unavailable().show(PresenceShow.AWAY).build());
		assertThatIllegalArgumentException().isThrownBy(() -> Presence.unavailable().priority(1).build());
		assertThatIllegalArgumentException().isThrownBy(() -> Presence.builder(PresenceType.SUBSCRIBE).build());
		assertThatIllegalArgumentException().isThrownBy(() -> Presence.builder(PresenceType.ERROR).build());
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Presence.available().error(StanzaError.of(StanzaErrorCondition.GONE)).build());
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Presence.available().extension(Element.of("jabber:client", "show")));
	}

	@Test
	void copyOfReceivedPresenceMayBeAsItWas() {
		Presence odd = Presence.from(
				Element.parse("<presence xmlns='jabber:client' type='unavailable'><priority>1</priority></presence>"));

		assertThat(odd.withTo(JULIET).to()).isEqualTo(JULIET);
	}

}
