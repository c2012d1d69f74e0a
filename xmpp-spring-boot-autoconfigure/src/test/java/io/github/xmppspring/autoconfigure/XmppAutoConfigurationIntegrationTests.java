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

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.autoconfigure.health.XmppHealthContributorAutoConfiguration;
import io.github.xmppspring.connection.ConnectionState;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.context.XmppConnectionStateChangedEvent;
import io.github.xmppspring.handler.annotation.IqHandler;
import io.github.xmppspring.health.XmppHealthIndicator;
import io.github.xmppspring.negotiation.AuthenticationFailedException;
import io.github.xmppspring.negotiation.CertificateNameException;
import io.github.xmppspring.negotiation.CertificateNotTrustedException;
import io.github.xmppspring.negotiation.NoCommonMechanismException;
import io.github.xmppspring.payload.version.SoftwareVersion;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.template.IqOperations;
import io.github.xmppspring.testcontainers.EjabberdContainer;
import io.github.xmppspring.testserver.Capability;
import io.github.xmppspring.testserver.DockerEjabberd;
import io.github.xmppspring.testserver.OnTestServers;
import io.github.xmppspring.testserver.SmackPeer;
import io.github.xmppspring.testserver.TestPeer;
import io.github.xmppspring.testserver.TestServer;
import io.github.xmppspring.testserver.TestWhere;
import io.github.xmppspring.xml.Element;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.boot.testcontainers.service.connection.ServiceConnectionAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests for the auto-configurations with nothing but properties and a real
 * server.
 *
 * @author XMPP for Spring Boot contributors
 */
@OnTestServers
class XmppAutoConfigurationIntegrationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, XmppAutoConfiguration.class,
				PayloadAutoConfiguration.class, IqTemplateAutoConfiguration.class, IqHandlerAutoConfiguration.class,
				XmppHealthContributorAutoConfiguration.class))
		.withPropertyValues("spring.application.name=desk", "spring.application.version=1.2",
				"xmpp.connect-mode=fail-fast");

	@Test
	void asksAndAnswersPeer(TestServer server) {
		linked(server).withBean(AskingHandler.class).run((context) -> {
			Jid self = jid(context);
			try (SmackPeer peer = SmackPeer.connect(server, "bob")) {
				SoftwareVersion version = context.getBean(IqOperations.class)
					.get(SoftwareVersion.request())
					.to(Jid.of(peer.jid()))
					.retrieve(SoftwareVersion.class);
				TestPeer.Reply answer = peer.request(self.toString(), "get", "<query xmlns='jabber:iq:version'/>");
				TestPeer.Reply callback = peer.request(self.toString(), "get", "<ask xmlns='urn:example:ask'/>");
				TestPeer.Reply unknown = peer.request(self.toString(), "get", "<a xmlns='urn:example:unknown'/>");

				assertThat(version.name()).isEqualTo(peer.name());
				assertThat(answer.xml()).contains("<name>desk</name><version>1.2</version>").doesNotContain("<os>");
				assertThat(callback.xml()).contains(">" + peer.name() + "</");
				assertThat(unknown.xml()).contains("service-unavailable");
			}
		});
	}

	@Test
	void isUpWithDetails(TestServer server) {
		runner(server).run((context) -> {
			Health health = context.getBean(XmppHealthIndicator.class).health();

			assertThat(health.getStatus()).isEqualTo(Status.UP);
			assertThat(health.getDetails()).containsEntry("jid", jid(context).toString())
				.containsEntry("tls", "TLSv1.3")
				.containsEntry("mechanism", server.kind().mechanisms().get(0));
		});
	}

	@Test
	void becomesOfflineInOrderWithTheContext(TestServer server) {
		EventCollector events = new EventCollector();
		linked(server).withBean(EventCollector.class, () -> events).run((context) -> {
			Awaitility.await().until(() -> events.states.contains(ConnectionState.ONLINE));

			context.stop();

			Awaitility.await().until(() -> events.states.contains(ConnectionState.STOPPING));
		});

		assertThat(events.states).startsWith(ConnectionState.CONNECTING, ConnectionState.NEGOTIATING,
				ConnectionState.ONLINE, ConnectionState.STOPPING);
	}

	@Test
	void startsAgainAfterStop(TestServer server) {
		linked(server).run((context) -> {
			context.stop();
			assertThat(context.getBean(XmppConnection.class).status().state()).isEqualTo(ConnectionState.STOPPED);

			context.start();

			assertThat(context.getBean(XmppConnection.class).status().state()).isEqualTo(ConnectionState.ONLINE);
			try (SmackPeer peer = SmackPeer.connect(server, "bob")) {
				TestPeer.Reply answer = peer.request(jid(context).toString(), "get", "<ping xmlns='urn:xmpp:ping'/>");
				assertThat(answer.type()).isEqualTo("result");
			}
		});
	}

	@TestWhere(Capability.DIRECT_TLS)
	void otherNameAndMechanismAreUsed(TestServer server) {
		runner(server)
			.withPropertyValues("xmpp.username=bob", "xmpp.jid=bob@" + server.domain() + "/asked",
					"xmpp.ssl.mode=direct", "xmpp.port=" + server.c2sTlsPort(), "xmpp.sasl.mechanisms=PLAIN")
			.run((context) -> {
				assertThat(jid(context)).isEqualTo(Jid.of("bob@" + server.domain() + "/asked"));
				assertThat(context.getBean(XmppHealthIndicator.class).health().getDetails()).containsEntry("mechanism",
						"PLAIN");
			});
	}

	@Test
	void wrongPasswordIsFailureOfStart(TestServer server) {
		runner(server).withPropertyValues("xmpp.password=wrong")
			.run((context) -> assertThat(context).getFailure()
				.hasRootCauseInstanceOf(AuthenticationFailedException.class));
	}

	@Test
	void certificateThatIsNotTrustedIsFailureOfStart(TestServer server) {
		runner(server).withPropertyValues("xmpp.ssl.bundle=")
			.run((context) -> assertThat(context).getFailure()
				.cause()
				.isInstanceOf(CertificateNotTrustedException.class));
	}

	@TestWhere({ Capability.DIRECT_TLS, Capability.ANY_SERVER_NAME })
	void certificateForAnotherNameIsFailureOfStart(TestServer server) {
		runner(server)
			.withPropertyValues("xmpp.jid=alice@other.example", "xmpp.ssl.mode=direct",
					"xmpp.port=" + server.c2sTlsPort())
			.run((context) -> assertThat(context).getFailure().cause().isInstanceOf(CertificateNameException.class));
	}

	@Test
	void noCommonMechanismIsFailureOfStart(TestServer server) {
		runner(server).withPropertyValues("xmpp.sasl.mechanisms=ANONYMOUS")
			.run((context) -> assertThat(context).getFailure()
				.hasRootCauseInstanceOf(NoCommonMechanismException.class));
	}

	@Test
	void inBackgroundWrongPasswordIsDownInWords(TestServer server) {
		runner(server).withPropertyValues("xmpp.password=wrong", "xmpp.connect-mode=background").run((context) -> {
			XmppHealthIndicator indicator = context.getBean(XmppHealthIndicator.class);
			Awaitility.await().until(() -> indicator.health().getDetails().get("state"), "FAILED"::equals);
			Health health = indicator.health();
			assertThat(health.getStatus()).isEqualTo(Status.DOWN);
			assertThat(health.getDetails().get("lastError")).asString().contains("not-authorized", "'xmpp.password'");
		});
	}

	/**
	 * With the service connection to a container, as the component that it has, and with
	 * properties to another server.
	 */
	private ApplicationContextRunner linked(TestServer server) {
		if (server instanceof DockerEjabberd ejabberd) {
			return this.contextRunner
				.withBean(DockerEjabberd.class, () -> ejabberd, (definition) -> definition.setDestroyMethodName(""))
				.withUserConfiguration(LinkedContainer.class)
				.withConfiguration(AutoConfigurations.of(ServiceConnectionAutoConfiguration.class));
		}
		return runner(server);
	}

	private ApplicationContextRunner runner(TestServer server) {
		Path authority = server.certificateAuthority();
		return this.contextRunner.withPropertyValues("xmpp.jid=alice@" + server.domain(),
				"xmpp.password=" + server.password(), "xmpp.host=" + server.host(), "xmpp.port=" + server.c2sPort(),
				"xmpp.ssl.bundle=chat", "spring.ssl.bundle.pem.chat.truststore.certificate=file:" + authority);
	}

	private static Jid jid(ApplicationContext context) {
		return context.getBean(XmppConnection.class).status().stream().jid();
	}

	static class AskingHandler {

		private final IqOperations operations;

		AskingHandler(IqOperations operations) {
			this.operations = operations;
		}

		@IqHandler(namespace = "urn:example:ask", type = IqType.GET)
		Element askBack(Jid sender) {
			SoftwareVersion version = this.operations.get(SoftwareVersion.request())
				.to(sender)
				.retrieve(SoftwareVersion.class);
			return Element.builder("urn:example:ask", "answer").text(String.valueOf(version.name())).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LinkedContainer {

		@ServiceConnection
		@Bean(destroyMethod = "")
		EjabberdContainer container(DockerEjabberd server) {
			return server.container();
		}

	}

	static class EventCollector {

		private final List<ConnectionState> states = new CopyOnWriteArrayList<>();

		@EventListener
		void handle(XmppConnectionStateChangedEvent event) {
			this.states.add(event.getCurrent().state());
		}

	}

}
