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

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.codec.XmppPipeline;
import io.github.xmppspring.negotiation.AuthenticationFailedException;
import io.github.xmppspring.negotiation.ChannelLink;
import io.github.xmppspring.negotiation.HostUnknownException;
import io.github.xmppspring.negotiation.NegotiatedStream;
import io.github.xmppspring.negotiation.NegotiationListener;
import io.github.xmppspring.negotiation.NoCommonMechanismException;
import io.github.xmppspring.negotiation.ResourceBindingException;
import io.github.xmppspring.negotiation.TlsNegotiationException;
import io.github.xmppspring.negotiation.client.StreamNegotiation;
import io.github.xmppspring.negotiation.client.TlsMode;
import io.github.xmppspring.negotiation.client.TlsSettings;
import io.github.xmppspring.xml.Element;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of both sides of the negotiation with each other.
 *
 * @author XMPP for Spring Boot contributors
 */
class BackToBackTests {

	private static final Jid JULIET = Jid.of("juliet@example.org/balcony");

	private final TestReception server = new TestReception();

	private final ClientStreamReception.Builder reception = ClientStreamReception.builder(this.server, this.server)
		.domains(TestReception.DOMAIN)
		.tls(TestReception.keys())
		.executor(Runnable::run);

	private final StreamNegotiation.Builder client = client(JULIET);

	private static StreamNegotiation.Builder client(Jid account) {
		return StreamNegotiation.builder(account)
			.tls(new TlsSettings(TlsMode.STARTTLS, null, TestReception.trust(), List.of(), List.of()))
			.password("r0m30")
			.executor(Runnable::run);
	}

	@ParameterizedTest
	@ValueSource(strings = { "SCRAM-SHA-1", "SCRAM-SHA-256", "SCRAM-SHA-512", "PLAIN" })
	void clientLogsIn(String mechanism) {
		Connection connection = connect(this.client.mechanisms(List.of(mechanism)), this.reception);

		assertThat(connection.failure).isNull();
		assertThat(connection.negotiated.jid()).isEqualTo(JULIET);
		assertThat(connection.negotiated.mechanism()).isEqualTo(mechanism);
		assertThat(connection.received.jid()).isEqualTo(JULIET);
		assertThat(connection.received.mechanism()).isEqualTo(mechanism);
		assertThat(connection.received.id()).isEqualTo(connection.negotiated.header().id());
		assertThat(connection.received.tlsProtocol()).isEqualTo("TLSv1.3")
			.isEqualTo(connection.negotiated.tlsProtocol());
		assertThat(connection.received.tlsCipher()).isEqualTo(connection.negotiated.tlsCipher());
	}

	@Test
	void strongestMechanismIsTaken() {
		assertThat(connect(this.client, this.reception).received.mechanism()).isEqualTo("SCRAM-SHA-512");
	}

	@Test
	void stanzasGoBothWays() {
		Connection connection = connect(this.client, this.reception);

		connection.channels.one().writeOutbound(Element.parse("<message xmlns='jabber:client' to='a'/>"));
		connection.channels.other().writeOutbound(Element.parse("<message xmlns='jabber:client' to='b'/>"));
		connection.channels.exchange();

		assertThat(connection.delivered).extracting((element) -> element.attribute("to"))
			.containsExactlyInAnyOrder("a", "b");
	}

	@Test
	void anonymousClientLogsIn() {
		Connection connection = connect(client(TestReception.DOMAIN).mechanisms(List.of("ANONYMOUS")),
				this.reception.mechanisms(List.of("ANONYMOUS")));

		assertThat(connection.failure).isNull();
		assertThat(connection.negotiated.jid()).isEqualTo(connection.received.jid());
		assertThat(connection.received.jid().isFull()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "SCRAM-SHA-1", "SCRAM-SHA-256", "SCRAM-SHA-512", "PLAIN" })
	void wrongPasswordAndUnknownUserLookTheSame(String mechanism) {
		List<String> mechanisms = List.of(mechanism);

		assertNotAuthorized(connect(this.client.password("wrong").mechanisms(mechanisms), this.reception));
		assertNotAuthorized(connect(client(Jid.of("nobody@example.org")).mechanisms(mechanisms), this.reception));
	}

	private static void assertNotAuthorized(Connection connection) {
		assertThat(connection.failure).isInstanceOfSatisfying(AuthenticationFailedException.class,
				(ex) -> assertThat(ex.condition()).isEqualTo("not-authorized"));
		assertThat(connection.received).isNull();
		assertThat(connection.receptionFailure).isNotNull();
	}

	@Test
	void otherIdentityIsRefused() {
		Connection connection = connect(this.client.authenticationIdentity("romeo").password("jul13t"), this.reception);

		assertThat(connection.failure).isInstanceOfSatisfying(AuthenticationFailedException.class,
				(ex) -> assertThat(ex.condition()).isEqualTo("invalid-authzid"));
	}

	@Test
	void resourceConflictIsTold() {
		this.server.bound().add(JULIET);

		Connection connection = connect(this.client, this.reception);

		assertThat(connection.failure).isInstanceOf(ResourceBindingException.class).hasMessageContaining("conflict");
		assertThat(connection.receptionFailure).isNotNull();
	}

	@Test
	void otherDomainIsUnknown() {
		Connection connection = connect(client(Jid.of("juliet@example.com")), this.reception);

		assertThat(connection.failure).isInstanceOf(HostUnknownException.class);
	}

	@Test
	void clientInsistsOnTls() {
		Connection connection = connect(this.client, this.reception.tls(null));

		assertThat(connection.failure).isInstanceOf(TlsNegotiationException.class);
	}

	@Test
	void serverInsistsOnTls() {
		Connection connection = connect(this.client.tls(TlsSettings.of(TlsMode.DISABLED)), this.reception);

		assertThat(connection.failure).isNotNull();
		assertThat(connection.negotiated).isNull();
	}

	@Test
	void withoutTlsScramIsLeft() {
		this.client.tls(TlsSettings.of(TlsMode.DISABLED));

		assertThat(connect(this.client, this.reception.tls(null)).received.mechanism()).isEqualTo("SCRAM-SHA-512");
		assertThat(connect(this.client.mechanisms(List.of("PLAIN")), this.reception).failure)
			.isInstanceOf(NoCommonMechanismException.class);
	}

	private static Connection connect(StreamNegotiation.Builder client, ClientStreamReception.Builder reception) {
		return new Connection(client.build(), reception.build());
	}

	/**
	 * A client and a server.
	 */
	private static final class Connection implements NegotiationListener {

		private final ChannelLink channels;

		private final List<Element> delivered = new ArrayList<>();

		private NegotiatedStream negotiated;

		private Throwable failure;

		private ReceivedStream received;

		private Throwable receptionFailure;

		Connection(StreamNegotiation client, ClientStreamReception reception) {
			EmbeddedChannel one = new EmbeddedChannel(false, false) {

				@Override
				protected SocketAddress remoteAddress0() {
					return new InetSocketAddress(InetAddress.getLoopbackAddress(), 5222);
				}

			};
			EmbeddedChannel other = new EmbeddedChannel(false, false);
			this.channels = new ChannelLink(one, other);
			client.initialize(one.pipeline(), this);
			reception.initialize(other.pipeline(), receptionListener());
			try {
				other.register();
				one.register();
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
			this.channels.exchange();
			this.channels.exchangeEnds();
		}

		private StreamReceptionListener receptionListener() {
			return new StreamReceptionListener() {

				@Override
				public void received(Channel channel, ReceivedStream stream) {
					Connection.this.received = stream;
					deliver(channel);
				}

				@Override
				public void failed(Throwable cause) {
					Connection.this.receptionFailure = cause;
				}

			};
		}

		@Override
		public void negotiated(Channel channel, NegotiatedStream stream) {
			this.negotiated = stream;
			deliver(channel);
		}

		@Override
		public void failed(Throwable cause) {
			this.failure = cause;
		}

		private void deliver(Channel channel) {
			channel.pipeline().addBefore(XmppPipeline.STREAM_ERRORS, "test", new ChannelInboundHandlerAdapter() {

				@Override
				public void channelRead(ChannelHandlerContext context, Object message) {
					Connection.this.delivered.add((Element) message);
				}

			});
		}

	}

}
