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

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.negotiation.AuthenticationFailedException;
import io.github.xmppspring.negotiation.CertificateNotTrustedException;
import io.github.xmppspring.negotiation.HostUnknownException;
import io.github.xmppspring.negotiation.NegotiatedStream;
import io.github.xmppspring.negotiation.NegotiationListener;
import io.github.xmppspring.testserver.Capability;
import io.github.xmppspring.testserver.OnTestServers;
import io.github.xmppspring.testserver.TestServer;
import io.github.xmppspring.testserver.TestWhere;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslManagerBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Integration tests for {@link StreamNegotiation}: the whole negotiation over sockets, on
 * threads, with a server that nobody wrote for it.
 *
 * @author XMPP for Spring Boot contributors
 */
@OnTestServers
class StreamNegotiationIntegrationTests {

	private static final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

	@AfterAll
	static void shutDown() {
		group.shutdownGracefully(0, 5, TimeUnit.SECONDS);
	}

	@ParameterizedTest
	@ArgumentsSource(PasswordLogins.class)
	void logsInOverTls(String mechanism, TlsMode mode, TestServer server) throws Exception {
		StreamNegotiation negotiation = StreamNegotiation.builder(alice(server))
			.tls(trusting(server, mode))
			.password(server.password())
			.mechanisms(List.of(mechanism))
			.build();

		NegotiatedStream stream = negotiate(negotiation, server);

		assertThat(stream.mechanism()).isEqualTo(mechanism);
		assertThat(stream.tlsProtocol()).isEqualTo("TLSv1.3");
		assertThat(stream.jid().bare()).isEqualTo(alice(server));
		assertThat(stream.jid().isFull()).isTrue();
	}

	@Test
	void strongestMechanismIsTheDefault(TestServer server) throws Exception {
		StreamNegotiation negotiation = StreamNegotiation.builder(alice(server).withResource("asked for"))
			.tls(trusting(server, TlsMode.STARTTLS))
			.password(server.password())
			.build();

		NegotiatedStream stream = negotiate(negotiation, server);

		assertThat(stream.mechanism()).isEqualTo(server.kind().mechanisms().get(0));
		assertThat(stream.jid()).isEqualTo(alice(server).withResource("asked for"));
	}

	@TestWhere(Capability.ANONYMOUS)
	void logsInAnonymously(TestServer server) throws Exception {
		StreamNegotiation negotiation = StreamNegotiation.builder(Jid.of(server.anonymousDomain()))
			.tls(trusting(server, TlsMode.STARTTLS))
			.build();

		NegotiatedStream stream = negotiate(negotiation, server);

		assertThat(stream.mechanism()).isEqualTo("ANONYMOUS");
		assertThat(stream.jid().domain()).isEqualTo(server.anonymousDomain());
	}

	@TestWhere(Capability.EXTERNAL)
	void logsInByCertificate(TestServer server) throws Exception {
		PemSslStoreDetails keys = PemSslStoreDetails.forCertificate("file:" + server.clientCertificate())
			.withPrivateKey("file:" + server.clientKey());
		StreamNegotiation negotiation = StreamNegotiation.builder(alice(server))
			.tls(settings(TlsMode.STARTTLS, server, keys))
			.build();

		NegotiatedStream stream = negotiate(negotiation, server, server.c2sExternalPort());

		assertThat(stream.mechanism()).isEqualTo("EXTERNAL");
		assertThat(stream.jid().bare()).isEqualTo(alice(server));
	}

	@TestWhere(Capability.PLAINTEXT)
	void logsInWithoutTlsOnThisMachine(TestServer server) throws Exception {
		StreamNegotiation negotiation = StreamNegotiation.builder(alice(server))
			.tls(TlsSettings.of(TlsMode.DISABLED))
			.password(server.password())
			.build();

		NegotiatedStream stream = negotiate(negotiation, server);

		assertThat(stream.tlsProtocol()).isNull();
		assertThat(stream.mechanism()).isEqualTo("SCRAM-SHA-512");
	}

	@ParameterizedTest
	@ValueSource(strings = { "SCRAM-SHA-1", "PLAIN" })
	void wrongPasswordIsRefused(String mechanism, TestServer server) {
		StreamNegotiation negotiation = StreamNegotiation.builder(alice(server))
			.tls(trusting(server, TlsMode.STARTTLS))
			.password("guessed")
			.mechanisms(List.of(mechanism))
			.build();

		assertThatExceptionOfType(AuthenticationFailedException.class).isThrownBy(() -> negotiate(negotiation, server))
			.satisfies((ex) -> assertThat(ex.condition()).isEqualTo("not-authorized"));
	}

	@ParameterizedTest
	@ArgumentsSource(EncryptedModes.class)
	void unknownAuthorityIsNotTrusted(TlsMode mode, TestServer server) {
		StreamNegotiation negotiation = StreamNegotiation.builder(alice(server))
			.tls(TlsSettings.of(mode))
			.password(server.password())
			.build();

		assertThatExceptionOfType(CertificateNotTrustedException.class)
			.isThrownBy(() -> negotiate(negotiation, server));
	}

	@Test
	void unknownDomainIsTold(TestServer server) {
		StreamNegotiation negotiation = StreamNegotiation.builder(Jid.of("alice@elsewhere.example"))
			.tls(trusting(server, TlsMode.STARTTLS))
			.password(server.password())
			.build();

		assertThatExceptionOfType(HostUnknownException.class).isThrownBy(() -> negotiate(negotiation, server));
	}

	private static NegotiatedStream negotiate(StreamNegotiation negotiation, TestServer server) throws Exception {
		return negotiate(negotiation, server, port(negotiation, server));
	}

	private static NegotiatedStream negotiate(StreamNegotiation negotiation, TestServer server, int port)
			throws Exception {
		CompletableFuture<NegotiatedStream> result = new CompletableFuture<>();
		Bootstrap bootstrap = new Bootstrap().group(group)
			.channel(NioSocketChannel.class)
			.handler(new ChannelInitializer<Channel>() {

				@Override
				protected void initChannel(Channel channel) {
					negotiation.initialize(channel.pipeline(), new Result(result));
				}

			});
		Channel channel = bootstrap.connect(server.host(), port).sync().channel();
		try {
			return result.get(20, TimeUnit.SECONDS);
		}
		catch (ExecutionException | TimeoutException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
		finally {
			channel.close().sync();
		}
	}

	private static int port(StreamNegotiation negotiation, TestServer server) {
		return switch (negotiation.tlsMode()) {
			case STARTTLS -> server.c2sPort();
			case DIRECT -> server.c2sTlsPort();
			case DISABLED -> server.c2sPlainPort();
		};
	}

	private static Jid alice(TestServer server) {
		return Jid.of("alice@" + server.domain());
	}

	private static TlsSettings trusting(TestServer server, TlsMode mode) {
		return settings(mode, server, null);
	}

	private static TlsSettings settings(TlsMode mode, TestServer server, PemSslStoreDetails keys) {
		PemSslStoreDetails trusted = PemSslStoreDetails.forCertificate("file:" + server.certificateAuthority());
		SslManagerBundle managers = SslBundle.of(new PemSslStoreBundle(keys, trusted)).getManagers();
		return new TlsSettings(mode, managers.getKeyManagerFactory(), managers.getTrustManagerFactory(), List.of(),
				List.of());
	}

	/**
	 * Hands the end of a negotiation to a future.
	 */
	private record Result(CompletableFuture<NegotiatedStream> future) implements NegotiationListener {

		@Override
		public void negotiated(Channel channel, NegotiatedStream stream) {
			this.future.complete(stream);
		}

		@Override
		public void failed(Throwable cause) {
			this.future.completeExceptionally(cause);
		}

	}

}
