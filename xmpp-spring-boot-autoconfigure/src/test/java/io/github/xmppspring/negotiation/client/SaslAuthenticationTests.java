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

package io.github.xmppspring.negotiation.client;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Queue;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.negotiation.AuthenticationFailedException;
import io.github.xmppspring.negotiation.NoCommonMechanismException;
import io.github.xmppspring.negotiation.StreamConversation;
import io.github.xmppspring.sasl.SaslException;
import io.github.xmppspring.sasl.ScramServer;
import io.github.xmppspring.stream.StreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.xmppspring.negotiation.client.TestNegotiation.BIND;
import static io.github.xmppspring.negotiation.client.TestNegotiation.JULIET;
import static io.github.xmppspring.negotiation.client.TestNegotiation.SUCCESS;
import static io.github.xmppspring.negotiation.client.TestNegotiation.mechanisms;
import static io.github.xmppspring.negotiation.client.TestNegotiation.plaintext;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SaslAuthentication}.
 *
 * @author XMPP for Spring Boot contributors
 */
class SaslAuthenticationTests {

	@ParameterizedTest
	@ValueSource(strings = { "SCRAM-SHA-1", "SCRAM-SHA-256", "SCRAM-SHA-512" })
	void scramLogsIn(String mechanism) {
		ScramServer server = new ScramServer(mechanism, "r0m30", 4096, "");
		StreamConversation conversation = begin(plaintext(JULIET), mechanism);

		byte[] response = conversation.replyData("challenge", server.challenge(conversation.expectData("auth")))
			.expectData("response");
		conversation.then((then) -> restart(then, success(server.verify(response))))
			.expectHeader(null)
			.open(BIND)
			.then(TestNegotiation::bind);

		assertThat(conversation.negotiated().mechanism()).isEqualTo(mechanism);
		assertThat(conversation.negotiated().jid()).hasToString("juliet@example.org/r1");
	}

	@Test
	void strongestMechanismIsNamed() {
		StreamConversation conversation = begin(plaintext(JULIET), "PLAIN", "SCRAM-SHA-1", "SCRAM-SHA-512",
				"SCRAM-SHA-512-PLUS");

		assertThat(new String(conversation.expectData("auth"), StandardCharsets.UTF_8)).startsWith("n,,n=juliet,r=");
		conversation.reply("<challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>");

		assertThat(conversation.failure()).isInstanceOfSatisfying(AuthenticationFailedException.class,
				(ex) -> assertThat(ex.mechanism()).isEqualTo("SCRAM-SHA-512"));
	}

	@Test
	void wrongPasswordIsNotRetryable() {
		StreamConversation conversation = begin(plaintext(JULIET), "SCRAM-SHA-1");
		conversation.expectData("auth");

		conversation
			.reply("<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/>"
					+ "<text xml:lang='en'>Invalid username or password</text></failure>")
			.expectFooter();

		assertThat(conversation.failure()).isInstanceOfSatisfying(AuthenticationFailedException.class, (ex) -> {
			assertThat(ex.condition()).isEqualTo("not-authorized");
			assertThat(ex.text()).isEqualTo("Invalid username or password");
			assertThat(ex.isRetryable()).isFalse();
			assertThat(ex).hasMessage("The server refused the login by SCRAM-SHA-1: not-authorized");
		});
	}

	@Test
	void temporaryFailureIsRetryable() {
		StreamConversation conversation = begin(plaintext(JULIET), "SCRAM-SHA-1");
		conversation.expectData("auth");

		conversation.reply("<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><temporary-auth-failure/></failure>")
			.expectFooter();

		assertThat(conversation.failure()).isInstanceOfSatisfying(AuthenticationFailedException.class,
				(ex) -> assertThat(ex.isRetryable()).isTrue());
	}

	@Test
	void failureWithoutConditionIsAFailure() {
		StreamConversation conversation = begin(plaintext(JULIET), "SCRAM-SHA-1");
		conversation.expectData("auth");

		conversation.reply("<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>").expectFooter();

		assertThat(conversation.failure()).isInstanceOfSatisfying(AuthenticationFailedException.class,
				(ex) -> assertThat(ex.condition()).isEqualTo("undefined-condition"));
	}

	@Test
	void successWithWrongSignatureIsNotBelieved() {
		ScramServer impostor = new ScramServer("SCRAM-SHA-1", "guessed", 4096, "");
		StreamConversation conversation = begin(plaintext(JULIET), "SCRAM-SHA-1");
		conversation.replyData("challenge", impostor.challenge(conversation.expectData("auth"))).expectData("response");

		conversation.reply(success("v=AAAAAAAAAAAAAAAAAAAAAAAAAAA=".getBytes(StandardCharsets.UTF_8))).expectFooter();

		assertThat(conversation.failure()).isInstanceOf(AuthenticationFailedException.class)
			.hasCauseInstanceOf(SaslException.class)
			.hasMessageContaining("did not prove");
	}

	@Test
	void successWithoutSignatureIsNotBelieved() {
		ScramServer server = new ScramServer("SCRAM-SHA-1", "r0m30", 4096, "");
		StreamConversation conversation = begin(plaintext(JULIET), "SCRAM-SHA-1");
		conversation.replyData("challenge", server.challenge(conversation.expectData("auth"))).expectData("response");

		conversation.reply(SUCCESS).expectFooter();

		assertThat(conversation.failure()).isInstanceOf(AuthenticationFailedException.class);
	}

	@Test
	void dataThatAreNotBase64FailTheLogin() {
		StreamConversation conversation = begin(plaintext(JULIET), "SCRAM-SHA-1");
		conversation.expectData("auth");

		conversation.reply("<challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>not base64!</challenge>")
			.expectFooter();

		assertThat(conversation.failure()).isInstanceOf(AuthenticationFailedException.class)
			.hasMessageContaining("not Base64");
	}

	@Test
	void tooFewIterationsFailTheLogin() {
		ScramServer server = new ScramServer("SCRAM-SHA-1", "r0m30", 100, "");
		StreamConversation conversation = begin(plaintext(JULIET), "SCRAM-SHA-1");

		conversation.replyData("challenge", server.challenge(conversation.expectData("auth"))).expectFooter();

		assertThat(conversation.failure()).isInstanceOf(AuthenticationFailedException.class)
			.hasMessageContaining("100 iterations");
	}

	@Test
	void domainAsAccountLogsInAnonymously() {
		StreamConversation conversation = begin(plaintext(Jid.of("example.org")), "SCRAM-SHA-1", "ANONYMOUS");

		conversation.expect("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='ANONYMOUS'>=</auth>")
			.replyAndRestart(SUCCESS)
			.expectHeader(null)
			.open(BIND)
			.then(TestNegotiation::bind);

		assertThat(conversation.negotiated().mechanism()).isEqualTo("ANONYMOUS");
	}

	@Test
	void plainIsNotUsedWithoutTls() {
		StreamConversation conversation = begin(plaintext(JULIET).mechanisms(List.of("PLAIN")), "PLAIN");

		conversation.expectFooter();

		assertThat(conversation.failure()).isInstanceOf(NoCommonMechanismException.class)
			.hasMessageContaining("without TLS neither PLAIN nor EXTERNAL is possible");
	}

	@Test
	void withoutCommonMechanismBothListsAreTold() {
		StreamConversation conversation = begin(plaintext(JULIET), "PLAIN", "X-OAUTH2");

		conversation.expectFooter();

		assertThat(conversation.failure()).isInstanceOfSatisfying(NoCommonMechanismException.class, (ex) -> {
			assertThat(ex.offered()).containsExactly("PLAIN", "X-OAUTH2");
			assertThat(ex.allowed()).containsExactly("SCRAM-SHA-512", "SCRAM-SHA-256", "SCRAM-SHA-1");
			assertThat(ex.isRetryable()).isFalse();
		});
	}

	@Test
	void withoutPasswordTheReasonIsTold() {
		StreamConversation conversation = begin(plaintext(JULIET).password((String) null), "SCRAM-SHA-1");

		conversation.expectFooter();

		assertThat(conversation.failure()).isInstanceOf(NoCommonMechanismException.class)
			.hasMessageContaining("without a password");
	}

	@Test
	void serverWithoutMechanismsHasNoneInCommon() {
		StreamConversation conversation = StreamConversation.with(plaintext(JULIET).build()).expectHeader(null);

		conversation.open(BIND).expectFooter();

		assertThat(conversation.failure()).isInstanceOf(NoCommonMechanismException.class);
	}

	@Test
	void passwordIsAskedForAtEachLogin() {
		List<String> passwords = new ArrayList<>(List.of("first", "second"));
		StreamNegotiation negotiation = plaintext(JULIET).password(() -> passwords.remove(0)).build();

		StreamConversation.with(negotiation).open(mechanisms("SCRAM-SHA-1"));
		StreamConversation.with(negotiation).open(mechanisms("SCRAM-SHA-1"));

		assertThat(passwords).isEmpty();
	}

	@Test
	void passwordThatCannotBeHadFailsTheLogin() {
		IllegalStateException cause = new IllegalStateException("The vault is closed");
		StreamConversation conversation = begin(plaintext(JULIET).password(() -> {
			throw cause;
		}), "SCRAM-SHA-1");

		conversation.expectFooter();

		assertThat(conversation.failure()).isSameAs(cause);
	}

	@Test
	void computationsAreLeftToTheExecutor() {
		Queue<Runnable> tasks = new ArrayDeque<>();
		ScramServer server = new ScramServer("SCRAM-SHA-1", "r0m30", 4096, "");
		StreamConversation conversation = begin(plaintext(JULIET).executor(tasks::add), "SCRAM-SHA-1");

		assertThat(tasks).hasSize(1);
		tasks.remove().run();
		conversation.replyData("challenge", server.challenge(conversation.expectData("auth")));
		assertThat(tasks).hasSize(1);
		tasks.remove().run();

		assertThat(server.verify(conversation.expectData("response"))).isNotNull();
	}

	@Test
	void elementsDuringAComputationHaveNoPlace() {
		Queue<Runnable> tasks = new ArrayDeque<>();
		ScramServer server = new ScramServer("SCRAM-SHA-1", "r0m30", 4096, "");
		StreamConversation conversation = begin(plaintext(JULIET).executor(tasks::add), "SCRAM-SHA-1");
		tasks.remove().run();

		conversation.replyData("challenge", server.challenge(conversation.expectData("auth"))).reply(SUCCESS);
		tasks.remove().run();

		assertThat(conversation.failure()).isInstanceOf(StreamException.class);
	}

	@Test
	void successOutOfTheBlueIsNotBelieved() {
		StreamConversation conversation = begin(plaintext(JULIET), "SCRAM-SHA-1");
		conversation.expectData("auth");

		conversation.reply(SUCCESS).expectFooter();

		assertThat(conversation.failure()).isInstanceOf(AuthenticationFailedException.class);
	}

	@Test
	void unknownElementEndsTheStream() {
		StreamConversation conversation = begin(plaintext(JULIET), "SCRAM-SHA-1");
		conversation.expectData("auth");

		conversation.reply("<message xmlns='jabber:client'/>")
			.expect("<stream:error xmlns:stream='http://etherx.jabber.org/streams'>"
					+ "<unsupported-stanza-type xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>")
			.expectFooter();

		assertThat(conversation.failure()).isInstanceOf(StreamException.class);
	}

	private static StreamConversation begin(StreamNegotiation.Builder builder, String... mechanisms) {
		return StreamConversation.with(builder.build()).expectHeader(null).open(mechanisms(mechanisms));
	}

	private static StreamConversation restart(StreamConversation conversation, String success) {
		return conversation.replyAndRestart(success);
	}

	private static String success(byte[] data) {
		return "<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>" + Base64.getEncoder().encodeToString(data)
				+ "</success>";
	}

}
