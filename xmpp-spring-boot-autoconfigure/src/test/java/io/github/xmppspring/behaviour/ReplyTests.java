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

import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.connection.ConnectionState;
import io.github.xmppspring.handler.AmbiguousIqMappingException;
import io.github.xmppspring.handler.annotation.IqHandler;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqErrorException;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stanza.MalformedStanzaException;
import io.github.xmppspring.stanza.StanzaError;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stanza.StanzaErrorType;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Behaviours R1 to R12: replies, payloads and errors of an IQ stanza.
 *
 * @author XMPP for Spring Boot contributors
 */
@ExtendWith(OutputCaptureExtension.class)
class ReplyTests {

	private static final Element PAYLOAD = Desk.element("echo");

	private static final String ECHO = "<echo xmlns='" + Desk.NAMESPACE + "'/>";

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
	@DisplayName("R1 a reply is a new stanza to the sender of the request, which stays as it was")
	void reply() {
		Iq request = Iq.get(PAYLOAD).id("1").from("bob@y/z").to("me@x/r").build();
		Element before = request.toElement();

		Iq reply = request.result();

		assertThat(reply).isEqualTo(Iq.builder(IqType.RESULT).id("1").to("bob@y/z").from("me@x/r").build());
		assertThat(request.toElement()).isEqualTo(before);
	}

	@Test
	@DisplayName("R1 the reply of a client does not say from whom it is: its server does")
	void replyOfClient() {
		Element reply = server.ask("<iq type='get' id='*' from='bob@y/z' to='me@x/r'>" + ECHO + "</iq>");

		assertThat(reply.attribute("to")).isEqualTo("bob@y/z");
		assertThat(reply.attribute("from")).isNull();
		assertThat(reply.attribute("type")).isEqualTo("result");
	}

	@Test
	@DisplayName("R1 the reply of a component is from the address that was asked")
	void replyOfComponent() throws Exception {
		try (ScriptedServer componentServer = ScriptedServer.forComponent("desk.x");
				Application component = Application.with(Desk.class).on(componentServer)) {
			Element reply = componentServer
				.ask("<iq type='get' id='*' from='bob@y/z' to='support@desk.x/1'>" + ECHO + "</iq>");

			assertThat(reply.attribute("to")).isEqualTo("bob@y/z");
			assertThat(reply.attribute("from")).isEqualTo("support@desk.x/1");
			assertThat(component.bean(Desk.class).seen()).hasSize(1);
		}
	}

	@Test
	@DisplayName("R2 an error holds the payload of the request only if the handler wants it")
	void payloadOfRequest() {
		String request = "<iq type='set' id='*' from='bob@y/z'><%s xmlns='" + Desk.NAMESPACE + "'>%s</%1$s></iq>";

		Element with = server.ask(request.formatted("refuse", "content"));
		Element without = server.ask(request.formatted("fail", "annotated"));

		assertThat(with.children()).extracting(Element::localName).containsExactly("refuse", "error");
		assertThat(with.firstChild().text()).isEqualTo("content");
		assertThat(without.children()).extracting(Element::localName).containsExactly("error");
	}

	@ParameterizedTest
	@CsvSource({ "fail, set, annotated, item-not-found", "fail-later, set, annotated, item-not-found",
			"fail, set, other, internal-server-error", "refuse, set, content, conflict",
			"refuse, get, content, feature-not-implemented" })
	@DisplayName("R2 all errors hold the payload of the request if a property says so")
	void payloadOfRequestByProperty(String name, String type, String text, String condition) throws Exception {
		try (ScriptedServer otherServer = ScriptedServer.forClient("me@x/r");
				Application other = Application.with(Desk.class)
					.properties("xmpp.iq.handler.error-payload=true")
					.on(otherServer)) {
			assertThat(other.bean(Desk.class)).isNotNull();
			String payload = "<%s xmlns='%s'>%s</%1$s>".formatted(name, Desk.NAMESPACE, text);

			Element reply = otherServer.ask("<iq type='%s' id='*' from='bob@y/z'>%s</iq>".formatted(type, payload));

			assertThat(reply.children()).hasSize(2);
			assertThat(reply.firstChild()).isEqualTo(Element.parse(payload));
			assertThat(reply.children().get(1).firstChild().localName()).isEqualTo(condition);
			assertThat(otherServer.ask("<iq type='get' id='*' from='bob@y/z'>" + ECHO + "</iq>").children())
				.containsExactly(PAYLOAD);
		}
	}

	@ParameterizedTest
	@EnumSource(value = IqType.class, names = { "RESULT", "ERROR" })
	@DisplayName("R3 only a request can be replied to")
	void replyToResponse(IqType type) {
		Iq response = Iq.builder(type)
			.id("1")
			.error((type == IqType.ERROR) ? StanzaError.of(StanzaErrorCondition.CONFLICT) : null)
			.build();

		assertThatIllegalStateException().isThrownBy(response::result);
		assertThatIllegalStateException().isThrownBy(() -> response.error(StanzaErrorCondition.CONFLICT));
	}

	@Test
	@DisplayName("R4 a handler gives exactly one reply, even if it tries to give two")
	void oneReply() {
		Element reply = server.ask("<iq type='get' id='*' from='bob@y/z'><later xmlns='" + Desk.NAMESPACE + "'/></iq>");

		assertThat(reply.firstChild().localName()).isEqualTo("first");
		assertThat(server.ask("<iq type='get' id='*' from='bob@y/z'>" + ECHO + "</iq>").firstChild())
			.isEqualTo(PAYLOAD);
		assertThat(server.sync()).isEmpty();
	}

	@Test
	@DisplayName("R4 two handlers for the same requests are an error at start")
	void twoHandlers() throws Exception {
		try (ScriptedServer unused = ScriptedServer.forClient("me@x/r")) {
			assertThatExceptionOfType(AmbiguousIqMappingException.class)
				.isThrownBy(() -> Application.with(Desk.class, OtherDesk.class).on(unused))
				.withMessageContaining("OtherDesk")
				.withMessageContaining("Desk.echo");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "silent", "nothing" })
	@DisplayName("R5 a handler that returns nothing answers with an empty result")
	void emptyResult(String name) {
		Element reply = server
			.ask("<iq type='set' id='*' from='bob@y/z'><%s xmlns='%s'/></iq>".formatted(name, Desk.NAMESPACE));

		assertThat(reply.attribute("type")).isEqualTo("result");
		assertThat(reply.children()).isEmpty();
	}

	@Test
	@DisplayName("R6 a request has exactly one payload, a result none or one; only an error has an error")
	void payloads() {
		StanzaError error = StanzaError.of(StanzaErrorCondition.CONFLICT);

		assertThatIllegalArgumentException().isThrownBy(() -> Iq.get().build());
		assertThatIllegalArgumentException().isThrownBy(() -> Iq.set(PAYLOAD).build().withPayload(null));
		assertThatIllegalArgumentException().isThrownBy(() -> Iq.set(PAYLOAD).error(error).build());
		assertThatIllegalArgumentException().isThrownBy(() -> Iq.builder(IqType.RESULT).error(error).build());
		assertThatIllegalArgumentException().isThrownBy(() -> Iq.builder(IqType.ERROR).build());
		assertThat(Iq.builder(IqType.RESULT).payload(PAYLOAD).payload(Desk.element("b")).build().toElement().children())
			.containsExactly(Desk.element("b"));
		assertThat(Iq.builder(IqType.ERROR).payload(PAYLOAD).error(error).build().toElement().children()).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<iq xmlns='jabber:client' type='get' id='1'/>",
			"<iq xmlns='jabber:client' type='set' id='1'><a xmlns='urn:a'/><a xmlns='urn:a'/></iq>",
			"<iq xmlns='jabber:client' type='result' id='1'><a xmlns='urn:a'/><b xmlns='urn:a'/></iq>" })
	@DisplayName("R6 a stanza with another number of payloads is not read")
	void payloadsRead(String xml) {
		Element element = Element.parse(xml);

		assertThatExceptionOfType(MalformedStanzaException.class).isThrownBy(() -> Iq.from(element));
	}

	@Test
	@DisplayName("R7 nothing can be cleared: a copy without payload keeps the attributes and nothing else")
	void immutable() {
		Iq result = Iq.builder(IqType.RESULT).id("1").to("bob@y").payload(PAYLOAD).build();

		Iq cleared = result.withPayload(null);

		assertThat(cleared).isEqualTo(Iq.builder(IqType.RESULT).id("1").to("bob@y").build());
		assertThat(result.payload()).isEqualTo(PAYLOAD);
		assertThat(Arrays.stream(Iq.class.getDeclaredFields()))
			.allMatch((field) -> Modifier.isFinal(field.getModifiers()));
	}

	@Test
	@DisplayName("R8 reading changes nothing")
	void pureGetters() {
		Iq iq = Iq.get(PAYLOAD).id("1").build();
		Element before = iq.toElement();

		List<Object> read = Arrays.asList(iq.error(), iq.payload(), iq.payloadName(), iq.queryNamespace(), iq.to());

		assertThat(read.get(0)).isNull();
		assertThat(iq.type()).isEqualTo(IqType.GET);
		assertThat(iq.toElement()).isEqualTo(before);
	}

	@Test
	@DisplayName("R9 the type says whether it is an error, not the children; a mismatch is logged")
	void typeDecides(CapturedOutput output) {
		CompletableFuture<Iq> response = application.iq().exchangeAsync(Iq.get(PAYLOAD).to("bob@y/z").id("r9").build());
		server.next();

		server.send("<iq type='result' id='r9' from='bob@y/z'><error type='cancel'>"
				+ "<conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>");

		assertThat(response).succeedsWithin(Duration.ofSeconds(5)).satisfies((iq) -> {
			assertThat(iq.type()).isEqualTo(IqType.RESULT);
			assertThat(iq.error()).isNull();
		});
		assertThat(output).containsPattern("WARN.*result.*error").doesNotContain("bob@y");
	}

	@Test
	@DisplayName("R9 a payload that is only called error is none")
	void payloadOfApplicationIsNoMismatch(CapturedOutput output) {
		CompletableFuture<Iq> response = application.iq()
			.exchangeAsync(Iq.get(PAYLOAD).to("bob@y/z").id("r9b").build());
		server.next();

		server.send("<iq type='result' id='r9b' from='bob@y/z'><error xmlns='urn:example:log'/></iq>");

		assertThat(response).succeedsWithin(Duration.ofSeconds(5))
			.satisfies((iq) -> assertThat(iq.payload()).isEqualTo(Element.of("urn:example:log", "error")));
		assertThat(output).doesNotContain("A result holds an error");
	}

	@Test
	@DisplayName("R10 there are the 22 conditions of RFC 6120 with the types that go with them")
	void conditions() {
		assertThat(StanzaErrorCondition.values()).hasSize(22)
			.allSatisfy((condition) -> assertThat(
					Iq.from(Iq.get(PAYLOAD).id("1").build().error(condition).toElement()).error())
				.isEqualTo(StanzaError.of(condition)));
		assertThat(StanzaErrorCondition.BAD_REQUEST.defaultType()).isEqualTo(StanzaErrorType.MODIFY);
		assertThat(StanzaErrorCondition.FORBIDDEN.defaultType()).isEqualTo(StanzaErrorType.AUTH);
		assertThat(StanzaErrorCondition.RESOURCE_CONSTRAINT.defaultType()).isEqualTo(StanzaErrorType.WAIT);
		assertThat(StanzaErrorCondition.ITEM_NOT_FOUND.defaultType()).isEqualTo(StanzaErrorType.CANCEL);
		assertThat(StanzaErrorType.values()).hasSize(5);
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"<error type='cancel' by='x'><gone xmlns='%1$s'>xmpp:new@y</gone><text xmlns='%1$s'>Moved</text></error>",
			"<error type='modify'><redirect xmlns='%1$s'>xmpp:room@y</redirect></error>",
			"<error type='continue'><undefined-condition xmlns='%1$s'/><too-late xmlns='urn:e'/><twice xmlns='urn:e'/></error>",
			"<error type='auth'><undefined-condition xmlns='%1$s'/><of-the-future xmlns='%1$s'/></error>" })
	@DisplayName("R10 URI, by, texts, application conditions and conditions of the future survive")
	void partsOfError(String xml) {
		Element error = Element.parse(("<iq xmlns='jabber:client' type='error' id='1'>" + xml + "</iq>")
			.formatted("urn:ietf:params:xml:ns:xmpp-stanzas"));

		Iq iq = Iq.from(error);

		assertThat(iq.toElement()).isEqualTo(error);
		assertThat(iq.error()).isNotNull();
		assertThat(List.of(Objects.toString(iq.error().uri()), Objects.toString(iq.error().by()),
				String.valueOf(iq.error().applicationConditions().size())))
			.containsAnyOf("xmpp:new@y", "xmpp:room@y", "1", "2");
	}

	@Test
	@DisplayName("R11 the number of an old error is read")
	void legacyCodeRead() {
		Iq iq = Iq.from(Element
			.parse("<iq xmlns='jabber:client' type='error' id='1'><error code='404'>Not Found</error></iq>"));

		assertThat(iq.error()).isNotNull().satisfies((error) -> {
			assertThat(error.code()).isEqualTo(404);
			assertThat(error.condition()).isEqualTo(StanzaErrorCondition.ITEM_NOT_FOUND);
			assertThat(error.text()).isEqualTo("Not Found");
		});
	}

	@ParameterizedTest
	@CsvSource({ "false,", "true, 409" })
	@DisplayName("R11 it is written only if the application says so")
	void legacyCodeWritten(boolean written, String code) throws Exception {
		try (ScriptedServer other = ScriptedServer.forClient("me@x/r");
				Application old = Application.with(Desk.class)
					.properties("xmpp.errors.legacy-codes=" + written)
					.on(other)) {
			Element reply = other
				.ask("<iq type='set' id='*' from='bob@y/z'><refuse xmlns='" + Desk.NAMESPACE + "'/></iq>");

			assertThat(reply.child("jabber:client", "error").attribute("code")).isEqualTo(code);
			assertThat(old.connection().status().state()).isEqualTo(ConnectionState.ONLINE);
		}
	}

	@Test
	@DisplayName("R12 an error reply without an error is an undefined condition, marked as malformed")
	void errorWithoutError() {
		CompletableFuture<Iq> response = application.iq()
			.exchangeAsync(Iq.get(PAYLOAD).to("bob@y/z").id("r12").build());
		server.next();

		server.send("<iq type='error' id='r12' from='bob@y/z'/>");

		assertThat(response).failsWithin(Duration.ofSeconds(5))
			.withThrowableThat()
			.havingCause()
			.isInstanceOfSatisfying(IqErrorException.class, (ex) -> {
				assertThat(ex.condition()).isEqualTo(StanzaErrorCondition.UNDEFINED_CONDITION);
				assertThat(ex.isMalformed()).isTrue();
				assertThat(ex.response().from()).isEqualTo(Jid.of("bob@y/z"));
			});
	}

	static class OtherDesk {

		@IqHandler(namespace = Desk.NAMESPACE, name = "echo")
		void echo() {
		}

	}

}
