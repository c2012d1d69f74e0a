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

package io.github.xmppspring.testserver;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Integration tests for what clients of slixmpp expect of a server: of interest for the
 * embedded one, while the others show that the expectations are right.
 *
 * @author XMPP for Spring Boot contributors
 */
@OnTestServers(tools = TestTool.SLIXMPP)
class SlixmppOnServerIntegrationTests {

	@Test
	void asksServerAndKeepsRoster(TestServer server) {
		try (SlixmppPeer bob = SlixmppPeer.connect(server, "bob")) {
			String account = "bob@" + server.domain();

			TestPeer.Reply info = bob.request(server.domain(), "get",
					"<query xmlns='http://jabber.org/protocol/disco#info'/>");
			TestPeer.Reply ping = bob.request(server.domain(), "get", "<ping xmlns='urn:xmpp:ping'/>");
			TestPeer.Reply added = bob.request(account, "set",
					"<query xmlns='jabber:iq:roster'><item jid='carol@xmpp.test' name='Carol'/></query>");
			TestPeer.Reply roster = bob.request(account, "get", "<query xmlns='jabber:iq:roster'/>");
			TestPeer.Reply removed = bob.request(account, "set",
					"<query xmlns='jabber:iq:roster'><item jid='carol@xmpp.test' subscription='remove'/></query>");

			assertThat(info.xml()).contains("category=\"server\"");
			assertThat(ping.type()).isEqualTo("result");
			assertThat(added.type()).isEqualTo("result");
			assertThat(roster.xml()).contains("jid=\"carol@xmpp.test\"", "name=\"Carol\"", "subscription=\"none\"");
			assertThat(removed.type()).isEqualTo("result");
		}
	}

	@Test
	void refusesWrongPassword(TestServer server) {
		SlixmppLogin right = SlixmppLogin.starttls(server, "bob");
		SlixmppLogin wrong = new SlixmppLogin(right.jid(), "wrong", right.host(), right.port(), right.ca(), null, null);

		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> SlixmppPeer.connect(wrong));
	}

}
