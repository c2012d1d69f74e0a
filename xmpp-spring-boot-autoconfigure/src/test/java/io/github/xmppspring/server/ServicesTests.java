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

package io.github.xmppspring.server;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.server.CoreFixture.Client;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the server answers for itself and for accounts.
 *
 * @author XMPP for Spring Boot contributors
 */
class ServicesTests {

	private final CoreFixture server = new CoreFixture();

	private final Client alice = this.server.client("alice@localhost/a");

	private static String iq(String type, String to, String payload) {
		String address = to.isEmpty() ? "" : " to='" + to + "'";
		return "<iq xmlns='jabber:client' type='" + type + "' id='1'" + address + ">" + payload + "</iq>";
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "", "alice@localhost" })
	void ping(String to) {
		assertThat(this.alice.ask(iq("get", to, "<ping xmlns='urn:xmpp:ping'/>")).type()).isEqualTo(IqType.RESULT);
	}

	@ParameterizedTest
	@CsvSource({ "set,localhost,<ping xmlns='urn:xmpp:ping'/>,feature-not-implemented",
			"get,localhost,<pong xmlns='urn:xmpp:ping'/>,feature-not-implemented",
			"get,bob@localhost,<ping xmlns='urn:xmpp:ping'/>,service-unavailable",
			"get,localhost,<ping xmlns='urn:x'/>,service-unavailable",
			"get,,<query xmlns='jabber:iq:version'/>,service-unavailable",
			"get,bob@localhost,<query xmlns='jabber:iq:roster'/>,forbidden",
			"get,bob@localhost,<query xmlns='jabber:iq:private'><x xmlns='urn:x'/></query>,forbidden",
			"set,bob@localhost,<vCard xmlns='vcard-temp'/>,forbidden",
			"get,bob@localhost,<vCard xmlns='vcard-temp'/>,item-not-found",
			"get,bob@localhost,<query xmlns='http://jabber.org/protocol/disco#info'/>,service-unavailable",
			"get,localhost,<query xmlns='http://jabber.org/protocol/disco#info' node='x'/>,item-not-found",
			"set,,<query xmlns='jabber:iq:private'/>,bad-request" })
	void whatIsRefused(String type, String to, String payload, String condition) {
		this.alice.isRefused(iq(type, (to != null) ? to : "", payload), StanzaErrorCondition.ofValue(condition));
	}

	@Test
	void version() {
		Iq response = this.alice.ask(iq("get", "localhost", "<query xmlns='jabber:iq:version'/>"));

		assertThat(response.payload().child("name").text()).isNotEmpty();
		assertThat(response.payload().child("version").text()).isNotEmpty();
	}

	@Test
	void time() {
		TimeService service = new TimeService(
				Clock.fixed(Instant.parse("2026-01-02T03:04:05.678Z"), ZoneOffset.ofHoursMinutes(-3, -30)));

		Iq response = service.answer(Iq.get(Element.of("urn:xmpp:time", "time")).id("1").build(), Service.Scope.SERVER);

		assertThat(response.payload()).isEqualTo(
				Element.parse("<time xmlns='urn:xmpp:time'><tzo>-03:30</tzo><utc>2026-01-02T03:04:05Z</utc></time>"));
	}

	@Test
	void discoInfoNamesWhatIsServed() {
		Iq response = this.alice.ask(iq("get", "localhost", "<query xmlns='http://jabber.org/protocol/disco#info'/>"));

		assertThat(response.payload().child("identity").attribute("category")).isEqualTo("server");
		assertThat(response.payload().children("http://jabber.org/protocol/disco#info", "feature"))
			.extracting((feature) -> feature.attribute("var"))
			.contains("http://jabber.org/protocol/disco#info", "http://jabber.org/protocol/disco#items",
					"urn:xmpp:ping", "urn:xmpp:time", "jabber:iq:version");
	}

	@Test
	void discoItemsNamesEntities() {
		this.server.component();

		Iq response = this.alice.ask(iq("get", "localhost", "<query xmlns='http://jabber.org/protocol/disco#items'/>"));

		assertThat(response.payload()).isEqualTo(Element
			.parse("<query xmlns='http://jabber.org/protocol/disco#items'>" + "<item jid='comp.localhost'/></query>"));
	}

	@Test
	void vcardIsKeptForTheAccount() {
		Client bob = this.server.client("bob@localhost/b");
		String card = "<vCard xmlns='vcard-temp'><FN>Alice</FN></vCard>";

		assertThat(this.alice.ask(iq("get", "", "<vCard xmlns='vcard-temp'/>")).payload().children()).isEmpty();
		assertThat(this.alice.ask(iq("set", "", card)).type()).isEqualTo(IqType.RESULT);

		assertThat(bob.ask(iq("get", "alice@localhost", "<vCard xmlns='vcard-temp'/>")).payload())
			.isEqualTo(Element.parse(card));
	}

	@Test
	void privateStorageKeepsOneElementOfEachName() {
		String one = "<query xmlns='jabber:iq:private'><x xmlns='urn:x'><v>1</v></x></query>";
		String two = "<query xmlns='jabber:iq:private'><x xmlns='urn:x'><v>2</v></x></query>";
		String question = "<query xmlns='jabber:iq:private'><x xmlns='urn:x'/></query>";

		assertThat(this.alice.ask(iq("get", "", question)).payload()).isEqualTo(Element.parse(question));
		this.alice.ask(iq("set", "", one));
		this.alice.ask(iq("set", "", two));

		assertThat(this.alice.ask(iq("get", "", question)).payload()).isEqualTo(Element.parse(two));
	}

	@Test
	void dataOfRemovedAccountIsGone() {
		this.alice.ask(iq("set", "", "<vCard xmlns='vcard-temp'><FN>Alice</FN></vCard>"));

		this.server.core.accountRemoved(Jid.of("alice@localhost"));

		assertThat(this.alice.ask(iq("get", "", "<vCard xmlns='vcard-temp'/>")).payload().children()).isEmpty();
	}

}
