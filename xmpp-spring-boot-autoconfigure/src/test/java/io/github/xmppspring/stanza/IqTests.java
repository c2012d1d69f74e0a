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

package io.github.xmppspring.stanza;

import java.util.List;

import javax.xml.namespace.QName;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.address.JidFormatException;
import io.github.xmppspring.xml.Attribute;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link Iq}.
 *
 * @author XMPP for Spring Boot contributors
 */
class IqTests {

	private static final Jid JULIET = Jid.of("juliet@capulet.example/balcony");

	private static final Jid ROMEO = Jid.of("romeo@montague.example/orchard");

	private static final Element PING = Element.of("urn:xmpp:ping", "ping");

	private static final Iq REQUEST = Iq.get(PING).id("p1").to(JULIET).from(ROMEO).build();

	@Test
	@DisplayName("A1 An IQ is built of its parts")
	void isBuiltOfItsParts() {
		Iq iq = Iq.set(PING).id("1").to("juliet@capulet.example/balcony").from(ROMEO).language("en").build();

		assertThat(iq.type()).isEqualTo(IqType.SET);
		assertThat(iq.id()).isEqualTo("1");
		assertThat(iq.to()).isEqualTo(JULIET);
		assertThat(iq.from()).isEqualTo(ROMEO);
		assertThat(iq.language()).isEqualTo("en");
		assertThat(iq.payload()).isEqualTo(PING);
		assertThat(iq.error()).isNull();
	}

	@Test
	@DisplayName("A2 Without an id there is none until one is assigned")
	void hasNoIdUntilOneIsAssigned() {
		Iq iq = Iq.get(PING).build();

		assertThat(iq.id()).isNull();
		assertThat(iq.toElement().attribute("id")).isNull();
		assertThat(iq.withId("x").id()).isEqualTo("x");
		assertThat(iq.id()).isNull();
	}

	@Test
	@DisplayName("A3, A4 A request without an id is answered without one")
	void requestWithoutIdIsRefusedWithoutInventingOne() {
		MalformedStanzaException ex = malformed("<iq type='get' from='b@b.example'><ping xmlns='urn:xmpp:ping'/></iq>");

		assertThat(ex.condition()).isEqualTo(StanzaErrorCondition.BAD_REQUEST);
		assertThat(ex.id()).isNull();
		assertThat(ex.reply().attribute("id")).isNull();
		assertThat(ex.reply().attribute("to")).isEqualTo("b@b.example");
	}

	@Test
	@DisplayName("A5 A response has the id of its request and nothing foreign of it")
	void responseKeepsTheIdOnly() {
		Iq request = Iq.from(parse("<iq type='get' id='p1' xml:lang='de' xmlns:x='urn:x' x:y='z' a='b'>"
				+ "<ping xmlns='urn:xmpp:ping'/></iq>"));

		assertThat(request.result()).isEqualTo(Iq.builder(IqType.RESULT).id("p1").build());
	}

	@ParameterizedTest
	@DisplayName("A6, A7 A stanza of no known type is a bad request")
	@ValueSource(strings = { "<iq id='1'><a xmlns='urn:a'/></iq>", "<iq type='' id='1'><a xmlns='urn:a'/></iq>",
			"<iq type='GET' id='1'><a xmlns='urn:a'/></iq>", "<iq type='query' id='1'><a xmlns='urn:a'/></iq>" })
	void unknownTypeIsRefused(String xml) {
		MalformedStanzaException ex = malformed(xml);

		assertThat(ex.condition()).isEqualTo(StanzaErrorCondition.BAD_REQUEST);
		assertThat(ex.isResponse()).isFalse();
	}

	@Test
	@DisplayName("A9 The payload of a received IQ is its child")
	void payloadOfAReceivedIqIsItsChild() {
		Iq iq = Iq.from(parse("<iq type='result' id='1'>\n  <ping xmlns='urn:xmpp:ping'/>\n</iq>"));

		assertThat(iq.payload()).isEqualTo(PING);
		assertThat(iq.payloadName()).isEqualTo(new QName("urn:xmpp:ping", "ping"));
	}

	@Test
	@DisplayName("A10 An IQ can be nested in another element")
	void canBeNested() {
		Element forwarded = Element.builder("urn:xmpp:forward:0", "forwarded").child(REQUEST.toElement()).build();

		Element nested = Element.parse(forwarded.toString()).child(Iq.DEFAULT_NAMESPACE, "iq");

		assertThat(nested).isNotNull();
		assertThat(Iq.from(nested)).isEqualTo(REQUEST);
	}

	@Test
	@DisplayName("A11 The namespace is that of the stream")
	void namespaceIsThatOfTheStream() {
		Element element = REQUEST.toElement("jabber:component:accept");

		assertThat(element.is("jabber:component:accept", "iq")).isTrue();
		assertThat(Iq.from(element)).isEqualTo(REQUEST);
		assertThat(REQUEST.toElement().is("jabber:client", "iq")).isTrue();
	}

	@Test
	@DisplayName("A12 The error is in the namespace of the stream, and read in that of clients too")
	void errorIsInTheNamespaceOfTheStream() {
		Iq error = REQUEST.error(StanzaErrorCondition.CONFLICT);

		Element element = error.toElement("jabber:component:accept");

		assertThat(element.child("jabber:component:accept", "error")).isNotNull();
		assertThat(Iq.from(element)).isEqualTo(error);
		Element mixed = Element.parse("<iq xmlns='jabber:component:accept' type='error' id='1'>"
				+ "<error xmlns='jabber:client' type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>");
		assertThat(Iq.from(mixed).error()).isEqualTo(StanzaError.of(StanzaErrorCondition.CONFLICT));
	}

	@Test
	@DisplayName("A13 Addresses are normalised")
	void addressesAreNormalised() {
		Iq iq = Iq.from(parse("<iq type='get' id='1' to='JULIET@Capulet.EXAMPLE/balcony'><a xmlns='urn:a'/></iq>"));

		assertThat(iq.to()).isEqualTo(JULIET);
	}

	@ParameterizedTest
	@DisplayName("A13 A malformed address in a request is jid-malformed")
	@ValueSource(strings = { "to='@b.example'", "from='a@'", "to=''", "from='a b@c.example'" })
	void malformedAddressIsRefused(String address) {
		MalformedStanzaException ex = malformed("<iq type='get' id='1' " + address + "><a xmlns='urn:a'/></iq>");

		assertThat(ex.condition()).isEqualTo(StanzaErrorCondition.JID_MALFORMED);
		assertThat(ex.id()).isEqualTo("1");
	}

	@Test
	@DisplayName("A13 A malformed address of one's own fails at once")
	void malformedAddressOfOnesOwnFails() {
		assertThatExceptionOfType(JidFormatException.class).isThrownBy(() -> Iq.get(PING).to("@b.example"));
	}

	@Test
	@DisplayName("A14 What is set to null is removed")
	void nullRemoves() {
		Iq iq = REQUEST.mutate().id(null).to((Jid) null).from((Jid) null).build();

		assertThat(iq.toElement().attributes()).containsExactly(Attribute.of("type", "get"));
	}

	@Test
	@DisplayName("A15 The language is that of the stanza itself")
	void languageIsItsOwn() {
		Iq iq = Iq.from(parse("<iq type='result' id='1' xml:lang='de'/>"));

		assertThat(iq.language()).isEqualTo("de");
		assertThat(iq.toElement().language()).isEqualTo("de");
		assertThat(REQUEST.language()).isNull();
	}

	@Test
	@DisplayName("A16 Equal are IQs with equal parts")
	void equalByParts() {
		Iq same = Iq.get(Element.parse("<p:ping xmlns:p='urn:xmpp:ping'/>")).id("p1").to(JULIET).from(ROMEO).build();

		assertThat(same).isEqualTo(REQUEST).hasSameHashCodeAs(REQUEST);
		assertThat(REQUEST.mutate().build()).isEqualTo(REQUEST);
		assertThat(REQUEST).isNotEqualTo(REQUEST.withId("p2"))
			.isNotEqualTo(REQUEST.withTo(null))
			.isNotEqualTo(REQUEST.withFrom(null))
			.isNotEqualTo(REQUEST.withPayload(Element.of("urn:xmpp:ping", "pong")))
			.isNotEqualTo(Iq.set(PING).id("p1").to(JULIET).from(ROMEO).build());
	}

	@Test
	@DisplayName("A18 An IQ prints as XML in one line")
	void printsAsXml() {
		assertThat(REQUEST.toString()).doesNotContain("\n");
		assertThat(Iq.from(Element.parse(REQUEST.toString()))).isEqualTo(REQUEST);
	}

	@Test
	@DisplayName("Q1 The query namespace is that of a payload named query")
	void queryNamespaceIsThatOfTheQuery() {
		assertThat(Iq.get().query("jabber:iq:roster").build().queryNamespace()).isEqualTo("jabber:iq:roster");
		assertThat(Iq.get(Element.of("urn:x", "subquery")).build().queryNamespace()).isNull();
		assertThat(Iq.builder(IqType.RESULT).build().queryNamespace()).isNull();
	}

	@Test
	@DisplayName("Q2, Q3 A query replaces any other payload")
	void queryReplacesThePayload() {
		Iq iq = Iq.get(PING).query("urn:one").query("urn:two").build();

		assertThat(iq.toElement().children()).containsExactly(Element.of("urn:two", "query"));
	}

	@Test
	@DisplayName("Q4 A query that is there already stays as it is")
	void querySetAgainStays() {
		Element roster = Element.parse("<query xmlns='jabber:iq:roster'><item jid='a@b.example'/></query>");

		assertThat(Iq.set(roster).query("jabber:iq:roster").build().payload()).isEqualTo(roster);
	}

	@Test
	@DisplayName("Q4, Q5 A query set to null is removed")
	void queryIsRemoved() {
		Iq iq = Iq.builder(IqType.RESULT).query("urn:one").query(null).build();

		assertThat(iq.payload()).isNull();
		assertThat(iq.toElement().children()).isEmpty();
	}

	@Test
	@DisplayName("R1 A response goes back to the sender and leaves the request as it is")
	void responseGoesBack() {
		Iq before = REQUEST.mutate().build();

		Iq result = REQUEST.result();

		assertThat(result.type()).isEqualTo(IqType.RESULT);
		assertThat(result.id()).isEqualTo("p1");
		assertThat(result.to()).isEqualTo(ROMEO);
		assertThat(result.from()).isEqualTo(JULIET);
		assertThat(result.payload()).isNull();
		assertThat(REQUEST).isEqualTo(before);
	}

	@Test
	@DisplayName("R2 An error repeats the payload of the request only if asked to")
	void errorMayRepeatThePayload() {
		Iq error = REQUEST.error(StanzaErrorCondition.FORBIDDEN);

		assertThat(error.payload()).isNull();
		Iq repeating = error.withPayload(REQUEST.payload());
		assertThat(repeating.toElement().children()).extracting(Element::localName).containsExactly("ping", "error");
		assertThat(Iq.from(repeating.toElement())).isEqualTo(repeating);
	}

	@ParameterizedTest
	@DisplayName("R3 Only a request can be answered")
	@EnumSource(names = { "RESULT", "ERROR" })
	void responseCannotBeAnswered(IqType type) {
		Iq response = Iq.builder(type)
			.error((type == IqType.ERROR) ? StanzaError.of(StanzaErrorCondition.GONE) : null)
			.build();

		assertThatIllegalStateException().isThrownBy(response::result);
		assertThatIllegalStateException().isThrownBy(() -> response.error(StanzaErrorCondition.GONE));
	}

	@Test
	@DisplayName("R6 A request without payload cannot be built")
	void requestNeedsPayload() {
		assertThatIllegalArgumentException().isThrownBy(() -> Iq.get().build());
		assertThatIllegalArgumentException().isThrownBy(() -> Iq.set().build());
		assertThatIllegalArgumentException().isThrownBy(() -> REQUEST.withPayload(null));
	}

	@Test
	@DisplayName("R6 Only an error has a stanza error, and it must have one")
	void errorNeedsError() {
		StanzaError error = StanzaError.of(StanzaErrorCondition.GONE);

		assertThatIllegalArgumentException().isThrownBy(() -> Iq.builder(IqType.ERROR).build());
		assertThatIllegalArgumentException().isThrownBy(() -> Iq.builder(IqType.RESULT).error(error).build());
		assertThatIllegalArgumentException().isThrownBy(() -> Iq.get(PING).error(error).build());
	}

	@ParameterizedTest
	@DisplayName("R6 A received request has exactly one payload")
	@ValueSource(strings = { "<iq type='get' id='1'/>", "<iq type='set' id='1'>text</iq>",
			"<iq type='set' id='1'><a xmlns='urn:a'/><b xmlns='urn:b'/></iq>",
			"<iq type='get' id='1'><error type='cancel'/></iq>" })
	void receivedRequestHasExactlyOnePayload(String xml) {
		assertThat(malformed(xml).condition()).isEqualTo(StanzaErrorCondition.BAD_REQUEST);
	}

	@Test
	@DisplayName("R6 A received result has at most one payload")
	void receivedResultHasAtMostOnePayload() {
		MalformedStanzaException ex = malformed("<iq type='result' id='1'><a xmlns='urn:a'/><b xmlns='urn:b'/></iq>");

		assertThat(ex.isResponse()).isTrue();
	}

	@Test
	@DisplayName("R8 Looking at the error does not make one")
	void gettersChangeNothing() {
		Iq iq = Iq.from(parse("<iq type='result' id='1'/>"));

		assertThat(iq.error()).isNull();
		assertThat(iq.type()).isEqualTo(IqType.RESULT);
		assertThat(iq.toElement()).isEqualTo(parse("<iq type='result' id='1'/>"));
	}

	@Test
	@DisplayName("R9 The type decides, not an error inside of a result")
	void typeDecides() {
		Iq iq = Iq.from(parse("<iq type='result' id='1'><error type='cancel'/></iq>"));

		assertThat(iq.type()).isEqualTo(IqType.RESULT);
		assertThat(iq.error()).isNull();
		assertThat(iq.payload()).as("what came is kept").isNotNull();
	}

	@Test
	@DisplayName("R12 An error without error is taken as it is")
	void errorWithoutErrorIsTaken() {
		Iq iq = Iq.from(parse("<iq type='error' id='1'><a xmlns='urn:a'/></iq>"));

		assertThat(iq.error()).isNull();
		assertThat(iq.payload()).isEqualTo(Element.of("urn:a", "a"));
		assertThat(iq.withTo(JULIET).error()).isNull();
	}

	@Test
	@DisplayName("P8 Attributes that the RFC does not know survive")
	void otherAttributesSurvive() {
		Element element = parse("<iq type='result' id='1' xmlns:x='urn:x' x:y='z' a='b'/>");

		Iq iq = Iq.from(element);

		assertThat(iq.otherAttributes())
			.isEqualTo(List.of(new Attribute("urn:x", "y", "x", "z"), Attribute.of("a", "b")));
		assertThat(iq.withId("1").toElement()).isEqualTo(element);
	}

	private static MalformedStanzaException malformed(String xml) {
		try {
			Iq iq = Iq.from(parse(xml));
			throw new AssertionError("Was taken: " + iq);
		}
		catch (MalformedStanzaException ex) {
			return ex;
		}
	}

	private static Element parse(String xml) {
		return Element.parse(xml.replaceFirst("<iq", "<iq xmlns='jabber:client'"));
	}

	@Test
	@DisplayName("A13 What XML or an address cannot hold is refused where the stanza is built")
	void illegalValuesAreRefusedWhereTheStanzaIsBuilt() {
		assertThatIllegalArgumentException().isThrownBy(() -> Iq.get().id("\u0000"));
		assertThatIllegalArgumentException().isThrownBy(() -> Iq.get().language("\uD800"));
		assertThatIllegalArgumentException().isThrownBy(() -> Iq.get().query("urn:\uFFFE"));
		assertThatExceptionOfType(JidFormatException.class).isThrownBy(() -> Iq.get().to("a b@example.com"));
	}

}
