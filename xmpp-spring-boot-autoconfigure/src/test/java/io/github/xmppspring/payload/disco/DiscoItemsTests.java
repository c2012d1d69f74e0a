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

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.PayloadException;
import io.github.xmppspring.payload.disco.DiscoItems.Item;
import io.github.xmppspring.payload.rsm.ResultSet;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link DiscoItems}.
 *
 * @author XMPP for Spring Boot contributors
 */
class DiscoItemsTests {

	private static final String NAMESPACE = "http://jabber.org/protocol/disco#items";

	@Test
	void requestIsEmptyButForNodeAndPage() {
		assertThat(DiscoItems.CODEC.write(DiscoItems.request(null))).isEqualTo(Element.of(NAMESPACE, "query"));
		assertThat(DiscoItems.CODEC.write(DiscoItems.request("n", ResultSet.firstPage(5)))).isEqualTo(Element.parse("""
				<query xmlns='http://jabber.org/protocol/disco#items' node='n'>\
				<set xmlns='http://jabber.org/protocol/rsm'><max>5</max></set></query>"""));
	}

	@Test
	void itemsKeepTheirOrder() {
		DiscoItems items = DiscoItems.of("n", List.of(Item.of(Jid.of("b.example.org"), "B"),
				Item.of(Jid.of("a.example.org"), null, "music"), Item.of(Jid.of("b.example.org"), "B")));

		Element written = DiscoItems.CODEC.write(items);

		assertThat(written).isEqualTo(Element.parse("""
				<query xmlns='http://jabber.org/protocol/disco#items' node='n'><item jid='b.example.org' name='B'/>\
				<item jid='a.example.org' node='music'/><item jid='b.example.org' name='B'/></query>"""));
		assertThat(DiscoItems.CODEC.read(written)).isEqualTo(items);
	}

	@Test
	void everythingUnknownSurvives() {
		Element element = Element.parse("""
				<query xmlns='http://jabber.org/protocol/disco#items' a='1'>\
				<item jid='a.example.org' action='remove'><x xmlns='urn:x'/></item>\
				<set xmlns='http://jabber.org/protocol/rsm'><first index='0'>a</first><last>b</last></set>\
				<x xmlns='urn:x'/></query>""");

		DiscoItems items = DiscoItems.CODEC.read(element);

		assertThat(DiscoItems.CODEC.write(items)).isEqualTo(element);
		assertThat(items.set()).isEqualTo(ResultSet.page("a", 0, "b", null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "<item/>", "<item jid='@'/>" })
	void itemNeedsItsAddress(String item) {
		Element element = Element.parse("<query xmlns='" + NAMESPACE + "'>" + item + "</query>");

		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> DiscoItems.CODEC.read(element))
			.withMessageContaining("'jid'")
			.satisfies((ex) -> assertThat(ex.getElement().getLocalPart()).isEqualTo("item"));
	}

}
