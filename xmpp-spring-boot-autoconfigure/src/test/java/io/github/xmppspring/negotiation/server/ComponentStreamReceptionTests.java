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
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stream.StreamError;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamException;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.XmlLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ComponentStreamReception}.
 *
 * @author XMPP for Spring Boot contributors
 */
class ComponentStreamReceptionTests {

	private static final Jid PLAYS = Jid.of("plays.example.org");

	private static final String SUCCESS = "<handshake xmlns='jabber:component:accept'/>";

	private final List<Jid> bound = new ArrayList<>();

	private final ComponentStreamReception.Builder builder = ComponentStreamReception
		.builder((domain) -> domain.equals(PLAYS) ? "s3cr3t" : null, this::bind);

	private final ComponentStreamReception reception = this.builder.build();

	private void bind(Jid component) {
		if (this.bound.contains(component)) {
			throw new StreamException(StreamError.of(StreamErrorCondition.CONFLICT), "The domain is taken");
		}
		this.bound.add(component);
	}

	@Test
	void componentProvesThatItKnowsTheSecret() {
		ReceptionConversation conversation = opened();
		conversation.send(handshake(conversation, "s3cr3t") + "<presence/>").expect(SUCCESS);

		assertThat(conversation.received().jid()).isEqualTo(PLAYS);
		assertThat(conversation.received().contentNamespace()).isEqualTo("jabber:component:accept");
		assertThat(conversation.received().id()).isEqualTo(conversation.streamId());
		assertThat(conversation.received().mechanism()).isNull();
		assertThat(conversation.delivered())
			.containsExactly(Element.parse("<presence xmlns='jabber:component:accept'/>"));
		assertThat(this.bound).containsExactly(PLAYS);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "to='unknown.example.org'", "to='juliet@plays.example.org'",
			"to='plays.example.org/r'", "to='@'" })
	void otherDomainsAreUnknown(String to) {
		ReceptionConversation.with(this.reception).header(to).expectHeader(null, null).expectError("host-unknown");
	}

	@Test
	void wrongSecretIsNotAuthorized() {
		ReceptionConversation conversation = opened();
		conversation.send(handshake(conversation, "guess")).expectError("not-authorized");

		assertThat(conversation.failure()).isInstanceOf(StreamException.class);
		assertThat(this.bound).isEmpty();
	}

	@Test
	void handshakeIsInLowerCase() {
		ReceptionConversation conversation = opened();
		String upper = hash(conversation, "s3cr3t").toUpperCase(Locale.ROOT);

		conversation.send("<handshake>" + upper + "</handshake>").expectError("not-authorized");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<handshake/>", "<handshake xmlns='urn:x'/>", "<presence/>", "<unknown xmlns='urn:x'/>",
			"<iq type='get' id='1'><ping xmlns='urn:xmpp:ping'/></iq>" })
	void nothingButTheHandshakeComesFirst(String xml) {
		opened().send(xml).expectError("not-authorized");
	}

	@Test
	void domainThatIsTakenIsAConflict() {
		this.bound.add(PLAYS);
		ReceptionConversation conversation = opened();

		conversation.send(handshake(conversation, "s3cr3t")).expectError("conflict");
	}

	@Test
	void streamsOfClientsAreRefused() {
		ReceptionConversation.with(this.reception)
			.send("<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' "
					+ "to='plays.example.org' version='1.0'>")
			.expectHeader(null, null)
			.expectError("invalid-namespace");
	}

	@Test
	void silentComponentIsLeft() {
		ReceptionConversation.with(this.builder.timeout(Duration.ofSeconds(1)).build())
			.sleep(Duration.ofSeconds(1))
			.expectHeader(null, null)
			.expectError("connection-timeout");
	}

	@Test
	void limitsGrowWithTheHandshake() {
		ComponentStreamReception reception = this.builder
			.limits(XmlLimits.BEFORE_AUTHENTICATION.withStanzaBytes(500), XmlLimits.DEFAULT.withStanzaBytes(1000))
			.build();
		ReceptionConversation conversation = opened(reception);

		conversation.send(handshake(conversation, "s3cr3t") + message(600)).expect(SUCCESS);

		assertThat(conversation.delivered()).singleElement()
			.satisfies((message) -> assertThat(message.namespace()).isEqualTo("jabber:component:accept"));
		conversation.send(message(1000)).expectError("policy-violation");
		opened(reception).send(message(600)).expectError("policy-violation");
	}

	private static String message(int length) {
		return "<message><body>" + "a".repeat(length) + "</body></message>";
	}

	private ReceptionConversation opened() {
		return opened(this.reception);
	}

	private static ReceptionConversation opened(ComponentStreamReception reception) {
		return ReceptionConversation.with(reception)
			.header("to='plays.example.org'")
			.expectHeader("plays.example.org", null);
	}

	private static String handshake(ReceptionConversation conversation, String secret) {
		return "<handshake>" + hash(conversation, secret) + "</handshake>";
	}

	private static String hash(ReceptionConversation conversation, String secret) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-1")
					.digest((conversation.streamId() + secret).getBytes(StandardCharsets.UTF_8)));
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
