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

package io.github.xmppspring.payload.roster;

import java.util.List;
import java.util.Set;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.Extensions;
import io.github.xmppspring.payload.PayloadException;
import io.github.xmppspring.payload.roster.Roster.Item;
import io.github.xmppspring.payload.roster.Roster.Subscription;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.xml.Attribute;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.Infoset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Roster} and its codec.
 *
 * @author XMPP for Spring Boot contributors
 */
class RosterCodecTests {

	private static final Jid ROMEO = Jid.of("romeo@example.net");

	private static Element query(String content) {
		return Element.parse("<query xmlns='jabber:iq:roster'>" + content + "</query>");
	}

	private static Item read(String item) {
		return Roster.CODEC.read(query(item)).items().get(0);
	}

	@Test
	@DisplayName("Seed example 1: disco#items request 314")
	void firstExampleOfSeed() {
		Element example = Element.parse("""
				<iq xmlns="jabber:client" to="user@example.com" type="get" id="314">
				 <query xmlns="http://jabber.org/protocol/disco#items" />
				</iq>""");

		Iq built = Iq.get().to("user@example.com").id("314").query("http://jabber.org/protocol/disco#items").build();

		assertThat(Infoset.loose(built.toElement())).isEqualTo(Infoset.loose(example));
		assertThat(Iq.from(example)).isEqualTo(built);
	}

	@Test
	@DisplayName("Seed example 2: roster result 17")
	void secondExampleOfSeed() {
		Element example = Element.parse("""
				<iq xmlns="jabber:client" to="user@localhost" type="result" id="17">
				 <query xmlns='jabber:iq:roster'>
				  <item jid='otheruser@example.net' name='John Doe' subscription='both'>
				   <group>Friends</group>
				  </item>
				 </query>
				</iq>""");

		Item john = Item.of(Jid.of("otheruser@example.net"), "John Doe", "Friends").withSubscription(Subscription.BOTH);
		Iq built = Iq.builder(IqType.RESULT)
			.to("user@localhost")
			.id("17")
			.payload(Roster.CODEC.write(Roster.of(john)))
			.build();

		assertThat(Infoset.loose(built.toElement())).isEqualTo(Infoset.loose(example));
		Iq parsed = Iq.from(example);
		assertThat(parsed.type()).isEqualTo(IqType.RESULT);
		assertThat(parsed.to()).isEqualTo(Jid.of("user@localhost"));
		assertThat(parsed.id()).isEqualTo("17");
		assertThat(parsed.queryNamespace()).isEqualTo("jabber:iq:roster");
		assertThat(Roster.CODEC.read(parsed.payload())).isEqualTo(Roster.of(john));
	}

	@Test
	void everythingOfTheSchemaIsReadAndWritten() {
		Element element = Element.parse("<query xmlns='jabber:iq:roster' ver='ver7'>"
				+ "<item jid='romeo@example.net' name='Romeo' subscription='from' ask='subscribe' approved='true'>"
				+ "<group>Friends</group><group>Lovers</group></item><item jid='nurse@example.com'/></query>");

		Roster roster = Roster.CODEC.read(element);

		assertThat(roster).isEqualTo(new Roster("ver7", List.of(
				new Item(ROMEO, "Romeo", Subscription.FROM, true, true, Set.of("Friends", "Lovers"), Extensions.NONE),
				Item.of(Jid.of("nurse@example.com"), null)), Extensions.NONE));
		assertThat(roster.items().get(0).groups()).containsExactly("Friends", "Lovers");
		assertThat(Roster.CODEC.write(roster)).isEqualTo(element);
	}

	@Test
	void requestIsEmpty() {
		assertThat(Roster.CODEC.write(Roster.get())).isEqualTo(query(""));
	}

	@Test
	void emptyVersionIsAVersion() {
		Element element = Element.parse("<query xmlns='jabber:iq:roster' ver=''/>");

		assertThat(Roster.CODEC.write(Roster.get(""))).isEqualTo(element);
		assertThat(Roster.CODEC.read(element).ver()).isEmpty();
		assertThat(Roster.CODEC.read(query("")).ver()).isNull();
	}

	@ParameterizedTest
	@EnumSource(Subscription.class)
	void subscriptionsAreTheirNamesInLowerCase(Subscription subscription) {
		Element element = query("<item jid='romeo@example.net' subscription='%s'/>".formatted(subscription));

		assertThat(Roster.CODEC.write(Roster.of(Item.of(ROMEO, null).withSubscription(subscription))))
			.isEqualTo(element);
		assertThat(Roster.CODEC.read(element).items().get(0).subscription()).isEqualTo(subscription);
	}

	@ParameterizedTest
	@CsvSource({ "subscription,both2", "ask,unsubscribe", "approved,false", "category,user" })
	void otherValuesCountForNothingAndAreKept(String attribute, String value) {
		Element element = query("<item jid='romeo@example.net' %s='%s'/>".formatted(attribute, value));

		Roster roster = Roster.CODEC.read(element);

		assertThat(roster.items()).containsExactly(new Item(ROMEO, null, null, false, false, Set.of(),
				new Extensions(List.of(new Attribute("", attribute, "", value)), List.of())));
		assertThat(Roster.CODEC.write(roster)).isEqualTo(element);
	}

	@ParameterizedTest
	@ValueSource(strings = { "true", "1" })
	void approvedIsABoolean(String value) {
		assertThat(read("<item jid='romeo@example.net' approved='%s'/>".formatted(value)).approved()).isTrue();
	}

	@Test
	void emptyNameIsAName() {
		assertThat(read("<item jid='romeo@example.net' name=''/>").name()).isEmpty();
	}

	@Test
	void newValueReplacesOneThatWasNotUnderstood() {
		Item item = read("<item jid='romeo@example.net' subscription='friend'/>");

		Element written = Roster.CODEC.write(Roster.of(item.withSubscription(Subscription.BOTH)));

		assertThat(written).isEqualTo(query("<item jid='romeo@example.net' subscription='both'/>"));
	}

	@Test
	void elementsOfOtherNamespacesAreKept() {
		Element element = query("<item jid='romeo@example.net'><group>a</group><version xmlns='urn:x'>1</version>"
				+ "</item><annotate xmlns='urn:y'/>");

		Roster roster = Roster.CODEC.read(element);

		assertThat(roster.extensions()).isEqualTo(Extensions.of(Element.of("urn:y", "annotate")));
		assertThat(roster.items().get(0).extensions().elements()).hasSize(1);
		assertThat(Roster.CODEC.write(roster)).isEqualTo(element);
	}

	@Test
	void groupCountsOnceAndWithoutANameNotAtAll() {
		Item item = read(
				"<item jid='romeo@example.net'><group>b</group><group/><group>a</group><group>b</group></item>");

		assertThat(item.groups()).containsExactly("b", "a");
		assertThat(item.extensions()).isEqualTo(Extensions.of(Element.of("jabber:iq:roster", "group")));
	}

	@Test
	void addressesOfAllScripts() {
		Element element = query("<item jid='\u5c0f\u660e@\u4f8b\u3048.jp' name='\u5c0f\u660e'/>");

		Roster roster = Roster.CODEC.read(element);

		assertThat(roster.item(Jid.of("\u5c0f\u660e@\u4f8b\u3048.jp")).name()).isEqualTo("\u5c0f\u660e");
		assertThat(Roster.CODEC.write(roster)).isEqualTo(element);
	}

	@ParameterizedTest
	@CsvSource({ "<item name='x'/>,must have the attribute 'jid'", "<item jid='@x'/>,has a malformed attribute 'jid'" })
	void itemWithoutAddressIsMalformed(String item, String rule) {
		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> Roster.CODEC.read(query(item)))
			.withMessage("<item xmlns='jabber:iq:roster'/> " + rule)
			.satisfies((ex) -> assertThat(ex.getElement().getLocalPart()).isEqualTo("item"));
	}

	@Test
	void groupWithoutANameIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> Item.of(ROMEO, null, ""));
	}

	@Test
	void changeReplacesAddsOrRemoves() {
		Item nurse = Item.of(Jid.of("nurse@example.com"), "Nurse");
		Roster roster = Roster.of(Item.of(ROMEO, "Romeo"), nurse).withVer("1");

		assertThat(roster.withItem(Item.of(ROMEO, "R")).items()).containsExactly(Item.of(ROMEO, "R"), nurse);
		assertThat(roster.withItem(Item.of(Jid.of("a@b"), null)).items()).hasSize(3);
		assertThat(roster.withItem(Item.removed(ROMEO))).isEqualTo(Roster.of(nurse).withVer("1"));
		assertThat(roster.withItem(Item.removed(Jid.of("a@b")))).isEqualTo(roster);
	}

}
