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

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.github.xmppspring.negotiation.ConnectionClosedException;
import io.github.xmppspring.negotiation.NegotiationTimeoutException;
import io.github.xmppspring.negotiation.TlsNegotiationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.xmppspring.negotiation.server.TestReception.BIND;
import static io.github.xmppspring.negotiation.server.TestReception.STARTTLS;
import static io.github.xmppspring.negotiation.server.TestReception.STARTTLS_REQUIRED;
import static io.github.xmppspring.negotiation.server.TestReception.SUCCESS;
import static io.github.xmppspring.negotiation.server.TestReception.auth;
import static io.github.xmppspring.negotiation.server.TestReception.authenticated;
import static io.github.xmppspring.negotiation.server.TestReception.bind;
import static io.github.xmppspring.negotiation.server.TestReception.bound;
import static io.github.xmppspring.negotiation.server.TestReception.mechanisms;
import static io.github.xmppspring.negotiation.server.TestReception.opened;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StartTlsReception} and {@link ServerTls}.
 *
 * @author XMPP for Spring Boot contributors
 */
class StartTlsReceptionTests {

	private static final String PROCEED = "<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>";

	private static final String FAILURE = "<failure xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>";

	private final TestReception server = new TestReception();

	private final ClientStreamReception.Builder builder = this.server.plaintext()
		.plaintextPasswords(false)
		.tls(TestReception.keys());

	private final ClientStreamReception reception = this.builder.build();

	@Test
	void nothingIsOfferedBeforeTls() {
		begin(this.reception).expectFeatures(STARTTLS_REQUIRED)
			.send(auth("PLAIN", "AGp1bGlldAByMG0zMA=="))
			.expectSaslFailure("encryption-required");
	}

	@Test
	void clientLogsInOverTls() {
		ReceptionConversation conversation = secured(this.reception).send(auth("PLAIN", "AGp1bGlldAByMG0zMA=="))
			.expect(SUCCESS)
			.open("from='juliet@example.org'")
			.expectHeader("example.org", "juliet@example.org")
			.expectFeatures(BIND)
			.send(bind("b1", "balcony"))
			.expect(bound("b1", "juliet@example.org/balcony"));

		assertThat(conversation.received().tlsProtocol()).isEqualTo("TLSv1.3");
		assertThat(conversation.received().tlsCipher()).startsWith("TLS_");
	}

	@Test
	void tlsMayBeLeftToTheClient() {
		ClientStreamReception optional = this.builder.tlsRequired(false).build();

		begin(optional).expectFeatures(STARTTLS, mechanisms("ANONYMOUS"))
			.send(auth("ANONYMOUS", "="))
			.expect(SUCCESS)
			.open()
			.expectHeader("example.org", null)
			.expectFeatures(BIND);
		secured(optional);
	}

	@ParameterizedTest
	@ValueSource(strings = { " ", "\n", "<stream:stream>", "\u0016\u0003\u0001" })
	void bytesBehindTheRequestAreRefused(String bytes) {
		begin(this.reception).expectFeatures(STARTTLS_REQUIRED).send(STARTTLS + bytes).expectError("policy-violation");
	}

	@Test
	void tlsThatIsNotOfferedIsAFailure() {
		ReceptionConversation conversation = opened(this.server.plaintext().build()).send(STARTTLS)
			.expect(FAILURE)
			.expectFooter();

		assertThat(conversation.failure()).isInstanceOf(TlsNegotiationException.class);
	}

	@Test
	void tlsComesBeforeAuthentication() {
		authenticated(this.server.plaintext().build()).send(STARTTLS).expect(FAILURE).expectFooter();
	}

	@Test
	void tlsBeginsOnce() {
		secured(this.reception).send(STARTTLS).expectError("not-authorized");
	}

	@Test
	void clientThatDoesNotSpeakTlsIsLeft() {
		ReceptionConversation conversation = begin(this.reception).expectFeatures(STARTTLS_REQUIRED)
			.send(STARTTLS)
			.expect(PROCEED)
			.send("<?xml version='1.0'?>".getBytes(StandardCharsets.UTF_8));

		assertThat(conversation.failure()).isInstanceOf(TlsNegotiationException.class);
		conversation.expectClosed();
	}

	@Test
	void clientMayVanishInTheHandshake() {
		ReceptionConversation conversation = begin(this.reception).expectFeatures(STARTTLS_REQUIRED)
			.send(STARTTLS)
			.expect(PROCEED)
			.close()
			.expectClosed();

		assertThat(conversation.failure()).isInstanceOf(ConnectionClosedException.class);
	}

	@Test
	void handshakeTakesPartOfTheTime() {
		ReceptionConversation conversation = begin(this.builder.timeout(Duration.ofSeconds(1)).build())
			.expectFeatures(STARTTLS_REQUIRED)
			.send(STARTTLS)
			.expect(PROCEED)
			.sleep(Duration.ofSeconds(1));

		assertThat(conversation.failure()).isInstanceOf(NegotiationTimeoutException.class);
		conversation.expectClosed();
	}

	@Test
	void silenceBehindTheHandshakeIsAnswered() {
		begin(this.builder.timeout(Duration.ofSeconds(1)).build()).expectFeatures(STARTTLS_REQUIRED)
			.send(STARTTLS)
			.expect(PROCEED)
			.startTls(TestReception.clientTls())
			.then((conversation) -> conversation.sleep(Duration.ofSeconds(1)))
			.expectHeader("example.org", null)
			.expectError("connection-timeout");
	}

	private ReceptionConversation secured(ClientStreamReception reception) {
		ReceptionConversation conversation = ReceptionConversation.with(reception)
			.open()
			.expectHeader("example.org", null);
		conversation.skip();
		return conversation.send(STARTTLS)
			.expect(PROCEED)
			.startTls(TestReception.clientTls())
			.open()
			.expectHeader("example.org", null)
			.expectFeatures(mechanisms("PLAIN", "ANONYMOUS"));
	}

	private static ReceptionConversation begin(ClientStreamReception reception) {
		return ReceptionConversation.with(reception).open().expectHeader("example.org", null);
	}

}
