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

package io.github.xmppspring.benchmark.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

import org.jspecify.annotations.Nullable;

/**
 * Keys and authorities in PKCS 12 stores with {@link Login#STORE_PASSWORD}.
 *
 * @author XMPP for Spring Boot contributors
 */
final class TrustStore {

	private TrustStore() {
	}

	/**
	 * What a client needs to trust the server.
	 * @param store the authority of the server
	 * @return trust managers
	 */
	static TrustManager[] trustManagers(@Nullable Path store) throws IOException, GeneralSecurityException {
		TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		factory.init(load(store));
		return factory.getTrustManagers();
	}

	static SSLContext context(@Nullable Path store) throws IOException, GeneralSecurityException {
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, trustManagers(store), null);
		return context;
	}

	static SSLContext serverContext(Path store) throws IOException, GeneralSecurityException {
		KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		factory.init(load(store), Login.STORE_PASSWORD.toCharArray());
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(factory.getKeyManagers(), null, null);
		return context;
	}

	/**
	 * Makes a store of an authority.
	 * @param certificate the certificate as PEM
	 * @param store the file to write
	 */
	static void write(Path certificate, Path store) throws IOException, GeneralSecurityException {
		try (InputStream pem = Files.newInputStream(certificate)) {
			write(CertificateFactory.getInstance("X.509").generateCertificate(pem), store);
		}
	}

	/**
	 * Makes the store that trusts the certificate of a server.
	 * @param keys the store of the server
	 * @param store the file to write
	 */
	static void writeCertificateOf(Path keys, Path store) throws IOException, GeneralSecurityException {
		KeyStore source = load(keys);
		write(source.getCertificate(source.aliases().nextElement()), store);
	}

	private static void write(Certificate certificate, Path store) throws IOException, GeneralSecurityException {
		KeyStore authority = KeyStore.getInstance("PKCS12");
		authority.load(null, null);
		authority.setCertificateEntry("authority", certificate);
		try (OutputStream output = Files.newOutputStream(store)) {
			authority.store(output, Login.STORE_PASSWORD.toCharArray());
		}
	}

	private static KeyStore load(@Nullable Path store) throws IOException, GeneralSecurityException {
		if (store == null) {
			throw new IllegalStateException("There is no store: the login is one without TLS");
		}
		KeyStore keys = KeyStore.getInstance("PKCS12");
		try (InputStream input = Files.newInputStream(store)) {
			keys.load(input, Login.STORE_PASSWORD.toCharArray());
		}
		return keys;
	}

}
