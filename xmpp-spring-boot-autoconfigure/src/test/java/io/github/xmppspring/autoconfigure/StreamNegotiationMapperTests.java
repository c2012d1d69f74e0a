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

package io.github.xmppspring.autoconfigure;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.negotiation.client.StreamNegotiation;
import io.github.xmppspring.negotiation.client.TlsMode;
import io.github.xmppspring.negotiation.client.TlsSettings;
import io.github.xmppspring.sasl.SaslMechanisms;
import io.github.xmppspring.xml.XmlLimits;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleKey;
import org.springframework.boot.ssl.SslManagerBundle;
import org.springframework.boot.ssl.SslOptions;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link StreamNegotiationMapper}. What a builder holds is not to be asked for,
 * so its fields are looked at.
 *
 * @author XMPP for Spring Boot contributors
 */
class StreamNegotiationMapperTests {

	private final XmppProperties properties = new XmppProperties();

	private final DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry();

	StreamNegotiationMapperTests() {
		this.properties.setJid(Jid.of("bot@example.org/home"));
	}

	@Test
	void defaultsAreThoseOfTheEngine() {
		StreamNegotiation.Builder expected = StreamNegotiation.builder(Jid.of("bot@example.org/home"));

		assertThat(map()).usingRecursiveComparison().ignoringFields("password").isEqualTo(expected);
	}

	@Test
	void takesCredentials() {
		this.properties.setUsername("robot");
		this.properties.setPassword("secret");

		assertThat(map()).hasFieldOrPropertyWithValue("identity", "robot");
		assertThat(password()).isEqualTo("secret");
	}

	@Test
	void asksForPasswordAtEachLogin() {
		StreamNegotiation.Builder builder = map();
		this.properties.setPassword("changed");

		assertThat(builder).extracting("password")
			.isInstanceOfSatisfying(Supplier.class, (supplier) -> assertThat(supplier.get()).isEqualTo("changed"));
	}

	@Test
	void takesMechanismsInOrder() {
		this.properties.getSasl().setMechanisms(List.of("SCRAM-SHA-256", "PLAIN"));

		assertThat(map()).extracting("mechanisms")
			.isInstanceOfSatisfying(SaslMechanisms.class,
					(mechanisms) -> assertThat(mechanisms.allowed()).containsExactly("SCRAM-SHA-256", "PLAIN"));
	}

	@Test
	void takesPlaintextOnlyWhenAskedTwice() {
		this.properties.getSsl().setMode(TlsMode.DISABLED);
		assertThat(map()).hasFieldOrPropertyWithValue("plaintextOffLoopback", false);

		this.properties.getSsl().setAllowRemotePlaintext(true);

		assertThat(map()).hasFieldOrPropertyWithValue("plaintextOffLoopback", true);
		assertThat(tls().mode()).isEqualTo(TlsMode.DISABLED);
	}

	@Test
	void takesTimeout() {
		this.properties.setNegotiationTimeout(Duration.ofSeconds(7));

		assertThat(map()).hasFieldOrPropertyWithValue("timeout", Duration.ofSeconds(7));
	}

	@Test
	void takesLimitsForTheTimeAfterLogin() {
		XmppProperties.Limits limits = this.properties.getLimits();
		limits.setStanzaSize(DataSize.ofKilobytes(1));
		limits.setDepth(2);
		limits.setAttributes(3);
		limits.setAttributeSize(4);
		limits.setTextLength(5);

		assertThat(map()).hasFieldOrPropertyWithValue("limits", XmlLimits.BEFORE_AUTHENTICATION)
			.hasFieldOrPropertyWithValue("authenticatedLimits", new XmlLimits(1024, 2, 3, 4, 5));
	}

	@Test
	void limitThatIsTooLargeIsToldWithItsProperty() {
		this.properties.getLimits().setStanzaSize(DataSize.ofGigabytes(2));

		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class).isThrownBy(this::map)
			.satisfies((ex) -> assertThat(ex.getName()).isEqualTo("xmpp.limits.stanza-size"));
	}

	@Test
	void takesTrustOfBundle() {
		register("chat", new PemSslStoreBundle(null, trust()), SslOptions.NONE);

		TlsSettings tls = tls();

		assertThat(tls.mode()).isEqualTo(TlsMode.STARTTLS);
		assertThat(tls.trustManagerFactory()).isNotNull();
	}

	@Test
	void takesManagersThatComeWithoutStores() throws GeneralSecurityException {
		KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		this.bundles.registerBundle("pinned", SslBundle.of(SslStoreBundle.NONE, SslBundleKey.NONE, SslOptions.NONE,
				SslBundle.DEFAULT_PROTOCOL, SslManagerBundle.of(keys, trust)));
		this.properties.getSsl().setBundle("pinned");

		assertThat(tls().keyManagerFactory()).isSameAs(keys);
		assertThat(tls().trustManagerFactory()).isSameAs(trust);
	}

	@Test
	void takesProtocolsAndCiphersOfBundle() {
		register("chat", SslStoreBundle.NONE,
				SslOptions.of(new String[] { "TLS_AES_256_GCM_SHA384" }, new String[] { "TLSv1.3" }));

		assertThat(tls().protocols()).containsExactly("TLSv1.3");
		assertThat(tls().ciphers()).containsExactly("TLS_AES_256_GCM_SHA384");
	}

	@Test
	void bundleThatDoesNotExistIsTold() {
		this.properties.getSsl().setBundle("other");

		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class).isThrownBy(this::map)
			.satisfies((ex) -> assertThat(ex.getName()).isEqualTo("xmpp.ssl.bundle"));
	}

	private void register(String name, SslStoreBundle stores, SslOptions options) {
		this.bundles.registerBundle(name, SslBundle.of(stores, null, options));
		this.properties.getSsl().setBundle(name);
	}

	private static PemSslStoreDetails trust() {
		try {
			X509Bundle authority = new CertificateBuilder().subject("CN=Authority")
				.setIsCertificateAuthority(true)
				.buildSelfSigned();
			return PemSslStoreDetails.forCertificate(authority.getCertificatePEM());
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private TlsSettings tls() {
		return (TlsSettings) field("tlsSettings");
	}

	private @Nullable Object password() {
		return ((Supplier<?>) field("password")).get();
	}

	private Object field(String name) {
		return ReflectionTestUtils.getField(map(), name);
	}

	private StreamNegotiation.Builder map() {
		XmppConnectionDetails details = new PropertiesXmppConnectionDetails(this.properties, this.bundles);
		return new StreamNegotiationMapper(this.properties).forClient(details);
	}

}
