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

package io.github.xmppspring.negotiation.component;

import java.net.InetSocketAddress;
import java.time.Duration;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.negotiation.ComponentRefusedException;
import io.github.xmppspring.negotiation.MissingSecretException;
import io.github.xmppspring.negotiation.NegotiatedStream;
import io.github.xmppspring.negotiation.NegotiationTimeoutException;
import io.github.xmppspring.negotiation.PlaintextRefusedException;
import io.github.xmppspring.negotiation.ServerService;
import io.github.xmppspring.negotiation.StreamConversation;
import io.github.xmppspring.negotiation.client.TlsMode;
import io.github.xmppspring.negotiation.client.TlsSettings;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamException;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ComponentNegotiation} and its handshake.
 *
 * @author XMPP for Spring Boot contributors
 */
class ComponentNegotiationTests {

	private static final Jid ECHO = Jid.of("echo.example.org");

	private static final String HEADER = "<?xml version='1.0'?><stream:stream xmlns='jabber:component:accept' "
			+ "xmlns:stream='http://etherx.jabber.org/streams' from='echo.example.org' id='3BF96D32'>";

	/**
	 * The SHA-1 of {@code 3BF96D32test}, as coreutils have it.
	 */
	private static final String HANDSHAKE = "<handshake xmlns='jabber:component:accept'>"
			+ "aaee83c26aeeafcbabeabfcbcd50df997e0a2a1e</handshake>";

	@Test
	void provesThatItKnowsTheSecret() {
		StreamConversation conversation = begin().reply(HEADER).expect(HANDSHAKE).reply("<handshake/>");

		NegotiatedStream stream = conversation.negotiated();
		assertThat(stream.jid()).isEqualTo(ECHO);
		assertThat(stream.header().id()).isEqualTo("3BF96D32");
		assertThat(stream.mechanism()).isEqualTo("handshake");
		assertThat(stream.tlsProtocol()).isNull();
		assertThat(stream.features().features()).isEmpty();
	}

	@Test
	void stanzasRightBehindTheHandshakeAreDelivered() {
		StreamConversation conversation = begin().reply(HEADER)
			.expect(HANDSHAKE)
			.reply("<handshake/><message><body>early</body></message>");

		assertThat(conversation.negotiated()).isNotNull();
		assertThat(conversation.delivered())
			.containsExactly(Element.parse("<message xmlns='jabber:component:accept'><body>early</body></message>"));
	}

	@Test
	void everySplitOfWhatTheServerSendsIsTheSame() {
		for (int i = 1; i < HEADER.length(); i++) {
			begin().reply(HEADER.substring(0, i)).reply(HEADER.substring(i)).expect(HANDSHAKE);
		}
	}

	@Test
	void versionAndFeaturesOfTheServerAreNotNeeded() {
		String header = HEADER.replace(" id=", " version='1.0' id=");

		assertThat(begin().reply(header).expect(HANDSHAKE).reply("<handshake/>").negotiated()).isNotNull();
	}

	@ParameterizedTest
	@CsvSource({ "not-authorized, false", "host-unknown, false", "host-gone, false", "conflict, true" })
	void refusalIsToldWithItsCondition(String condition, boolean retryable) {
		StreamConversation conversation = begin().reply(HEADER)
			.expect(HANDSHAKE)
			.reply(streamError(condition) + "</stream:stream>")
			.expectFooter();

		assertThat(conversation.failure()).isInstanceOfSatisfying(ComponentRefusedException.class, (ex) -> {
			assertThat(ex.component()).isEqualTo("echo.example.org");
			assertThat(ex.condition()).hasToString(condition);
			assertThat(ex.isRetryable()).isEqualTo(retryable);
		});
	}

	@Test
	void refusalInPlaceOfTheHandshakeIsToldAsWell() {
		StreamConversation conversation = begin().reply(HEADER + streamError("host-unknown") + "</stream:stream>");

		assertThat(conversation.failure()).isInstanceOf(ComponentRefusedException.class);
	}

	@Test
	void otherStreamErrorIsPassedOn() {
		StreamConversation conversation = begin().reply(HEADER).expect(HANDSHAKE).reply(streamError("system-shutdown"));

		assertThat(conversation.failure()).isInstanceOfSatisfying(StreamException.class, (ex) -> {
			assertThat(ex.isRemote()).isTrue();
			assertThat(ex.error().condition()).isEqualTo(StreamErrorCondition.SYSTEM_SHUTDOWN);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "<stream:features/>", "<iq type='get' id='1'/>", "<handshake xmlns='urn:x'/>" })
	void nothingButTheHandshakeIsTaken(String xml) {
		StreamConversation conversation = begin().reply(HEADER).expect(HANDSHAKE).reply(xml);

		assertThat(conversation.failure()).isInstanceOfSatisfying(StreamException.class,
				(ex) -> assertThat(ex.error().condition()).isEqualTo(StreamErrorCondition.UNSUPPORTED_STANZA_TYPE));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " id=''" })
	void withoutIdThereIsNoHandshakeButAReason(String id) {
		StreamConversation conversation = begin().reply(HEADER.replace(" id='3BF96D32'", id));
		assertThat(conversation.ended()).isFalse();

		conversation.reply(streamError("host-unknown") + "</stream:stream>").expectFooter();

		assertThat(conversation.failure()).isInstanceOfSatisfying(ComponentRefusedException.class,
				(ex) -> assertThat(ex.condition()).isEqualTo(StreamErrorCondition.HOST_UNKNOWN));
	}

	@Test
	void withoutIdNothingIsTaken() {
		StreamConversation conversation = begin().reply(HEADER.replace(" id='3BF96D32'", "")).reply("<handshake/>");

		assertThat(conversation.failure()).isInstanceOf(StreamException.class);
	}

	@ParameterizedTest
	@NullAndEmptySource
	void withoutSecretNothingIsSent(@Nullable String secret) {
		StreamConversation conversation = StreamConversation.with(builder().secret(secret).build())
			.expectHeaderWithoutVersion("echo.example.org")
			.reply(HEADER)
			.expectFooter();

		assertThat(conversation.failure()).isInstanceOfSatisfying(MissingSecretException.class,
				(ex) -> assertThat(ex.isRetryable()).isFalse());
	}

	@Test
	void failureToGetTheSecretIsPassedOn() {
		IllegalStateException failure = new IllegalStateException("test");
		StreamConversation conversation = StreamConversation.with(builder().secret(() -> {
			throw failure;
		}).build()).expectHeaderWithoutVersion("echo.example.org").reply(HEADER).expectFooter();

		assertThat(conversation.failure()).isSameAs(failure);
	}

	@Test
	void silenceEndsWithTheTimeout() {
		StreamConversation conversation = StreamConversation.with(builder().timeout(Duration.ofSeconds(5)).build())
			.expectHeaderWithoutVersion("echo.example.org")
			.reply(HEADER)
			.expect(HANDSHAKE)
			.sleep(Duration.ofSeconds(6));

		assertThat(conversation.failure()).isInstanceOf(NegotiationTimeoutException.class)
			.hasMessageEndingWith("it was at 'handshake'");
	}

	@Test
	void plaintextStaysOnThisMachineUnlessAllowed() {
		InetSocketAddress elsewhere = new InetSocketAddress("192.0.2.1", 5347);

		assertThat(StreamConversation.with(builder().build(), elsewhere).expectClosed().failure())
			.isInstanceOf(PlaintextRefusedException.class);
		StreamConversation.with(builder().plaintextOffLoopback(true).build(), elsewhere)
			.expectHeaderWithoutVersion("echo.example.org");
	}

	@Test
	void isOfComponents() {
		ComponentNegotiation negotiation = builder().build();

		assertThat(negotiation.account()).isEqualTo(ECHO);
		assertThat(negotiation.contentNamespace()).isEqualTo("jabber:component:accept");
		assertThat(negotiation.service()).isEqualTo(new ServerService(null, 5347));
	}

	@ParameterizedTest
	@ValueSource(strings = { "echo@example.org", "example.org/echo" })
	void componentIsADomain(String jid) {
		assertThatIllegalArgumentException().isThrownBy(() -> ComponentNegotiation.builder(Jid.of(jid)));
	}

	@Test
	void thereIsNoStartTls() {
		ComponentNegotiation.Builder builder = builder().tls(TlsSettings.of(TlsMode.STARTTLS));

		assertThatIllegalArgumentException().isThrownBy(builder::build);
	}

	private static StreamConversation begin() {
		return StreamConversation.with(builder().build()).expectHeaderWithoutVersion("echo.example.org");
	}

	private static ComponentNegotiation.Builder builder() {
		return ComponentNegotiation.builder(ECHO).secret("test").executor(Runnable::run);
	}

	private static String streamError(String condition) {
		return "<stream:error><" + condition + " xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>";
	}

}
