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

package io.github.xmppspring.codec;

import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamException;
import io.github.xmppspring.stream.StreamFooter;
import io.github.xmppspring.stream.StreamHeader;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.XmlLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StreamDecoder}.
 *
 * @author XMPP for Spring Boot contributors
 */
class StreamDecoderTests {

	private static final String HEADER = "<stream:stream xmlns='jabber:client'"
			+ " xmlns:stream='http://etherx.jabber.org/streams'>";

	private final CodecChannel codec = new CodecChannel(Namespaces.CLIENT, XmlLimits.BEFORE_AUTHENTICATION)
		.swallowingExceptions();

	@Test
	void elementsInheritTheNamespacesOfTheHeader() {
		this.codec.feed("<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'"
				+ " xmlns:p='urn:example:p'><stream:features><p:a p:b='1'/><c/></stream:features>");

		assertThat(this.codec.received(Element.class)).containsExactly(Element
			.parse("<features xmlns='http://etherx.jabber.org/streams'><q:a xmlns:q='urn:example:p' q:b='1'/>"
					+ "<c xmlns='jabber:client'/></features>"));
	}

	@Test
	void streamMayUseAnotherPrefix() {
		this.codec.feed("<s:stream xmlns='jabber:client' xmlns:s='http://etherx.jabber.org/streams'>"
				+ "<s:features/></s:stream >");

		assertThat(this.codec.received(Element.class)).containsExactly(Element.of(Namespaces.STREAM, "features"));
		assertThat(this.codec.received).endsWith(StreamFooter.INSTANCE);
	}

	@Test
	void emptyStreamIsOpenedAndClosed() {
		this.codec.feed(HEADER.replace(">", "/>"));

		assertThat(this.codec.received).hasSize(2).endsWith(StreamFooter.INSTANCE);
		assertThat(this.codec.received.get(0)).isInstanceOf(StreamHeader.class);
	}

	@ParameterizedTest
	@CsvSource({ "<stream xmlns='jabber:client'>, invalid-namespace", "<iq xmlns='jabber:client'>, bad-format",
			"<s:stream xmlns:s='http://etherx.jabber.org/streams'>, invalid-namespace",
			"<s:stream xmlns='jabber:server' xmlns:s='http://etherx.jabber.org/streams'>, invalid-namespace",
			"<stream:stream xmlns='jabber:client'>, not-well-formed",
			"<?xml version='1.1'?><s:stream xmlns='jabber:client' xmlns:s='http://etherx.jabber.org/streams'>, not-well-formed",
			"<?xml version='1.0' encoding='latin1'?><s:stream xmlns='jabber:client' xmlns:s='http://etherx.jabber.org/streams'>, unsupported-encoding" })
	void refusesHeaders(String header, String condition) {
		this.codec.feed(header);

		assertThat(this.codec.received).hasSize(1);
		assertThat(this.codec.failure()).hasToString(condition);
	}

	@ParameterizedTest
	@CsvSource({ "<a></b>, not-well-formed", "<a>&b;</a>, restricted-xml", "<a b='&c;'/>, restricted-xml",
			"<a><a><a><a><a><a><a><a><a/></a></a></a></a></a></a></a></a>, policy-violation",
			"</stream>, not-well-formed", "</streamx:stream>, not-well-formed" })
	void refusesElements(String xml, String condition) {
		this.codec.feed(HEADER + xml);

		assertThat(this.codec.received(Element.class)).isEmpty();
		assertThat(this.codec.failure()).hasToString(condition);
	}

	@Test
	void messageOfTheErrorDoesNotTellWhatWasReceived() {
		this.codec.feed(HEADER + "<secret></public>");

		assertThat(this.codec.received(StreamException.class)).singleElement()
			.satisfies((ex) -> assertThat(ex).hasMessageNotContainingAny("secret", "public"));
	}

	@Test
	void thereIsOneErrorAndThenSilence() {
		this.codec.feed(HEADER + "<a></b><presence/><a></b>x");
		this.codec.feed("<presence/></stream:stream>");

		assertThat(this.codec.failure()).isEqualTo(StreamErrorCondition.NOT_WELL_FORMED);
		assertThat(this.codec.received).hasSize(2);
	}

}
