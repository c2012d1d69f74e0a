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
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamException;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Who gets what (RFC 6120, 8 and 10; RFC 6121, 8).
 *
 * @author XMPP for Spring Boot contributors
 */
class RoutingTests {

	private static final String GET = "<iq xmlns='jabber:client' type='get' id='1' to='%s'><q xmlns='urn:example'/></iq>";

	private static final String MESSAGE = "<message xmlns='jabber:client' to='%s' type='%s' id='m'/>";

	private final CoreFixture server = new CoreFixture();

	private final Client alice = this.server.client("alice@localhost/a");

	@ParameterizedTest
	@CsvSource({ "bob@localhost/none,service-unavailable", "bob@localhost,service-unavailable",
			"nobody@localhost,service-unavailable", "nobody@localhost/x,service-unavailable",
			"localhost,service-unavailable", "localhost/x,service-unavailable", "comp.localhost,service-unavailable",
			"elsewhere.example,remote-server-not-found", "x@elsewhere.example/y,remote-server-not-found" })
	void requestToNobodyIsAnswered(String to, String condition) {
		this.alice.isRefused(GET.formatted(to), StanzaErrorCondition.ofValue(condition));
	}

	@Test
	void errorComesFromWhoWasAsked() {
		assertThat(this.alice.ask(GET.formatted("bob@localhost/none")).from()).hasToString("bob@localhost/none");
	}

	@Test
	void requestReachesFullJidWithItsSender() {
		Client bob = this.server.client("bob@localhost/b");

		this.alice.send(GET.formatted("bob@localhost/b"));

		assertThat(bob.receivedOne().attribute("from")).isEqualTo("alice@localhost/a");
		assertThat(this.alice.received()).isEmpty();
	}

	@Test
	void responseGoesBack() {
		Client bob = this.server.client("bob@localhost/b");
		this.alice.send(GET.formatted("bob@localhost/b"));

		bob.send("<iq xmlns='jabber:client' type='result' id='1' to='alice@localhost/a'/>");

		assertThat(this.alice.receivedOne()).isEqualTo(Element.parse(
				"<iq xmlns='jabber:client' type='result' id='1' " + "from='bob@localhost/b' to='alice@localhost/a'/>"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "nobody@localhost", "bob@localhost", "localhost", "elsewhere.example" })
	void responseToNobodyVanishes(String to) {
		this.alice.send("<iq xmlns='jabber:client' type='result' id='1' to='" + to + "'/>");
		this.alice.send("<iq xmlns='jabber:client' type='error' id='1' to='" + to + "'/>");

		assertThat(this.alice.received()).isEmpty();
	}

	@Test
	void malformedResponseReachesWhoAsked() {
		Client bob = this.server.client("bob@localhost/b");

		this.alice.sendMalformed("<iq xmlns='jabber:client' type='result' id='1' to='bob@localhost/b'><a/><b/></iq>");

		assertThat(bob.receivedOne().children()).hasSize(2);
	}

	@Test
	void requestInFlightToEndedSessionIsAnswered() {
		Client bob = this.server.client("bob@localhost/b");
		this.alice.send(GET.formatted("bob@localhost/b"));

		bob.end();

		Iq response = Iq.from(this.alice.receivedOne());
		assertThat(response.error()).isNotNull();
		assertThat(response.error().condition()).isEqualTo(StanzaErrorCondition.RECIPIENT_UNAVAILABLE);
		assertThat(response.from()).hasToString("bob@localhost/b");
	}

	@Test
	void answeredRequestIsNotAnsweredAgainAtTheEnd() {
		Client bob = this.server.client("bob@localhost/b");
		this.alice.send(GET.formatted("bob@localhost/b"));
		bob.send("<iq xmlns='jabber:client' type='result' id='1' to='alice@localhost/a'/>");
		this.alice.received();

		bob.end();

		assertThat(this.alice.received()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "bob@localhost/b", "alice@localhost/other", "localhost" })
	void senderMustBeTheClient(String from) {
		assertThatExceptionOfType(StreamException.class)
			.isThrownBy(() -> this.alice.send("<message xmlns='jabber:client' from='" + from + "'/>"))
			.satisfies((ex) -> assertThat(ex.error().condition()).isEqualTo(StreamErrorCondition.INVALID_FROM));
	}

	@ParameterizedTest
	@ValueSource(strings = { "alice@localhost/a", "alice@localhost" })
	void senderBecomesTheFullJid(String from) {
		Client bob = this.server.client("bob@localhost/b");

		this.alice.send("<message xmlns='jabber:client' to='bob@localhost/b' from='" + from + "'/>");

		assertThat(bob.receivedOne().attribute("from")).isEqualTo("alice@localhost/a");
	}

	@Test
	void malformedAddressOfMessageIsRefused() {
		this.alice.send("<message xmlns='jabber:client' to='@x' id='1'/>");

		assertThat(this.alice.receivedOne().child("error").children().get(0).localName()).isEqualTo("jid-malformed");
	}

	@Test
	void otherElementsEndTheStream() {
		assertThatExceptionOfType(StreamException.class).isThrownBy(() -> this.alice.send("<x xmlns='jabber:client'/>"))
			.satisfies(
					(ex) -> assertThat(ex.error().condition()).isEqualTo(StreamErrorCondition.UNSUPPORTED_STANZA_TYPE));
	}

	@Test
	void messageToAccountReachesHighestPriority() {
		Client low = this.server.available("bob@localhost/low");
		Client high = this.server.available("bob@localhost/high");
		high.send("<presence xmlns='jabber:client'><priority>5</priority></presence>");
		low.received();
		high.received();

		this.alice.send(MESSAGE.formatted("bob@localhost", "chat"));

		assertThat(high.receivedOne().attribute("id")).isEqualTo("m");
		assertThat(low.received()).isEmpty();
	}

	@Test
	void messageDoesNotReachNegativePriority() {
		Client bob = this.server.available("bob@localhost/b");
		bob.send("<presence xmlns='jabber:client'><priority>-1</priority></presence>");
		bob.received();

		this.alice.send(MESSAGE.formatted("bob@localhost", "normal"));

		assertThat(bob.received()).isEmpty();
		assertThat(this.alice.receivedOne().attribute("type")).isEqualTo("error");
	}

	@Test
	void headlineReachesAllResources() {
		Client low = this.server.available("bob@localhost/low");
		Client high = this.server.available("bob@localhost/high");
		high.send("<presence xmlns='jabber:client'><priority>5</priority></presence>");
		low.received();
		high.received();

		this.alice.send(MESSAGE.formatted("bob@localhost", "headline"));

		assertThat(List.of(low.received().size(), high.received().size())).containsExactly(1, 1);
	}

	@ParameterizedTest
	@CsvSource({ "bob@localhost,chat,service-unavailable", "bob@localhost,groupchat,service-unavailable",
			"nobody@localhost,normal,service-unavailable", "localhost,normal,service-unavailable",
			"bob@localhost/none,chat,service-unavailable", "x.example,chat,remote-server-not-found",
			"bob@localhost,headline,", "bob@localhost,error,", "x.example,error,", "bob@localhost/none,headline," })
	void messageToNobodyIsReturnedUnlessItIsQuiet(String to, String type, String condition) {
		this.alice.send(MESSAGE.formatted(to, type));

		if (condition == null) {
			assertThat(this.alice.received()).isEmpty();
		}
		else {
			Element error = this.alice.receivedOne().child("error");
			assertThat(error).isNotNull();
			assertThat(error.children().get(0).localName()).isEqualTo(condition);
		}
	}

	@Test
	void messageToUnknownResourceReachesTheAccount() {
		Client bob = this.server.available("bob@localhost/b");

		this.alice.send(MESSAGE.formatted("bob@localhost/none", "chat"));

		assertThat(bob.receivedOne().attribute("to")).isEqualTo("bob@localhost/none");
	}

	@Test
	void messageWithoutRecipientIsForTheOwnAccount() {
		Client other = this.server.available("alice@localhost/other");

		this.alice.send("<message xmlns='jabber:client' id='m'/>");

		assertThat(other.receivedOne().attribute("to")).isEqualTo("alice@localhost");
	}

	@Test
	void componentGetsEverythingForItsDomainInItsNamespace() {
		Client component = this.server.component();

		this.alice.send(GET.formatted("room@comp.localhost/x"));
		this.alice.send(MESSAGE.formatted("comp.localhost", "chat"));
		this.alice.send("<presence xmlns='jabber:client' to='room@comp.localhost/x'/>");

		assertThat(component.received()).hasSize(3)
			.allSatisfy((stanza) -> assertThat(stanza.namespace()).isEqualTo("jabber:component:accept"));
	}

	@Test
	void componentSpeaksForItsDomain() {
		Client component = this.server.component();

		component.send("<message xmlns='jabber:component:accept' from='x@comp.localhost' to='alice@localhost/a'/>");

		assertThat(this.alice.receivedOne()).isEqualTo(
				Element.parse("<message xmlns='jabber:client' from='x@comp.localhost' to='alice@localhost/a'/>"));
	}

	@ParameterizedTest
	@CsvSource({ "from='x@localhost' to='alice@localhost/a',invalid-from", "to='alice@localhost/a',improper-addressing",
			"from='x@comp.localhost',improper-addressing" })
	void componentMustNameItsAddresses(String attributes, String condition) {
		Client component = this.server.component();

		assertThatExceptionOfType(StreamException.class)
			.isThrownBy(() -> component.send("<message xmlns='jabber:component:accept' " + attributes + "/>"))
			.satisfies((ex) -> assertThat(ex.error().condition().value()).isEqualTo(condition));
	}

	@Test
	void componentSpeaksInItsOwnNamespace() {
		Client component = this.server.component();

		assertThatExceptionOfType(StreamException.class)
			.isThrownBy(
					() -> component.sendMalformed("<iq xmlns='jabber:client' type='get' id='1' from='x@comp.localhost' "
							+ "to='alice@localhost/a'><ping xmlns='urn:xmpp:ping'/></iq>"))
			.satisfies(
					(ex) -> assertThat(ex.error().condition()).isEqualTo(StreamErrorCondition.UNSUPPORTED_STANZA_TYPE));
		assertThat(this.alice.received()).isEmpty();
	}

}
