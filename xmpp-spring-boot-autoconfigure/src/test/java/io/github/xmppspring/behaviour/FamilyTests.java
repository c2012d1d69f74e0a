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

package io.github.xmppspring.behaviour;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.roster.Roster;
import io.github.xmppspring.payload.vcard4.VCard4;
import io.github.xmppspring.payload.vcard4.VCardProperty;
import io.github.xmppspring.payload.vcardtemp.VCardTemp;
import io.github.xmppspring.roster.RosterChangedEvent;
import io.github.xmppspring.roster.RosterOperations;
import io.github.xmppspring.vcard.VCardOperations;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The families of payloads that the seed names, and SP11: from whom roster pushes are
 * taken. The application is {@code me@x/r}.
 *
 * @author XMPP for Spring Boot contributors
 */
class FamilyTests {

	private static final Duration SOON = Duration.ofSeconds(5);

	private static ScriptedServer server;

	private static Application application;

	private static PayloadCodecs payloads;

	private final RosterOperations roster = application.bean(RosterOperations.class);

	private final VCardOperations cards = application.bean(VCardOperations.class);

	private final List<RosterChangedEvent> events = application.bean(Events.class).received;

	@BeforeAll
	static void start() {
		server = ScriptedServer.forClient("me@x/r");
		application = Application.with(Events.class).on(server);
		payloads = application.bean(PayloadCodecs.class);
	}

	@AfterAll
	static void stop() throws Exception {
		application.close();
		server.close();
	}

	@BeforeEach
	void forget() {
		this.events.clear();
	}

	private void load() {
		CompletableFuture<Roster> loaded = this.roster.getAsync();
		answer("<query xmlns='jabber:iq:roster'><item jid='a@x' name='A' subscription='both'><group>G</group></item></query>");
		assertThat(loaded).succeedsWithin(SOON);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "from='me@x'" })
	@DisplayName("SP11 a roster push without a sender or from the own account is taken; the result is empty")
	void push(String from) {
		load();

		Element reply = server.ask("<iq type='set' id='*' %s><query xmlns='jabber:iq:roster'>".formatted(from)
				+ "<item jid='b@x' subscription='to'/></query></iq>");

		assertThat(reply.attribute("type")).isEqualTo("result");
		assertThat(reply.children()).isEmpty();
		await().atMost(SOON).until(() -> this.events.size() == 1);
		assertThat(this.events.get(0).getItem().jid()).isEqualTo(Jid.of("b@x"));
		assertThat(this.roster.contact(Jid.of("b@x"))).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "me@x/r", "me@x/other", "x", "evil@y", "a@x" })
	@DisplayName("SP11 a roster push from anybody else is service-unavailable and not taken")
	void forgedPush(String from) {
		load();

		Element reply = server.ask("<iq type='set' id='*' from='%s'><query xmlns='jabber:iq:roster'>".formatted(from)
				+ "<item jid='evil@y' subscription='both'/></query></iq>");

		assertThat(reply.attribute("type")).isEqualTo("error");
		assertThat(reply.child("error").firstChild().localName()).isEqualTo("service-unavailable");
		assertThat(this.roster.contact(Jid.of("evil@y"))).isNull();
		assertThat(this.events).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ ",", "'',", "17," })
	@DisplayName("roster the version is kept, also if it is empty, as are all parts of an item")
	void rosterIsLossless(@Nullable String ver) {
		Element query = Element
			.parse("<query xmlns='jabber:iq:roster'%s>".formatted((ver != null) ? " ver='" + ver + "'" : "")
					+ "<item jid='a@x' name='A' subscription='both' ask='subscribe' approved='true'><group>G</group>"
					+ "<group>H</group></item><item jid='b@x'/></query>");

		Roster roster = payloads.read(query, Roster.class);

		assertThat(roster.ver()).isEqualTo(ver);
		assertThat(roster.items().get(0).groups()).containsExactly("G", "H");
		assertThat(roster.items().get(0).ask()).isTrue();
		assertThat(payloads.write(roster)).isEqualTo(query);
	}

	@Test
	@DisplayName("roster contacts are asked for, changed and removed, and pushes are events")
	void rosterOperations() {
		load();
		assertThat(this.roster.contacts()).extracting(Roster.Item::name).contains("A");

		CompletableFuture<Void> set = this.roster.setAsync(Jid.of("b@x"), "B", "G", "H");
		assertThat(answer(null)).isEqualTo(Element.parse(
				"<query xmlns='jabber:iq:roster'><item jid='b@x' name='B'><group>G</group><group>H</group></item></query>"));
		CompletableFuture<Void> removed = this.roster.removeAsync(Jid.of("a@x"));
		assertThat(answer(null)).isEqualTo(
				Element.parse("<query xmlns='jabber:iq:roster'><item jid='a@x' subscription='remove'/></query>"));
		server.ask(
				"<iq type='set' id='*'><query xmlns='jabber:iq:roster'><item jid='a@x' subscription='remove'/></query></iq>");

		assertThat(set).succeedsWithin(SOON);
		assertThat(removed).succeedsWithin(SOON);
		await().atMost(SOON).until(() -> this.events.size() == 1);
		assertThat(this.events.get(0).getItem().isRemoved()).isTrue();
		assertThat(this.roster.contact(Jid.of("a@x"))).isNull();
	}

	@Test
	@DisplayName("vcard4 a card is read and written without loss")
	void card() {
		Element element = Element
			.parse("""
					<vcard xmlns='urn:ietf:params:xml:ns:vcard-4.0'><fn><text>Juliet Capulet</text></fn>\
					<email><parameters><pref><integer>1</integer></pref></parameters><text>juliet@example.com</text></email>\
					<x-mood><text>sad</text></x-mood></vcard>""");

		VCard4 card = payloads.read(element, VCard4.class);

		assertThat(card.properties()).hasSize(3);
		assertThat(payloads.write(card)).isEqualTo(element);
	}

	@Test
	@DisplayName("vcard4 the card of somebody is asked for, by request and on the node where it is published")
	void cards() {
		String fn = "<vcard xmlns='urn:ietf:params:xml:ns:vcard-4.0'><fn><text>Juliet</text></fn></vcard>";
		VCard4 expected = VCard4.builder().text(VCardProperty.FN, "Juliet").build();

		CompletableFuture<?> asked = this.cards.vcard4Async(Jid.of("juliet@y"));
		assertThat(answer(fn)).isEqualTo(Element.of("urn:ietf:params:xml:ns:vcard-4.0", "vcard"));
		CompletableFuture<?> published = this.cards.publishedVcard4Async(Jid.of("juliet@y"));
		Element query = answer("<pubsub xmlns='http://jabber.org/protocol/pubsub'><items node='urn:xmpp:vcard4'>"
				+ "<item id='current'>" + fn + "</item></items></pubsub>");

		assertThat(asked).succeedsWithin(SOON).isEqualTo(Optional.of(expected));
		assertThat(published).succeedsWithin(SOON).isEqualTo(Optional.of(expected));
		assertThat(query.firstChild().attribute("node")).isEqualTo("urn:xmpp:vcard4");
	}

	@Test
	@DisplayName("vcard4 the old format is there beside it")
	void oldCards() {
		CompletableFuture<?> asked = this.cards.vcardTempAsync(Jid.of("juliet@y"));
		assertThat(answer("<vCard xmlns='vcard-temp'><FN>Juliet</FN></vCard>"))
			.isEqualTo(Element.of("vcard-temp", "vCard"));

		assertThat(asked).succeedsWithin(SOON).isEqualTo(Optional.of(VCardTemp.builder().text("FN", "Juliet").build()));
	}

	// Answers the next request with a result and tells what was asked
	private static Element answer(@Nullable String payload) {
		Element request = server.next();
		String to = request.attribute("to");
		server.send("<iq type='result' id='%s'%s>%s</iq>".formatted(request.attribute("id"),
				(to != null) ? " from='" + to + "'" : "", (payload != null) ? payload : ""));
		return request.firstChild();
	}

	static class Events {

		private final List<RosterChangedEvent> received = new CopyOnWriteArrayList<>();

		@EventListener
		void received(RosterChangedEvent event) {
			this.received.add(event);
		}

	}

}
