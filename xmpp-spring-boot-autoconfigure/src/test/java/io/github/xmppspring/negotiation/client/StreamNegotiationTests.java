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

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

import javax.xml.namespace.QName;

import io.github.xmppspring.negotiation.ConnectionClosedException;
import io.github.xmppspring.negotiation.HostUnknownException;
import io.github.xmppspring.negotiation.NegotiatedStream;
import io.github.xmppspring.negotiation.Negotiation;
import io.github.xmppspring.negotiation.NegotiationTimeoutException;
import io.github.xmppspring.negotiation.PlaintextRefusedException;
import io.github.xmppspring.negotiation.StreamContext;
import io.github.xmppspring.negotiation.StreamConversation;
import io.github.xmppspring.negotiation.StreamFeature;
import io.github.xmppspring.negotiation.StreamMilestone;
import io.github.xmppspring.negotiation.UnsupportedFeatureException;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamException;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.XmlLimits;
import io.netty.channel.local.LocalAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.xmppspring.negotiation.client.TestNegotiation.BIND;
import static io.github.xmppspring.negotiation.client.TestNegotiation.JULIET;
import static io.github.xmppspring.negotiation.client.TestNegotiation.STARTTLS;
import static io.github.xmppspring.negotiation.client.TestNegotiation.authenticated;
import static io.github.xmppspring.negotiation.client.TestNegotiation.bound;
import static io.github.xmppspring.negotiation.client.TestNegotiation.expectBind;
import static io.github.xmppspring.negotiation.client.TestNegotiation.mechanisms;
import static io.github.xmppspring.negotiation.client.TestNegotiation.plaintext;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

/**
 * Tests for {@link StreamNegotiation} and the handler behind it.
 *
 * @author XMPP for Spring Boot contributors
 */
class StreamNegotiationTests {

	private static final String HEADER = StreamConversation.HEADER;

	@Test
	void tellsWhatWasNegotiated() {
		StreamConversation conversation = authenticated(plaintext(JULIET), BIND, "<ver xmlns='urn:xmpp:features:x'/>")
			.then(TestNegotiation::bind);

		NegotiatedStream stream = conversation.negotiated();
		assertThat(stream.jid()).hasToString("juliet@example.org/r1");
		assertThat(stream.header().from()).isEqualTo("example.org");
		assertThat(stream.features().find("urn:xmpp:features:x", "ver")).isNotNull();
		assertThat(stream.tlsProtocol()).isNull();
		assertThat(stream.tlsCipher()).isNull();
		assertThat(stream.mechanism()).isEqualTo("ANONYMOUS");
		assertThat(stream.since()).isCloseTo(Instant.now(), within(10, ChronoUnit.SECONDS));
	}

	@Test
	void elementsRightBehindTheLastStepAreDelivered() {
		StreamConversation conversation = expectBind(authenticated(plaintext(JULIET), BIND))
			.reply(bound("juliet@example.org/r1") + "<message><body>early</body></message>");

		assertThat(conversation.negotiated()).isNotNull();
		assertThat(conversation.delivered())
			.containsExactly(Element.parse("<message xmlns='jabber:client'><body>early</body></message>"));
	}

	@Test
	void everySplitOfWhatTheServerSendsIsTheSame() {
		String features = HEADER + "<stream:features>" + mechanisms("ANONYMOUS") + "</stream:features>";
		for (int i = 1; i < features.length(); i++) {
			StreamConversation.with(plaintext(JULIET).mechanisms(List.of("ANONYMOUS")).build())
				.expectHeader(null)
				.reply(features.substring(0, i))
				.reply(features.substring(i))
				.expect("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='ANONYMOUS'>=</auth>");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "host-unknown", "host-gone" })
	void unknownHostIsToldByName(String condition) {
		StreamConversation conversation = begin().reply(HEADER + streamError(condition) + "</stream:stream>")
			.expectFooter();

		assertThat(conversation.failure()).isInstanceOfSatisfying(HostUnknownException.class, (ex) -> {
			assertThat(ex.domain()).isEqualTo("example.org");
			assertThat(ex.isRetryable()).isFalse();
		});
	}

	@Test
	void streamErrorInTheMiddleIsPassedOn() {
		StreamConversation conversation = expectBind(authenticated(plaintext(JULIET), BIND))
			.reply(streamError("system-shutdown") + "</stream:stream>")
			.expectFooter();

		assertThat(conversation.failure()).isInstanceOfSatisfying(StreamException.class, (ex) -> {
			assertThat(ex.isRemote()).isTrue();
			assertThat(ex.error().condition()).isEqualTo(StreamErrorCondition.SYSTEM_SHUTDOWN);
		});
	}

	@Test
	void silenceEndsWithTheTimeout() {
		StreamConversation conversation = StreamConversation
			.with(plaintext(JULIET).timeout(Duration.ofSeconds(5)).build())
			.expectHeader(null)
			.sleep(Duration.ofMillis(4900));
		assertThat(conversation.ended()).isFalse();

		conversation.sleep(Duration.ofMillis(200)).expect(streamErrorElement("connection-timeout")).expectFooter();

		assertThat(conversation.failure()).isInstanceOfSatisfying(NegotiationTimeoutException.class,
				(ex) -> assertThat(ex.isRetryable()).isTrue());
	}

	@Test
	void timeoutCoversAllStepsTogether() {
		StreamConversation slow = StreamConversation.with(plaintext(JULIET).timeout(Duration.ofSeconds(5)).build())
			.expectHeader(null)
			.sleep(Duration.ofSeconds(3))
			.open(mechanisms("SCRAM-SHA-1"))
			.sleep(Duration.ofSeconds(3));

		assertThat(slow.failure()).isInstanceOf(NegotiationTimeoutException.class)
			.hasMessage("The stream was not negotiated within 5000 ms: it was at 'sasl'");
	}

	@Test
	void connectionThatClosesEarlyIsAFailure() {
		StreamConversation conversation = begin().reply(HEADER).close().expectClosed();

		assertThat(conversation.failure()).isInstanceOfSatisfying(ConnectionClosedException.class,
				(ex) -> assertThat(ex.isRetryable()).isTrue());
	}

	@Test
	void streamThatClosesEarlyIsAFailure() {
		StreamConversation conversation = begin().reply(HEADER + "</stream:stream>").expectFooter();

		assertThat(conversation.failure()).isInstanceOf(ConnectionClosedException.class);
	}

	@Test
	void nothingIsToldTwiceOrPassesAfterAFailure() {
		StreamConversation conversation = begin()
			.reply(HEADER + streamError("host-unknown") + "<message/></stream:stream>")
			.expectFooter()
			.sleep(Duration.ofHours(1));

		assertThat(conversation.failure()).isInstanceOf(HostUnknownException.class);
		assertThat(conversation.delivered()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "<message/>", "<iq type='get' id='1'><ping xmlns='urn:xmpp:ping'/></iq>",
			"<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>",
			"<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>" })
	void elementBeforeTheFeaturesHasNoPlace(String element) {
		StreamConversation conversation = begin().reply(HEADER + element)
			.expect(streamErrorElement("unsupported-stanza-type"))
			.expectFooter();

		assertThat(conversation.failure()).isInstanceOf(StreamException.class);
	}

	@Test
	void brokenXmlEndsTheStream() {
		StreamConversation conversation = begin().reply(HEADER + "<a></b>")
			.expect(streamErrorElement("not-well-formed"))
			.expectFooter();

		assertThat(conversation.failure()).isInstanceOfSatisfying(StreamException.class,
				(ex) -> assertThat(ex.isRemote()).isFalse());
	}

	@Test
	void serverBeforeXmpp10IsLeft() {
		StreamConversation conversation = begin()
			.reply("<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' id='1'>")
			.expect(streamErrorElement("unsupported-version"))
			.expectFooter();

		assertThat(conversation.failure()).isInstanceOf(StreamException.class);
	}

	@Test
	void limitsAreRaisedByTheAuthentication() {
		String large = "<x xmlns='urn:x'>" + "x".repeat(20_000) + "</x>";
		XmlLimits before = XmlLimits.BEFORE_AUTHENTICATION;

		StreamConversation refused = begin(plaintext(JULIET).limits(before, XmlLimits.DEFAULT)).open(large);
		StreamConversation accepted = authenticated(plaintext(JULIET).limits(before, XmlLimits.DEFAULT), BIND, large);

		assertThat(refused.failure()).isInstanceOfSatisfying(StreamException.class,
				(ex) -> assertThat(ex.error().condition()).isEqualTo(StreamErrorCondition.POLICY_VIOLATION));
		assertThat(accepted.then(TestNegotiation::bind).negotiated()).isNotNull();
	}

	@Test
	void featureThatIsRequiredButUnknownIsToldByName() {
		StreamConversation conversation = authenticated(plaintext(JULIET),
				"<compliance xmlns='urn:example'><required/></compliance>", BIND)
			.expect(streamErrorElement("unsupported-feature"))
			.expectFooter();

		assertThat(conversation.failure()).isInstanceOfSatisfying(UnsupportedFeatureException.class,
				(ex) -> assertThat(ex.feature()).isEqualTo(new QName("urn:example", "compliance")));
	}

	@Test
	void serverThatRequiresTlsIsLeftIfTlsIsSwitchedOff() {
		StreamConversation conversation = begin().open(STARTTLS, mechanisms("SCRAM-SHA-1"))
			.expect(streamErrorElement("unsupported-feature"))
			.expectFooter();

		assertThat(conversation.failure()).isInstanceOf(UnsupportedFeatureException.class)
			.hasMessageContaining("starttls");
	}

	@Test
	void plaintextIsRefusedOffLoopback() {
		StreamConversation conversation = StreamConversation.with(plaintext(JULIET).build(), elsewhere());

		assertThat(conversation.expectClosed().failure()).isInstanceOfSatisfying(PlaintextRefusedException.class,
				(ex) -> assertThat(ex.isRetryable()).isFalse());
	}

	@Test
	void plaintextOffLoopbackHasASettingOfItsOwn() {
		StreamConversation conversation = StreamConversation
			.with(plaintext(JULIET).plaintextOffLoopback(true).build(), elsewhere())
			.expectHeader(null);

		assertThat(conversation.ended()).isFalse();
	}

	@Test
	void plaintextIsAllowedWithinTheProcess() {
		StreamConversation.with(plaintext(JULIET).build(), new LocalAddress("test")).expectHeader(null);
	}

	@Test
	void startTlsMayBeginInPlaintextAnywhere() {
		StreamNegotiation negotiation = StreamNegotiation.builder(JULIET).password("r0m30").build();

		StreamConversation.with(negotiation, elsewhere()).expectHeader(null);
	}

	@Test
	void furtherFeatureIsNegotiatedOnceWhenItsTimeHasCome() {
		StreamConversation conversation = authenticated(plaintext(JULIET).feature(new Compression()), BIND,
				"<enable xmlns='urn:example'/>")
			.then(TestNegotiation::bind)
			.expect("<enable xmlns='urn:example'/>");
		assertThat(conversation.ended()).isFalse();

		conversation.reply("<enabled xmlns='urn:example'/>");

		assertThat(conversation.negotiated()).isNotNull();
	}

	@Test
	void settingsAreChecked() {
		assertThatIllegalArgumentException().isThrownBy(() -> plaintext(JULIET).timeout(Duration.ZERO).build());
		assertThatIllegalArgumentException().isThrownBy(() -> plaintext(JULIET).mechanisms(List.of("DIGEST-MD5")));
	}

	private static StreamConversation begin() {
		return begin(plaintext(JULIET));
	}

	private static StreamConversation begin(StreamNegotiation.Builder builder) {
		return StreamConversation.with(builder.build()).expectHeader(null);
	}

	private static InetSocketAddress elsewhere() {
		return new InetSocketAddress("192.0.2.1", 5222);
	}

	private static String streamError(String condition) {
		return "<stream:error><%s xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>".formatted(condition);
	}

	private static String streamErrorElement(String condition) {
		return streamError(condition).replace("<stream:error>",
				"<stream:error xmlns:stream='http://etherx.jabber.org/streams'>");
	}

	/**
	 * A feature that this library does not have.
	 */
	private static final class Compression implements StreamFeature {

		@Override
		public QName name() {
			return new QName("urn:example", "enable");
		}

		@Override
		public Set<StreamMilestone> needs() {
			return Set.of(StreamMilestone.BOUND);
		}

		@Override
		public Set<StreamMilestone> forbids() {
			return Set.of();
		}

		@Override
		public Negotiation negotiate(StreamContext stream, Element offer) {
			return new Negotiation() {

				@Override
				public void start() {
					stream.send(offer);
				}

				@Override
				public void receive(Element element) {
					stream.finished();
				}

			};
		}

	}

}
