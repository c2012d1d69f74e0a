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
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javax.xml.namespace.QName;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqErrorException;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stanza.MalformedStanzaException;
import io.github.xmppspring.stanza.StanzaError;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Behaviours A1 to A18: what an IQ stanza is, and its attributes.
 *
 * @author XMPP for Spring Boot contributors
 */
class IqAttributesTests {

	private static final Element PAYLOAD = Desk.element("echo");

	private static final String PING = "<ping xmlns='urn:xmpp:ping'/>";

	private static ScriptedServer server;

	private static Application application;

	private static ScriptedServer componentServer;

	private static Application component;

	@BeforeAll
	static void start() {
		server = ScriptedServer.forClient("me@x/r");
		application = Application.with(Desk.class).on(server);
		componentServer = ScriptedServer.forComponent("desk.x");
		component = Application.with(Desk.class).on(componentServer);
	}

	@AfterAll
	static void stop() throws Exception {
		application.close();
		server.close();
		component.close();
		componentServer.close();
	}

	@Test
	@DisplayName("A1 a stanza is immutable and built by factories of its type")
	void builder() {
		Iq get = Iq.get(PAYLOAD).to("bob@y/z").id("1").build();

		Iq changed = get.withTo(Jid.of("eve@y")).withId("2");

		assertThat(get.toElement())
			.isEqualTo(Element.parse("<iq xmlns='jabber:client' type='get' id='1' to='bob@y/z'><echo xmlns='%s'/></iq>"
				.formatted(Desk.NAMESPACE)));
		assertThat(changed.to()).isEqualTo(Jid.of("eve@y"));
		assertThat(get.id()).isEqualTo("1");
		assertThat(Iq.set(PAYLOAD).build().type()).isEqualTo(IqType.SET);
		assertThat(get.result().type()).isEqualTo(IqType.RESULT);
		assertThat(get.error(StanzaErrorCondition.CONFLICT).type()).isEqualTo(IqType.ERROR);
	}

	@Test
	@DisplayName("A2 an id is made when the request is sent: never '0', unpredictable, 96 bits or more")
	void generatedId() {
		Set<String> ids = new HashSet<>();
		for (int i = 0; i < 200; i++) {
			application.exchange(Iq.get(PAYLOAD).to("bob@y/z")).cancel(false);
			ids.add(server.next().attribute("id"));
		}

		assertThat(Iq.get(PAYLOAD).build().id()).isNull();
		assertThat(ids).hasSize(200).allSatisfy((id) -> {
			assertThat(Base64.getUrlDecoder().decode(id)).hasSizeGreaterThanOrEqualTo(12);
			// nothing of an id tells the next one
			assertThat(ids.stream().filter((other) -> other.regionMatches(0, id, 0, 8))).hasSize(1);
		});
	}

	@Test
	@DisplayName("A2 the id of the caller is honoured")
	void givenId() {
		CompletableFuture<Iq> response = application.exchange(Iq.get(PAYLOAD).to("bob@y/z").id("314"));

		assertThat(server.next().attribute("id")).isEqualTo("314");
		server.send("<iq type='result' id='314' from='bob@y/z'/>");
		assertThat(response).succeedsWithin(Duration.ofSeconds(5)).extracting(Iq::id).isEqualTo("314");
	}

	@Test
	@DisplayName("A3 none is made up for a stanza that came without an id")
	void receivedWithoutId() {
		Element element = Element.parse("<iq xmlns='jabber:client' type='get' from='bob@y/z'>" + PING + "</iq>");

		assertThatExceptionOfType(MalformedStanzaException.class).isThrownBy(() -> Iq.from(element)).satisfies((ex) -> {
			assertThat(ex.id()).isNull();
			assertThat(ex.element()).isEqualTo(element);
			assertThat(ex.condition()).isEqualTo(StanzaErrorCondition.BAD_REQUEST);
		});
	}

	@Test
	@DisplayName("A4 a request without an id is answered with bad-request and without an id")
	void requestWithoutId() {
		int before = application.bean(Desk.class).seen().size();

		server.send("<iq type='set' from='bob@y/z'><echo xmlns='%s'/></iq>".formatted(Desk.NAMESPACE));

		Element reply = server.next();
		assertThat(reply.attribute("id")).isNull();
		assertThat(reply.attribute("to")).isEqualTo("bob@y/z");
		assertThat(condition(reply)).isEqualTo("bad-request");
		assertThat(server.sync()).isEmpty();
		assertThat(application.bean(Desk.class).seen()).hasSize(before);
	}

	@Test
	@DisplayName("A5 a reply has the id of its request, but neither its language nor its other attributes")
	void idOfReply() {
		Element reply = server
			.ask("<iq type='get' id='*' from='bob@y/z' xml:lang='de' extra='1' x:y='2' xmlns:x='urn:x'>"
					+ "<echo xmlns='" + Desk.NAMESPACE + "'/></iq>");

		assertThat(reply.attribute("id")).startsWith("ask-");
		assertThat(reply.attributes()).extracting((attribute) -> attribute.localName())
			.containsExactlyInAnyOrder("type", "id", "to");
	}

	@Test
	@DisplayName("A6 there are exactly the types get, set, result and error")
	void types() {
		assertThat(IqType.values()).extracting(IqType::toString).containsExactly("get", "set", "result", "error");
		assertThat(IqType.ofValue("bogus")).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "type='bogus'", "type=''", "type='GET'" })
	@DisplayName("A6 an unknown type is answered with bad-request and reaches no handler")
	void unknownType(String attribute) {
		assertRefused(attribute);
	}

	@Test
	@DisplayName("A7 a missing type is answered with bad-request and reaches no handler")
	void missingType() {
		assertRefused("");
	}

	private static void assertRefused(String attribute) {
		int before = application.bean(Desk.class).seen().size();

		Element reply = server
			.ask("<iq %s id='*' from='bob@y/z'><echo xmlns='%s'/></iq>".formatted(attribute, Desk.NAMESPACE));

		assertThat(reply.attribute("type")).isEqualTo("error");
		assertThat(condition(reply)).isEqualTo("bad-request");
		assertThat(server.sync()).isEmpty();
		assertThat(application.bean(Desk.class).seen()).hasSize(before);
	}

	@Test
	@DisplayName("A7 a stanza without a type cannot be built")
	void typeIsRequired() {
		assertThatIllegalArgumentException().isThrownBy(() -> Iq.builder((IqType) nothing()));
	}

	private static Object nothing() {
		return null;
	}

	@Test
	@DisplayName("A8 attributes have typed accessors, and what is not there is null")
	void accessors() {
		Iq iq = Iq
			.from(Element.parse("<iq xmlns='jabber:client' type='set' id='1' from='bob@y/z'><a xmlns='urn:a'/></iq>"));

		assertThat(iq.type()).isEqualTo(IqType.SET);
		assertThat(iq.id()).isEqualTo("1");
		assertThat(iq.from()).isEqualTo(Jid.of("bob@y/z"));
		assertThat(iq.to()).isNull();
		assertThat(iq.language()).isNull();
		assertThat(iq.queryNamespace()).isNull();
		assertThat(iq.error()).isNull();
		assertThat(application.bean(PayloadCodecs.class).byName(new QName("urn:a", "a"))).isNull();
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("A9 the payload can always be read and replaced")
	void payload(IqType type) {
		Iq iq = Iq.builder(type)
			.payload(PAYLOAD)
			.error((type == IqType.ERROR) ? StanzaError.of(StanzaErrorCondition.CONFLICT) : null)
			.id("1")
			.build();

		assertThat(iq.payload()).isEqualTo(PAYLOAD);
		assertThat(Iq.from(iq.toElement()).payload()).isEqualTo(PAYLOAD);
		assertThat(iq.withPayload(Desk.element("other")).payload()).isEqualTo(Desk.element("other"));
	}

	@Test
	@DisplayName("A10 a stanza may be the content of another one")
	void nested() {
		Iq inner = Iq.set(PAYLOAD).id("inner").from("a@y").to("b@y").build();
		Element forwarded = Element.builder("urn:xmpp:forward:0", "forwarded").child(inner.toElement()).build();

		CompletableFuture<Iq> response = application.exchange(Iq.set(forwarded).to("bob@y/z"));
		response.cancel(false);

		Element payload = server.next().firstChild();
		assertThat(payload).isEqualTo(forwarded);
		assertThat(Iq.from(payload.firstChild())).isEqualTo(inner);
	}

	@Test
	@DisplayName("A11 the namespace of a stanza is that of its stream, and not part of the value")
	void namespace() {
		Iq.Builder request = Iq.get(PAYLOAD).to("bob@y/z").id("ns");
		application.exchange(request).cancel(false);
		component.exchange(request).cancel(false);

		Element ofClient = server.next();
		Element ofComponent = componentServer.next();

		assertThat(ofClient.namespace()).isEqualTo("jabber:client");
		assertThat(ofComponent.namespace()).isEqualTo("jabber:component:accept");
		assertThat(Iq.from(ofComponent).withFrom(null)).isEqualTo(Iq.from(ofClient));
		assertThat(componentServer.text()).doesNotContain("jabber:client");
	}

	@Test
	@DisplayName("A12 the error of a component is in the namespace of its stream")
	void errorOfComponent() {
		Element reply = componentServer
			.ask("<iq type='get' id='*' from='bob@y/z' to='desk.x'><a xmlns='urn:unknown'/></iq>");

		assertThat(reply.child("jabber:component:accept", "error")).isNotNull();
		assertThat(componentServer.text()).doesNotContain("jabber:client");
	}

	@ParameterizedTest
	@ValueSource(strings = { "jabber:client", "jabber:component:accept" })
	@DisplayName("A12 an error in either namespace is understood")
	void errorForComponent(String namespace) {
		CompletableFuture<Iq> response = component.iq().exchangeAsync(Iq.get(PAYLOAD).to("bob@y/z").id("e1").build());
		componentServer.next();

		componentServer.send("<iq type='error' id='e1' from='bob@y/z' to='desk.x'><error xmlns='" + namespace
				+ "' type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>");

		assertThat(response).failsWithin(Duration.ofSeconds(5))
			.withThrowableThat()
			.havingCause()
			.isInstanceOfSatisfying(IqErrorException.class,
					(ex) -> assertThat(ex.condition()).isEqualTo(StanzaErrorCondition.CONFLICT));
	}

	@ParameterizedTest
	@CsvSource({ "BOB@Y/Z, bob@y/Z", "'bob@y.', 'bob@y'", "BÜCHER@BÜCHER.example, bücher@bücher.example" })
	@DisplayName("A13 addresses are JIDs, prepared for comparison")
	void addresses(String given, String prepared) {
		assertThat(Iq.get(PAYLOAD).to(given).build().to()).hasToString(prepared);
	}

	@ParameterizedTest
	@ValueSource(strings = { "@y", "bob@", "bo b@y", "bob@y/", "" })
	@DisplayName("A13 an address that is none is refused where the stanza is built")
	void malformedAddress(String address) {
		assertThatIllegalArgumentException().isThrownBy(() -> Iq.get(PAYLOAD).to(address));
		assertThatIllegalArgumentException().isThrownBy(() -> Iq.get(PAYLOAD).from(address));
	}

	@ParameterizedTest
	@ValueSource(strings = { "from='@y'", "from='bob@y' to='@x'" })
	@DisplayName("A13 a request with a malformed address is answered with jid-malformed")
	void malformedAddressReceived(String addresses) {
		Element reply = server.ask("<iq type='get' id='*' %s>%s</iq>".formatted(addresses, PING));

		assertThat(condition(reply)).isEqualTo("jid-malformed");
	}

	@Test
	@DisplayName("A14 an attribute is removed by null")
	void removedAttributes() {
		Iq iq = Iq.get(PAYLOAD).id("1").to("bob@y").from("me@x").language("de").build();

		Iq bare = iq.mutate().id(null).to((Jid) null).from((Jid) null).language(null).build();

		assertThat(bare.toElement().attributes()).hasSize(1);
		assertThat(bare).isEqualTo(Iq.get(PAYLOAD).build());
	}

	@Test
	@DisplayName("A15 a stanza has its own language, and texts are found by the language that fits best")
	void languages() {
		Iq iq = Iq.from(Element.parse("""
				<iq xmlns='jabber:client' type='error' id='1' xml:lang='fr'><error type='cancel'>
				<conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
				<text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas' xml:lang='en'>Twice</text>
				<text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas' xml:lang='de'>Doppelt</text>
				</error></iq>"""));

		assertThat(iq.language()).isEqualTo("fr");
		assertThat(iq.error()).isNotNull();
		assertThat(iq.error().text(Locale.forLanguageTag("de-CH-1996"))).isEqualTo("Doppelt");
		assertThat(iq.error().text(Locale.JAPANESE)).isEqualTo("Twice");
	}

	@Test
	@DisplayName("A15 a received stanza without a language is in that of its stream, which is not written back")
	void inheritedLanguage() {
		server.ask("<iq type='get' id='*' from='bob@y/z'><echo xmlns='%s'/></iq>".formatted(Desk.NAMESPACE));
		server.ask(
				"<iq type='get' id='*' from='bob@y/z' xml:lang='fr'><echo xmlns='%s'/></iq>".formatted(Desk.NAMESPACE));

		List<Iq> seen = application.bean(Desk.class).seen();
		Iq inheriting = seen.get(seen.size() - 2);
		assertThat(inheriting.language()).isEqualTo("en");
		assertThat(inheriting.toElement().language()).isNull();
		assertThat(Iq.from(inheriting.toElement())).isEqualTo(inheriting);
		assertThat(seen.get(seen.size() - 1).language()).isEqualTo("fr");
	}

	@Test
	@DisplayName("A15 the text of an error without a language is in that of the stream")
	void languageOfErrorText() {
		CompletableFuture<Iq> response = application.exchange(Iq.get(PAYLOAD).to("bob@y/z").id("a15"));
		server.next();
		server.send("""
				<iq type='error' id='a15' from='bob@y/z'><error type='cancel'>
				<conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
				<text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas' xml:lang='de'>Doppelt</text>
				<text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>Twice</text>
				</error></iq>""");

		IqErrorException error = new IqErrorException(response.orTimeout(5, TimeUnit.SECONDS).join());

		assertThat(error.text(Locale.ENGLISH)).isEqualTo("Twice");
		assertThat(error.text(Locale.GERMAN)).isEqualTo("Doppelt");
		assertThat(error.text(Locale.JAPANESE)).isEqualTo("Twice");
	}

	@Test
	@DisplayName("A15 the connection knows the language of the stream")
	void languageOfStream() {
		assertThat(application.connection().status().stream()).isNotNull();
		assertThat(application.connection().status().stream().header().language()).isEqualTo("en");
	}

	@Test
	@DisplayName("A16 stanzas are compared by what they say")
	void equality() {
		String stanza = "<%siq %s type='get' id='1'><%s xmlns='urn:a'/></%siq>";
		Iq plain = Iq.from(Element.parse(stanza.formatted("", "xmlns='jabber:client'", "a", "")));
		Iq prefixed = Iq.from(Element.parse(stanza.formatted("c:", "xmlns:c='jabber:client'", "a", "c:")));
		Iq other = Iq.from(Element.parse(stanza.formatted("", "xmlns='jabber:client'", "b", "")));

		assertThat(plain).isEqualTo(prefixed).hasSameHashCodeAs(prefixed).isNotEqualTo(other);
		assertThat(plain.mutate().build()).isEqualTo(plain).isNotSameAs(plain);
	}

	@Test
	@DisplayName("A17 the summary for logs has everything but the content")
	void summary() {
		Iq iq = Iq.set(Desk.element("echo", Desk.SECRET)).id("1").from("a@y/z").to("b@y").language("de").build();
		Iq error = iq.error(StanzaError.of(StanzaErrorCondition.CONFLICT, Desk.SECRET));

		assertThat(iq.summary()).containsExactly(Map.entry("type", "set"), Map.entry("id", "1"), Map.entry("to", "b@y"),
				Map.entry("from", "a@y/z"), Map.entry("language", "de"),
				Map.entry("payload", "{urn:example:desk}echo"));
		assertThat(error.summary()).containsEntry("condition", "conflict").containsEntry("errorType", "cancel");
		assertThat(List.of(iq.summary().toString(), error.summary().toString()))
			.noneMatch((text) -> text.contains(Desk.SECRET));
	}

	@Test
	@DisplayName("A17 the summary for logs is one line that is not too long, whatever the peer sends")
	void summaryIsBounded() {
		Iq iq = Iq.get(Element.of("urn:" + "x".repeat(5000), "a")).id("1\n2" + "y".repeat(5000)).build();

		assertThat(iq.summary().toString()).hasSizeLessThan(1000).doesNotContain("\n");
	}

	@Test
	@DisplayName("A18 a stanza prints as one line of XML")
	void text() {
		Iq iq = Iq.get(Desk.element("echo", "a < b\n& \"c\"\r")).to("bob@y").id("1").build();

		assertThat(iq.toString()).doesNotContain("\n").doesNotContain("\r").startsWith("<iq xmlns=\"jabber:client\"");
		assertThat(Iq.from(Element.parse(iq.toString()))).isEqualTo(iq);
	}

	private static String condition(Element reply) {
		Element error = reply.child(reply.namespace(), "error");
		assertThat(error).as("the error of " + reply).isNotNull();
		return error.firstChild().localName();
	}

}
