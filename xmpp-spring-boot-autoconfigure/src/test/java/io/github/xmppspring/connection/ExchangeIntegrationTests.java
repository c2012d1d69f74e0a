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

package io.github.xmppspring.connection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stanza.MalformedStanzaException;
import io.github.xmppspring.stanza.StanzaError;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamException;
import io.github.xmppspring.testserver.OnTestServers;
import io.github.xmppspring.testserver.SmackPeer;
import io.github.xmppspring.testserver.TestPeer;
import io.github.xmppspring.testserver.TestServer;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.XmlLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * Integration tests for requests and responses through a real server.
 *
 * @author XMPP for Spring Boot contributors
 */
@OnTestServers
class ExchangeIntegrationTests {

	private static final Element QUESTION = Element.of("urn:example:question", "question");

	@RegisterExtension
	final TestConnections connections = new TestConnections();

	@Test
	void accountsExchangeRequestAndResponse(TestServer server) {
		HeldRequests requests = new HeldRequests();
		TestConnection alice = this.connections.open(server, "alice");
		TestConnection bob = this.connections.to(server, "bob").inbound(requests).build().start();
		Element answer = Element.parse("<a:answer xmlns:a='urn:example:answer' a:note='&lt;\"&apos;'>"
				+ "<x xmlns='urn:other' xml:lang='de'>Grüße <![CDATA[<&>]]> 😀</x>\n</a:answer>");

		CompletableFuture<Iq> response = alice.exchange(Iq.set(QUESTION).to(bob.jid()));
		HeldRequests.Held held = requests.await(0);
		held.response().complete(held.request().result(answer));

		assertThat(held.request().type()).isEqualTo(IqType.SET);
		assertThat(held.request().from()).isEqualTo(alice.jid());
		assertThat(held.request().to()).isEqualTo(bob.jid());
		assertThat(held.request().payload()).isEqualTo(QUESTION);
		assertThat(response).succeedsWithin(Duration.ofSeconds(10)).satisfies((iq) -> {
			assertThat(iq.type()).isEqualTo(IqType.RESULT);
			assertThat(iq.id()).isEqualTo(held.request().id());
			assertThat(iq.from()).isEqualTo(bob.jid());
			assertThat(iq.to()).isEqualTo(alice.jid());
			assertThat(iq.payload()).isEqualTo(answer);
		});
	}

	@Test
	void emptyResultHasNoPayload(TestServer server) {
		TestConnection alice = this.connections.open(server, "alice");
		TestConnection bob = this.connections.to(server, "bob")
			.inbound((request) -> CompletableFuture.completedStage(request.result()))
			.build()
			.start();

		Iq response = alice.request(Iq.set(QUESTION).to(bob.jid()));

		assertThat(response.type()).isEqualTo(IqType.RESULT);
		assertThat(response.payload()).isNull();
	}

	@Test
	void errorOfThePeerArrivesWhole(TestServer server) {
		StanzaError error = StanzaError.of(StanzaErrorCondition.NOT_ACCEPTABLE, "Not like this")
			.withText("de", "So nicht")
			.withApplicationCondition(Element.of("urn:example:errors", "too-late"));
		TestConnection alice = this.connections.open(server, "alice");
		TestConnection bob = this.connections.to(server, "bob")
			.inbound((request) -> CompletableFuture.completedStage(request.error(error)))
			.build()
			.start();

		Iq response = alice.request(Iq.get(QUESTION).to(bob.jid()));

		assertThat(response.type()).isEqualTo(IqType.ERROR);
		assertThat(response.error()).isEqualTo(error);
	}

	@Test
	void ownServerAnswers(TestServer server) {
		TestConnection alice = this.connections.open(server, "alice");
		Element disco = Element.of("http://jabber.org/protocol/disco#info", "query");

		Iq ping = alice.request(Iq.get(Element.of(Namespaces.PING, "ping")).to(server.domain()));
		Iq info = alice.request(Iq.get(disco).to(server.domain()));

		assertThat(ping.type()).isEqualTo(IqType.RESULT);
		assertThat(info.payload()).isNotNull();
		assertThat(info.payload().child("identity")).isNotNull();
	}

	@Test
	void ownAccountAnswers(TestServer server) {
		TestConnection alice = this.connections.open(server, "alice");
		Element roster = Element.of("jabber:iq:roster", "query");

		Iq implied = alice.request(Iq.get(roster));
		Iq explicit = alice.request(Iq.get(roster).to(alice.jid().bare()));

		assertThat(List.of(implied, explicit)).extracting(Iq::type).containsOnly(IqType.RESULT);
		assertThat(explicit.queryNamespace()).isEqualTo("jabber:iq:roster");
		assertThat(alice.statistics().pendingRequests()).isZero();
		assertThat(alice.statistics().ignored()).isEqualTo(IgnoredResponses.NONE);
	}

	@Test
	void connectionAnswersItself(TestServer server) {
		HeldRequests requests = new HeldRequests();
		TestConnection alice = this.connections.to(server, "alice").inbound(requests).build().start();

		CompletableFuture<Iq> response = alice.exchange(Iq.get(QUESTION).to(alice.jid()));
		requests.await(0).answer();

		assertThat(response).succeedsWithin(Duration.ofSeconds(10)).satisfies((iq) -> {
			assertThat(iq.from()).isEqualTo(alice.jid());
			assertThat(iq.payload()).isEqualTo(QUESTION);
		});
		assertThat(requests.count()).isOne();
	}

	@ParameterizedTest
	@ValueSource(strings = { "nobody@xmpp.test/home", "nobody@xmpp.test", "bob@xmpp.test/nowhere" })
	void unknownRecipientIsAnError(String recipient, TestServer server) {
		TestConnection alice = this.connections.open(server, "alice");

		Iq response = alice.request(Iq.get(QUESTION).to(recipient));

		assertThat(response.from()).isEqualTo(Jid.of(recipient));
		assertThat(response.error()).isNotNull()
			.extracting(StanzaError::condition)
			.isEqualTo(StanzaErrorCondition.SERVICE_UNAVAILABLE);
	}

	/**
	 * The malformed requests that the server passes on; it refuses those of no known type
	 * itself.
	 */
	@ParameterizedTest
	@ValueSource(strings = { //
			"<iq type='get' id='m1' to='%s'/>", //
			"<iq type='set' id='m2' to='%s'>text</iq>", //
			"<iq type='set' id='m3' to='%s'><a xmlns='urn:x'/><b xmlns='urn:x'/></iq>" })
	void malformedRequestIsAnsweredWithBadRequest(String xml, TestServer server) {
		HeldRequests requests = new HeldRequests();
		TestConnection alice = this.connections.to(server, "alice").inbound(requests).build().start();
		try (SmackPeer peer = SmackPeer.connect(server, "bob")) {
			TestPeer.Reply reply = peer.exchange(xml.formatted(alice.jid()));

			assertThat(reply.type()).isEqualTo("error");
			assertThat(reply.xml()).contains("bad-request");
			assertThat(requests.count()).isZero();
			assertThat(alice.state()).isEqualTo(ConnectionState.ONLINE);
		}
	}

	@Test
	void malformedResponseFailsItsRequestOnly(TestServer server) {
		HeldRequests requests = new HeldRequests();
		TestConnection alice = this.connections.open(server, "alice");
		TestConnection bob = this.connections.to(server, "bob").inbound(requests).build().start();
		CompletableFuture<Iq> other = alice.exchange(Iq.get(QUESTION).to(bob.jid()));
		requests.await(0);

		CompletableFuture<Iq> response = alice.exchange(Iq.get(QUESTION).to(bob.jid()));
		Iq request = requests.await(1).request();
		bob.send("<iq xmlns='jabber:client' type='result' id='%s' to='%s'><a xmlns='urn:x'/><b xmlns='urn:x'/></iq>"
			.formatted(request.id(), alice.jid()));

		TestConnection.failure(response, MalformedStanzaException.class);
		assertThat(other).isNotDone();
		requests.await(0).answer();
		assertThat(other).succeedsWithin(Duration.ofSeconds(10));
	}

	@Test
	void spoofedResponseIsIgnoredAndCounted(TestServer server) {
		HeldRequests requests = new HeldRequests();
		TestConnection alice = this.connections.open(server, "alice");
		TestConnection bob = this.connections.to(server, "bob").inbound(requests).build().start();
		TestConnection bobElsewhere = this.connections.open(server, "bob");
		CompletableFuture<Iq> response = alice.exchange(Iq.get(QUESTION).to(bob.jid()));
		Iq request = requests.await(0).request();
		String forged = "<iq xmlns='jabber:client' type='%s' id='" + request.id() + "' to='" + alice.jid()
				+ "'><forged xmlns='urn:example:forged'/></iq>";

		try (SmackPeer carol = SmackPeer.connect(server, "carol")) {
			carol.send(forged.formatted("result"));
			carol.send(forged.formatted("error"));
			bobElsewhere.send(forged.formatted("result"));
			await().atMost(Duration.ofSeconds(10)).until(() -> alice.statistics().ignored().spoofed() == 3);
		}

		assertThat(response).isNotDone();
		requests.await(0).answer();
		assertThat(response).succeedsWithin(Duration.ofSeconds(10)).satisfies((iq) -> {
			assertThat(iq.from()).isEqualTo(bob.jid());
			assertThat(iq.payload()).isEqualTo(QUESTION);
		});
		assertThat(alice.statistics().ignored()).isEqualTo(new IgnoredResponses(0, 0, 0, 3));
	}

	@Test
	void serverDoesNotLetOthersSpeakForThePeer(TestServer server) {
		HeldRequests requests = new HeldRequests();
		TestConnection alice = this.connections.open(server, "alice");
		TestConnection bob = this.connections.to(server, "bob").inbound(requests).build().start();
		CompletableFuture<Iq> response = alice.exchange(Iq.get(QUESTION).to(bob.jid()));
		Iq request = requests.await(0).request();

		try (SmackPeer carol = SmackPeer.connect(server, "carol")) {
			carol.send("<iq type='result' id='%s' from='%s' to='%s'/>".formatted(request.id(), bob.jid(), alice.jid()));

			// some servers end the stream, some say who it was
			await().atMost(Duration.ofSeconds(10))
				.until(() -> carol.disconnected().isDone() || alice.statistics().ignored().spoofed() == 1);
		}

		assertThat(response).isNotDone();
	}

	@Test
	void lateAndDuplicateResponsesAreCounted(TestServer server) {
		HeldRequests requests = new HeldRequests();
		TestConnection alice = this.connections.open(server, "alice");
		TestConnection bob = this.connections.to(server, "bob").inbound(requests).build().start();
		CompletableFuture<Iq> response = alice.exchange(Iq.get(QUESTION).to(bob.jid()));
		HeldRequests.Held held = requests.await(0);

		response.cancel(false);
		held.answer();
		await().atMost(Duration.ofSeconds(10)).until(() -> alice.statistics().ignored().late() == 1);
		bob.send("<iq xmlns='jabber:client' type='result' id='%s' to='%s'/>".formatted(held.request().id(),
				alice.jid()));
		await().atMost(Duration.ofSeconds(10)).until(() -> alice.statistics().ignored().duplicate() == 1);

		assertThat(alice.statistics().ignored()).isEqualTo(new IgnoredResponses(1, 1, 0, 0));
	}

	@Test
	void cancellingFreesTheRequest(TestServer server) {
		HeldRequests requests = new HeldRequests();
		TestConnection alice = this.connections.open(server, "alice");
		TestConnection bob = this.connections.to(server, "bob").inbound(requests).build().start();
		Iq.Builder request = Iq.get(QUESTION).id("same").to(bob.jid());

		CompletableFuture<Iq> cancelled = alice.exchange(request);
		assertThat(alice.statistics().pendingRequests()).isOne();
		assertThatIllegalStateException().isThrownBy(() -> alice.exchange(request));
		cancelled.cancel(false);

		assertThat(alice.statistics().pendingRequests()).isZero();
		CompletableFuture<Iq> again = alice.exchange(request);
		requests.await(1).answer();
		assertThat(again).succeedsWithin(Duration.ofSeconds(10));
	}

	@Test
	void sameIdMayGoToSeveralPeers(TestServer server) {
		HeldRequests requests = new HeldRequests();
		TestConnection alice = this.connections.open(server, "alice");
		TestConnection bob = this.connections.to(server, "bob").inbound(requests).build().start();
		TestConnection carol = this.connections.open(server, "carol");

		CompletableFuture<Iq> ofBob = alice.exchange(Iq.get(QUESTION).id("same").to(bob.jid()));
		Iq ofCarol = alice.request(Iq.get(QUESTION).id("same").to(carol.jid()));

		assertThat(ofCarol.from()).isEqualTo(carol.jid());
		assertThat(ofBob).isNotDone();
		requests.await(0).answer();
		assertThat(ofBob).succeedsWithin(Duration.ofSeconds(10)).extracting(Iq::from).isEqualTo(bob.jid());
	}

	@Test
	void responseIsNoRequest(TestServer server) {
		TestConnection alice = this.connections.open(server, "alice");

		assertThatIllegalArgumentException()
			.isThrownBy(() -> alice.exchange(Iq.builder(IqType.RESULT).id("1").to("bob@xmpp.test")));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 16_383, 16_385, 65_536, 131_072, -300 })
	void payloadsUpToTheLimitOfTheServerPass(int length, TestServer server) {
		int size = (length > 0) ? length : Math.min(server.stanzaLimit(), XmlLimits.DEFAULT.stanzaBytes()) + length;
		TestConnection alice = this.connections.open(server, "alice");
		TestConnection bob = this.connections.open(server, "bob");
		Element payload = Element.builder("urn:x", "x").text("x".repeat(size)).build();

		Iq response = alice.request(Iq.get(payload).to(bob.jid()));

		assertThat(response.payload()).isEqualTo(payload);
	}

	@Test
	void payloadsOfAllShapesPass(TestServer server) {
		TestConnection alice = this.connections.open(server, "alice");
		TestConnection bob = this.connections.open(server, "bob");
		Element deep = Element.of("urn:x", "x");
		for (int depth = 0; depth < 50; depth++) {
			deep = Element.builder("urn:x", "x").child(deep).build();
		}
		Element wide = Element.builder("urn:x", "x")
			.children(Collections.nCopies(10_000, Element.of("urn:x", "y")))
			.build();
		Element multiByte = Element.builder("urn:x", "x").text("ä€😀".repeat(20_000)).build();

		for (Element payload : List.of(deep, wide, multiByte)) {
			assertThat(alice.request(Iq.get(payload).to(bob.jid())).payload()).isEqualTo(payload);
		}
	}

	@Test
	void stanzaOverTheLimitOfTheServerEndsTheStream(TestServer server) {
		TestConnection alice = this.connections.open(server, "alice");
		TestConnection bob = this.connections.open(server, "bob");
		Element payload = Element.builder("urn:x", "x").text("x".repeat(2 * server.stanzaLimit())).build();

		CompletableFuture<Iq> response = alice.exchange(Iq.get(payload).to(bob.jid()));

		Throwable ex = TestConnection.failure(response, IqConnectionLostException.class);
		assertThat(ex.getCause()).isInstanceOfSatisfying(StreamException.class, (cause) -> {
			assertThat(cause.isRemote()).isTrue();
			assertThat(cause.error().condition()).isEqualTo(StreamErrorCondition.POLICY_VIOLATION);
		});
		assertThat(alice.statistics().pendingRequests()).isZero();
		alice.awaitState(ConnectionState.ONLINE);
		assertThat(alice.request(Iq.get(QUESTION).to(bob.jid())).payload()).isEqualTo(QUESTION);
	}

	@Test
	void stanzaOverTheOwnLimitEndsTheStream(TestServer server) {
		TestConnection alice = this.connections.to(server, "alice")
			.negotiation((builder) -> builder.limits(XmlLimits.BEFORE_AUTHENTICATION,
					XmlLimits.DEFAULT.withStanzaBytes(50_000)))
			.build()
			.start();
		Element large = Element.builder("urn:x", "x").text("x".repeat(60_000)).build();
		TestConnection bob = this.connections.to(server, "bob")
			.inbound((request) -> CompletableFuture
				.completedStage(request.result((request.type() == IqType.SET) ? large : request.payload())))
			.build()
			.start();

		CompletableFuture<Iq> response = alice.exchange(Iq.set(QUESTION).to(bob.jid()));

		Throwable ex = TestConnection.failure(response, IqConnectionLostException.class);
		assertThat(ex.getCause()).isInstanceOfSatisfying(StreamException.class, (cause) -> {
			assertThat(cause.isRemote()).isFalse();
			assertThat(cause.error().condition()).isEqualTo(StreamErrorCondition.POLICY_VIOLATION);
		});
		alice.awaitState(ConnectionState.ONLINE);
		assertThat(alice.request(Iq.get(QUESTION).to(bob.jid())).payload()).isEqualTo(QUESTION);
	}

	@Test
	void tenThousandRequestsAreInFlight(TestServer server) {
		int count = 10_000;
		HeldRequests requests = new HeldRequests();
		TestConnection alice = this.connections.open(server, "alice");
		TestConnection bob = this.connections.to(server, "bob").inbound(requests).build().start();

		List<CompletableFuture<Iq>> responses = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			Element payload = Element.builder("urn:x", "x").attribute("n", i).build();
			responses.add(alice.exchange(Iq.get(payload).to(bob.jid())));
		}
		requests.awaitCount(count);
		assertThat(alice.statistics().pendingRequests()).isEqualTo(count);
		assertThat(responses).noneMatch(CompletableFuture::isDone);
		requests.answerAll();

		assertThat(CompletableFuture.allOf(responses.toArray(CompletableFuture[]::new)))
			.succeedsWithin(Duration.ofSeconds(60));
		for (int i = 0; i < count; i++) {
			Element payload = responses.get(i).join().payload();
			assertThat(payload).isNotNull();
			assertThat(payload.attribute("n")).isEqualTo(Integer.toString(i));
		}
		assertThat(alice.statistics().pendingRequests()).isZero();
		assertThat(alice.statistics().ignored()).isEqualTo(IgnoredResponses.NONE);
		assertThat(alice.states()).hasSize(3);
	}

	@Test
	void messagesAreGivenToListeners(TestServer server) {
		TestConnection alice = this.connections.open(server, "alice");
		TestConnection bob = this.connections.open(server, "bob");

		bob.send("<message xmlns='jabber:client' to='%s'><body>Hello</body></message>".formatted(alice.jid()));

		await().atMost(Duration.ofSeconds(10))
			.until(() -> alice.stanzas()
				.stream()
				.anyMatch((stanza) -> stanza.localName().equals("message")
						&& bob.jid().toString().equals(stanza.attribute("from"))));
	}

}
