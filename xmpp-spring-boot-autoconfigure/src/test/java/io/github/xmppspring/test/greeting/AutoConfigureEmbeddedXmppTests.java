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

package io.github.xmppspring.test.greeting;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.server.EmbeddedXmppServer;
import io.github.xmppspring.server.FaultInjection;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.test.AutoConfigureEmbeddedXmpp;
import io.github.xmppspring.test.LocalXmppPort;
import io.github.xmppspring.test.XmppPeer;
import io.github.xmppspring.test.XmppPeers;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContextManager;

import static io.github.xmppspring.test.XmppAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link AutoConfigureEmbeddedXmpp @AutoConfigureEmbeddedXmpp}.
 *
 * @author XMPP for Spring Boot contributors
 */
@SpringBootTest(properties = { "xmpp.reconnect.initial-interval=10ms", "xmpp.reconnect.jitter=0" })
@AutoConfigureEmbeddedXmpp(domain = "example.org")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AutoConfigureEmbeddedXmppTests {

	@Autowired
	private EmbeddedXmppServer server;

	@Autowired
	private XmppPeers peers;

	@LocalXmppPort
	private int port;

	@Test
	@Order(1)
	void peersAreClientsOnServer(XmppPeer juliet, XmppPeer romeo) {
		XmppPeer mercutio = this.peers.login("mercutio");

		assertThat(this.server.sessions()).hasSize(4)
			.contains(juliet.jid(), romeo.jid(), mercutio.jid(), juliet.application());
		assertThat(juliet.jid().bare()).isEqualTo(Jid.of("juliet@example.org"));
		assertThat(juliet.application().bare()).isEqualTo(Jid.of("application@example.org"));
		assertThat(this.port).isEqualTo(this.server.port());
	}

	@Test
	@Order(2)
	void peersAreClosedAfterTest() {
		assertThat(this.server.sessions()).hasSize(1);
	}

	@Test
	void handlersAnswerAndAskBothWays(XmppPeer juliet) {
		juliet.when("<greet xmlns='urn:example:greeting'><name>Romeo</name></greet>")
			.replyError(StanzaErrorCondition.FORBIDDEN);

		assertThat(juliet.get("<greet xmlns='urn:example:greeting'><name>Juliet</name></greet>")).isResult()
			.payload()
			.child("text")
			.hasText("Hello, Juliet");
		assertThat(juliet.set("<greet xmlns='urn:example:greeting'><name>Romeo</name></greet>"))
			.hasCondition(StanzaErrorCondition.UNDEFINED_CONDITION);
	}

	@Test
	void peerFindsApplicationAfterItLostItsConnection(XmppPeer juliet) {
		Jid before = juliet.application();

		this.server.faults().dropConnection(before, FaultInjection.Drop.RESET);

		await().until(() -> !juliet.application().equals(before));
		assertThat(juliet.get("<ping xmlns='urn:xmpp:ping'/>")).isResult().isFrom(juliet.application());
	}

	@Test
	void contextsAreCachedByDomain() {
		assertThat(contextOf(GreetingServiceTests.class)).isSameAs(contextOf(SameApplication.class))
			.isNotSameAs(contextOf(AutoConfigureEmbeddedXmppTests.class));
		assertThat(contextOf(SameApplication.class).getBean(EmbeddedXmppServer.class).domain()).isEqualTo("localhost");
	}

	private static ApplicationContext contextOf(Class<?> test) {
		return new TestContextManager(test).getTestContext().getApplicationContext();
	}

	@SpringBootTest
	@AutoConfigureEmbeddedXmpp
	static class SameApplication {

	}

}
