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

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.negotiation.ResourceBindingException;
import io.github.xmppspring.negotiation.StreamConversation;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stream.StreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.xmppspring.negotiation.client.TestNegotiation.BIND;
import static io.github.xmppspring.negotiation.client.TestNegotiation.JULIET;
import static io.github.xmppspring.negotiation.client.TestNegotiation.authenticated;
import static io.github.xmppspring.negotiation.client.TestNegotiation.bound;
import static io.github.xmppspring.negotiation.client.TestNegotiation.plaintext;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ResourceBinding} and {@link LegacySession}.
 *
 * @author XMPP for Spring Boot contributors
 */
class ResourceBindingTests {

	private static final String SESSION = "<session xmlns='urn:ietf:params:xml:ns:xmpp-session'/>";

	private static final String OPTIONAL_SESSION = "<session xmlns='urn:ietf:params:xml:ns:xmpp-session'>"
			+ "<optional/></session>";

	@Test
	void serverChoosesTheResourceIfNoneIsAskedFor() {
		StreamConversation conversation = authenticated(plaintext(JULIET), BIND)
			.expect("<iq xmlns='jabber:client' type='set' id='*'>" + BIND + "</iq>")
			.reply(bound("juliet@example.org/chosen"));

		assertThat(conversation.negotiated().jid()).isEqualTo(Jid.of("juliet@example.org/chosen"));
	}

	@Test
	void resourceOfTheAccountIsAskedFor() {
		StreamConversation conversation = authenticated(plaintext(Jid.of("juliet@example.org/balcony")), BIND)
			.expect("<iq xmlns='jabber:client' type='set' id='*'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'>"
					+ "<resource>balcony</resource></bind></iq>")
			.reply(bound("juliet@example.org/balcony"));

		assertThat(conversation.negotiated().jid()).isEqualTo(Jid.of("juliet@example.org/balcony"));
	}

	@Test
	void serverMayGiveAnotherResourceThanAskedFor() {
		StreamConversation conversation = authenticated(plaintext(Jid.of("juliet@example.org/balcony")), BIND)
			.then(ResourceBindingTests::skipRequest)
			.reply(bound("juliet@example.org/other"));

		assertThat(conversation.negotiated().jid()).isEqualTo(Jid.of("juliet@example.org/other"));
	}

	@Test
	void conflictIsNotRetryable() {
		StreamConversation conversation = authenticated(plaintext(Jid.of("juliet@example.org/balcony")), BIND)
			.then(ResourceBindingTests::skipRequest)
			.reply(error("cancel", "conflict"))
			.expectFooter();

		assertThat(conversation.failure()).isInstanceOfSatisfying(ResourceBindingException.class, (ex) -> {
			assertThat(ex.error()).isNotNull();
			assertThat(ex.error().condition()).isEqualTo(StanzaErrorCondition.CONFLICT);
			assertThat(ex.isRetryable()).isFalse();
			assertThat(ex).hasMessage("The server refused to bind the resource: conflict");
		});
	}

	@Test
	void fullServerIsRetryable() {
		StreamConversation conversation = authenticated(plaintext(JULIET), BIND).then(TestNegotiation::expectBind)
			.reply(error("wait", "resource-constraint"))
			.expectFooter();

		assertThat(conversation.failure()).isInstanceOfSatisfying(ResourceBindingException.class,
				(ex) -> assertThat(ex.isRetryable()).isTrue());
	}

	@Test
	void errorWithoutConditionIsARefusal() {
		StreamConversation conversation = authenticated(plaintext(JULIET), BIND).then(TestNegotiation::expectBind)
			.reply("<iq type='error' id='*'/>")
			.expectFooter();

		assertThat(conversation.failure()).isInstanceOf(ResourceBindingException.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<iq type='result' id='*'/>",
			"<iq type='result' id='*'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>",
			"<iq type='result' id='*'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>juliet@example.org</jid></bind></iq>",
			"<iq type='result' id='*'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>@/</jid></bind></iq>",
			"<iq type='result' id='*'><other xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>a@b/c</jid></other></iq>",
			"<iq type='result' id='*' from='@'/>" })
	void resultWithoutFullJidIsAFailure(String result) {
		StreamConversation conversation = authenticated(plaintext(JULIET), BIND).then(TestNegotiation::expectBind)
			.reply(result)
			.expectFooter();

		assertThat(conversation.failure()).isInstanceOf(ResourceBindingException.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<iq type='result' id='other'/>",
			"<iq type='get' id='*'><ping xmlns='urn:xmpp:ping'/></iq>", "<message/>" })
	void otherStanzasHaveNoPlace(String stanza) {
		StreamConversation conversation = authenticated(plaintext(JULIET), BIND).then(TestNegotiation::expectBind)
			.reply(stanza);

		assertThat(conversation.failure()).isInstanceOf(StreamException.class);
	}

	@Test
	void serverThatCannotBindIsOfNoUse() {
		StreamConversation conversation = authenticated(plaintext(JULIET)).expectFooter();

		assertThat(conversation.failure()).isInstanceOf(ResourceBindingException.class)
			.hasMessage("The server does not offer to bind a resource");
	}

	@Test
	void sessionIsEstablishedIfTheServerRequiresIt() {
		StreamConversation conversation = authenticated(plaintext(JULIET), BIND, SESSION).then(TestNegotiation::bind)
			.expect("<iq xmlns='jabber:client' type='set' id='*'>" + SESSION + "</iq>");
		assertThat(conversation.ended()).isFalse();

		conversation.reply("<iq type='result' id='*'/>");

		assertThat(conversation.negotiated().jid()).isEqualTo(Jid.of("juliet@example.org/r1"));
	}

	@Test
	void othersDoNotDisturbTheSessionBeforeItIsEstablished() {
		StreamConversation conversation = authenticated(plaintext(JULIET), BIND, SESSION).then(TestNegotiation::bind)
			.then(ResourceBindingTests::skipSession)
			.reply("<message from='romeo@example.net'/>")
			.reply("<iq type='result' id='17' from='romeo@example.net/r'/>");
		assertThat(conversation.ended()).isFalse();

		conversation.reply("<iq type='result' id='*'/>");

		assertThat(conversation.negotiated().jid()).isEqualTo(Jid.of("juliet@example.org/r1"));
	}

	@Test
	void requestOfOthersBeforeTheSessionIsEstablishedIsRefused() {
		StreamConversation conversation = authenticated(plaintext(JULIET), BIND, SESSION).then(TestNegotiation::bind)
			.then(ResourceBindingTests::skipSession)
			.reply("<iq type='get' id='17' from='romeo@example.net/r'><ping xmlns='urn:xmpp:ping'/></iq>")
			.expect("<iq xmlns='jabber:client' type='error' to='romeo@example.net/r' id='*'><error type='wait'>"
					+ "<recipient-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>");

		assertThat(conversation.ended()).isFalse();
	}

	@Test
	void sessionThatIsOptionalIsNotEstablished() {
		StreamConversation conversation = authenticated(plaintext(JULIET), BIND, OPTIONAL_SESSION)
			.then(TestNegotiation::bind);

		assertThat(conversation.negotiated()).isNotNull();
	}

	@Test
	void sessionThatIsRefusedIsAFailure() {
		StreamConversation conversation = authenticated(plaintext(JULIET), BIND, SESSION).then(TestNegotiation::bind)
			.then(ResourceBindingTests::skipSession)
			.reply(error("wait", "internal-server-error"))
			.expectFooter();

		assertThat(conversation.failure()).isInstanceOf(ResourceBindingException.class);
	}

	private static StreamConversation skipRequest(StreamConversation conversation) {
		return conversation
			.expect("<iq xmlns='jabber:client' type='set' id='*'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'>"
					+ "<resource>balcony</resource></bind></iq>");
	}

	private static StreamConversation skipSession(StreamConversation conversation) {
		return conversation.expect("<iq xmlns='jabber:client' type='set' id='*'>" + SESSION + "</iq>");
	}

	private static String error(String type, String condition) {
		return "<iq type='error' id='*'><error type='%s'><%s xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>"
			.formatted(type, condition);
	}

}
