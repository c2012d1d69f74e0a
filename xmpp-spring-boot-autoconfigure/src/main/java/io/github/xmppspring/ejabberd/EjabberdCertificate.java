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

package io.github.xmppspring.ejabberd;

import java.util.Collection;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.util.Assert;

/**
 * A certificate for an ejabberd, with its key, from an authority that issues no other.
 * The certificate in the official image has nothing but a common name, and a client that
 * keeps RFC 9525 can not accept that for any domain.
 *
 * @param authority the certificate of the authority in PEM
 * @param certificate the certificate in PEM
 * @param key its private key in PEM
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record EjabberdCertificate(String authority, String certificate, String key) {

	public EjabberdCertificate {
		Assert.hasText(authority, "'authority' must not be empty");
		Assert.hasText(certificate, "'certificate' must not be empty");
		Assert.hasText(key, "'key' must not be empty");
	}

	/**
	 * Make a certificate with a new key, from a new authority.
	 * @param domains the domains that the certificate names, in ASCII
	 * @return the certificate
	 */
	public static EjabberdCertificate issue(Collection<String> domains) {
		try {
			X509Bundle authority = new CertificateBuilder().ecp256()
				.subject("CN=authority of an ejabberd for tests")
				.setIsCertificateAuthority(true)
				.setKeyUsage(true, CertificateBuilder.KeyUsage.keyCertSign)
				.buildSelfSigned();
			// ejabberd takes no EC key without the public key within, as the JDK writes
			// it
			CertificateBuilder builder = new CertificateBuilder().rsa2048()
				.subject("CN=ejabberd for tests")
				.addExtendedKeyUsageServerAuth();
			domains.forEach(builder::addSanDnsName);
			X509Bundle certificate = builder.buildIssuedBy(authority);
			return new EjabberdCertificate(authority.getCertificatePEM(), certificate.getCertificatePEM(),
					certificate.getPrivateKeyPEM());
		}
		catch (Exception ex) {
			throw new IllegalStateException("Cannot make a certificate", ex);
		}
	}

	/**
	 * The file that ejabberd reads.
	 * @return certificates and key
	 */
	public String serverPem() {
		return this.certificate + "\n" + this.authority + "\n" + this.key + "\n";
	}

	/**
	 * What a client needs to trust this certificate and no other.
	 * @return an SSL bundle without keys
	 */
	public SslBundle sslBundle() {
		return trusting(this.authority);
	}

	static SslBundle trusting(String certificate) {
		SslStoreBundle stores = new PemSslStoreBundle(null, PemSslStoreDetails.forCertificate(certificate));
		return SslBundle.of(stores);
	}

	@Override
	public String toString() {
		return "EjabberdCertificate";
	}

}
