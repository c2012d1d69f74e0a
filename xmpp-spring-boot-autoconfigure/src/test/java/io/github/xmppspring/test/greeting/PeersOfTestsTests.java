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

import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.server.EmbeddedXmppServer;
import io.github.xmppspring.test.AutoConfigureEmbeddedXmpp;
import io.github.xmppspring.test.XmppPeer;
import io.github.xmppspring.test.XmppTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import static io.github.xmppspring.test.XmppAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the life of an {@link XmppPeer} that is a parameter.
 *
 * @author XMPP for Spring Boot contributors
 */
class PeersOfTestsTests {

	@Nested
	@XmppTest
	@MockitoBean(types = GreetingService.class)
	class OfClass {

		private static XmppPeer nurse;

		@Autowired
		private EmbeddedXmppServer server;

		private final XmppPeer romeo;

		OfClass(XmppPeer romeo) {
			this.romeo = romeo;
		}

		@BeforeAll
		static void login(XmppPeer peer) {
			nurse = peer;
		}

		@RepeatedTest(2)
		void isThereForAllTests(XmppPeer juliet) {
			assertThat(nurse.get("<ping xmlns='urn:xmpp:ping'/>")).isResult();
			assertThat(this.server.sessions()).containsExactlyInAnyOrder(nurse.jid(), juliet.jid(), this.romeo.jid(),
					juliet.application());
		}

		@Nested
		class OfNestedClass {

			@Test
			void isThereForNestedTests(XmppPeer juliet) {
				assertThat(nurse.get("<ping xmlns='urn:xmpp:ping'/>")).isResult();
				assertThat(juliet.get("<ping xmlns='urn:xmpp:ping'/>")).isResult();
			}

		}

	}

	@Nested
	@SpringBootTest(classes = WithoutPeers.Application.class, properties = "xmpp.enabled=false")
	@AutoConfigureEmbeddedXmpp
	class WithoutPeers {

		@Autowired
		private ApplicationContext context;

		@Test
		void needsNoConnection() {
			assertThat(this.context.getBeanNamesForType(XmppConnection.class)).isEmpty();
		}

		@Configuration(proxyBeanMethods = false)
		@EnableAutoConfiguration
		static class Application {

		}

	}

}
