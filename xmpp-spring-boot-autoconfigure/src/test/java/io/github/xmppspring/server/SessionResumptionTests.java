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

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.server.FaultInjection.Drop;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link SessionResumption} and what belongs to it, on real connections.
 *
 * @author XMPP for Spring Boot contributors
 */
class SessionResumptionTests {

	private static final Jid ALICE = Jid.of("alice@localhost/phone");

	private static final Pattern ID = Pattern.compile("id=[\"']([^\"']+)[\"']");

	private static final String R = "<r xmlns='urn:xmpp:sm:3'/>";

	@RegisterExtension
	final ServerExtension servers = new ServerExtension();

	@Test
	void streamManagementIsOffered() {
		RawStream alice = this.servers.raw(start(Duration.ofMinutes(1))).authenticate("alice");

		assertThat(alice.send(RawStream.HEADER).readUntil("</stream:features>")).contains("urn:xmpp:sm:3");
	}

	@Test
	void clientEnablesStreamManagementOnce() {
		RawStream alice = this.servers.raw(start(Duration.ofMinutes(1))).login("alice", "phone");

		String enabled = alice.send("<enable xmlns='urn:xmpp:sm:3' resume='true'/>").readUntil("/>");
		assertThat(Element.parse(enabled)).satisfies((element) -> {
			assertThat(element.is("urn:xmpp:sm:3", "enabled")).isTrue();
			assertThat(element.attribute("resume")).isEqualTo("true");
			assertThat(element.attribute("max")).isEqualTo("60");
			assertThat(element.attribute("id")).hasSizeGreaterThan(20);
		});
		alice.send("<enable xmlns='urn:xmpp:sm:3'/>");
		assertThat(Element.parse(alice.readUntil("</failed>"))).isEqualTo(failed("unexpected-request", null));
		alice.send("<resume xmlns='urn:xmpp:sm:3' previd='x' h='0'/>");
		assertThat(Element.parse(alice.readUntil("</failed>"))).isEqualTo(failed("unexpected-request", null));
	}

	@Test
	void clientMayWantLess() {
		EmbeddedXmppServer server = start(Duration.ofMinutes(1));

		assertThat(this.servers.raw(server)
			.login("alice", "phone")
			.send("<enable xmlns='urn:xmpp:sm:3' resume='1' max='5'/>")
			.readUntil("/>")).contains("max=\"5\"");
		assertThat(Element.parse(this.servers.raw(server)
			.login("alice", "tablet")
			.send("<enable xmlns='urn:xmpp:sm:3'/>")
			.readUntil("/>"))).isEqualTo(Element.parse("<enabled xmlns='urn:xmpp:sm:3'/>"));
	}

	@Test
	void serverMayNotResume() {
		RawStream alice = this.servers.raw(start(Duration.ZERO)).login("alice", "phone");

		alice.send("<enable xmlns='urn:xmpp:sm:3' resume='true'/>");

		assertThat(Element.parse(alice.readUntil("/>"))).isEqualTo(Element.parse("<enabled xmlns='urn:xmpp:sm:3'/>"));
	}

	@Test
	void receivedStanzasAreAcknowledged() {
		RawStream alice = this.servers.raw(start(Duration.ofMinutes(1))).login("alice", "phone");
		enable(alice);

		alice.send(R + "<presence/>" + R);

		assertThat(alice.readUntil("h=\"0\"/>")).contains("<a ");
		assertThat(alice.readUntil("h=\"1\"/>")).contains("<a ");
	}

	@Test
	void elementsBeforeEnablingEndTheStream() {
		RawStream alice = this.servers.raw(start(Duration.ofMinutes(1))).login("alice", "phone");

		assertThat(alice.send(R).readAll()).contains("unsupported-stanza-type");
	}

	@ParameterizedTest
	@EnumSource(Drop.class)
	void stanzasWaitForTheNextStream(Drop drop) {
		EmbeddedXmppServer server = start(Duration.ofMinutes(1));
		RawStream alice = this.servers.raw(server).login("alice", "phone");
		String id = enable(alice);
		ServerClient bob = this.servers.connect(server, "bob@localhost/desk");

		server.faults().dropConnection(ALICE, drop);
		alice.readAll();
		bob.send(message("1"));
		bob.send(message("2"));
		CompletableFuture<Iq> reply = bob.askLater(ping());

		assertThat(server.sessions()).contains(ALICE);
		RawStream next = resume(server, id, 0);
		assertThat(Element.parse(next.readUntil("/>")))
			.isEqualTo(Element.parse("<resumed xmlns='urn:xmpp:sm:3' previd='" + id + "' h='0'/>"));
		next.readUntil("<body>1</body>");
		next.readUntil("<body>2</body>");
		answer(next);
		assertThat(reply).succeedsWithin(ServerExtension.TIMEOUT).satisfies((iq) -> assertThat(iq.error()).isNull());
	}

	@Test
	void onlyWhatIsNotAcknowledgedIsSentAgain() {
		EmbeddedXmppServer server = start(Duration.ofMinutes(1));
		RawStream alice = this.servers.raw(server).login("alice", "phone");
		String id = enable(alice);
		ServerClient bob = this.servers.connect(server, "bob@localhost/desk");
		bob.send(message("1"));
		bob.send(message("2"));
		alice.readUntil("<body>2</body>");
		server.faults().dropConnection(ALICE, Drop.CLOSE);

		RawStream next = resume(server, id, 1);

		assertThat(next.readUntil("<body>2</body>")).doesNotContain("<body>1</body>");
		next.readUntil("<r ");
		next.send("<a xmlns='urn:xmpp:sm:3' h='2'/>");
		server.faults().dropConnection(ALICE, Drop.RESET);
		bob.send(message("3"));
		assertThat(resume(server, id, 2).readUntil("<body>3</body>")).doesNotContain("<body>2</body>");
	}

	@Test
	void countGoesOnWithTheSession() {
		EmbeddedXmppServer server = start(Duration.ofMinutes(1));
		RawStream alice = this.servers.raw(server).login("alice", "phone");
		String id = enable(alice);
		alice.send("<presence/><message to='bob@localhost/x' type='headline'/>" + R).readUntil("h=\"2\"/>");
		server.faults().dropConnection(ALICE, Drop.CLOSE);

		RawStream next = resume(server, id, 0);

		next.readUntil("<resumed ");
		assertThat(next.readUntil("/>")).contains("h=\"2\"");
		next.send("<message to='bob@localhost/x' type='headline'/>" + R).readUntil("h=\"3\"/>");
	}

	@Test
	void otherStreamOfTheSessionEnds() {
		EmbeddedXmppServer server = start(Duration.ofMinutes(1));
		RawStream alice = this.servers.raw(server).login("alice", "phone");
		String id = enable(alice);

		RawStream next = resume(server, id, 0);
		next.readUntil("<resumed ");

		assertThat(alice.readAll()).contains("<conflict ").endsWith("</stream:stream>");
		this.servers.connect(server, "bob@localhost/desk").send(message("1"));
		next.readUntil("<body>1</body>");
		assertThat(server.sessions()).contains(ALICE);
	}

	@Test
	void stalledStreamIsReplaced() {
		EmbeddedXmppServer server = start(Duration.ofMinutes(1));
		RawStream alice = this.servers.raw(server).login("alice", "phone");
		String id = enable(alice);
		ServerClient bob = this.servers.connect(server, "bob@localhost/desk");
		server.faults().stall(ALICE);
		bob.send(message("1"));

		RawStream next = resume(server, id, 0);

		next.readUntil("<body>1</body>");
		alice.readAll();
	}

	@Test
	void sessionEndsWhenTheTimeIsOver() {
		EmbeddedXmppServer server = start(Duration.ofSeconds(3));
		ServerClient bob = this.servers.connect(server, "bob@localhost/desk");
		RawStream alice = this.servers.raw(server).login("alice", "phone");
		String id = enable(alice);
		alice.send("<presence to='bob@localhost/desk'/>" + R).readUntil("h=\"1\"/>");
		bob.send(message("0"));
		alice.readUntil("<body>0</body>");
		server.faults().dropConnection(ALICE, Drop.RESET);
		bob.send(message("1"));
		CompletableFuture<Iq> reply = bob.askLater(ping());

		assertThat(reply).succeedsWithin(ServerExtension.TIMEOUT)
			.satisfies(
					(iq) -> assertThat(iq.error().condition()).isEqualTo(StanzaErrorCondition.RECIPIENT_UNAVAILABLE));
		await().untilAsserted(() -> {
			assertThat(bob.stanzas()).filteredOn((stanza) -> "unavailable".equals(stanza.attribute("type"))).hasSize(1);
			assertThat(bob.stanzas()).filteredOn((stanza) -> "error".equals(stanza.attribute("type")))
				.extracting((stanza) -> stanza.attribute("id"))
				.containsExactly("0", "1");
		});
		assertThat(server.sessions()).doesNotContain(ALICE);
		assertThat(Element.parse(resume(server, id, 0).readUntil("</failed>"))).isEqualTo(failed("item-not-found", 1));
	}

	@Test
	void unknownSessionsAreNotFound() {
		EmbeddedXmppServer server = start(Duration.ofMinutes(1));
		RawStream alice = this.servers.raw(server).login("alice", "phone");
		String id = enable(alice);
		RawStream bob = this.servers.raw(server).authenticate("bob");
		bob.send(RawStream.HEADER).readUntil("</stream:features>");

		bob.send("<resume xmlns='urn:xmpp:sm:3' previd='" + id + "' h='0'/>");
		assertThat(Element.parse(bob.readUntil("</failed>"))).isEqualTo(failed("item-not-found", null));
		bob.send("<resume xmlns='urn:xmpp:sm:3' previd='unknown' h='0'/>");
		assertThat(Element.parse(bob.readUntil("</failed>"))).isEqualTo(failed("item-not-found", null));
		bob.send("<iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>")
			.readUntil("bob@localhost/");
	}

	@Test
	void countThatIsTooHighEndsTheStreamOnly() {
		EmbeddedXmppServer server = start(Duration.ofMinutes(1));
		RawStream alice = this.servers.raw(server).login("alice", "phone");
		String id = enable(alice);
		server.faults().dropConnection(ALICE, Drop.CLOSE);

		assertThat(resume(server, id, 1).readAll()).contains("undefined-condition")
			.contains("handled-count-too-high")
			.contains("send-count=\"0\"");
		resume(server, id, 0).readUntil("<resumed ");
		alice.readAll();
	}

	@Test
	void countThatIsTooHighEndsTheSessionToWhichItBelongs() {
		EmbeddedXmppServer server = start(Duration.ofMinutes(1));
		RawStream alice = this.servers.raw(server).login("alice", "phone");
		enable(alice);

		assertThat(alice.send("<a xmlns='urn:xmpp:sm:3' h='1'/>").readAll()).contains("handled-count-too-high");
		await().untilAsserted(() -> assertThat(server.sessions()).doesNotContain(ALICE));
	}

	@Test
	void streamThatEndsInOrderIsNotResumed() {
		EmbeddedXmppServer server = start(Duration.ofMinutes(1));
		RawStream alice = this.servers.raw(server).login("alice", "phone");
		String id = enable(alice);
		alice.send("</stream:stream>").readAll();

		assertThat(Element.parse(resume(server, id, 0).readUntil("</failed>"))).isEqualTo(failed("item-not-found", 0));
	}

	@Test
	void streamThatFailedIsNotResumed() {
		EmbeddedXmppServer server = start(Duration.ofMinutes(1));
		RawStream alice = this.servers.raw(server).login("alice", "phone");
		String id = enable(alice);
		server.faults().endStream(ALICE, StreamErrorCondition.RESET);
		alice.readAll();

		assertThat(Element.parse(resume(server, id, 0).readUntil("</failed>"))).isEqualTo(failed("item-not-found", 0));
	}

	@Test
	void resourceOfWaitingSessionCanBeTaken() {
		EmbeddedXmppServer server = start(Duration.ofMinutes(1));
		RawStream alice = this.servers.raw(server).login("alice", "phone");
		String id = enable(alice);
		server.faults().dropConnection(ALICE, Drop.CLOSE);
		alice.readAll();

		RawStream other = this.servers.raw(server).login("alice", "phone");

		assertThat(Element.parse(resume(server, id, 0).readUntil("</failed>"))).isEqualTo(failed("item-not-found", 0));
		this.servers.connect(server, "bob@localhost/desk").send(message("1"));
		other.readUntil("<body>1</body>");
	}

	@Test
	void messagesOfWaitingSessionAreReturnedIfItsResourceIsTaken() {
		EmbeddedXmppServer server = start(Duration.ofMinutes(1));
		RawStream alice = this.servers.raw(server).login("alice", "phone");
		enable(alice);
		ServerClient bob = this.servers.connect(server, "bob@localhost/desk");
		bob.send(message("0"));
		alice.readUntil("<body>0</body>");
		server.faults().dropConnection(ALICE, Drop.CLOSE);
		alice.readAll();
		bob.send(message("1"));
		bob.ask(Iq.get(Element.of("urn:xmpp:ping", "ping")).to(Jid.of("localhost")));

		this.servers.raw(server).login("alice", "phone");

		await().untilAsserted(() -> assertThat(bob.stanzas()).extracting((stanza) -> stanza.attribute("id"))
			.containsExactly("0", "1"));
		assertThat(bob.stanzas()).allMatch((stanza) -> "error".equals(stanza.attribute("type")));
	}

	@Test
	void messagesOfReplacedSessionAreReturnedOnce() {
		EmbeddedXmppServer server = start(Duration.ofMinutes(1));
		RawStream alice = this.servers.raw(server).login("alice", "phone");
		enable(alice);
		RawStream tablet = this.servers.raw(server).login("alice", "tablet");
		tablet.send("<presence/>").readUntil("<presence");
		ServerClient bob = this.servers.connect(server, "bob@localhost/desk");
		bob.send(message("0"));
		alice.readUntil("<body>0</body>");

		this.servers.raw(server).login("alice", "phone");

		tablet.readUntil("<body>0</body>");
		alice.readAll();
		bob.ask(Iq.get(Element.of("urn:xmpp:ping", "ping")).to(Jid.of("localhost")));
		String more = tablet.send("<iq type='get' id='end' to='localhost'><ping xmlns='urn:xmpp:ping'/></iq>")
			.readUntil("id=\"end\"");
		assertThat(more).doesNotContain("<body>0</body>");
	}

	@Test
	void sessionForWhichTooMuchWaitsEndsAtOnce() {
		EmbeddedXmppServer server = start(Duration.ofMinutes(10));
		RawStream alice = this.servers.raw(server).login("alice", "phone");
		enable(alice);
		ServerClient bob = this.servers.connect(server, "bob@localhost/desk");
		server.faults().dropConnection(ALICE, Drop.CLOSE);
		alice.readAll();
		CompletableFuture<Iq> reply = bob.askLater(ping());

		for (int i = 0; i < 40; i++) {
			bob.send(message("x".repeat(400_000)));
		}

		assertThat(reply).succeedsWithin(ServerExtension.TIMEOUT)
			.satisfies(
					(iq) -> assertThat(iq.error().condition()).isEqualTo(StanzaErrorCondition.RECIPIENT_UNAVAILABLE));
		await().untilAsserted(() -> assertThat(bob.stanzas()).hasSize(40));
		assertThat(server.sessions()).doesNotContain(ALICE);
	}

	@Test
	void accountThatIsRemovedTakesItsWaitingSessionsAlong() {
		EmbeddedXmppServer server = start(Duration.ofMinutes(1));
		RawStream alice = this.servers.raw(server).login("alice", "phone");
		enable(alice);
		server.faults().dropConnection(ALICE, Drop.CLOSE);
		alice.readAll();
		assertThat(server.sessions()).contains(ALICE);

		server.accounts().remove("alice");

		assertThat(server.sessions()).isEmpty();
	}

	@Test
	void acknowledgementsCanBeDelayed() {
		EmbeddedXmppServer server = start(Duration.ofMinutes(1));
		RawStream alice = this.servers.raw(server).login("alice", "phone");
		enable(alice);
		server.faults().delayAcknowledgements(ALICE, Duration.ofMillis(300));
		long start = System.nanoTime();

		alice.send("<presence/>" + R).readUntil("h=\"1\"/>");

		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(290));
	}

	@Test
	void lateRepliesWaitForTheNextStream() {
		EmbeddedXmppServer server = start(Duration.ofMinutes(1));
		RawStream alice = this.servers.raw(server).login("alice", "phone");
		String id = enable(alice);
		server.faults().delayReplies(ALICE, Duration.ofMillis(200));
		alice.send("<iq type='get' id='late' to='localhost'><ping xmlns='urn:xmpp:ping'/></iq>" + R)
			.readUntil("h=\"1\"/>");
		server.faults().dropConnection(ALICE, Drop.CLOSE);
		server.faults().clear();

		resume(server, id, 0).readUntil("id=\"late\"");
	}

	@Test
	void serverStopsWithWaitingSessions() {
		EmbeddedXmppServer server = start(Duration.ofMinutes(1));
		RawStream alice = this.servers.raw(server).login("alice", "phone");
		enable(alice);
		server.faults().dropConnection(ALICE, Drop.CLOSE);
		alice.readAll();

		server.stop();
		server.start();

		assertThat(server.sessions()).isEmpty();
	}

	private EmbeddedXmppServer start(Duration resumptionTimeout) {
		return this.servers.start((builder) -> builder.tlsRequired(false).resumptionTimeout(resumptionTimeout));
	}

	private static String enable(RawStream stream) {
		String enabled = stream.send("<enable xmlns='urn:xmpp:sm:3' resume='true'/>").readUntil("/>");
		Matcher id = ID.matcher(enabled);
		assertThat(id.find()).as(enabled).isTrue();
		return id.group(1);
	}

	private RawStream resume(EmbeddedXmppServer server, String id, int handled) {
		RawStream stream = this.servers.raw(server).authenticate("alice");
		stream.send(RawStream.HEADER).readUntil("</stream:features>");
		return stream.send("<resume xmlns='urn:xmpp:sm:3' previd='" + id + "' h='" + handled + "'/>");
	}

	private static void answer(RawStream stream) {
		String request = stream.readUntil("</iq>");
		Element iq = Element
			.parse(request.substring(request.indexOf("<iq")).replace("<iq", "<iq xmlns='jabber:client'"));
		stream.send("<iq type='result' id='" + iq.attribute("id") + "' to='" + iq.attribute("from") + "'/>");
	}

	private static String message(String body) {
		return Element.builder("jabber:client", "message")
			.attribute("to", ALICE)
			.attribute("id", body.substring(0, 1))
			.textChild("body", body)
			.build()
			.toString();
	}

	private static Iq.Builder ping() {
		return Iq.get(Element.of("urn:xmpp:ping", "ping")).to(ALICE);
	}

	private static Element failed(String condition, Integer handled) {
		return Element.builder("urn:xmpp:sm:3", "failed")
			.attribute("h", handled)
			.child(Element.of("urn:ietf:params:xml:ns:xmpp-stanzas", condition))
			.build();
	}

}
