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

package io.github.xmppspring.server;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

import javax.net.ssl.KeyManagerFactory;

import io.github.xmppspring.address.Jid;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;

/**
 * The key and certificate of a server, made for this purpose and signed by themselves.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ServerCertificate {

	private static final Duration VALIDITY = Duration.ofDays(365);

	private final X509Bundle bundle;

	private ServerCertificate(X509Bundle bundle) {
		this.bundle = bundle;
	}

	/**
	 * Makes a certificate.
	 * @param settings the settings, which name the domains
	 * @return the certificate, for the domains and for the loopback addresses
	 */
	static ServerCertificate create(ServerSettings settings) {
		Set<String> names = new LinkedHashSet<>();
		names.add(settings.domain().asciiDomain());
		settings.components().keySet().stream().map(Jid::asciiDomain).forEach(names::add);
		names.add("localhost");
		Instant now = Instant.now();
		CertificateBuilder builder = new CertificateBuilder().ecp256()
			.subject("CN=Embedded XMPP server for development and tests")
			.notBefore(now.minus(Duration.ofDays(1)))
			.notAfter(now.plus(VALIDITY))
			.setKeyUsage(true, CertificateBuilder.KeyUsage.digitalSignature, CertificateBuilder.KeyUsage.keyCertSign)
			.setIsCertificateAuthority(true)
			.addExtendedKeyUsageServerAuth()
			.addSanIpAddress("127.0.0.1")
			.addSanIpAddress("::1");
		names.forEach((name) -> {
			if (isIpAddress(name)) {
				builder.addSanIpAddress(name.replace("[", "").replace("]", ""));
			}
			else {
				builder.addSanDnsName(name);
			}
		});
		try {
			return new ServerCertificate(builder.buildSelfSigned());
		}
		catch (Exception ex) {
			throw new IllegalStateException("No certificate could be made for the embedded server", ex);
		}
	}

	private static boolean isIpAddress(String domain) {
		return domain.startsWith("[") || domain.matches("[0-9.]+");
	}

	X509Certificate certificate() {
		return this.bundle.getCertificate();
	}

	KeyManagerFactory keys() {
		try {
			return this.bundle.toKeyManagerFactory();
		}
		catch (Exception ex) {
			throw new IllegalStateException("The key of the embedded server cannot be used", ex);
		}
	}

}
