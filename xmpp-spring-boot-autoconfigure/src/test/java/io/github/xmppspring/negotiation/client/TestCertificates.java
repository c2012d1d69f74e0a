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

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLException;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;

/**
 * An authority with certificates for servers of all kinds of names, and for a client.
 *
 * @author XMPP for Spring Boot contributors
 */
final class TestCertificates {

	static final String XMPP_ADDR = "2b06010505070805";

	static final String SRV_NAME = "2b06010505070807";

	private final X509Bundle authority;

	TestCertificates() {
		this.authority = build((builder) -> builder.subject("CN=Test authority").setIsCertificateAuthority(true), null);
	}

	X509Bundle server(byte[]... names) {
		return issue((builder) -> builder.addExtensionOctetString("2.5.29.17", false, tlv(0x30, names)));
	}

	X509Bundle issue(UnaryOperator<CertificateBuilder> customizer) {
		return build((builder) -> customizer.apply(builder.subject("CN=example.org")), this.authority);
	}

	private static X509Bundle build(UnaryOperator<CertificateBuilder> customizer, X509Bundle issuer) {
		CertificateBuilder builder = customizer
			.apply(new CertificateBuilder().ecp256().notBefore(Instant.now().minusSeconds(60 * 60 * 24 * 2)));
		try {
			return (issuer != null) ? builder.buildIssuedBy(issuer) : builder.buildSelfSigned();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The settings of a client that trusts the authority.
	 */
	TlsSettings trusting(TlsMode mode) {
		return trusting(mode, null);
	}

	TlsSettings trusting(TlsMode mode, KeyManagerFactory keys) {
		return new TlsSettings(mode, keys, this.authority.toTrustManagerFactory(), List.of(), List.of());
	}

	SslContext serverContext(X509Bundle bundle) {
		return serverContext(bundle, "TLSv1.3", "TLSv1.2");
	}

	SslContext serverContext(X509Bundle bundle, String... protocols) {
		try {
			return SslContextBuilder.forServer(bundle.toKeyManagerFactory())
				.sslProvider(SslProvider.JDK)
				.protocols(protocols)
				.clientAuth(ClientAuth.OPTIONAL)
				.trustManager(this.authority.toTrustManagerFactory())
				.applicationProtocolConfig(new ApplicationProtocolConfig(ApplicationProtocolConfig.Protocol.ALPN,
						ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
						ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT, "h2", "xmpp-client"))
				.build();
		}
		catch (SSLException ex) {
			throw new IllegalStateException(ex);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	static byte[] dnsName(String name) {
		return tlv(0x82, name.getBytes(StandardCharsets.US_ASCII));
	}

	static byte[] address(int... octets) {
		byte[] address = new byte[octets.length];
		for (int i = 0; i < octets.length; i++) {
			address[i] = (byte) octets[i];
		}
		return tlv(0x87, address);
	}

	static byte[] srvName(String name) {
		return otherName(SRV_NAME, tlv(0x16, name.getBytes(StandardCharsets.US_ASCII)));
	}

	static byte[] xmppAddr(String address) {
		return otherName(XMPP_ADDR, tlv(0x0C, address.getBytes(StandardCharsets.UTF_8)));
	}

	static byte[] otherName(String oid, byte[] value) {
		return tlv(0xA0, tlv(0x06, HexFormat.of().parseHex(oid)), tlv(0xA0, value));
	}

	static byte[] tlv(int tag, byte[]... contents) {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		for (byte[] part : contents) {
			content.writeBytes(part);
		}
		ByteArrayOutputStream encoded = new ByteArrayOutputStream();
		encoded.write(tag);
		if (content.size() > 0x7F) {
			encoded.write(0x81);
		}
		encoded.write(content.size());
		encoded.writeBytes(content.toByteArray());
		return encoded.toByteArray();
	}

}
