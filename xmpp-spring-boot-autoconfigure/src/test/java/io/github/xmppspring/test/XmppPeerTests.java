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

package io.github.xmppspring.test;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.github.xmppspring.test.XmppAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link XmppPeer}, without a network.
 *
 * @author XMPP for Spring Boot contributors
 */
class XmppPeerTests {

	private static final Jid BOT = Jid.of("bot@localhost/home");

	private final LocalNetwork network = new LocalNetwork();

	private final LocalXmppConnection application = new LocalXmppConnection(this.network, BOT,
			(request) -> CompletableFuture.completedFuture(request.result(request.payload())));

	private final XmppPeer peer = peer("juliet@localhost/balcony");

	private XmppPeer peer(String jid) {
		PeerInbox inbox = new PeerInbox();
		return XmppPeer.builder(Jid.of(jid))
			.application(BOT)
			.timeout(Duration.ofMillis(50))
			.login(new LocalXmppConnection(this.network, Jid.of(jid), inbox), inbox);
	}

	@BeforeEach
	void start() {
		this.application.start();
	}

	@AfterEach
	void close() {
		this.peer.close();
	}

	private CompletableFuture<Iq> ask(String payload) {
		Iq request = Iq.get(Element.parse(payload)).id("1").to(this.peer.jid()).build();
		return this.application.exchange(request).toCompletableFuture();
	}

	@Test
	void asksApplication() {
		assertThat(this.peer.get("<a xmlns='urn:a'/>")).isResult()
			.hasPayload("<a xmlns='urn:a'/>")
			.isFrom(BOT)
			.isTo(this.peer.jid());
		assertThat(this.peer.set("<b xmlns='urn:a'/>")).isResult().hasPayload("<b xmlns='urn:a'/>");
	}

	@Test
	void asksAnyone() {
		assertThat(this.peer.request(Iq.get().query("urn:a").to("nobody@localhost").build())).isError()
			.hasCondition(StanzaErrorCondition.SERVICE_UNAVAILABLE);
	}

	@Test
	void repliesToExpectedRequest() {
		CompletableFuture<Iq> reply = ask("<a xmlns='urn:a'> <b/> </a>");

		PeerRequest request = this.peer.expect("<p:a xmlns:p='urn:a'><p:b/></p:a>");
		assertThat(request.iq()).isGet().isFrom(BOT);
		assertThat(request.payload()).hasName("urn:a", "a");
		assertThat(reply).isNotDone();
		request.reply("<c xmlns='urn:a'/>");

		assertThat(reply.join()).isResult().hasId("1").hasPayload("<c xmlns='urn:a'/>");
	}

	@Test
	void repliesInEachWay() {
		CompletableFuture<Iq> empty = ask("<empty xmlns='urn:a'/>");
		CompletableFuture<Iq> error = ask("<error xmlns='urn:a'/>");
		CompletableFuture<Iq> own = ask("<own xmlns='urn:a'/>");

		this.peer.expect((request) -> request.toString().contains("error"))
			.replyError(StanzaErrorCondition.ITEM_NOT_FOUND);
		this.peer.expect().reply();
		this.peer.expect("<iq type='get' to='juliet@localhost/balcony'/>")
			.replyWith((request) -> request.result(request.payload()));

		assertThat(empty.join()).isResult().hasNoPayload();
		assertThat(error.join()).isError().hasCondition(StanzaErrorCondition.ITEM_NOT_FOUND);
		assertThat(own.join()).hasPayload("<own xmlns='urn:a'/>");
	}

	@Test
	void repliesAsForeseen() {
		this.peer.when("<a xmlns='urn:a'/>").reply("<b xmlns='urn:a'/>");
		this.peer.when((request) -> request.queryNamespace() != null).replyError(StanzaErrorCondition.CONFLICT);

		assertThat(ask("<a xmlns='urn:a'/>").join()).isResult().hasPayload("<b xmlns='urn:a'/>");
		assertThat(ask("<query xmlns='urn:a'/>").join()).isError().hasCondition(StanzaErrorCondition.CONFLICT);
		assertThat(this.peer.requests()).hasSize(2);
	}

	@Test
	void lastForeseenReplyCounts() {
		this.peer.when("<a xmlns='urn:a'/>").reply("<b xmlns='urn:a'/>");
		this.peer.when("<a xmlns='urn:a'/>").reply("<c xmlns='urn:a'/>");

		assertThat(ask("<a xmlns='urn:a'/>").join()).hasPayload("<c xmlns='urn:a'/>");
	}

	@Test
	void requestThatCameBeforeItWasForeseenIsRepliedTo() {
		CompletableFuture<Iq> early = ask("<a xmlns='urn:a'/>");

		this.peer.when("<a xmlns='urn:a'/>").reply();

		assertThat(early.join()).isResult();
	}

	@Test
	void secondReplyIsRefused() {
		ask("<a xmlns='urn:a'/>");
		PeerRequest request = this.peer.expect();
		request.reply();

		assertThatIllegalStateException().isThrownBy(request::reply).withMessageContaining("has its reply already");
	}

	@Test
	void failureOfExpectationShowsWhatCame() {
		this.peer.when("<known xmlns='urn:a'/>").reply();
		ask("<known xmlns='urn:a'/>");
		ask("<open xmlns='urn:a'><subject>No light</subject></open>");

		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> this.peer.expect("<open xmlns='urn:a'><subject>No water</subject></open>"))
			.withMessage("""
					juliet@localhost/balcony expected within 50 ms:
					<open xmlns="urn:a">
					  <subject>No water</subject>
					</open>
					but received:
					<iq xmlns="jabber:client" type="get" id="1" to="juliet@localhost/balcony" from="bot@localhost/home">
					  <open xmlns="urn:a">
					    <subject>No light</subject>
					  </open>
					</iq>
					First difference at /open/subject: expected "No water" but was "No light"
					(1 taken or replied to before)""");
	}

	@Test
	void failureOfExpectationWithoutRequest() {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(this.peer::expect)
			.withMessage("juliet@localhost/balcony expected within 50 ms:\nany request\nbut no request came");
	}

	@Test
	void failureOfRequestShowsIt() {
		try (XmppPeer silent = peer("romeo@localhost/orchard")) {
			Iq request = Iq.get().query("urn:a").to(silent.jid()).build();

			assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> this.peer.request(request)).withMessage("""
					juliet@localhost/balcony got no reply from romeo@localhost/orchard to:
					<iq xmlns="jabber:client" type="get" to="romeo@localhost/orchard">
					  <query xmlns="urn:a"/>
					</iq>
					within 50 ms""");
		}
	}

	@Test
	void loginTwiceWithSameAddressFailsWithReason() {
		assertThatIllegalStateException().isThrownBy(() -> peer("juliet@localhost/balcony"))
			.withMessageContaining("juliet@localhost/balcony");
	}

	@Test
	void closesTwice() {
		this.peer.close();
		this.peer.close();

		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> this.peer.get("<a xmlns='urn:a'/>"));
	}

}
