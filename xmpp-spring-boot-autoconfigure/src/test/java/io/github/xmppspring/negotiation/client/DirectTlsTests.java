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

import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.negotiation.CertificateNameException;
import io.github.xmppspring.negotiation.CertificateNotTrustedException;
import io.github.xmppspring.negotiation.StreamConversation;
import io.github.xmppspring.negotiation.component.ComponentNegotiation;
import io.netty.pkitesting.X509Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.xmppspring.negotiation.client.TestCertificates.address;
import static io.github.xmppspring.negotiation.client.TestCertificates.dnsName;
import static io.github.xmppspring.negotiation.client.TestNegotiation.BIND;
import static io.github.xmppspring.negotiation.client.TestNegotiation.JULIET;
import static io.github.xmppspring.negotiation.client.TestNegotiation.SUCCESS;
import static io.github.xmppspring.negotiation.client.TestNegotiation.mechanisms;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DirectTls}.
 *
 * @author XMPP for Spring Boot contributors
 */
class DirectTlsTests {

	private static final TestCertificates certificates = new TestCertificates();

	private static final X509Bundle trusted = certificates.server(dnsName("example.org"), dnsName("localhost"),
			dnsName("xn--bcher-kva.example"), address(127, 0, 0, 1));

	@Test
	void streamBeginsOverTls() {
		StreamConversation conversation = connect(JULIET, trusted).expectHeader("juliet@example.org")
			.open(mechanisms("PLAIN"))
			.expect("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>AGp1bGlldAByMG0zMA==</auth>")
			.replyAndRestart(SUCCESS)
			.expectHeader("juliet@example.org")
			.open(BIND)
			.then(TestNegotiation::bind);

		assertThat(conversation.negotiated().tlsProtocol()).isEqualTo("TLSv1.3");
	}

	@Test
	void serverSeesTheProtocolOfTheApplication() {
		assertThat(connect(JULIET, trusted).serverTls().applicationProtocol()).isEqualTo("xmpp-client");
	}

	@ParameterizedTest
	@CsvSource({ "juliet@example.org, example.org", "juliet@localhost, localhost",
			"juliet@b\u00FCcher.example, xn--bcher-kva.example" })
	void serverSeesTheDomainOfTheAccount(String account, String name) {
		assertThat(serverNames(connect(Jid.of(account), trusted))).containsExactly(new SNIHostName(name));
	}

	@Test
	void addressesAreNotShownAsServerName() {
		assertThat(serverNames(connect(Jid.of("juliet@127.0.0.1"), trusted))).isEmpty();
	}

	@Test
	void certificateOfAnUnknownAuthorityIsNotTrusted() {
		StreamConversation conversation = connect(JULIET, new TestCertificates().server(dnsName("example.org")));

		assertThat(conversation.expectClosed().failure()).isInstanceOf(CertificateNotTrustedException.class);
	}

	@Test
	void certificateForAnotherNameIsRefusedBeforeAnythingIsSent() {
		StreamConversation conversation = connect(JULIET, certificates.server(dnsName("example.com")));

		assertThat(conversation.expectClosed().failure()).isInstanceOf(CertificateNameException.class);
	}

	@Test
	void componentBeginsOverTlsWithTheServerOfItsDomain() {
		ComponentNegotiation negotiation = ComponentNegotiation.builder(Jid.of("echo.example.org"))
			.tls(certificates.trusting(TlsMode.DIRECT))
			.build();

		StreamConversation conversation = StreamConversation.withTls(negotiation,
				certificates.serverContext(certificates.server(dnsName("*.example.org"))));

		conversation.expectHeaderWithoutVersion("echo.example.org");
		assertThat(conversation.serverTls().applicationProtocol()).isNull();
		assertThat(
				StreamConversation.withTls(negotiation, certificates.serverContext(trusted)).expectClosed().failure())
			.isInstanceOf(CertificateNameException.class);
	}

	private static StreamConversation connect(Jid account, X509Bundle server) {
		StreamNegotiation negotiation = StreamNegotiation.builder(account)
			.tls(certificates.trusting(TlsMode.DIRECT))
			.password("r0m30")
			.mechanisms(List.of("PLAIN"))
			.executor(Runnable::run)
			.build();
		return StreamConversation.withTls(negotiation, certificates.serverContext(server));
	}

	private static List<SNIServerName> serverNames(StreamConversation conversation) {
		return ((ExtendedSSLSession) conversation.serverTls().engine().getSession()).getRequestedServerNames();
	}

}
