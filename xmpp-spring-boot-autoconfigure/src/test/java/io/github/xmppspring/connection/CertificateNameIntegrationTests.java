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

package io.github.xmppspring.connection;

import java.util.List;

import io.github.xmppspring.negotiation.CertificateNameException;
import io.github.xmppspring.negotiation.client.TlsMode;
import io.github.xmppspring.testserver.Ejabberd;
import io.github.xmppspring.testserver.EjabberdSettings;
import io.github.xmppspring.testserver.OnTestServers;
import io.github.xmppspring.testserver.TestServerKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests for logins to a server that has a certificate for other names.
 *
 * @author XMPP for Spring Boot contributors
 */
@OnTestServers(only = TestServerKind.EJABBERD_NATIVE)
class CertificateNameIntegrationTests {

	@RegisterExtension
	final TestConnections connections = new TestConnections();

	@Test
	void certificateForAnotherNameIsRefused() {
		EjabberdSettings settings = EjabberdSettings.defaults().certificateNames("DNS:other.test,DNS:*.xmpp.test");
		try (Ejabberd server = Ejabberd.create(settings)) {
			for (TlsMode mode : List.of(TlsMode.STARTTLS, TlsMode.DIRECT)) {
				TestConnection alice = this.connections.to(server, "alice").tls(mode).build();

				CertificateNameException ex = alice.failToStart(CertificateNameException.class);

				assertThat(ex.expected()).isEqualTo("xmpp.test");
				assertThat(ex.found()).containsExactlyInAnyOrder("dNSName other.test", "dNSName *.xmpp.test");
				assertThat(alice.states()).doesNotContain(ConnectionState.ONLINE);
			}
			this.connections.close();
		}
	}

}
