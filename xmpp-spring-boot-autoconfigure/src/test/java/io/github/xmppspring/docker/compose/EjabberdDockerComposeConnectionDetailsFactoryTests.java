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

package io.github.xmppspring.docker.compose;

import java.util.List;
import java.util.Map;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.autoconfigure.XmppConnectionDetails;
import io.github.xmppspring.autoconfigure.XmppMode;
import io.github.xmppspring.ejabberd.ContainerShell;
import io.github.xmppspring.ejabberd.EjabberdCertificate;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactory;
import org.springframework.boot.docker.compose.core.ConnectionPorts;
import org.springframework.boot.docker.compose.core.ImageReference;
import org.springframework.boot.docker.compose.core.RunningService;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EjabberdDockerComposeConnectionDetailsFactory}.
 *
 * @author XMPP for Spring Boot contributors
 */
class EjabberdDockerComposeConnectionDetailsFactoryTests {

	private static final EjabberdCertificate CERTIFICATE = EjabberdCertificate.issue(List.of("example.test"));

	private final EjabberdDockerComposeConnectionDetailsFactory factory = new EjabberdDockerComposeConnectionDetailsFactory(
			(service) -> EjabberdDockerComposeConnectionDetailsFactoryTests::answer);

	@Test
	void isRegistered() {
		assertThat(SpringFactoriesLoader.forDefaultResourceLocation().load(ConnectionDetailsFactory.class))
			.hasAtLeastOneElementOfType(EjabberdDockerComposeConnectionDetailsFactory.class);
	}

	@Test
	void takesAccountFromEnvironmentAndCertificateFromContainer() {
		XmppConnectionDetails details = this.factory.details(
				service(Map.of("CTL_ON_CREATE", "register desk example.test secret"), Map.of(), Map.of(5222, 40001)));

		assertThat(details.getMode()).isEqualTo(XmppMode.CLIENT);
		assertThat(details.getJid()).isEqualTo(Jid.of("desk@example.test"));
		assertThat(details.getPassword()).isEqualTo("secret");
		assertThat(details.getHost()).isEqualTo("127.0.0.1");
		assertThat(details.getPort()).isEqualTo(40001);
		assertThat(details.getSslBundle()).isNotNull();
	}

	@Test
	void takesComponentFromLabels() {
		XmppConnectionDetails details = this.factory
			.details(
					service(Map.of(),
							Map.of("io.github.xmppspring.mode", "component", "io.github.xmppspring.jid",
									"desk.example.test", "io.github.xmppspring.password", "secret"),
							Map.of(5347, 40002)));

		assertThat(details.getMode()).isEqualTo(XmppMode.COMPONENT);
		assertThat(details.getJid()).isEqualTo(Jid.of("desk.example.test"));
		assertThat(details.getPassword()).isEqualTo("secret");
		assertThat(details.getPort()).isEqualTo(40002);
		assertThat(details.getSslBundle()).isNull();
	}

	private static ContainerShell.Result answer(String script, String... arguments) {
		return new ContainerShell.Result(0, script.startsWith("cat ") ? CERTIFICATE.serverPem() : "");
	}

	private static RunningService service(Map<String, String> environment, Map<String, String> labels,
			Map<Integer, Integer> ports) {
		return new StubService(environment, labels, new StubPorts(ports));
	}

	/**
	 * A service that is not there.
	 */
	private record StubService(Map<String, String> env, Map<String, String> labels,
			ConnectionPorts ports) implements RunningService {

		@Override
		public String name() {
			return "xmpp-1";
		}

		@Override
		public ImageReference image() {
			return ImageReference.of("ghcr.io/processone/ejabberd:26.07");
		}

		@Override
		public String host() {
			return "127.0.0.1";
		}

	}

	/**
	 * The ports of the host by those of the container.
	 */
	private record StubPorts(Map<Integer, Integer> ports) implements ConnectionPorts {

		@Override
		public int get(int containerPort) {
			return this.ports.get(containerPort);
		}

		@Override
		public List<Integer> getAll() {
			return List.copyOf(this.ports.values());
		}

		@Override
		public List<Integer> getAll(String protocol) {
			return getAll();
		}

	}

}
