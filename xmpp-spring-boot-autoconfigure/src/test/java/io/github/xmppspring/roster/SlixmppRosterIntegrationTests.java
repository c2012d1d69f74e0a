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

package io.github.xmppspring.roster;

import java.util.List;
import java.util.Map;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.autoconfigure.IqHandlerAutoConfiguration;
import io.github.xmppspring.autoconfigure.IqTemplateAutoConfiguration;
import io.github.xmppspring.autoconfigure.MessagingAutoConfiguration;
import io.github.xmppspring.autoconfigure.PayloadAutoConfiguration;
import io.github.xmppspring.autoconfigure.RosterAutoConfiguration;
import io.github.xmppspring.autoconfigure.XmppAutoConfiguration;
import io.github.xmppspring.payload.roster.Roster.Item;
import io.github.xmppspring.payload.roster.Roster.Subscription;
import io.github.xmppspring.testserver.OnTestServers;
import io.github.xmppspring.testserver.SlixmppPeer;
import io.github.xmppspring.testserver.TestServer;
import io.github.xmppspring.testserver.TestTool;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;
import static org.awaitility.Awaitility.await;

/**
 * Integration tests for the contact list that slixmpp and this project share.
 *
 * @author XMPP for Spring Boot contributors
 */
@OnTestServers(tools = TestTool.SLIXMPP)
class SlixmppRosterIntegrationTests {

	private static final Jid CONTACT = Jid.of("\u5c0f\u660e@\u4f8b\u3048.example");

	private static final String NAME = "\u5c0f\u660e & <\u2665>";

	private static final String GROUP = "\u0414\u0440\u0443\u0437\u044c\u044f";

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, XmppAutoConfiguration.class,
				PayloadAutoConfiguration.class, IqTemplateAutoConfiguration.class, IqHandlerAutoConfiguration.class,
				MessagingAutoConfiguration.class, RosterAutoConfiguration.class))
		.withPropertyValues("xmpp.connect-mode=fail-fast");

	@Test
	void slixmppReadsWhatWasWritten(TestServer server) {
		runner(server).run((context) -> {
			RosterOperations roster = context.getBean(RosterOperations.class);
			roster.set(CONTACT, NAME, "Friends", GROUP);
			try (SlixmppPeer slixmpp = SlixmppPeer.connect(server, "carol")) {
				Map<String, Object> contacts = slixmpp.roster();

				assertThat(contacts).extractingByKey(CONTACT.toString(), MAP)
					.contains(entry("name", NAME), entry("subscription", "none"))
					.extractingByKey("groups", LIST)
					.containsExactlyInAnyOrder("Friends", GROUP);
			}
			finally {
				roster.remove(CONTACT);
			}
		});
	}

	@Test
	void whatSlixmppWritesIsPushedAndRead(TestServer server) {
		runner(server).run((context) -> {
			RosterOperations roster = context.getBean(RosterOperations.class);
			roster.get();
			Item written = Item.of(CONTACT, NAME, "Friends", GROUP).withSubscription(Subscription.NONE);
			try (SlixmppPeer slixmpp = SlixmppPeer.connect(server, "carol")) {
				assertThat(slixmpp.setRoster(CONTACT.toString(), NAME, List.of("Friends", GROUP)).type())
					.isEqualTo("result");

				await().untilAsserted(() -> assertThat(roster.contact(CONTACT)).isEqualTo(written));
				assertThat(roster.get().item(CONTACT)).isEqualTo(written);
			}
			finally {
				roster.remove(CONTACT);
			}
		});
	}

	private ApplicationContextRunner runner(TestServer server) {
		return this.contextRunner.withPropertyValues("xmpp.jid=carol@" + server.domain(),
				"xmpp.password=" + server.password(), "xmpp.host=" + server.host(), "xmpp.port=" + server.c2sPort(),
				"xmpp.ssl.bundle=chat",
				"spring.ssl.bundle.pem.chat.truststore.certificate=file:" + server.certificateAuthority());
	}

}
