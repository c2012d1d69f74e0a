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

package io.github.xmppspring.test;

import java.util.function.Consumer;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stanza.StanzaError;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stanza.StanzaErrorType;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.xmppspring.test.XmppAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link XmppAssertions}: what holds, and what is said when it does not.
 *
 * @author XMPP for Spring Boot contributors
 */
class XmppAssertionsTests {

	private static final Iq REQUEST = Iq.get(Element.parse("<ping xmlns='urn:xmpp:ping'/>"))
		.id("1")
		.from("juliet@localhost/balcony")
		.to("romeo@localhost/orchard")
		.build();

	private static final Iq RESULT = REQUEST.result(Element.parse("""
			<query xmlns='urn:example:tickets'><item id='1'>No light</item><item id='2'>No water</item></query>"""));

	@Test
	void requestHoldsWhatItHolds() {
		assertThat(REQUEST).isGet()
			.hasType(IqType.GET)
			.hasId("1")
			.isFrom("juliet@localhost/balcony")
			.isTo("romeo@localhost/orchard")
			.hasPayload("<p:ping xmlns:p='urn:xmpp:ping'/>");
		assertThat(REQUEST.result()).isResult().hasNoPayload();
		assertThat(Iq.set().query("urn:a").build()).isSet().isFrom((Jid) null);
	}

	@Test
	void whiteSpaceBetweenElementsDoesNotCount() {
		assertThat(RESULT).isResult().hasPayload("""
				<query xmlns='urn:example:tickets'>
					<item id='1'>No light</item>
					<item id='2'>No water</item>
				</query>
				""");
	}

	@Test
	void partsOfPayload() {
		assertThat(RESULT).payload()
			.hasName("urn:example:tickets", "query")
			.hasChildren(2)
			.hasNoAttribute("id")
			.child("item")
			.hasAttribute("id", "1")
			.hasText("No light")
			.text()
			.startsWith("No");
	}

	@Test
	void error() {
		StanzaError error = StanzaError.of(StanzaErrorCondition.ITEM_NOT_FOUND, "No such ticket")
			.withApplicationCondition(Element.parse("<closed xmlns='urn:example:tickets'/>"));

		assertThat(REQUEST.error(error)).isError()
			.hasCondition(StanzaErrorCondition.ITEM_NOT_FOUND)
			.error()
			.hasType(StanzaErrorType.CANCEL)
			.hasText("No such ticket")
			.hasApplicationCondition("<closed xmlns='urn:example:tickets'/>");
		assertThat(StanzaError.of(StanzaErrorCondition.CONFLICT)).hasNoText();
	}

	@Test
	void payloadThatIsOtherIsShownWithFirstDifference() {
		String message = failure((iq) -> assertThat(iq).hasPayload("""
				<query xmlns='urn:example:tickets'>
					<item id='1'>No light</item>
					<item id='3'>No water</item>
				</query>
				"""), RESULT);

		assertThat(message.lines()).containsExactly("[payload of IQ result] ", "Expected XML:",
				"<query xmlns=\"urn:example:tickets\">", "  <item id=\"1\">No light</item>",
				"  <item id=\"3\">No water</item>", "</query>", "but was:", "<query xmlns=\"urn:example:tickets\">",
				"  <item id=\"1\">No light</item>", "  <item id=\"2\">No water</item>", "</query>",
				"First difference at /query/item[2]/@id: expected \"3\" but was \"2\"");
	}

	@Test
	void typeThatIsOtherIsShownWithStanza() {
		String message = failure((iq) -> assertThat(iq).isResult(), REQUEST.error(StanzaErrorCondition.FORBIDDEN));

		assertThat(message).contains("Expected IQ with type 'result' but was 'error':")
			.contains("<forbidden xmlns=\"urn:ietf:params:xml:ns:xmpp-stanzas\"");
	}

	@Test
	void conditionThatIsOtherIsShown() {
		String message = failure((iq) -> assertThat(iq).hasCondition(StanzaErrorCondition.CONFLICT),
				REQUEST.error(StanzaErrorCondition.FORBIDDEN));

		assertThat(message).contains("Expected stanza error with condition 'conflict' but was 'forbidden':");
	}

	@Test
	void whatIsMissingIsSaid() {
		assertThat(failure((iq) -> assertThat(iq).isResult(), null)).contains("there is none");
		assertThat(failure((iq) -> assertThat(iq).hasPayload("<a xmlns='urn:a'/>"), REQUEST.result()))
			.contains("<a xmlns=\"urn:a\"", "but there is none in:", "type=\"result\"");
		assertThat(failure((iq) -> assertThat(iq).payload().hasText(""), REQUEST.result())).contains("there is none");
		assertThat(failure((iq) -> assertThat(iq).error().hasNoText(), REQUEST.result())).contains("there is none");
		assertThat(failure((iq) -> assertThat(iq).payload().child("other"), RESULT))
			.contains("Expected a child <other xmlns='urn:example:tickets'> in:");
		assertThat(failure((iq) -> assertThat(iq).payload().hasAttribute("id", "1"), RESULT))
			.contains("Expected attribute 'id' to be \"1\" but was not there in:");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '|', textBlock = """
			<a xmlns='urn:a'/>;           <a xmlns='urn:b'/>;      /a;      <a xmlns='urn:a'>;   <a xmlns='urn:b'>
			<a x='1'/>;                   <a/>;                    /a/@x;   "1";                no such attribute
			<a/>;                         <a x='1'/>;              /a/@x;   no such attribute;   "1"
			<a>x</a>;                     <a>y</a>;                /a;      "x";                "y"
			<a>x</a>;                     <a/>;                    /a;      "x";                nothing
			<a><b/></a>;                  <a>x</a>;                /a;      <b xmlns=''>;        "x"
			<a><b/><c/><b/></a>;          <a><b/><c/><b y='1'/></a>; /a/b[2]/@y; no such attribute; "1"
			<a><b/></a>;                  <a><b/><c/></a>;         /a;      nothing;             <c xmlns=''>
			<a>x <b/> y</a>;              <a>x <b/>y</a>;          /a;      " y";               "y"
			""")
	void firstDifference(String expected, String actual, String path, String wanted, String found) {
		XmlDifference difference = XmlDifference.between(Element.parse(expected), Element.parse(actual));

		assertThat(difference).isEqualTo(new XmlDifference(path, wanted, found));
	}

	private static String failure(Consumer<@Nullable Iq> assertion, @Nullable Iq iq) {
		AssertionError[] failure = new AssertionError[1];
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertion.accept(iq))
			.satisfies((ex) -> failure[0] = ex);
		return failure[0].getMessage();
	}

}
