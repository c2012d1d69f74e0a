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

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.autoconfigure.health.XmppHealthContributorAutoConfiguration;
import io.github.xmppspring.handler.XmppHeaders;
import io.github.xmppspring.handler.annotation.IqHandler;
import io.github.xmppspring.health.XmppHealthIndicator;
import io.github.xmppspring.negotiation.ComponentRefusedException;
import io.github.xmppspring.payload.version.SoftwareVersion;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.template.IqOperations;
import io.github.xmppspring.testserver.Capability;
import io.github.xmppspring.testserver.OnTestServers;
import io.github.xmppspring.testserver.SmackPeer;
import io.github.xmppspring.testserver.TestPeer;
import io.github.xmppspring.testserver.TestServer;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.messaging.handler.annotation.Header;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests for an application that is a component of a real server, by
 * properties, and a client of another implementation.
 *
 * @author XMPP for Spring Boot contributors
 */
@OnTestServers(needs = Capability.COMPONENT)
class ComponentModeIntegrationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(XmppAutoConfiguration.class, PayloadAutoConfiguration.class,
				IqTemplateAutoConfiguration.class, IqHandlerAutoConfiguration.class,
				XmppHealthContributorAutoConfiguration.class))
		.withPropertyValues("spring.application.name=desk", "xmpp.connect-mode=fail-fast", "xmpp.mode=component");

	@ParameterizedTest
	@ValueSource(strings = { "", "support@", "support@/night" })
	void handlersAndRespondersAnswerForEveryAddress(String form, TestServer server) {
		String address = form.contains("/") ? form.replace("/", domain(server) + "/") : form + domain(server);
		runner(server).withBean(WhoHandler.class).run((context) -> {
			try (SmackPeer peer = SmackPeer.connect(server, "bob")) {
				TestPeer.Reply who = peer.request(address, "get", "<who xmlns='urn:example:who'/>");
				TestPeer.Reply ping = peer.request(address, "get", "<ping xmlns='urn:xmpp:ping'/>");
				TestPeer.Reply version = peer.request(address, "get", "<query xmlns='jabber:iq:version'/>");
				TestPeer.Reply info = peer.request(address, "get",
						"<query xmlns='http://jabber.org/protocol/disco#info'/>");

				assertThat(who.xml()).contains(">" + address + " by " + peer.jid() + "<");
				assertThat(ping.type()).isEqualTo("result");
				assertThat(version.xml()).contains("<name>desk</name>");
				assertThat(info.xml()).contains("urn:example:who").containsPattern("category=['\"]component['\"]");
			}
		});
	}

	@Test
	void asksFromAnyOfItsAddresses(TestServer server) {
		runner(server).run((context) -> {
			try (SmackPeer peer = SmackPeer.connect(server, "bob")) {
				IqOperations.RequestSpec request = context.getBean(IqOperations.class)
					.get(SoftwareVersion.request())
					.to(peer.jid());

				assertThat(request.retrieve(SoftwareVersion.class).name()).isEqualTo(peer.name());
				assertThat(request.from("support@" + domain(server)).retrieve(SoftwareVersion.class).name())
					.isEqualTo(peer.name());
			}
		});
	}

	@Test
	void isUpWithDetails(TestServer server) {
		runner(server).run((context) -> {
			Health health = context.getBean(XmppHealthIndicator.class).health();

			assertThat(health.getStatus()).isEqualTo(Status.UP);
			assertThat(health.getDetails()).containsEntry("jid", domain(server))
				.containsEntry("tls", "none")
				.containsEntry("mechanism", "handshake");
		});
	}

	@Test
	void wrongSecretIsFailureOfStart(TestServer server) {
		runner(server).withPropertyValues("xmpp.password=wrong")
			.run((context) -> assertThat(context).getFailure().hasRootCauseInstanceOf(ComponentRefusedException.class));
	}

	private ApplicationContextRunner runner(TestServer server) {
		return this.contextRunner.withPropertyValues("xmpp.jid=" + domain(server),
				"xmpp.password=" + server.componentSecret(), "xmpp.host=" + server.host(),
				"xmpp.port=" + server.componentPort());
	}

	private static String domain(TestServer server) {
		return "desk." + server.domain();
	}

	static class WhoHandler {

		@IqHandler(namespace = "urn:example:who", type = IqType.GET)
		Element who(Jid sender, @Header(XmppHeaders.TO) Jid asked) {
			return Element.builder("urn:example:who", "who").text(asked + " by " + sender).build();
		}

	}

}
