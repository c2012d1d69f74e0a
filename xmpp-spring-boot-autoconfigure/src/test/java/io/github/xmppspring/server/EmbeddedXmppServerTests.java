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

package io.github.xmppspring.server;

import java.util.Set;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The server as clients of this project see it.
 *
 * @author XMPP for Spring Boot contributors
 */
class EmbeddedXmppServerTests {

	private static final Element PING = Element.of("urn:xmpp:ping", "ping");

	@RegisterExtension
	final ServerExtension servers = new ServerExtension();

	@Test
	void clientsLogInAndAskEachOther() {
		EmbeddedXmppServer server = this.servers.start();
		ServerClient alice = this.servers.connect(server, "alice@localhost/a");
		this.servers.connect(server, "bob@localhost/b");

		Iq response = alice.ask(Iq.get(PING).to("bob@localhost/b"));

		assertThat(response.type()).isEqualTo(IqType.RESULT);
		assertThat(response.payload()).isEqualTo(PING);
		assertThat(server.sessions()).isEqualTo(Set.of(Jid.of("alice@localhost/a"), Jid.of("bob@localhost/b")));
	}

	@Test
	void hostedExchangeAnswersAndAsks() {
		EmbeddedXmppServer server = this.servers.start();
		HostedEntity echo = server.host(Jid.of("echo.localhost"), ServerExtension.ECHO);
		ServerClient alice = this.servers.connect(server, "alice@localhost/a");

		Iq response = alice.ask(Iq.get(PING).to("anyone@echo.localhost/x"));

		assertThat(response.payload()).isEqualTo(PING);
		assertThat(echo.exchange(Iq.get(PING).to("alice@localhost/a").build()).toCompletableFuture())
			.succeedsWithin(ServerExtension.TIMEOUT)
			.satisfies((answer) -> assertThat(answer.payload()).isEqualTo(PING));
	}

}
