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

import io.github.xmppspring.handler.annotation.IqHandler;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Behaviours Q1 to Q6: the query of an IQ stanza.
 *
 * @author XMPP for Spring Boot contributors
 */
class QueryTests {

	private static final String ROSTER = "jabber:iq:roster";

	private static final String ITEMS = "http://jabber.org/protocol/disco#items";

	@ParameterizedTest
	@CsvSource({ "<query xmlns='urn:a'/>, urn:a", "<subquery xmlns='urn:a'/>,", "<ping xmlns='urn:xmpp:ping'/>,",
			"<x xmlns='urn:a'><query xmlns='urn:b'/></x>," })
	@DisplayName("Q1 the query namespace is that of a payload named exactly query")
	void namespace(String payload, String namespace) {
		assertThat(Iq.get(Element.parse(payload)).build().queryNamespace()).isEqualTo(namespace);
	}

	@Test
	@DisplayName("Q1 a result without payload has no query namespace")
	void noPayload() {
		assertThat(Iq.builder(IqType.RESULT).build().queryNamespace()).isNull();
	}

	@Test
	@DisplayName("Q2 a query takes the place of any content")
	void replaced() {
		Iq iq = Iq.get(Desk.element("echo", "content")).query("urn:a").query("urn:b").build();

		assertThat(iq.toElement().children()).containsExactly(Element.of("urn:b", "query"));
	}

	@Test
	@DisplayName("Q3 also the query of a known payload takes the place of another: there is exactly one")
	void replacedByKnown() {
		Iq iq = Iq.get().query("urn:unknown").query(ROSTER).query(ITEMS).build();

		assertThat(iq.toElement().children()).containsExactly(Element.of(ITEMS, "query"));
		assertThat(iq.queryNamespace()).isEqualTo(ITEMS);
	}

	@Test
	@DisplayName("Q4 the same query again changes nothing, nor does an empty namespace; null deletes")
	void same() {
		Element query = Element.parse("<query xmlns='urn:a'><item/></query>");
		Iq.Builder iq = Iq.builder(IqType.RESULT).payload(query);

		assertThat(iq.query("urn:a").build().payload()).isEqualTo(query);
		assertThat(iq.query("").build().payload()).isEqualTo(query);
		assertThat(iq.query(null).build().payload()).isNull();
	}

	@Test
	@DisplayName("Q5 a deleted query leaves nothing behind")
	void deleted() {
		Iq iq = Iq.get()
			.query("urn:a")
			.query("urn:b")
			.query("urn:c")
			.id("1")
			.build()
			.result(Element.of("urn:d", "query"));

		Iq without = iq.withPayload(null);

		assertThat(without.toElement().children()).isEmpty();
		assertThat(without.queryNamespace()).isNull();
		assertThat(without.id()).isEqualTo("1");
	}

	@Test
	@DisplayName("Q6 requests are routed by namespace and name of the payload, whatever it is called")
	void routed() throws Exception {
		try (ScriptedServer server = ScriptedServer.forClient("me@x/r");
				Application application = Application.with(Routes.class).on(server)) {
			assertThat(route(server, "get", "<query xmlns='urn:example:a'/>")).isEqualTo("query of a");
			assertThat(route(server, "set", "<command xmlns='urn:example:a'/>")).isEqualTo("any of a");
			assertThat(route(server, "get", "<vCard xmlns='urn:example:a'/>")).isEqualTo("any of a");
			assertThat(route(server, "get", "<vCard xmlns='urn:example:b'/>")).isEqualTo("vCard of b");
			assertThat(route(server, "get", "<query xmlns='urn:example:b'/>")).isEmpty();
			assertThat(application.connection().status().state().name()).isEqualTo("ONLINE");
		}
	}

	private static String route(ScriptedServer server, String type, String payload) {
		return server.ask("<iq type='%s' id='*' from='bob@y/z'>%s</iq>".formatted(type, payload)).firstChild().text();
	}

	static class Routes {

		@IqHandler(namespace = "urn:example:a", name = "query")
		Element query() {
			return Desk.element("route", "query of a");
		}

		@IqHandler("urn:example:a")
		Element any() {
			return Desk.element("route", "any of a");
		}

		@IqHandler(namespace = "urn:example:b", name = "vCard")
		Element card() {
			return Desk.element("route", "vCard of b");
		}

	}

}
