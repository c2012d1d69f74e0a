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

import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Behaviours U1 to U6: stanzas that no handler is for.
 *
 * @author XMPP for Spring Boot contributors
 */
class UnhandledTests {

	private static final String ECHO = "<echo xmlns='" + Desk.NAMESPACE + "'/>";

	private static ScriptedServer server;

	private static Application application;

	private int seenBefore;

	@BeforeAll
	static void start() {
		server = ScriptedServer.forClient("me@x/r");
		application = Application.with(Desk.class).on(server);
	}

	@AfterAll
	static void stop() throws Exception {
		application.close();
		server.close();
	}

	@BeforeEach
	void count() {
		this.seenBefore = application.bean(Desk.class).seen().size();
	}

	@ParameterizedTest
	@CsvSource({ "get, <a xmlns='urn:unknown'/>, service-unavailable",
			"set, <a xmlns='urn:unknown'/>, service-unavailable",
			"get, <unknown xmlns='urn:example:desk'/>, feature-not-implemented",
			"get, <refuse xmlns='urn:example:desk'/>, feature-not-implemented" })
	@DisplayName("U1 an unknown namespace is service-unavailable, an unknown name or type in a known one "
			+ "feature-not-implemented, both without text")
	void unhandledRequest(String type, String payload, String condition) {
		Element error = ask("<iq type='%s' id='*' from='bob@y/z'>%s</iq>".formatted(type, payload));

		assertThat(error.attribute("type")).isEqualTo("cancel");
		assertThat(error.children()).containsExactly(Element.of("urn:ietf:params:xml:ns:xmpp-stanzas", condition));
	}

	@Test
	@DisplayName("U1 the same holds for a component")
	void unhandledRequestOfComponent() throws Exception {
		try (ScriptedServer componentServer = ScriptedServer.forComponent("desk.x");
				Application component = Application.with(Desk.class).on(componentServer)) {
			Element reply = componentServer
				.ask("<iq type='get' id='*' from='bob@y/z' to='a@desk.x'><a xmlns='urn:unknown'/></iq>");

			assertThat(reply.attribute("from")).isEqualTo("a@desk.x");
			assertThat(reply.firstChild().firstChild().localName())
				.isEqualTo(StanzaErrorCondition.SERVICE_UNAVAILABLE.value());
			assertThat(component.bean(Desk.class).seen()).isEmpty();
		}
	}

	@Test
	@DisplayName("U1 a property chooses feature-not-implemented for unknown namespaces, too")
	void unhandledRequestByProperty() throws Exception {
		try (ScriptedServer otherServer = ScriptedServer.forClient("me@x/r");
				Application other = Application.with(Desk.class)
					.properties("xmpp.iq.handler.unknown-namespace=feature-not-implemented")
					.on(otherServer)) {
			Element reply = otherServer.ask("<iq type='get' id='*' from='bob@y/z'><a xmlns='urn:unknown'/></iq>");

			assertThat(reply.firstChild().children())
				.containsExactly(Element.of("urn:ietf:params:xml:ns:xmpp-stanzas", "feature-not-implemented"));
			assertThat(other.bean(Desk.class).seen()).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "<iq type='result' id='u2' from='bob@y/z'/>",
			"<iq type='result' id='u2' from='bob@y/z'><a xmlns='urn:unknown'/></iq>",
			"<iq type='error' id='u2' from='bob@y/z'><error type='cancel'/></iq>", "<iq type='result' from='bob@y/z'/>",
			"<iq type='result' id='u2' from='bob@y/z'><a xmlns='urn:a'/><b xmlns='urn:b'/></iq>" })
	@DisplayName("U2 a response that nobody waits for is counted and never answered")
	void unhandledResponse(String xml) {
		long before = application.statistics().ignored().unmatched();

		server.send(xml);

		assertThat(server.sync()).isEmpty();
		assertThat(application.statistics().ignored().unmatched()).isEqualTo(before + 1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "get", "set" })
	@DisplayName("U3 a request without a payload is a bad-request")
	void noPayload(String type) {
		Element error = ask("<iq type='%s' id='*' from='bob@y/z'/>".formatted(type));

		assertThat(error.firstChild().localName()).isEqualTo("bad-request");
	}

	@ParameterizedTest
	@ValueSource(strings = { ECHO + ECHO, ECHO + "<other xmlns='urn:a'/>", "<other xmlns='urn:a'/>" + ECHO })
	@DisplayName("U4 a request with two payloads is a bad-request and reaches no handler")
	void twoPayloads(String payloads) {
		Element error = ask("<iq type='get' id='*' from='bob@y/z'>" + payloads + "</iq>");

		assertThat(error.firstChild().localName()).isEqualTo("bad-request");
		assertNoHandlerWasCalled();
	}

	@Test
	@DisplayName("U4 the first of several payloads counts if a property says so")
	void firstPayloadByProperty() throws Exception {
		try (ScriptedServer otherServer = ScriptedServer.forClient("me@x/r");
				Application other = Application.with(Desk.class)
					.properties("xmpp.iq.handler.lenient-payloads=true")
					.on(otherServer)) {
			String request = "<iq type='get' id='*' from='bob@y/z'>%s</iq>";

			Element handled = otherServer.ask(request.formatted(ECHO + "<other xmlns='urn:a'/>"));
			Element unknown = otherServer.ask(request.formatted("<other xmlns='urn:a'/>" + ECHO));
			Element none = otherServer.ask(request.formatted(""));

			assertThat(handled.attribute("type")).isEqualTo("result");
			assertThat(handled.children()).containsExactly(Desk.element("echo"));
			assertThat(unknown.firstChild().firstChild().localName()).isEqualTo("service-unavailable");
			assertThat(none.firstChild().firstChild().localName()).isEqualTo("bad-request");
			assertThat(other.bean(Desk.class).seen()).hasSize(1);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "result", "error" })
	@DisplayName("U5 a handler never sees a response, whatever its payload")
	void handlersSeeRequestsOnly(String type) {
		server.send("<iq type='%s' id='u5' from='bob@y/z'>%s</iq>".formatted(type, ECHO));

		assertThat(server.sync()).isEmpty();
		assertNoHandlerWasCalled();
	}

	@Test
	@DisplayName("U6 a disco#info request of type set is answered")
	void discoInfoSet() {
		Element error = ask(
				"<iq type='set' id='*' from='bob@y/z'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>");

		assertThat(error.firstChild().localName()).isEqualTo("feature-not-implemented");
	}

	private static Element ask(String xml) {
		Element reply = server.ask(xml);
		assertThat(reply.attribute("type")).isEqualTo("error");
		return reply.firstChild();
	}

	private void assertNoHandlerWasCalled() {
		assertThat(server.ask("<iq type='get' id='*' from='bob@y/z'>" + ECHO + "</iq>").attribute("type"))
			.isEqualTo("result");
		assertThat(application.bean(Desk.class).seen()).hasSize(this.seenBefore + 1);
	}

}
