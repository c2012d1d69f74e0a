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

import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.github.xmppspring.address.Jid;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import org.junit.jupiter.api.Test;

import org.springframework.boot.ssl.SslBundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link RunningEjabberd}.
 *
 * @author XMPP for Spring Boot contributors
 */
class RunningEjabberdTests {

	private static final Jid DESK = Jid.of("desk@example.test");

	private final List<String> written = new ArrayList<>();

	private final List<String> commands = new ArrayList<>();

	private String serverPem = "";

	private int usersAsked;

	private final RunningEjabberd server = new RunningEjabberd(this::answer);

	@Test
	void trustsCertificateThatNamesDomain() throws Exception {
		EjabberdCertificate certificate = EjabberdCertificate.issue(List.of("example.test"));
		this.serverPem = certificate.serverPem();

		SslBundle bundle = this.server.trust(DESK);

		assertThat(trusted(bundle)).extracting((trusted) -> trusted.getSubjectX500Principal().getName())
			.containsExactly("CN=ejabberd for tests");
		assertThat(this.written).isEmpty();
	}

	@Test
	void replacesCertificateThatNamesNothing() throws Exception {
		X509Bundle nameless = new CertificateBuilder().ecp256()
			.subject("CN=example.test")
			.setIsCertificateAuthority(true)
			.buildSelfSigned();
		this.serverPem = nameless.getCertificatePEM() + "\n" + nameless.getPrivateKeyPEM();

		SslBundle bundle = this.server.trust(DESK);

		assertThat(this.written).singleElement().asString().contains("PRIVATE KEY");
		assertThat(this.commands).containsExactly("reload_config");
		assertThat(trusted(bundle)).doesNotContain(nameless.getCertificate()).hasSize(1);
	}

	@Test
	void trustsNothingIfThereIsNoCertificate() {
		assertThat(this.server.trust(DESK)).isNull();
	}

	@Test
	void waitsForAccount() {
		this.server.awaitAccount(DESK, Duration.ofSeconds(10));

		assertThat(this.usersAsked).isEqualTo(2);
	}

	@Test
	void doesNotWaitForAccountForEver() {
		assertThatIllegalStateException()
			.isThrownBy(() -> this.server.awaitAccount(Jid.of("nobody@example.test"), Duration.ofMillis(300)))
			.withMessageContaining("nobody@example.test");
	}

	@Test
	void refusedAccountIsFailure() {
		assertThatIllegalStateException().isThrownBy(() -> this.server.register(List.of("desk", "example.test", "a")))
			.withMessageContaining("already registered");
	}

	private ContainerShell.Result answer(String script, String... arguments) {
		if (script.startsWith("cat ")) {
			return new ContainerShell.Result(this.serverPem.isEmpty() ? 1 : 0, this.serverPem);
		}
		if (script.startsWith("printf ")) {
			this.written.add(arguments[1]);
			return new ContainerShell.Result(0, "");
		}
		if (script.contains("register \"$1\"")) {
			return new ContainerShell.Result(1, "Error: conflict: User desk@example.test already registered");
		}
		if (script.contains("registered_users")) {
			this.usersAsked++;
			boolean there = this.usersAsked > 1 && List.of(arguments).equals(List.of("example.test", "desk"));
			return new ContainerShell.Result(there ? 0 : 1, "");
		}
		this.commands.add(arguments[0]);
		return new ContainerShell.Result(0, "");
	}

	private static List<X509Certificate> trusted(SslBundle bundle) throws Exception {
		KeyStore store = bundle.getStores().getTrustStore();
		List<X509Certificate> certificates = new ArrayList<>();
		for (String alias : Collections.list(store.aliases())) {
			certificates.add((X509Certificate) store.getCertificate(alias));
		}
		return certificates;
	}

}
