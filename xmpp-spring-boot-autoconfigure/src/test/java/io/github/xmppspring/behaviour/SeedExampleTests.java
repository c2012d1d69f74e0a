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

package io.github.xmppspring.behaviour;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.disco.DiscoItems;
import io.github.xmppspring.payload.roster.Roster;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static io.github.xmppspring.test.XmppAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Behaviours EX1 and EX2: the examples of the seed, verbatim. They name no namespace for
 * the stanza, as it is that of the stream in which they stand.
 *
 * @author XMPP for Spring Boot contributors
 */
class SeedExampleTests {

	private static final String REQUEST = "<iq to=\"user@example.com\" type=\"get\" id=\"314\">"
			+ " <query xmlns=\"http://jabber.org/protocol/disco#items\" /> </iq>";

	private static final String RESULT = "<iq to=\"user@localhost\" type=\"result\" id=\"17\">"
			+ " <query xmlns='jabber:iq:roster'>"
			+ " <item jid='otheruser@example.net' name='John Doe' subscription='both'> <group>Friends</group> </item>"
			+ " </query> </iq>";

	private static final Roster ROSTER = Roster
		.of(Roster.Item.of(Jid.of("otheruser@example.net"), "John Doe", "Friends")
			.withSubscription(Roster.Subscription.BOTH));

	private static ScriptedServer server;

	private static Application application;

	private static PayloadCodecs payloads;

	@BeforeAll
	static void start() {
		server = ScriptedServer.forClient("user@localhost/r");
		application = Application.with().on(server);
		payloads = application.bean(PayloadCodecs.class);
	}

	@AfterAll
	static void stop() throws Exception {
		application.close();
		server.close();
	}

	@Test
	@DisplayName("EX1 built by the API, the request is the same on the wire")
	void requestIsWritten() {
		Iq.Builder request = Iq.get(payloads.write(DiscoItems.request(null))).to("user@example.com").id("314");

		application.exchange(request).cancel(false);

		assertThat(server.next()).isXml(inStream(REQUEST));
		assertThat(Iq.get().query("http://jabber.org/protocol/disco#items").to("user@example.com").id("314").build())
			.isEqualTo(request.build());
	}

	@Test
	@DisplayName("EX1 the request is read with the same values")
	void requestIsRead() {
		Iq request = Iq.from(inStream(REQUEST));

		assertThat(request.type()).isEqualTo(IqType.GET);
		assertThat(request.to()).isEqualTo(Jid.of("user@example.com"));
		assertThat(request.id()).isEqualTo("314");
		assertThat(request.from()).isNull();
		assertThat(request.queryNamespace()).isEqualTo("http://jabber.org/protocol/disco#items");
		assertThat(payloads.payload(request, DiscoItems.class)).contains(DiscoItems.request(null));
	}

	@Test
	@DisplayName("EX2 built by the API, the result is the same")
	void resultIsWritten() {
		Iq result = Iq.builder(IqType.RESULT).to("user@localhost").id("17").payload(payloads.write(ROSTER)).build();

		assertThat(result.toElement()).isXml(inStream(RESULT));
	}

	@Test
	@DisplayName("EX2 the result is read with the same values")
	void resultIsRead() {
		CompletableFuture<Iq> response = application.exchange(Iq.get(payloads.write(Roster.get())).id("17"));
		assertThat(server.next().firstChild()).isEqualTo(Element.of("jabber:iq:roster", "query"));

		server.send(RESULT);

		assertThat(response).succeedsWithin(Duration.ofSeconds(5)).satisfies((iq) -> {
			assertThat(iq.to()).isEqualTo(Jid.of("user@localhost"));
			assertThat(payloads.payload(iq, Roster.class)).contains(ROSTER);
		});
	}

	private static Element inStream(String stanza) {
		return Element.parse(stanza.replaceFirst("<iq ", "<iq xmlns='jabber:client' "));
	}

}
