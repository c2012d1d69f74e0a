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

import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509KeyManager;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * How TLS is done. Whatever the settings, the server must show a certificate for the
 * domain of the account.
 *
 * @param mode how TLS gets on a stream
 * @param keyManagerFactory the keys of the client, {@code null} for none
 * @param trustManagerFactory the certificates to trust, {@code null} for those of the JDK
 * @param protocols the versions of TLS, empty for 1.3 and 1.2
 * @param ciphers the cipher suites, empty for those of the JDK
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record TlsSettings(TlsMode mode, @Nullable KeyManagerFactory keyManagerFactory,
		@Nullable TrustManagerFactory trustManagerFactory, List<String> protocols, List<String> ciphers) {

	private static final List<String> DEFAULT_PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

	private static final List<String> KEY_TYPES = List.of("EC", "RSA", "RSASSA-PSS", "EdDSA");

	public TlsSettings {
		Assert.notNull(mode, "'mode' must not be null");
		protocols = protocols.isEmpty() ? DEFAULT_PROTOCOLS : List.copyOf(protocols);
		ciphers = List.copyOf(ciphers);
	}

	/**
	 * The settings of the JDK, without keys.
	 * @param mode how TLS gets on a stream
	 * @return new settings
	 */
	public static TlsSettings of(TlsMode mode) {
		return new TlsSettings(mode, null, null, List.of(), List.of());
	}

	/**
	 * Whether the client can authenticate itself by a certificate.
	 * @return whether there is a key that TLS would use
	 */
	boolean hasClientKey() {
		if (this.keyManagerFactory == null || this.mode == TlsMode.DISABLED) {
			return false;
		}
		for (KeyManager manager : this.keyManagerFactory.getKeyManagers()) {
			if (manager instanceof X509KeyManager keys && hasKey(keys)) {
				return true;
			}
		}
		return false;
	}

	private static boolean hasKey(X509KeyManager keys) {
		return KEY_TYPES.stream().anyMatch((type) -> keys.getClientAliases(type, null) != null);
	}

}
