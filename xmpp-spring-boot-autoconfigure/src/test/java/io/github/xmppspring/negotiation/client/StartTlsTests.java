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

import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;

import io.github.xmppspring.negotiation.CertificateNameException;
import io.github.xmppspring.negotiation.CertificateNotTrustedException;
import io.github.xmppspring.negotiation.ConnectionClosedException;
import io.github.xmppspring.negotiation.NegotiatedStream;
import io.github.xmppspring.negotiation.StreamConversation;
import io.github.xmppspring.negotiation.TlsNegotiationException;
import io.github.xmppspring.negotiation.TlsNegotiationException.Reason;
import io.netty.handler.ssl.SslContext;
import io.netty.pkitesting.X509Bundle;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.xmppspring.negotiation.client.TestCertificates.dnsName;
import static io.github.xmppspring.negotiation.client.TestCertificates.srvName;
import static io.github.xmppspring.negotiation.client.TestCertificates.xmppAddr;
import static io.github.xmppspring.negotiation.client.TestNegotiation.BIND;
import static io.github.xmppspring.negotiation.client.TestNegotiation.JULIET;
import static io.github.xmppspring.negotiation.client.TestNegotiation.STARTTLS;
import static io.github.xmppspring.negotiation.client.TestNegotiation.SUCCESS;
import static io.github.xmppspring.negotiation.client.TestNegotiation.mechanisms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link StartTls} and {@link ClientTls}.
 *
 * @author XMPP for Spring Boot contributors
 */
class StartTlsTests {

	private static final String REQUEST = "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>";

	private static final String PROCEED = "<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>";

	private static final TestCertificates certificates = new TestCertificates();

	private static final X509Bundle trusted = certificates.server(dnsName("example.org"));

	@Test
	void addressIsOnlyToldOverTls() {
		StreamConversation conversation = upgrade(begin(), trusted).expectHeader("juliet@example.org")
			.open(mechanisms("PLAIN"))
			.expect("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>AGp1bGlldAByMG0zMA==</auth>")
			.replyAndRestart(SUCCESS)
			.expectHeader("juliet@example.org")
			.open(BIND)
			.then(TestNegotiation::bind);

		NegotiatedStream stream = conversation.negotiated();
		assertThat(stream.tlsProtocol()).isEqualTo("TLSv1.3");
		assertThat(stream.tlsCipher()).startsWith("TLS_");
		assertThat(stream.mechanism()).isEqualTo("PLAIN");
	}

	@Test
	void tls12IsEnough() {
		StreamConversation conversation = begin().open(STARTTLS)
			.expect(REQUEST)
			.proceed(certificates.serverContext(trusted, "TLSv1.2"))
			.expectHeader("juliet@example.org");

		assertThat(conversation.ended()).isFalse();
	}

	@Test
	void otherFeaturesWaitForTls() {
		begin().open(mechanisms("PLAIN"), STARTTLS, BIND).expect(REQUEST);
	}

	@Test
	void serverWithoutStartTlsIsLeft() {
		StreamConversation conversation = begin().open(mechanisms("PLAIN")).expectFooter();

		assertThat(conversation.failure()).isInstanceOfSatisfying(TlsNegotiationException.class,
				(ex) -> assertThat(ex.reason()).isEqualTo(Reason.NOT_OFFERED));
	}

	@Test
	void refusalIsAFailure() {
		StreamConversation conversation = begin().open(STARTTLS)
			.expect(REQUEST)
			.reply("<failure xmlns='urn:ietf:params:xml:ns:xmpp-tls'/></stream:stream>")
			.expectFooter();

		assertThat(conversation.failure()).isInstanceOfSatisfying(TlsNegotiationException.class,
				(ex) -> assertThat(ex.reason()).isEqualTo(Reason.REFUSED));
	}

	@ParameterizedTest
	@ValueSource(strings = { " ", "\n", "<", "<stream:features/>", "</stream:stream>" })
	void anyByteBehindProceedIsAFailure(String bytes) {
		StreamConversation conversation = begin().open(STARTTLS).expect(REQUEST).reply(PROCEED + bytes).expectFooter();

		assertThat(conversation.failure()).isInstanceOfSatisfying(TlsNegotiationException.class,
				(ex) -> assertThat(ex.reason()).isEqualTo(Reason.UNPROTECTED_BYTES));
	}

	@Test
	void bytesThatAreNoTlsAreAFailure() {
		StreamConversation conversation = begin().open(STARTTLS)
			.expect(REQUEST)
			.ignoringServerFailures()
			.reply(PROCEED)
			.reply("<stream:features/>")
			.expectClosed();

		assertThat(conversation.failure()).isInstanceOfSatisfying(TlsNegotiationException.class,
				(ex) -> assertThat(ex.reason()).isEqualTo(Reason.HANDSHAKE_FAILED));
	}

	@Test
	void connectionThatClosesInTheHandshakeIsAFailure() {
		StreamConversation conversation = begin().open(STARTTLS)
			.expect(REQUEST)
			.ignoringServerFailures()
			.reply(PROCEED)
			.close()
			.expectClosed();

		assertThat(conversation.failure()).isInstanceOf(ConnectionClosedException.class);
	}

	@Test
	void serverWithOnlyOldVersionsIsAFailure() {
		StreamConversation conversation = begin(new TlsSettings(TlsMode.STARTTLS, null,
				certificates.trusting(TlsMode.STARTTLS).trustManagerFactory(), List.of("TLSv1.3"), List.of()))
			.open(STARTTLS)
			.expect(REQUEST)
			.ignoringServerFailures()
			.proceed(certificates.serverContext(trusted, "TLSv1.2"))
			.expectClosed();

		assertThat(conversation.failure()).isInstanceOfSatisfying(TlsNegotiationException.class,
				(ex) -> assertThat(ex.reason()).isEqualTo(Reason.HANDSHAKE_FAILED));
	}

	@Test
	void certificateOfAnUnknownAuthorityIsNotTrusted() {
		StreamConversation conversation = upgradeInVain(new TestCertificates().server(dnsName("example.org")));

		assertThat(conversation.failure()).isInstanceOf(CertificateNotTrustedException.class)
			.hasMessageStartingWith("The certificate of the server for 'example.org' is not trusted: ");
	}

	@Test
	void certificatesOfTheJdkAreTheDefaultAndDoNotKnowTheTestAuthority() {
		StreamConversation conversation = begin(TlsSettings.of(TlsMode.STARTTLS)).open(STARTTLS)
			.expect(REQUEST)
			.ignoringServerFailures()
			.proceed(certificates.serverContext(trusted))
			.expectClosed();

		assertThat(conversation.failure()).isInstanceOf(CertificateNotTrustedException.class);
	}

	@Test
	void expiredCertificateIsNotTrusted() {
		StreamConversation conversation = upgradeInVain(certificates.issue(
				(builder) -> builder.addSanDnsName("example.org").notAfter(Instant.now().minusSeconds(24 * 60 * 60))));

		assertThat(conversation.failure()).isInstanceOf(CertificateNotTrustedException.class)
			.hasMessageContaining("NotAfter");
	}

	@Test
	@DisplayName("T6 a certificate for another name is refused before anything is sent")
	void certificateForAnotherNameIsRefusedBeforeAnythingIsSent() {
		StreamConversation conversation = upgradeInVain(certificates.server(dnsName("example.com")));

		assertThat(conversation.failure()).isInstanceOfSatisfying(CertificateNameException.class, (ex) -> {
			assertThat(ex.expected()).isEqualTo("example.org");
			assertThat(ex.found()).containsExactly("dNSName example.com");
		});
	}

	@Test
	@DisplayName("T6 a certificate for the XMPP service of the domain is accepted")
	void certificateForTheServiceIsEnough() {
		upgrade(begin(), certificates.server(srvName("_xmpp-client.example.org"))).expectHeader("juliet@example.org");
	}

	@Test
	@DisplayName("T6 a certificate for the domain as a JID is accepted")
	void certificateForTheJidIsEnough() {
		upgrade(begin(), certificates.server(xmppAddr("example.org"))).expectHeader("juliet@example.org");
	}

	@Test
	void clientKeyIsShownAndUsedForExternal() throws Exception {
		X509Bundle client = certificates.issue((builder) -> builder.addSanDnsName("client.example.org"));
		StreamConversation conversation = upgrade(
				begin(certificates.trusting(TlsMode.STARTTLS, client.toKeyManagerFactory())), trusted);

		conversation.expectHeader("juliet@example.org")
			.open(mechanisms("EXTERNAL", "SCRAM-SHA-1"))
			.expect("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='EXTERNAL'>"
					+ "anVsaWV0QGV4YW1wbGUub3Jn</auth>");

		assertThat((X509Certificate) conversation.serverTls().engine().getSession().getPeerCertificates()[0])
			.isEqualTo(client.getCertificate());
	}

	@Test
	void keyManagersWithoutKeysAreNoClientKey() throws Exception {
		KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
		KeyStore empty = KeyStore.getInstance("PKCS12");
		empty.load(null, null);
		factory.init(empty, new char[0]);

		assertThat(certificates.trusting(TlsMode.STARTTLS, factory).hasClientKey()).isFalse();
		assertThat(certificates.trusting(TlsMode.STARTTLS, trusted.toKeyManagerFactory()).hasClientKey()).isTrue();
	}

	@Test
	void settingsThatTlsDoesNotKnowAreTold() {
		TlsSettings settings = new TlsSettings(TlsMode.STARTTLS, null, null, List.of("TLSv9"), List.of());

		assertThatIllegalArgumentException().isThrownBy(() -> StreamNegotiation.builder(JULIET).tls(settings).build());
	}

	private static StreamConversation begin() {
		return begin(certificates.trusting(TlsMode.STARTTLS));
	}

	private static StreamConversation begin(TlsSettings tls) {
		StreamNegotiation.Builder builder = StreamNegotiation.builder(JULIET)
			.tls(tls)
			.password("r0m30")
			.executor(Runnable::run);
		if (tls.keyManagerFactory() == null) {
			builder.mechanisms(List.of("PLAIN"));
		}
		return StreamConversation.with(builder.build()).expectHeader(null);
	}

	private static StreamConversation upgrade(StreamConversation conversation, X509Bundle server) {
		return conversation.open(STARTTLS).expect(REQUEST).proceed(certificates.serverContext(server));
	}

	private static StreamConversation upgradeInVain(X509Bundle server) {
		SslContext context = certificates.serverContext(server);
		return begin().open(STARTTLS).expect(REQUEST).ignoringServerFailures().proceed(context).expectClosed();
	}

}
