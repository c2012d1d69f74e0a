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

package io.github.xmppspring.testcontainers;

import java.util.List;
import java.util.Map;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.autoconfigure.XmppConnectionDetails;
import io.github.xmppspring.autoconfigure.XmppMode;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.ejabberd.EjabberdCertificate;
import io.github.xmppspring.template.IqOperations;
import io.github.xmppspring.testserver.OnTestServers;
import io.github.xmppspring.testserver.TestServerKind;
import io.github.xmppspring.xml.Element;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Integration tests for {@code @ServiceConnection} on containers with an ejabberd: an
 * application and another one that is a user of the same server ask each other.
 *
 * @author XMPP for Spring Boot contributors
 */
@OnTestServers(only = TestServerKind.EJABBERD_DOCKER)
class ServiceConnectionIntegrationTests {

	private static final String IMAGE = "ghcr.io/processone/ejabberd:26.07";

	private static final EjabberdCertificate CERTIFICATE = EjabberdCertificate.issue(List.of("localhost"));

	@Test
	void clientOfOwnContainer() {
		try (ConfigurableApplicationContext context = run(ClientOfOwnContainer.class)) {
			EjabberdContainer container = context.getBean(EjabberdContainer.class);
			assertThat(container.getMode()).isEqualTo(XmppMode.CLIENT);
			assertThat(container.getJid()).isEqualTo(Jid.of("desk@example.test"));
			try (Peer peer = Peer.connect(container, "juliet@example.com", "passw0rd: \"$1\"")) {
				assertAskEachOther(context, container.getJid(), peer);
			}
			container.register("late", "secret");
			assertThatIllegalStateException().isThrownBy(() -> container.register("late", "other"));
			try (Peer peer = Peer.connect(container, "late", "secret")) {
				assertAskEachOther(context, container.getJid(), peer);
			}
		}
	}

	@Test
	void componentOfOwnContainer() {
		try (ConfigurableApplicationContext context = run(ComponentOfOwnContainer.class)) {
			EjabberdContainer container = context.getBean(EjabberdContainer.class);
			assertThat(container.getMode()).isEqualTo(XmppMode.COMPONENT);
			try (Peer peer = Peer.connect(container, "juliet", "secret")) {
				assertAskEachOther(context, Jid.of("desk.localhost"), peer);
			}
		}
	}

	@Test
	void clientOfAnyContainer() {
		try (ConfigurableApplicationContext context = run(ClientOfAnyContainer.class)) {
			XmppConnectionDetails details = context.getBean(XmppConnectionDetails.class);
			assertThat(details.getSslBundle()).isNotNull();
			try (Peer peer = Peer.connect(new Peer.Account(Jid.of("juliet@localhost"), "secret", details.getHost(),
					details.getPort(), details.getSslBundle()))) {
				assertAskEachOther(context, Jid.of("desk@localhost"), peer);
			}
		}
	}

	@Test
	void componentOfAnyContainer() {
		try (ConfigurableApplicationContext context = run(ComponentOfAnyContainer.class)) {
			GenericContainer<?> container = context.getBean(GenericContainer.class);
			try (Peer peer = Peer.connect(new Peer.Account(Jid.of("juliet@localhost"), "secret", container.getHost(),
					container.getMappedPort(5222), CERTIFICATE.sslBundle()))) {
				assertAskEachOther(context, Jid.of("desk.localhost"), peer);
			}
		}
	}

	private static ConfigurableApplicationContext run(Class<?> configuration) {
		return new SpringApplicationBuilder(configuration).web(WebApplicationType.NONE)
			.properties(Map.of("xmpp.connect-mode", "fail-fast", "spring.main.banner-mode", "off"))
			.run();
	}

	private static void assertAskEachOther(ConfigurableApplicationContext context, Jid bare, Peer peer) {
		Jid jid = context.getBean(XmppConnection.class).status().stream().jid();
		Element ofPeer = context.getBean(IqOperations.class)
			.get(EchoHandler.WHO)
			.to(peer.jid())
			.retrieve(Element.class);

		Element answer = peer.ask(jid, EchoHandler.WHO);

		assertThat(jid.bare()).isEqualTo(bare);
		assertThat(ofPeer.text()).isEqualTo(jid.toString());
		assertThat(answer.text()).isEqualTo(peer.jid().toString());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(EchoHandler.class)
	static class ClientOfOwnContainer {

		@Bean
		@ServiceConnection
		EjabberdContainer ejabberd() {
			return new EjabberdContainer().withUser("desk", "secret")
				.withUser("juliet@example.com", "passw0rd: \"$1\"")
				.withDomains("example.test");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(EchoHandler.class)
	static class ComponentOfOwnContainer {

		@Bean
		@ServiceConnection
		EjabberdContainer ejabberd() {
			return new EjabberdContainer("ghcr.io/processone/ejabberd:latest").withUser("juliet", "secret")
				.withComponent("desk.localhost", "\"secret: \\");
		}

	}

	/**
	 * With a certificate that has nothing but a common name, as in the official image.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(EchoHandler.class)
	static class ClientOfAnyContainer {

		@Bean
		@ServiceConnection("ejabberd")
		GenericContainer<?> ejabberd() {
			return new GenericContainer<>(IMAGE).withExposedPorts(5222)
				.withEnv("CTL_ON_CREATE",
						"register desk localhost secret ; register juliet localhost secret ; ! register bad")
				.withCopyToContainer(Transferable.of(namelessCertificate()), "/opt/ejabberd/conf/server.pem");
		}

		private static String namelessCertificate() {
			try {
				X509Bundle bundle = new CertificateBuilder().rsa2048()
					.subject("CN=localhost")
					.setIsCertificateAuthority(true)
					.buildSelfSigned();
				return bundle.getCertificatePEM() + "\n" + bundle.getPrivateKeyPEM();
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(EchoHandler.class)
	static class ComponentOfAnyContainer {

		@Bean
		@ServiceConnection("ejabberd")
		GenericContainer<?> ejabberd() {
			return new GenericContainer<>(IMAGE).withExposedPorts(5222, 5348)
				.withLabel("io.github.xmppspring.mode", "component")
				.withLabel("io.github.xmppspring.jid", "desk.localhost")
				.withLabel("io.github.xmppspring.password", "secret")
				.withLabel("io.github.xmppspring.port", "5348")
				.withEnv("CTL_ON_CREATE", "register juliet localhost secret")
				.withCopyToContainer(Transferable.of(CERTIFICATE.serverPem()), "/opt/ejabberd/conf/server.pem")
				.withCopyToContainer(Transferable.of(configuration()), "/opt/ejabberd/conf/ejabberd.yml")
				.waitingFor(Wait.forLogMessage(".*juliet@localhost successfully registered.*", 1));
		}

		private static String configuration() {
			return EjabberdConfiguration.yaml("/opt/ejabberd", List.of("localhost"), "secret").replace("5347", "5348");
		}

	}

}
