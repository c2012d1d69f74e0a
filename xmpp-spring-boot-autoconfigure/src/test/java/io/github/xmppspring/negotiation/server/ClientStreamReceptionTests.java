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

package io.github.xmppspring.negotiation.server;

import java.time.Duration;
import java.time.Instant;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.negotiation.ConnectionClosedException;
import io.github.xmppspring.negotiation.NegotiationTimeoutException;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamException;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.XmlLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.xmppspring.negotiation.server.TestReception.BIND;
import static io.github.xmppspring.negotiation.server.TestReception.SUCCESS;
import static io.github.xmppspring.negotiation.server.TestReception.auth;
import static io.github.xmppspring.negotiation.server.TestReception.authenticated;
import static io.github.xmppspring.negotiation.server.TestReception.bind;
import static io.github.xmppspring.negotiation.server.TestReception.bound;
import static io.github.xmppspring.negotiation.server.TestReception.mechanisms;
import static io.github.xmppspring.negotiation.server.TestReception.opened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ClientStreamReception}.
 *
 * @author XMPP for Spring Boot contributors
 */
class ClientStreamReceptionTests {

	private static final String STREAM = "xmlns:stream='http://etherx.jabber.org/streams'";

	private final TestReception server = new TestReception();

	private final ClientStreamReception reception = this.server.plaintext().build();

	@Test
	void clientLogsIn() {
		Instant before = Instant.now();
		ReceptionConversation conversation = authenticated(this.reception).send(bind("b1", "balcony"))
			.expect(bound("b1", "juliet@example.org/balcony"));

		ReceivedStream stream = conversation.received();
		assertThat(stream.jid()).isEqualTo(Jid.of("juliet@example.org/balcony"));
		assertThat(stream.contentNamespace()).isEqualTo("jabber:client");
		assertThat(stream.id()).isEqualTo(conversation.streamId());
		assertThat(stream.mechanism()).isEqualTo("PLAIN");
		assertThat(stream.tlsProtocol()).isNull();
		assertThat(stream.tlsCipher()).isNull();
		assertThat(stream.resumedId()).isNull();
		assertThat(stream.since()).isBetween(before, Instant.now());
	}

	@Test
	void stanzasBehindTheBindRequestAreDelivered() {
		ReceptionConversation conversation = authenticated(this.reception).send(bind("b1", "balcony") + "<presence/>");

		assertThat(conversation.delivered()).containsExactly(Element.parse("<presence xmlns='jabber:client'/>"));
	}

	@Test
	void nothingIsSaidBeforeTheClientSpeaks() {
		ReceptionConversation.with(this.reception).expectNothing().send("<?xml version='1.0'?>\n").expectNothing();
	}

	@Test
	void addressOfTheClientIsReturned() {
		ReceptionConversation.with(this.reception)
			.open("from='Juliet@example.org'")
			.expectHeader("example.org", "juliet@example.org");
	}

	@Test
	void domainOfTheClientIsReturned() {
		ClientStreamReception reception = this.server.plaintext().domains(Jid.of("b\u00FCcher.example")).build();

		ReceptionConversation.with(reception)
			.header("to='B\u00DCCHER.example' version='1.0'")
			.expectHeader("b\u00FCcher.example", null)
			.expectFeatures(mechanisms("PLAIN", "ANONYMOUS"))
			.send(auth("PLAIN", "AGp1bGlldAByMG0zMA=="))
			.expect(SUCCESS)
			.header("to='b\u00FCcher.example' from='juliet@b\u00FCcher.example' version='1.0'")
			.expectHeader("b\u00FCcher.example", "juliet@b\u00FCcher.example");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "to=''", "to='example.com'", "to='juliet@example.org'", "to='example.org/r'", "to='@'" })
	void otherDomainsAreUnknown(String to) {
		ReceptionConversation conversation = ReceptionConversation.with(this.reception)
			.header(to + " version='1.0'")
			.expectHeader("example.org", null)
			.expectError("host-unknown");

		assertThat(conversation.failure()).isInstanceOfSatisfying(StreamException.class,
				(ex) -> assertThat(ex.error().condition()).isEqualTo(StreamErrorCondition.HOST_UNKNOWN));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "version=''", "version='0.9'", "version='1'", "version='0.10'", "version='one.zero'",
			"version='-1.0'" })
	void otherVersionsAreNotSupported(String version) {
		ReceptionConversation.with(this.reception)
			.header("to='example.org' " + version)
			.expectHeader("example.org", null)
			.expectError("unsupported-version");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1.1", "2.0", "01.0", "12.34" })
	void higherVersionsAreAnsweredWithTheOwn(String version) {
		ReceptionConversation.with(this.reception)
			.header("to='example.org' version='" + version + "'")
			.expectHeader("example.org", null)
			.expectFeatures(mechanisms("PLAIN", "ANONYMOUS"));
	}

	@Test
	void addressThatIsNoneIsInvalid() {
		ReceptionConversation.with(this.reception)
			.open("from='@'")
			.expectHeader("example.org", null)
			.expectError("invalid-from");
	}

	@ParameterizedTest
	@ValueSource(strings = { "romeo@example.org", "juliet@example.com", "example.org", "@" })
	void authenticatedClientMustNotChangeItsAddress(String from) {
		opened(this.reception).send(auth("PLAIN", "AGp1bGlldAByMG0zMA=="))
			.expect(SUCCESS)
			.open("from='" + from + "'")
			.then((conversation) -> conversation.expectHeader("example.org", from.equals("@") ? null : from))
			.expectError("invalid-from");
	}

	@Test
	void authenticatedClientMayShowItsAddress() {
		opened(this.reception).send(auth("PLAIN", "AGp1bGlldAByMG0zMA=="))
			.expect(SUCCESS)
			.open("from='juliet@example.org'")
			.expectHeader("example.org", "juliet@example.org")
			.expectFeatures(BIND);
	}

	@Test
	void authenticatedClientMustNotChangeTheDomain() {
		opened(this.server.plaintext().domains(Jid.of("example.com")).build())
			.send(auth("PLAIN", "AGp1bGlldAByMG0zMA=="))
			.expect(SUCCESS)
			.header("to='example.com' version='1.0'")
			.expectHeader("example.com", null)
			.expectError("host-unknown");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = {
					"<stream:stream xmlns='jabber:server' " + STREAM + " to='example.org' version='1.0'>"
							+ "|invalid-namespace",
					"<stream:stream xmlns='jabber:client' xmlns:stream='urn:x' to='example.org'>|invalid-namespace",
					"<stream:stream " + STREAM + " to='example.org' version='1.0'>|invalid-namespace",
					"<stream:strom xmlns='jabber:client' " + STREAM + ">|bad-format",
					"<stream:stream xmlns='jabber:client'>|not-well-formed", "GET / HTTP/1.1|not-well-formed",
					"<!DOCTYPE a><a/>|restricted-xml", "<a b='1' b='2'>|not-well-formed" })
	void headerComesBeforeErrors(String xml, String condition) {
		ReceptionConversation.with(this.reception).send(xml).expectHeader("example.org", null).expectError(condition);
	}

	@Test
	void bytesThatAreNotUtf8AreNotSupported() {
		ReceptionConversation.with(this.reception)
			.send(new byte[] { (byte) 0xFE, (byte) 0xFF, 0, '<' })
			.expectHeader("example.org", null)
			.expectError("unsupported-encoding");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<iq type='get' id='1'><query xmlns='jabber:iq:version'/></iq>", "<message/>",
			"<presence/>", "<unknown xmlns='urn:x'/>", "<auth xmlns='urn:x'/>",
			"<iq type='set' id='1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>",
			"<unknown xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>" })
	void nothingButAuthenticationComesFirst(String xml) {
		opened(this.reception).send(xml).expectError("not-authorized");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<iq type='get' id='1'><query xmlns='jabber:iq:version'/></iq>", "<message/>",
			"<presence/>", "<iq type='result' id='1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>" })
	void noStanzaComesBeforeBinding(String xml) {
		authenticated(this.reception).send(xml).expectError("not-authorized");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<unknown xmlns='urn:x'/>",
			"<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'/>", "<r xmlns='urn:xmpp:sm:3'/>" })
	void unknownElementsEndTheStream(String xml) {
		authenticated(this.reception).send(xml).expectError("unsupported-stanza-type");
	}

	@Test
	void streamErrorOfTheClientEndsTheStream() {
		ReceptionConversation conversation = opened(this.reception)
			.send("<stream:error><reset xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>")
			.expectFooter();

		assertThat(conversation.failure()).isInstanceOf(StreamException.class)
			.hasMessage("The client ended the stream with the error 'reset'");
	}

	@Test
	void clientMayLeave() {
		ReceptionConversation conversation = opened(this.reception).send("</stream:stream>").expectFooter();

		assertThat(conversation.failure()).isInstanceOf(ConnectionClosedException.class)
			.hasMessage("The client ended the stream before it was negotiated");
	}

	@Test
	void clientMayVanish() {
		ReceptionConversation conversation = opened(this.reception).close().expectClosed();

		assertThat(conversation.failure()).isInstanceOf(ConnectionClosedException.class)
			.hasMessage("The client closed the connection before the stream was negotiated");
	}

	@Test
	void nothingIsReadBehindAnError() {
		opened(this.reception).send("<message/>" + auth("PLAIN", "AGp1bGlldAByMG0zMA==") + "<a></b>")
			.expectError("not-authorized");
	}

	@Test
	void silentClientIsLeft() {
		ClientStreamReception reception = this.server.plaintext().timeout(Duration.ofSeconds(2)).build();

		ReceptionConversation conversation = ReceptionConversation.with(reception)
			.sleep(Duration.ofMillis(1999))
			.expectNothing()
			.sleep(Duration.ofMillis(1))
			.expectHeader("example.org", null)
			.expectError("connection-timeout");

		assertThat(conversation.failure()).isInstanceOf(NegotiationTimeoutException.class);
	}

	@Test
	void timeDoesNotBeginAnewWithAStream() {
		ClientStreamReception reception = this.server.plaintext().timeout(Duration.ofSeconds(2)).build();

		opened(reception).sleep(Duration.ofMillis(1500))
			.send(auth("PLAIN", "AGp1bGlldAByMG0zMA=="))
			.expect(SUCCESS)
			.open()
			.expectHeader("example.org", null)
			.expectFeatures(BIND)
			.sleep(Duration.ofMillis(500))
			.expectError("connection-timeout");
	}

	@Test
	void littleIsTakenBeforeAuthentication() {
		ClientStreamReception reception = this.server.plaintext()
			.limits(XmlLimits.BEFORE_AUTHENTICATION.withStanzaBytes(1000), XmlLimits.DEFAULT.withStanzaBytes(2000))
			.build();

		opened(reception).send(auth("PLAIN", "A".repeat(1000))).expectError("policy-violation");
		authenticated(reception).send(bind("b1", "a".repeat(1000)))
			.expect(bound("b1", "juliet@example.org/" + "a".repeat(1000)));
		authenticated(reception).send(bind("b1", "b".repeat(2000))).expectError("policy-violation");
	}

	@Test
	void featuresWithoutNegotiationAreNamed() {
		String feature = "<ver xmlns='urn:xmpp:features:rosterver'/>";
		ClientStreamReception reception = this.server.plaintext().feature(Element.parse(feature)).build();

		opened(reception).send(auth("PLAIN", "AGp1bGlldAByMG0zMA=="))
			.expect(SUCCESS)
			.open()
			.expectHeader("example.org", null)
			.expectFeatures(BIND, feature);
	}

	@Test
	void faultOfTheListenerEndsTheStream() {
		ResourceBinder broken = (account, resource) -> {
			throw new IllegalStateException("broken");
		};
		ClientStreamReception reception = ClientStreamReception.builder(this.server, broken)
			.domains(TestReception.DOMAIN)
			.plaintextPasswords(true)
			.mechanisms(this.reception.mechanisms().offered(true))
			.executor(Runnable::run)
			.build();

		ReceptionConversation conversation = authenticated(reception).send(bind("b1", "balcony"))
			.expectError("internal-server-error");

		assertThat(conversation.failure()).hasMessage("broken");
	}

	@Test
	void settingsAreChecked() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ClientStreamReception.builder(this.server, this.server).build());
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.server.plaintext().domains(Jid.of("juliet@example.org")));
		assertThatIllegalArgumentException().isThrownBy(() -> this.server.plaintext().timeout(Duration.ZERO));
	}

}
