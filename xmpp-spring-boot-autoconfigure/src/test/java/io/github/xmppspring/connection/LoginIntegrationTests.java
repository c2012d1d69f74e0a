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

package io.github.xmppspring.connection;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.negotiation.AuthenticationFailedException;
import io.github.xmppspring.negotiation.CertificateNotTrustedException;
import io.github.xmppspring.negotiation.HostUnknownException;
import io.github.xmppspring.negotiation.NegotiatedStream;
import io.github.xmppspring.negotiation.NegotiationTimeoutException;
import io.github.xmppspring.negotiation.NoCommonMechanismException;
import io.github.xmppspring.negotiation.TlsNegotiationException;
import io.github.xmppspring.negotiation.client.EncryptedModes;
import io.github.xmppspring.negotiation.client.PasswordLogins;
import io.github.xmppspring.negotiation.client.TlsMode;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamException;
import io.github.xmppspring.testserver.Capability;
import io.github.xmppspring.testserver.OnTestServers;
import io.github.xmppspring.testserver.TestServer;
import io.github.xmppspring.testserver.TestWhere;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Integration tests for logins to a real server: TLS, authentication, resource binding.
 *
 * @author XMPP for Spring Boot contributors
 */
@OnTestServers
class LoginIntegrationTests {

	private static final Duration A_WHILE = Duration.ofMillis(400);

	@RegisterExtension
	final TestConnections connections = new TestConnections();

	@ParameterizedTest
	@ArgumentsSource(PasswordLogins.class)
	void logsInWithPassword(String mechanism, TlsMode mode, TestServer server) {
		TestConnection alice = this.connections.to(server, "alice").tls(mode).mechanisms(mechanism).build();

		NegotiatedStream stream = alice.start().stream();

		assertThat(stream.mechanism()).isEqualTo(mechanism);
		assertThat(stream.tlsProtocol()).isEqualTo("TLSv1.3");
		assertThat(stream.tlsCipher()).startsWith("TLS_");
		assertThat(stream.jid().bare()).isEqualTo(Jid.of("alice@xmpp.test"));
		assertWorks(alice);
		assertThat(alice.states()).containsExactly(ConnectionState.CONNECTING, ConnectionState.NEGOTIATING,
				ConnectionState.ONLINE);
	}

	private static void assertWorks(TestConnection connection) {
		Iq pong = connection.request(Iq.get(Element.of(Namespaces.PING, "ping")));

		assertThat(pong.type()).isEqualTo(IqType.RESULT);
	}

	@ParameterizedTest
	@ArgumentsSource(EncryptedModes.class)
	void choosesTheStrongestMechanismByItself(TlsMode mode, TestServer server) {
		TestConnection alice = this.connections.to(server, "alice").tls(mode).build();

		assertThat(alice.start().stream().mechanism()).isEqualTo(server.kind().mechanisms().get(0));
	}

	@ParameterizedTest
	@ArgumentsSource(EncryptedModes.class)
	void speaksTheAskedVersionOfTls(TlsMode mode, TestServer server) {
		for (String protocol : List.of("TLSv1.2", "TLSv1.3")) {
			TestConnection alice = this.connections.to(server, "alice").tls(mode).protocol(protocol).build();

			assertThat(alice.start().stream().tlsProtocol()).isEqualTo(protocol);

			assertWorks(alice);
		}
	}

	@TestWhere(Capability.EXTERNAL)
	void logsInWithClientCertificate(TestServer server) {
		TestConnection alice = this.connections.to(server, "alice")
			.port(server.c2sExternalPort())
			.password(null)
			.clientCertificate()
			.build();

		NegotiatedStream stream = alice.start().stream();

		assertThat(stream.mechanism()).isEqualTo("EXTERNAL");
		assertThat(stream.jid().bare()).isEqualTo(Jid.of("alice@xmpp.test"));
		assertWorks(alice);
	}

	@TestWhere(Capability.EXTERNAL)
	void clientCertificateOfSomebodyElseIsRefused(TestServer server) {
		TestConnection bob = this.connections.to(server, "bob")
			.port(server.c2sExternalPort())
			.password(null)
			.mechanisms("EXTERNAL")
			.clientCertificate()
			.build();

		AuthenticationFailedException ex = bob.failToStart(AuthenticationFailedException.class);

		assertThat(ex.mechanism()).isEqualTo("EXTERNAL");
		assertFailedForGood(bob);
	}

	@TestWhere(Capability.ANONYMOUS)
	void logsInAnonymously(TestServer server) {
		TestConnection guest = this.connections.to(server, "alice")
			.account(Jid.of(server.anonymousDomain()))
			.password(null)
			.build();

		NegotiatedStream stream = guest.start().stream();

		assertThat(stream.mechanism()).isEqualTo("ANONYMOUS");
		assertThat(stream.jid().local()).isNotEmpty();
		assertThat(stream.jid().domain()).isEqualTo(server.anonymousDomain());
		assertThat(stream.jid().resource()).isNotEmpty();
		assertWorks(guest);
	}

	@TestWhere(Capability.PLAINTEXT)
	void sendsNothingWithoutTlsByDefault(TestServer server) {
		TestConnection alice = this.connections.to(server, "alice").port(server.c2sPlainPort()).build();

		TlsNegotiationException ex = alice.failToStart(TlsNegotiationException.class);

		assertThat(ex.reason()).isEqualTo(TlsNegotiationException.Reason.NOT_OFFERED);
		assertThat(alice.states()).doesNotContain(ConnectionState.ONLINE);
	}

	@TestWhere(Capability.PLAINTEXT)
	void logsInWithoutTlsOnLoopbackIfTold(TestServer server) {
		TestConnection alice = this.connections.to(server, "alice").tls(TlsMode.DISABLED).build();

		NegotiatedStream stream = alice.start().stream();

		assertThat(stream.tlsProtocol()).isNull();
		assertThat(stream.tlsCipher()).isNull();
		assertThat(stream.mechanism()).isEqualTo("SCRAM-SHA-512");
		assertWorks(alice);
	}

	@TestWhere(Capability.PLAINTEXT)
	void passwordDoesNotGoOutInTheClear(TestServer server) {
		TestConnection alice = this.connections.to(server, "alice").tls(TlsMode.DISABLED).mechanisms("PLAIN").build();

		NoCommonMechanismException ex = alice.failToStart(NoCommonMechanismException.class);

		assertThat(ex.offered()).contains("PLAIN");
		assertFailedForGood(alice);
	}

	@ParameterizedTest
	@ValueSource(strings = { "SCRAM-SHA-1", "PLAIN" })
	void wrongPasswordIsTriedOnce(String mechanism, TestServer server) {
		TestConnection alice = this.connections.to(server, "alice").password("wrong").mechanisms(mechanism).build();

		AuthenticationFailedException ex = alice.failToStart(AuthenticationFailedException.class);

		assertThat(ex.mechanism()).isEqualTo(mechanism);
		assertThat(ex.condition()).isEqualTo("not-authorized");
		assertThat(ex).hasMessageNotContaining("wrong");
		assertFailedForGood(alice);
	}

	@Test
	void unknownAccountIsTriedOnce(TestServer server) {
		TestConnection nobody = this.connections.to(server, "nobody").build();

		AuthenticationFailedException ex = nobody.failToStart(AuthenticationFailedException.class);

		assertThat(ex.condition()).isEqualTo("not-authorized");
		assertFailedForGood(nobody);
	}

	private static void assertFailedForGood(TestConnection connection) {
		assertThat(connection.lastError()).isNotNull();
		await().during(A_WHILE)
			.atMost(Duration.ofSeconds(5))
			.until(connection::states,
					List.of(ConnectionState.CONNECTING, ConnectionState.NEGOTIATING, ConnectionState.FAILED)::equals);
	}

	@Test
	void correctedPasswordLogsInAgain(TestServer server) {
		String[] password = { "wrong" };
		TestConnection alice = this.connections.to(server, "alice")
			.negotiation((builder) -> builder.password(() -> password[0]))
			.build();
		alice.failToStart(AuthenticationFailedException.class);

		password[0] = server.password();
		alice.start();

		assertWorks(alice);
		assertThat(alice.lastError()).isNull();
	}

	@ParameterizedTest
	@ArgumentsSource(EncryptedModes.class)
	void untrustedCertificateIsRefused(TlsMode mode, TestServer server) {
		TestConnection alice = this.connections.to(server, "alice").tls(mode).trustNobodyButTheJdk().build();

		CertificateNotTrustedException ex = alice.failToStart(CertificateNotTrustedException.class);

		assertThat(ex).hasMessageContaining("xmpp.test");
		assertThat(alice.states()).doesNotContain(ConnectionState.ONLINE);
	}

	@TestWhere(Capability.ANONYMOUS)
	void noCommonMechanismNamesBothSides(TestServer server) {
		TestConnection alice = this.connections.to(server, "alice")
			.account(Jid.of("alice@" + server.anonymousDomain()))
			.build();

		NoCommonMechanismException ex = alice.failToStart(NoCommonMechanismException.class);

		assertThat(ex.offered()).contains("ANONYMOUS");
		assertThat(ex.allowed()).containsExactly("SCRAM-SHA-512", "SCRAM-SHA-256", "SCRAM-SHA-1");
		assertFailedForGood(alice);
	}

	@Test
	void unknownDomainIsTriedOnce(TestServer server) {
		TestConnection alice = this.connections.to(server, "alice").account(Jid.of("alice@other.test/x")).build();

		HostUnknownException ex = alice.failToStart(HostUnknownException.class);

		assertThat(ex.domain()).isEqualTo("other.test");
		assertFailedForGood(alice);
	}

	@Test
	void refusedConnectionIsTriedAgain(TestServer server) {
		// nobody listens on port 1
		TestConnection alice = this.connections.to(server, "alice").port(1).build();

		XmppConnectionException ex = alice.failToStart(XmppConnectionException.class);

		assertThat(ex).hasMessageContaining("127.0.0.1:1").hasCauseInstanceOf(ConnectException.class);
		await().atMost(Duration.ofSeconds(5))
			.until(() -> alice.states().stream().filter(ConnectionState.BACKING_OFF::equals).count() >= 3);
	}

	@Test
	void allAddressesOfTheHostAreTried(TestServer server) {
		// which may be ::1 before 127.0.0.1
		TestConnection alice = this.connections.to(server, "alice").host("localhost").build();

		assertWorks(alice.start());
	}

	@Test
	void tlsOnThePortOfStarttlsFails(TestServer server) {
		TestConnection alice = this.connections.to(server, "alice").tls(TlsMode.DIRECT, server.c2sPort()).build();

		TlsNegotiationException ex = alice.failToStart(TlsNegotiationException.class);

		assertThat(ex.reason()).isEqualTo(TlsNegotiationException.Reason.HANDSHAKE_FAILED);
	}

	@ParameterizedTest
	@EnumSource(TlsMode.class)
	void silentServerIsGivenUp(TlsMode mode, TestServer server) throws IOException {
		try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getByName(server.host()))) {
			TestConnection alice = this.connections.to(server, "alice")
				.tls(mode, silent.getLocalPort())
				.negotiation((builder) -> builder.timeout(Duration.ofMillis(200)))
				.build();

			alice.failToStart(NegotiationTimeoutException.class);

			await().atMost(Duration.ofSeconds(5)).until(() -> alice.failures().size() >= 2);
		}
	}

	@Test
	void bindsTheAskedResource(TestServer server) {
		TestConnection alice = this.connections.to(server, "alice").resource("Büro 7 <&>").build();

		assertThat(alice.start().jid()).isEqualTo(Jid.of("alice", "xmpp.test", "Büro 7 <&>"));
	}

	@Test
	void bindsAResourceOfTheServersChoice(TestServer server) {
		TestConnection one = this.connections.to(server, "alice").resource(null).build();
		TestConnection other = this.connections.to(server, "alice").resource(null).build();

		assertThat(one.start().jid().resource()).isNotEmpty();
		assertThat(other.start().jid()).isNotEqualTo(one.jid());
	}

	@Test
	void connectionWhoseResourceIsTakenDoesNotTakeItBack(TestServer server) {
		TestConnection first = this.connections.to(server, "alice").resource("taken").build().start();

		TestConnection second = this.connections.to(server, "alice").resource("taken").build().start();

		first.awaitState(ConnectionState.FAILED);
		assertThat(first.lastError()).isInstanceOfSatisfying(StreamException.class, (ex) -> {
			assertThat(ex.isRemote()).isTrue();
			assertThat(ex.error().condition()).isEqualTo(StreamErrorCondition.CONFLICT);
		});
		await().during(A_WHILE)
			.atMost(Duration.ofSeconds(5))
			.until(() -> first.state() == ConnectionState.FAILED && second.state() == ConnectionState.ONLINE);
		assertThat(second.states()).hasSize(3);
		assertWorks(second);
	}

}
