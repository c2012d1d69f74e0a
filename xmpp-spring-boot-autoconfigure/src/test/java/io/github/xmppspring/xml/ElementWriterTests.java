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

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ElementWriter}.
 *
 * @author XMPP for Spring Boot contributors
 */
class ElementWriterTests {

	private static final NamespaceScope SCOPE = new NamespaceScope("urn:d",
			List.of(new NamespaceDeclaration("p", "urn:p")));

	private final ElementWriter writer = new ElementWriter();

	private final ElementWriter inStream = this.writer.in(SCOPE);

	@Test
	void declaresNamespacesWhereTheyAreNotInScope() {
		Element element = Element.parse("<a xmlns='urn:d'><b/><c xmlns='urn:c'><d/></c><e xmlns=''/></a>");

		assertThat(this.inStream.write(element)).isEqualTo("<a><b/><c xmlns=\"urn:c\"><d/></c><e xmlns=\"\"/></a>");
		assertThat(this.writer.write(element))
			.isEqualTo("<a xmlns=\"urn:d\"><b/><c xmlns=\"urn:c\"><d/></c><e xmlns=\"\"/></a>");
	}

	@Test
	void usesPrefixesInScope() {
		assertThat(this.inStream.write(Element.builder("urn:p", "a").prefix("p").build())).isEqualTo("<p:a/>");
	}

	@Test
	void declaresPrefixesThatAreNotInScope() {
		Element element = Element.builder("urn:q", "a")
			.prefix("q")
			.child(Element.builder("urn:q", "b").prefix("q").build())
			.build();

		assertThat(this.inStream.write(element)).isEqualTo("<q:a xmlns:q=\"urn:q\"><q:b/></q:a>");
	}

	@Test
	void prefixInScopeForAnotherNamespaceIsDeclaredAnew() {
		assertThat(this.inStream.write(Element.builder("urn:q", "a").prefix("p").build()))
			.isEqualTo("<p:a xmlns:p=\"urn:q\"/>");
	}

	@Test
	void attributesInANamespaceHaveAPrefixOfTheirOwn() {
		Element element = Element.builder("urn:d", "a")
			.attribute("urn:x", "b", "", 1)
			.attribute("urn:y", "b", "", 2)
			.attribute("urn:z", "c", "p", 3)
			.attribute("urn:p", "d", "p", 4)
			.language("en")
			.build();

		assertThat(Element.parse(this.writer.write(element))).isEqualTo(element);
		assertThat(new ElementReader(XmlLimits.DEFAULT).in(SCOPE).read(this.inStream.write(element)))
			.isEqualTo(element);
	}

	@Test
	void escapesWhatAParserWouldChange() {
		Element element = Element.builder("", "a").attribute("b", "<&>'\" \t\r\n").text("<&>'\"]]> \t\r\n").build();

		assertThat(Element.parse(this.writer.write(element))).isEqualTo(element);
	}

	@Test
	void keepsCharactersBeyondTheBasicPlane() {
		Element element = Element.builder("", "a")
			.attribute("b", "\uD83D\uDE00")
			.text("\uD83D\uDE00\u20AC\u0085\u2028")
			.build();

		assertThat(Element.parse(this.writer.write(element))).isEqualTo(element);
	}

	@Test
	void startTagDeclaresItsWholeScope() {
		StartTag tag = new StartTag(Element.builder("urn:p", "a").prefix("p").attribute("b", "1").build(), SCOPE);

		assertThat(this.writer.writeStartTag(tag)).isEqualTo("<p:a xmlns=\"urn:d\" xmlns:p=\"urn:p\" b=\"1\">");
	}

}
