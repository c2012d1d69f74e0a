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

import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.MalformedStanzaException;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Behaviours E1 to E7: what becomes of exceptions.
 *
 * @author XMPP for Spring Boot contributors
 */
@ExtendWith(OutputCaptureExtension.class)
class HandlerFailureTests {

	private static final String STANZAS = "urn:ietf:params:xml:ns:xmpp-stanzas";

	private static ScriptedServer server;

	private static Application application;

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

	@Test
	@DisplayName("E1 a StanzaErrorException is answered with its condition, type, text and extension, and the same id")
	void stanzaError() {
		assertThat(error("fail", "stanza-error")).isEqualTo(Element.parse("""
				<error xmlns='jabber:client' type='wait'><conflict xmlns='%1$s'/>\
				<text xmlns='%1$s' xml:lang='en'>Twice</text><twice xmlns='urn:example:errors' n='2'/></error>"""
			.formatted(STANZAS)));
	}

	@Test
	@DisplayName("E1 an exception of the application says by annotation what to answer")
	void annotated() {
		assertThat(error("fail", "annotated")).isEqualTo(error("cancel", Element.of(STANZAS, "item-not-found")));
	}

	@Test
	@DisplayName("E2 the error of a nested request does not leak: it is an undefined condition")
	void nestedError() {
		assertThat(error("fail", "iq-error")).isEqualTo(error("cancel", Element.of(STANZAS, "undefined-condition")));
		assertThat(server.text()).doesNotContain(Desk.SECRET).doesNotContain("forbidden");
	}

	@Test
	@DisplayName("E3 the timeout of a nested request is remote-server-timeout of type wait")
	void nestedTimeout() {
		assertThat(error("fail", "iq-timeout")).isEqualTo(error("wait", Element.of(STANZAS, "remote-server-timeout")));
	}

	@Test
	@DisplayName("E4 any other exception is internal-server-error without a word; the log has an error id")
	void otherException(CapturedOutput output) {
		assertThat(error("fail", "other")).isEqualTo(error("cancel", Element.of(STANZAS, "internal-server-error")));
		assertThat(server.text()).doesNotContain(Desk.SECRET);
		assertThat(output).containsPattern("ERROR.*Desk\\.fail.*error id [0-9a-f]{8}")
			.contains("IllegalStateException: " + Desk.SECRET);
	}

	@Test
	@DisplayName("E5 the stream and the handlers survive an exception")
	void survives() {
		for (int i = 0; i < 20; i++) {
			error("fail", "other");
		}

		Element reply = server
			.ask("<iq type='get' id='*' from='bob@y/z'><echo xmlns='%s'/></iq>".formatted(Desk.NAMESPACE));

		assertThat(reply.attribute("type")).isEqualTo("result");
	}

	@Test
	@DisplayName("E6 nothing is answered when the code that takes a result fails")
	void failureOfCallback() {
		CompletableFuture<Iq> response = request("e6");
		CompletableFuture<Object> callback = response.handle((iq, failure) -> {
			throw new IllegalStateException(Desk.SECRET);
		});

		server.send("<iq type='result' id='e6' from='bob@y/z'/>");

		assertThat(callback).failsWithin(Duration.ofSeconds(5));
		assertThat(server.sync()).isEmpty();
	}

	@Test
	@DisplayName("E6 nothing is answered to a response that cannot be read")
	void malformedResponse() {
		CompletableFuture<Iq> response = request("e6b");

		server.send("<iq type='result' id='e6b' from='bob@y/z'><a xmlns='urn:a'/><b xmlns='urn:b'/></iq>");

		assertThat(response).failsWithin(Duration.ofSeconds(5))
			.withThrowableThat()
			.havingCause()
			.isInstanceOf(MalformedStanzaException.class);
		assertThat(server.sync()).isEmpty();
	}

	private static CompletableFuture<Iq> request(String id) {
		CompletableFuture<Iq> response = application.iq()
			.exchangeAsync(Iq.get(Desk.element("echo")).to("bob@y/z").id(id).build());
		assertThat(server.next().attribute("id")).isEqualTo(id);
		return response;
	}

	@ParameterizedTest
	@CsvSource({ "fail-later, stanza-error", "fail-later, annotated", "fail-later, iq-error", "fail-later, iq-timeout",
			"fail-later, other", "fail-mono, stanza-error", "fail-mono, annotated", "fail-mono, iq-error",
			"fail-mono, iq-timeout", "fail-mono, other" })
	@DisplayName("E7 what a future or a Mono fails with is answered like a thrown exception")
	void asynchronous(String handler, String kind) {
		assertThat(error(handler, kind)).isEqualTo(error("fail", kind));
	}

	private static Element error(String handler, String kind) {
		Element reply = server.ask("<iq type='set' id='*' from='bob@y/z'><%1$s xmlns='%2$s'>%3$s</%1$s></iq>"
			.formatted(handler, Desk.NAMESPACE, kind));
		assertThat(reply.attribute("type")).isEqualTo("error");
		assertThat(reply.attribute("to")).isEqualTo("bob@y/z");
		assertThat(reply.children()).hasSize(1);
		return reply.firstChild();
	}

	private static Element error(String type, Element condition) {
		return Element.builder("jabber:client", "error").attribute("type", type).child(condition).build();
	}

}
