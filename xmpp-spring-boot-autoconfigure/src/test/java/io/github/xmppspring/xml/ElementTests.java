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

package io.github.xmppspring.xml;

import javax.xml.XMLConstants;
import javax.xml.namespace.QName;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Element}.
 *
 * @author XMPP for Spring Boot contributors
 */
class ElementTests {

	private static final Element ROSTER = Element.parse("""
			<query xmlns='jabber:iq:roster' ver='' xml:lang='en'>
				<item jid='romeo@example.net'><group>Friends</group></item>
				<item jid='mercutio@example.org'/>
				<x xmlns='urn:x'>1<b/>2</x>
			</query>""");

	@Test
	void findsAttributesByName() {
		assertThat(ROSTER.attribute("ver")).isEmpty();
		assertThat(ROSTER.attribute("lang")).isNull();
		assertThat(ROSTER.language()).isEqualTo("en");
		assertThat(ROSTER.attribute("missing")).isNull();
	}

	@Test
	void findsChildrenByName() {
		assertThat(ROSTER.children()).hasSize(3);
		assertThat(ROSTER.children("jabber:iq:roster", "item")).extracting((item) -> item.attribute("jid"))
			.containsExactly("romeo@example.net", "mercutio@example.org");
		assertThat(ROSTER.firstChild()).isEqualTo(ROSTER.child("item"));
		assertThat(ROSTER.child("urn:x", "x")).isNotNull();
		assertThat(ROSTER.child("x")).isNull();
		assertThat(Element.of("", "a").firstChild()).isNull();
	}

	@Test
	void textIsThatOfTheElementAlone() {
		assertThat(ROSTER.child("urn:x", "x").text()).isEqualTo("12");
		assertThat(Element.parse("<a>x<![CDATA[y]]></a>").text()).isEqualTo("xy");
		assertThat(Element.of("", "a").text()).isEmpty();
	}

	@Test
	void equalWhateverTheOrderOfAttributesAndThePrefixesAre() {
		Element one = Element.parse("<p:a xmlns:p='urn:a' b='1' c='2' p:d='3'>x<p:e/></p:a>");
		Element other = Element.parse("<a xmlns='urn:a' xmlns:q='urn:a' q:d='3' c='2' b='1'>x<e/></a>");

		assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
	}

	@Test
	void unequalIfAnythingElseDiffers() {
		Element element = Element.parse("<a xmlns='urn:a' b='1'>x<e/></a>");

		assertThat(element).isNotEqualTo(Element.parse("<a xmlns='urn:b' b='1'>x<e/></a>"))
			.isNotEqualTo(Element.parse("<b xmlns='urn:a' b='1'>x<e/></b>"))
			.isNotEqualTo(Element.parse("<a xmlns='urn:a' b='2'>x<e/></a>"))
			.isNotEqualTo(Element.parse("<a xmlns='urn:a' b='1' c='1'>x<e/></a>"))
			.isNotEqualTo(Element.parse("<a xmlns='urn:a' b='1'>x <e/></a>"))
			.isNotEqualTo(Element.parse("<a xmlns='urn:a' b='1'><e/>x</a>"))
			.isNotEqualTo("<a/>");
	}

	@Test
	void listsCannotBeChanged() {
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> ROSTER.content().remove(0));
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> ROSTER.children().remove(0));
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> ROSTER.attributes().remove(0));
	}

	@Test
	void builderSetsReplacesAndRemovesAttributes() {
		Element element = Element.builder("urn:a", "a")
			.attribute("b", 1)
			.attribute("b", 2)
			.attribute("c", "x")
			.attribute("c", null)
			.language("de")
			.build();

		assertThat(element).isEqualTo(Element.parse("<a xmlns='urn:a' b='2' xml:lang='de'/>"));
	}

	@Test
	void builderJoinsTexts() {
		Element element = Element.builder("urn:a", "a")
			.text("x")
			.text("")
			.text("y")
			.textChild("b", "z")
			.textChild("c", null)
			.build();

		assertThat(element.content()).hasSize(2);
		assertThat(element).isEqualTo(Element.parse("<a xmlns='urn:a'>xy<b>z</b></a>"));
	}

	@Test
	void builderDoesNotReachIntoWhatItBuilt() {
		Element.Builder builder = Element.builder("urn:a", "a");
		Element built = builder.build();

		builder.text("x").attribute("b", 1);

		assertThat(built).isEqualTo(Element.of("urn:a", "a"));
	}

	@Test
	void copyHoldsEverything() {
		assertThat(ROSTER.mutate().build()).isEqualTo(ROSTER).hasToString(ROSTER.toString());
	}

	@Test
	void elementsMoveWithTheirOwnKindOnly() {
		Element iq = Element
			.parse("<iq xmlns='jabber:client'><error/><x xmlns='urn:x'><y xmlns='jabber:client'/></x></iq>");

		Element moved = iq.moved("jabber:client", "jabber:component:accept");

		assertThat(moved).isEqualTo(Element.parse("<iq xmlns='jabber:component:accept'><error/>"
				+ "<x xmlns='urn:x'><y xmlns='jabber:client'/></x></iq>"));
		assertThat(moved.moved("jabber:client", "urn:other")).isSameAs(moved);
	}

	@Test
	void printsAsXmlThatStandsOnItsOwn() {
		Element element = Element.builder("urn:a", "a").attribute("b", "'\"<&\n").text("<&>").build();

		assertThat(Element.parse(element.toString())).isEqualTo(element);
		assertThat(element.toString()).doesNotContain("\n");
	}

	@Test
	void isNamedByNamespaceAndLocalName() {
		assertThat(ROSTER.is("jabber:iq:roster", "query")).isTrue();
		assertThat(ROSTER.is(new QName("jabber:iq:roster", "query", "p"))).isTrue();
		assertThat(ROSTER.is("jabber:iq:roster", "Query")).isFalse();
		assertThat(ROSTER.name()).isEqualTo(new QName("jabber:iq:roster", "query"));
	}

	@Test
	void nameMustNotBeEmpty() {
		assertThatIllegalArgumentException().isThrownBy(() -> Element.of("urn:a", ""));
		assertThatIllegalArgumentException().isThrownBy(() -> Attribute.of("", "x"));
	}

	@Test
	void sizeIsThatOfEverythingInIt() {
		Element empty = Element.of("urn:x", "a");
		Element full = Element.builder("urn:x", "a")
			.attribute("b", "x".repeat(1000))
			.textChild("c", "y".repeat(2000))
			.build();

		assertThat(full.estimatedSize() - empty.estimatedSize()).isBetween(3002L, 3300L);
	}

	// Reports cannot hold the texts either
	@ParameterizedTest(name = "{index}")
	@ValueSource(
			strings = { "\u0000", "\u0008", "\u000B", "\u001F", "\uFFFE", "\uFFFF", "\uD800", "\uDC00x", "x\uD83D" })
	void refusesCharactersThatXmlCannotHold(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> Element.builder("", "a").text(text).build());
		assertThatIllegalArgumentException().isThrownBy(() -> Element.builder("", "a").attribute("b", text).build());
		assertThatIllegalArgumentException().isThrownBy(() -> Element.of("urn:" + text, "a"));
	}

	@Test
	void characterThatIsHalfInOnePieceOfTextIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> Element.builder("", "a").text("\uD83D").text("\uDE00"));
	}

	@ParameterizedTest(name = "{index}")
	@ValueSource(strings = { "\u0000", "\uFFFE", "\uD800" })
	void partsRefuseCharactersThatXmlCannotHold(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> new XmlText(text));
		assertThatIllegalArgumentException().isThrownBy(() -> Attribute.of("a", text));
		assertThatIllegalArgumentException().isThrownBy(() -> Attribute.of(text, "a"));
		assertThatIllegalArgumentException().isThrownBy(() -> new Attribute(text, "a", "", ""));
		assertThatIllegalArgumentException().isThrownBy(() -> new NamespaceDeclaration("p", text));
		assertThatIllegalArgumentException().isThrownBy(() -> new NamespaceDeclaration(text, "urn:a"));
		assertThatIllegalArgumentException().isThrownBy(() -> LocalizedText.of(text));
	}

	@Test
	void attributesThatDeclareNamespacesAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> Attribute.of("xmlns", "urn:a"));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Attribute(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "a", "", "urn:a"));
		assertThatIllegalArgumentException().isThrownBy(() -> new Attribute("urn:a", "a", "xmlns", "x"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "caf\u00E9", "\u65E5\u672C", "a\u00B7", "_1.-" })
	void takesNamesBeyondAscii(String name) {
		Element element = Element.builder("urn:a", name).attribute(name, "x").build();

		assertThat(Element.parse(element.toString())).isEqualTo(element);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a b", "1", "a>", "a'", "-a", "a:b", "<a/>" })
	void refusesNamesThatXmlCannotHold(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> Element.of("urn:a", name));
		assertThatIllegalArgumentException().isThrownBy(() -> Element.builder("", "a").attribute(name, "x").build());
		assertThatIllegalArgumentException().isThrownBy(() -> Element.builder("urn:a", "a").prefix(name).build());
	}

	@ParameterizedTest
	@ValueSource(strings = { "xml", "xmlns" })
	void reservedPrefixesAreNotTakenForOtherNamespaces(String prefix) {
		assertThatIllegalArgumentException().isThrownBy(() -> Element.builder("urn:a", "a").prefix(prefix).build());
	}

}
