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
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

import io.github.xmppspring.sasl.SaslAccounts;
import io.github.xmppspring.sasl.SaslErrorCondition;
import io.github.xmppspring.sasl.SaslServerMechanisms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.xmppspring.negotiation.server.TestReception.BIND;
import static io.github.xmppspring.negotiation.server.TestReception.SUCCESS;
import static io.github.xmppspring.negotiation.server.TestReception.auth;
import static io.github.xmppspring.negotiation.server.TestReception.base64;
import static io.github.xmppspring.negotiation.server.TestReception.bind;
import static io.github.xmppspring.negotiation.server.TestReception.mechanisms;
import static io.github.xmppspring.negotiation.server.TestReception.opened;
import static io.github.xmppspring.negotiation.server.TestReception.sasl;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SaslReception}.
 *
 * @author XMPP for Spring Boot contributors
 */
class SaslReceptionTests {

	private static final String GOOD = "AGp1bGlldAByMG0zMA==";

	private static final String ABORT = "<abort xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>";

	private final TestReception server = new TestReception();

	private final ClientStreamReception reception = this.server.plaintext().build();

	@Test
	void defaultMechanismsWithoutTlsAreScram() {
		ClientStreamReception reception = this.server.plaintext()
			.plaintextPasswords(false)
			.mechanisms(SaslServerMechanisms.defaults())
			.build();

		ReceptionConversation.with(reception)
			.open()
			.expectHeader("example.org", null)
			.expectFeatures(mechanisms("SCRAM-SHA-512", "SCRAM-SHA-256", "SCRAM-SHA-1"))
			.send(auth("PLAIN", GOOD))
			.expectSaslFailure("encryption-required");
	}

	@Test
	void clientWithoutInitialResponseIsAskedForIt() {
		opened(this.reception).send(auth("PLAIN", ""))
			.expect("<challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>")
			.send(sasl("response", GOOD))
			.expect(SUCCESS)
			.open()
			.expectHeader("example.org", null)
			.expectFeatures(BIND);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "=", "dHJhY2U=" })
	void emptyResponsesCount(String response) {
		opened(this.reception).send(auth("ANONYMOUS", ""))
			.expect("<challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>")
			.send(sasl("response", response))
			.expect(SUCCESS);
		opened(this.reception).send(auth("ANONYMOUS", "=")).expect(SUCCESS);
	}

	@ParameterizedTest
	@ValueSource(strings = { "A", "A===", "AAAA=", " AGp1bGlldAByMG0zMA==", "AGp1bGlldAByMG0z\nMA==",
			"AGp1bGlldAByMG0zMA", "AGp1bGlldAByMG0zMA=A", "\u00E4\u00E4\u00E4\u00E4", "----" })
	void dataMustBeBase64(String text) {
		opened(this.reception).send(auth("PLAIN", text)).expectSaslFailure("incorrect-encoding");
	}

	@ParameterizedTest
	@CsvSource({ "PLAIN, AGp1bGlldAB3cm9uZw==, not-authorized", "PLAIN, AG5vYm9keQByMG0zMA==, not-authorized",
			"PLAIN, cm9tZW9AZXhhbXBsZS5vcmcAanVsaWV0AHIwbTMw, invalid-authzid",
			"PLAIN, AGp1bGlldA==, malformed-request", "PLAIN, =, malformed-request", "EXTERNAL, =, invalid-mechanism",
			"plain, =, invalid-mechanism", "SCRAM-SHA-1, bixAPT0s, invalid-mechanism" })
	void reasonsForRefusalsAreTold(String mechanism, String text, String condition) {
		opened(this.reception).send(auth(mechanism, text))
			.expectSaslFailure(condition)
			.send(auth("PLAIN", GOOD))
			.expect(SUCCESS);
	}

	@Test
	void mechanismMustBeNamed() {
		opened(this.reception).send("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>=</auth>")
			.expectSaslFailure("invalid-mechanism");
	}

	@Test
	void retriesAreLimited() {
		opened(this.reception).send(auth("PLAIN", "AGp1bGlldAB3cm9uZw=="))
			.expectSaslFailure("not-authorized")
			.send(auth("PLAIN", ""))
			.expect("<challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>")
			.send(ABORT)
			.expectSaslFailure("aborted")
			.send(auth("UNKNOWN", ""))
			.expectSaslFailure("invalid-mechanism")
			.expectError("policy-violation");
	}

	@Test
	void responseNeedsAnExchange() {
		opened(this.reception).send(sasl("response", GOOD)).expectSaslFailure("malformed-request");
	}

	@Test
	void exchangesDoNotOverlap() {
		opened(this.reception).send(auth("PLAIN", ""))
			.expect("<challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>")
			.send(auth("PLAIN", GOOD))
			.expectSaslFailure("malformed-request")
			.send(sasl("response", GOOD))
			.expectSaslFailure("malformed-request");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<iq type='get' id='1'><ping xmlns='urn:xmpp:ping'/></iq>",
			"<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>" })
	void nothingElseHasAPlaceInAnExchange(String xml) {
		opened(this.reception).send(auth("PLAIN", ""))
			.expect("<challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>")
			.send(xml)
			.expectError("not-authorized");
	}

	@Test
	void scramProofIsChecked() {
		ClientStreamReception reception = this.server.plaintext().mechanisms(List.of("SCRAM-SHA-1")).build();
		ReceptionConversation conversation = ReceptionConversation.with(reception)
			.open()
			.expectHeader("example.org", null)
			.expectFeatures(mechanisms("SCRAM-SHA-1"))
			.send(auth("SCRAM-SHA-1", base64("n,,n=juliet,r=abc".getBytes(StandardCharsets.UTF_8))));
		String nonce = new String(conversation.expectData("challenge"), StandardCharsets.UTF_8).replaceFirst(",.*", "");

		conversation
			.send(sasl("response",
					base64(("c=biws," + nonce + ",p=AAAAAAAAAAAAAAAAAAAAAAAAAAA=").getBytes(StandardCharsets.UTF_8))))
			.expectSaslFailure("not-authorized");
	}

	@ParameterizedTest
	@EnumSource(SaslErrorCondition.class)
	void goodCredentialsCanBeRefused(SaslErrorCondition condition) {
		ClientStreamReception reception = this.server.plaintext()
			.refusal((account) -> account.toString().equals("juliet@example.org") ? condition : null)
			.build();

		opened(reception).send(auth("PLAIN", GOOD))
			.expectSaslFailure(condition.value())
			.send(auth("PLAIN", "AHJvbWVvAGp1bDEzdA=="))
			.expect(SUCCESS);
	}

	@Test
	void accountsThatCannotBeAskedAreATemporaryFailure() {
		SaslAccounts broken = new SaslAccounts() {

			@Override
			public String password(String username) {
				throw new IllegalStateException("broken");
			}

			@Override
			public boolean accepts(String username, String password) {
				throw new IllegalStateException("broken");
			}

		};
		ClientStreamReception reception = ClientStreamReception.builder(broken, this.server)
			.domains(TestReception.DOMAIN)
			.plaintextPasswords(true)
			.mechanisms(List.of("PLAIN", "ANONYMOUS"))
			.executor(Runnable::run)
			.build();

		opened(reception).send(auth("PLAIN", GOOD)).expectSaslFailure("temporary-auth-failure");
	}

	@Test
	void credentialsAreCheckedOutsideOfTheEventLoop() {
		Queue<Runnable> tasks = new ArrayDeque<>();
		ReceptionConversation conversation = opened(this.server.plaintext().executor(tasks::add).build())
			.send(auth("PLAIN", GOOD))
			.expectNothing();

		assertThat(tasks).hasSize(1);
		tasks.remove().run();
		conversation.expect(SUCCESS);
	}

	@Test
	void responsesDoNotOvertakeTheCheck() {
		Queue<Runnable> tasks = new ArrayDeque<>();

		opened(this.server.plaintext().executor(tasks::add).build()).send(auth("PLAIN", GOOD))
			.send(sasl("response", GOOD))
			.expectSaslFailure("malformed-request")
			.then((conversation) -> {
				tasks.remove().run();
				return conversation.expectNothing();
			});
	}

	@Test
	void clientMayGiveUpWhileItsCredentialsAreChecked() {
		Queue<Runnable> tasks = new ArrayDeque<>();
		ReceptionConversation conversation = opened(this.server.plaintext().executor(tasks::add).build())
			.send(auth("PLAIN", GOOD))
			.send(ABORT)
			.expectSaslFailure("aborted")
			.send(auth("PLAIN", "AHJvbWVvAGp1bDEzdA=="));

		tasks.remove().run();
		conversation.expectNothing();
		tasks.remove().run();
		conversation.expect(SUCCESS)
			.open("from='romeo@example.org'")
			.expectHeader("example.org", "romeo@example.org")
			.expectFeatures(BIND);
	}

	@Test
	void clientMayVanishWhileItsCredentialsAreChecked() {
		Queue<Runnable> tasks = new ArrayDeque<>();
		ReceptionConversation conversation = opened(this.server.plaintext().executor(tasks::add).build())
			.send(auth("PLAIN", GOOD))
			.close();

		tasks.remove().run();

		conversation.expectClosed();
	}

	@Test
	void anonymousClientIsBoundToItsName() {
		opened(this.reception).send(auth("ANONYMOUS", "="))
			.expect(SUCCESS)
			.open()
			.expectHeader("example.org", null)
			.expectFeatures(BIND)
			.send(bind("b1", "r"));

		assertThat(this.server.bound()).hasSize(1)
			.allSatisfy((jid) -> assertThat(jid.toString()).matches("[0-9a-f-]{36}@example\\.org/r"));
	}

}
