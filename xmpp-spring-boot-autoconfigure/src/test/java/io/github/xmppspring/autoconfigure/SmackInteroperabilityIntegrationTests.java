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

import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.handler.annotation.IqHandler;
import io.github.xmppspring.payload.disco.DiscoInfo;
import io.github.xmppspring.payload.version.SoftwareVersion;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.template.IqOperations;
import io.github.xmppspring.testserver.OnTestServers;
import io.github.xmppspring.testserver.SmackPeer;
import io.github.xmppspring.testserver.TestServer;
import io.github.xmppspring.xml.Element;
import org.jivesoftware.smack.XMPPConnection;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.jivesoftware.smackx.disco.ServiceDiscoveryManager;
import org.jivesoftware.smackx.disco.packet.DiscoverInfo;
import org.jivesoftware.smackx.iqversion.VersionManager;
import org.jivesoftware.smackx.iqversion.packet.Version;
import org.jivesoftware.smackx.ping.PingManager;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests for an application and a client of Smack that ask each other what
 * either has a class for.
 *
 * @author XMPP for Spring Boot contributors
 */
@OnTestServers
class SmackInteroperabilityIntegrationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, XmppAutoConfiguration.class,
				PayloadAutoConfiguration.class, IqTemplateAutoConfiguration.class, IqHandlerAutoConfiguration.class))
		.withBean(EchoHandler.class)
		.withPropertyValues("spring.application.name=desk", "spring.application.version=1.2",
				"xmpp.connect-mode=fail-fast");

	@Test
	void smackAsksApplication(TestServer server) {
		run(server, (smack, application, operations) -> {
			Jid desk = JidCreate.from(application.status().stream().jid().toString());

			Version version = VersionManager.getInstanceFor(smack).getVersion(desk);
			DiscoverInfo info = ServiceDiscoveryManager.getInstanceFor(smack).discoverInfo(desk);

			assertThat(PingManager.getInstanceFor(smack).ping(desk)).isTrue();
			assertThat(version.getName()).isEqualTo("desk");
			assertThat(version.getVersion()).isEqualTo("1.2");
			assertThat(info.containsFeature("urn:example:desk")).isTrue();
			assertThat(info.containsFeature(Namespaces.PING)).isTrue();
			assertThat(info.getIdentities()).isNotEmpty();
		});
	}

	@Test
	void applicationAsksSmack(TestServer server) {
		run(server, (smack, application, operations) -> {
			String peer = smack.getUser().toString();

			SoftwareVersion version = operations.get(SoftwareVersion.request())
				.to(peer)
				.retrieve(SoftwareVersion.class);
			DiscoInfo info = operations.get(DiscoInfo.request(null)).to(peer).retrieve(DiscoInfo.class);
			Iq pong = application.exchange(Iq.get(Element.of(Namespaces.PING, "ping")).to(peer).build())
				.toCompletableFuture()
				.join();

			assertThat(version.name()).startsWith("Customer");
			assertThat(info.featureNames()).contains(Namespaces.PING, "jabber:iq:version");
			assertThat(pong.type()).isEqualTo(IqType.RESULT);
		});
	}

	private void run(TestServer server, Exchange exchange) {
		this.contextRunner
			.withPropertyValues("xmpp.jid=alice@" + server.domain(), "xmpp.password=" + server.password(),
					"xmpp.host=" + server.host(), "xmpp.port=" + server.c2sPort(), "xmpp.ssl.bundle=chat",
					"spring.ssl.bundle.pem.chat.truststore.certificate=file:" + server.certificateAuthority())
			.run((context) -> {
				XMPPTCPConnection smack = SmackPeer.connection(server, "bob", server.password());
				try {
					VersionManager.getInstanceFor(smack).setVersion("Customer", "1.0", null);
					smack.connect().login();
					exchange.between(smack, context.getBean(XmppConnection.class), context.getBean(IqOperations.class));
				}
				finally {
					smack.disconnect();
				}
			});
	}

	/**
	 * What the two do with each other.
	 */
	@FunctionalInterface
	interface Exchange {

		void between(XMPPConnection smack, XmppConnection application, IqOperations operations) throws Exception;

	}

	static class EchoHandler {

		@IqHandler(namespace = "urn:example:desk", type = IqType.GET)
		Element echo(Element payload) {
			return payload;
		}

	}

}
