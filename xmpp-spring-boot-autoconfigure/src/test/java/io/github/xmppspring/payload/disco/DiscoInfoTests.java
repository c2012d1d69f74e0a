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

package io.github.xmppspring.payload.disco;

import java.util.List;
import java.util.Set;

import io.github.xmppspring.payload.PayloadException;
import io.github.xmppspring.payload.disco.DiscoInfo.Identity;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link DiscoInfo}.
 *
 * @author XMPP for Spring Boot contributors
 */
class DiscoInfoTests {

	private static final String NAMESPACE = "http://jabber.org/protocol/disco#info";

	@Test
	void requestIsEmptyButForTheNode() {
		assertThat(DiscoInfo.CODEC.write(DiscoInfo.request(null))).isEqualTo(Element.of(NAMESPACE, "query"));
		assertThat(DiscoInfo.CODEC.write(DiscoInfo.request("n")))
			.isEqualTo(Element.builder(NAMESPACE, "query").attribute("node", "n").build());
		assertThat(DiscoInfo.CODEC.read(Element.of(NAMESPACE, "query"))).isEqualTo(DiscoInfo.request(null));
	}

	@Test
	void resultSurvives() {
		Element form = Element.parse("<x xmlns='jabber:x:data' type='result'><field var='a'/></x>");
		DiscoInfo info = new DiscoInfo("n",
				List.of(Identity.of("client", "bot", null), new Identity("account", "registered", "Bot", "de")),
				Set.of("urn:xmpp:ping", "jabber:iq:version"), List.of(form));

		Element written = DiscoInfo.CODEC.write(info);

		assertThat(written).isEqualTo(Element.parse("""
				<query xmlns='http://jabber.org/protocol/disco#info' node='n'><identity category='client' type='bot'/>\
				<identity category='account' type='registered' name='Bot' xml:lang='de'/>\
				<feature var='jabber:iq:version'/><feature var='urn:xmpp:ping'/>\
				<x xmlns='jabber:x:data' type='result'><field var='a'/></x></query>"""));
		assertThat(DiscoInfo.CODEC.read(written)).isEqualTo(info);
	}

	@Test
	void elementsOfOtherNamespacesAreIgnored() {
		DiscoInfo info = DiscoInfo.CODEC.read(Element.parse("""
				<query xmlns='http://jabber.org/protocol/disco#info'><feature xmlns='urn:x' var='a'/><other/></query>
				""".strip()));

		assertThat(info).isEqualTo(DiscoInfo.request(null));
	}

	@Test
	void featureWithoutNameIsMalformed() {
		Element element = Element.parse("<query xmlns='http://jabber.org/protocol/disco#info'><feature/></query>");

		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> DiscoInfo.CODEC.read(element))
			.withMessageContaining("'var'");
	}

}
