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

import java.util.List;

import io.github.xmppspring.server.CoreFixture.Client;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rosters, subscriptions and presence (RFC 6121, 2 to 4).
 *
 * @author XMPP for Spring Boot contributors
 */
class RosterTests {

	private static final String GET = "<iq xmlns='jabber:client' type='get' id='1'>"
			+ "<query xmlns='jabber:iq:roster'/></iq>";

	private static final String SET = "<iq xmlns='jabber:client' type='set' id='1'>"
			+ "<query xmlns='jabber:iq:roster'>%s</query></iq>";

	private final CoreFixture server = new CoreFixture();

	private final Client alice = this.server.available("alice@localhost/a");

	private final Client bob = this.server.available("bob@localhost/b");

	private static String presence(String type, String to) {
		return "<presence xmlns='jabber:client' type='" + type + "' to='" + to + "'/>";
	}

	private static Element item(Element push) {
		return push.child("jabber:iq:roster", "query").child("jabber:iq:roster", "item");
	}

	private static List<String> kinds(List<Element> stanzas) {
		return stanzas.stream()
			.map((stanza) -> stanza.localName().equals("iq") ? "push " + item(stanza).attribute("subscription")
					: "presence " + stanza.attribute("type") + " " + stanza.attribute("from"))
			.toList();
	}

	private void becomeFriends() {
		this.alice.send(presence("subscribe", "bob@localhost"));
		this.bob.send(presence("subscribed", "alice@localhost"));
		this.bob.send(presence("subscribe", "alice@localhost"));
		this.alice.send(presence("subscribed", "bob@localhost"));
		this.alice.received();
		this.bob.received();
	}

	@Test
	void changeIsPushedToInterestedResources() {
		Client other = this.server.client("alice@localhost/other");
		assertThat(other.ask(GET).payload()).isEqualTo(Element.parse("<query xmlns='jabber:iq:roster'/>"));

		assertThat(this.alice
			.ask(SET.formatted("<item jid='bob@localhost' name='Bob'><group>a</group><group>b</group></item>"))
			.type()).isEqualTo(IqType.RESULT);

		Element push = other.receivedOne();
		assertThat(push.attribute("type")).isEqualTo("set");
		assertThat(push.attribute("to")).isEqualTo("alice@localhost/other");
		assertThat(item(push)).isEqualTo(Element.parse("<item xmlns='jabber:iq:roster' jid='bob@localhost' name='Bob' "
				+ "subscription='none'><group>a</group><group>b</group></item>"));
		assertThat(other.ask(GET).payload().children()).containsExactly(item(push));
	}

	@Test
	void answerToPushIsTaken() {
		this.alice.send("<iq xmlns='jabber:client' type='result' id='push'/>");

		assertThat(this.alice.received()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"',
			value = { "\"\",bad-request", "<item jid='x@y'/><item jid='z@y'/>,bad-request", "<item/>,bad-request",
					"<item jid='@y'/>,jid-malformed", "<item jid='x@y'><group/></item>,not-acceptable",
					"<item jid='x@y'><group>a</group><group>a</group></item>,bad-request",
					"<item jid='x@y' subscription='remove'/>,item-not-found" })
	void badChangesAreRefused(String items, String condition) {
		this.alice.isRefused(SET.formatted(items), StanzaErrorCondition.ofValue(condition));
	}

	@Test
	void subscriptionIsAskedForAndGiven() {
		this.alice.ask(GET);
		this.bob.ask(GET);

		this.alice.send(presence("subscribe", "bob@localhost/ignored"));

		assertThat(item(this.alice.receivedOne()).attribute("ask")).isEqualTo("subscribe");
		assertThat(this.bob.receivedOne()).isEqualTo(Element
			.parse("<presence xmlns='jabber:client' type='subscribe' from='alice@localhost' to='bob@localhost'/>"));

		this.bob.send(presence("subscribed", "alice@localhost"));

		assertThat(kinds(this.bob.received())).containsExactly("push from");
		assertThat(kinds(this.alice.received())).containsExactly("push to", "presence subscribed bob@localhost",
				"presence null bob@localhost/b");
	}

	@Test
	void subscriptionIsRefused() {
		this.alice.ask(GET);
		this.alice.send(presence("subscribe", "bob@localhost"));
		this.alice.received();

		this.bob.send(presence("unsubscribed", "alice@localhost"));

		assertThat(kinds(this.alice.received())).containsExactly("push none", "presence unsubscribed bob@localhost");
	}

	@Test
	void requestWaitsForTheAccountToComeOnline() {
		this.alice.send(presence("subscribe", "carol@localhost"));
		Client carol = this.server.client("carol@localhost/c");

		carol.send("<presence xmlns='jabber:client'/>");

		assertThat(kinds(carol.received())).containsExactly("presence null carol@localhost/c",
				"presence subscribe alice@localhost");
	}

	@Test
	void approvalThatNobodyAskedForChangesNothing() {
		this.bob.send(presence("subscribed", "alice@localhost"));

		assertThat(this.alice.received()).isEmpty();
		assertThat(this.bob.ask(GET).payload().children()).isEmpty();
	}

	@Test
	void presenceIsShownToFriendsAndOwnResources() {
		becomeFriends();
		Client other = this.server.client("alice@localhost/other");

		other.send("<presence xmlns='jabber:client'><show>away</show></presence>");

		assertThat(this.bob.receivedOne().child("show").text()).isEqualTo("away");
		assertThat(this.alice.receivedOne().attribute("from")).isEqualTo("alice@localhost/other");
		assertThat(kinds(other.received())).containsExactlyInAnyOrder("presence null alice@localhost/other",
				"presence null alice@localhost/a", "presence null bob@localhost/b");
	}

	@Test
	void endOfSessionMakesUnavailable() {
		becomeFriends();

		this.alice.end();

		assertThat(kinds(this.bob.received())).containsExactly("presence unavailable alice@localhost/a");
	}

	@Test
	void directedPresenceIsTakenBackAtTheEnd() {
		Client carol = this.server.available("carol@localhost/c");
		this.alice.send("<presence xmlns='jabber:client' to='carol@localhost/c'/>");
		assertThat(kinds(carol.received())).containsExactly("presence null alice@localhost/a");

		this.alice.send("<presence xmlns='jabber:client' type='unavailable'/>");

		assertThat(kinds(carol.received())).containsExactly("presence unavailable alice@localhost/a");
	}

	@Test
	void endOfSubscriptionHidesPresence() {
		becomeFriends();

		this.alice.send(presence("unsubscribed", "bob@localhost"));

		assertThat(kinds(this.bob.received())).containsExactly("presence unsubscribed alice@localhost",
				"presence unavailable alice@localhost/a");
		assertThat(this.bob.ask(GET).payload().children().get(0).attribute("subscription")).isEqualTo("from");
	}

	@Test
	void removalEndsBothSubscriptions() {
		becomeFriends();
		this.alice.ask(GET);
		this.bob.ask(GET);

		this.alice.send(SET.formatted("<item jid='bob@localhost' subscription='remove'/>"));

		assertThat(this.alice.received()).extracting((stanza) -> stanza.localName() + stanza.attribute("type"))
			.contains("iqset", "iqresult");
		assertThat(kinds(this.bob.received())).contains("push to", "push none", "presence unsubscribe alice@localhost",
				"presence unsubscribed alice@localhost", "presence unavailable alice@localhost/a");
	}

	@Test
	void subscriptionToUnknownDomainIsReturned() {
		this.alice.send(presence("subscribe", "x@elsewhere.example"));

		assertThat(this.alice.receivedOne().attribute("type")).isEqualTo("error");
	}

	@Test
	void componentSubscribesToAnAccount() {
		Client component = this.server.component();

		component.send("<presence xmlns='jabber:component:accept' type='subscribe' from='bot@comp.localhost' "
				+ "to='alice@localhost'/>");
		assertThat(kinds(this.alice.received())).containsExactly("presence subscribe bot@comp.localhost");
		this.alice.send(presence("subscribed", "bot@comp.localhost"));

		assertThat(kinds(component.received())).containsExactly("presence subscribed alice@localhost",
				"presence null alice@localhost/a");
	}

}
