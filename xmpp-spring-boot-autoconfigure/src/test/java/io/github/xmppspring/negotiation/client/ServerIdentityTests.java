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
import java.security.cert.X509Certificate;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.negotiation.CertificateNameException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.xmppspring.negotiation.client.TestCertificates.address;
import static io.github.xmppspring.negotiation.client.TestCertificates.dnsName;
import static io.github.xmppspring.negotiation.client.TestCertificates.otherName;
import static io.github.xmppspring.negotiation.client.TestCertificates.srvName;
import static io.github.xmppspring.negotiation.client.TestCertificates.tlv;
import static io.github.xmppspring.negotiation.client.TestCertificates.xmppAddr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ServerIdentity} and {@link OtherName}.
 *
 * @author XMPP for Spring Boot contributors
 */
class ServerIdentityTests {

	private static final TestCertificates certificates = new TestCertificates();

	@ParameterizedTest
	@CsvSource({ "example.org, example.org, true", "example.org, EXAMPLE.org, true", "example.org, example.com, false",
			"example.org, xmpp.example.org, false", "example.org, example.org.evil.com, false",
			"xmpp.example.org, *.example.org, true", "a.xmpp.example.org, *.example.org, false",
			"example.org, *.example.org, false", "example.org, *.org, false", "xmpp.example.org, x*.example.org, false",
			"xmpp.example.org, xmpp.*.org, false", "xmpp.example.org, *, false",
			"b\u00FCcher.example, xn--bcher-kva.example, true", "localhost, localhost, true",
			"127.0.0.1, 127.0.0.1, false" })
	void dnsNameMatchesTheDomain(String domain, String name, boolean expected) {
		assertThat(isIdentity(domain, dnsName(name))).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "example.org, _xmpp-client.example.org, true", "example.org, _XMPP-Client.Example.org, true",
			"example.org, _xmpp-server.example.org, false", "example.org, _xmpp-client.example.com, false",
			"example.org, example.org, false", "xmpp.example.org, _xmpp-client.*.example.org, true",
			"example.org, _xmpp-client., false" })
	void srvNameMatchesTheDomainOfTheService(String domain, String name, boolean expected) {
		assertThat(isIdentity(domain, srvName(name))).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "example.org, example.org, true", "example.org, Example.ORG, true",
			"b\u00FCcher.example, b\u00FCcher.example, true", "example.org, juliet@example.org, false",
			"xmpp.example.org, *.example.org, false", "example.org, @, false" })
	void xmppAddrMatchesTheDomainAsJid(String domain, String name, boolean expected) {
		assertThat(isIdentity(domain, xmppAddr(name))).isEqualTo(expected);
	}

	@Test
	void addressMatchesADomainThatIsOne() {
		byte[] ipv6 = address(0x20, 1, 0xd, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);

		assertThat(isIdentity("127.0.0.1", address(127, 0, 0, 1))).isTrue();
		assertThat(isIdentity("127.0.0.2", address(127, 0, 0, 1))).isFalse();
		assertThat(isIdentity("[2001:db8::1]", ipv6)).isTrue();
		assertThat(isIdentity("[2001:db8::2]", ipv6)).isFalse();
		assertThat(isIdentity("example.org", address(127, 0, 0, 1))).isFalse();
	}

	@Test
	void oneNameOfManyIsEnough() {
		assertThat(isIdentity("example.org", dnsName("a.example"), xmppAddr("b.example"), dnsName("example.org")))
			.isTrue();
	}

	@Test
	void commonNameDoesNotCount() {
		X509Certificate certificate = certificates.issue((builder) -> builder.subject("CN=example.org"))
			.getCertificate();

		assertThatExceptionOfType(CertificateNameException.class)
			.isThrownBy(() -> new ServerIdentity(Jid.of("example.org")).check(certificate))
			.withMessage("The certificate of the server is not for 'example.org', but for no name at all");
	}

	@Test
	void namesThatWereFoundAreTold() {
		X509Certificate certificate = certificates
			.server(dnsName("a.example"), srvName("_xmpp-client.b.example"), xmppAddr("c.example"),
					address(192, 0, 2, 1))
			.getCertificate();

		assertThatExceptionOfType(CertificateNameException.class)
			.isThrownBy(() -> new ServerIdentity(Jid.of("juliet@example.org/x")).check(certificate))
			.satisfies((ex) -> {
				assertThat(ex.expected()).isEqualTo("example.org");
				assertThat(ex.found()).containsExactly("dNSName a.example", "SRVName _xmpp-client.b.example",
						"xmppAddr c.example", "iPAddress 192.0.2.1");
			});
	}

	@Test
	void otherNamesOfOtherKindsDoNotCount() {
		byte[] value = tlv(0x0C, "example.org".getBytes(StandardCharsets.US_ASCII));

		assertThat(isIdentity("example.org", otherName("2b060104018237140203", value))).isFalse();
		assertThat(isIdentity("example.org", otherName(TestCertificates.XMPP_ADDR, tlv(0x02, new byte[] { 1 }))))
			.isFalse();
		assertThat(isIdentity("example.org", otherName(TestCertificates.XMPP_ADDR, tlv(0x30, value)))).isFalse();
	}

	@Test
	void brokenOtherNamesAreNoNames() {
		assertThat(OtherName.parse(new byte[0])).isNull();
		assertThat(OtherName.parse(new byte[] { 0x30 })).isNull();
		assertThat(OtherName.parse(new byte[] { 0x30, 0x05, 0x06 })).isNull();
		assertThat(OtherName.parse(new byte[] { 0x30, (byte) 0x84, -1, -1, -1, -1 })).isNull();
		assertThat(OtherName.parse(new byte[] { 0x30, 0x02, 0x06, 0x00 })).isNull();
	}

	@Test
	void otherNamesAreReadWithOneTagOrTwoAroundTheValue() {
		byte[] oid = tlv(0x06, new byte[] { 0x2b, 0x06, 0x01, 0x05, 0x05, 0x07, 0x08, 0x05 });
		byte[] value = tlv(0xA0, tlv(0x0C, "example.org".getBytes(StandardCharsets.US_ASCII)));
		OtherName expected = new OtherName("1.3.6.1.5.5.7.8.5", "example.org");

		assertThat(OtherName.parse(tlv(0x30, oid, value))).isEqualTo(expected);
		assertThat(OtherName.parse(tlv(0x30, oid, tlv(0xA0, value)))).isEqualTo(expected);
	}

	private static boolean isIdentity(String domain, byte[]... names) {
		try {
			new ServerIdentity(Jid.of(domain)).check(certificates.server(names).getCertificate());
			return true;
		}
		catch (CertificateNameException ex) {
			return false;
		}
	}

}
