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

package io.github.xmppspring.payload.pubsub;

import java.time.Instant;
import java.util.List;

import javax.xml.namespace.QName;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.Extensions;
import io.github.xmppspring.payload.PayloadException;
import io.github.xmppspring.payload.dataform.DataForm;
import io.github.xmppspring.payload.rsm.ResultSet;
import io.github.xmppspring.xml.Attribute;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link PubSub} and its codec.
 *
 * @author XMPP for Spring Boot contributors
 */
class PubSubCodecTests {

	private static final Jid FRANCISCO = Jid.of("francisco@denmark.lit");

	private static final Element ENTRY = Element.of("http://www.w3.org/2005/Atom", "entry");

	private static final Extensions MORE = new Extensions(List.of(new Attribute("", "more", "", "1")),
			List.of(Element.of("urn:x", "more")));

	private static final DataForm FORM = DataForm.submit("urn:x").text("a", "b").build();

	static List<PubSub.Part> everyPart() {
		Item item = new Item("1", "inner", FRANCISCO, ENTRY, MORE);
		NodeSubscription subscription = new NodeSubscription("n", FRANCISCO, SubscriptionState.UNCONFIGURED, "s",
				Instant.parse("2026-02-28T23:59:59Z"), new NodeSubscription.Configuration(true, MORE), MORE);
		NodeAffiliation affiliation = new NodeAffiliation("n", FRANCISCO, Affiliation.PUBLISH_ONLY, MORE);
		return List.of(new PubSub.Affiliations("n", List.of(affiliation), MORE), new PubSub.Configure("n", FORM, MORE),
				new PubSub.Create("n", MORE), new PubSub.Default("n", "leaf", FORM, MORE),
				new PubSub.Items("n", 2, "s", List.of(item), MORE), new PubSub.Options("n", FRANCISCO, "s", FORM, MORE),
				new PubSub.Publish("n", List.of(item, Item.of("2")), MORE), new PubSub.PublishOptions(FORM, MORE),
				new PubSub.Retract("n", true, List.of(Item.of("1"), Item.of("2")), MORE),
				new PubSub.Subscribe("n", FRANCISCO, MORE), new PubSub.Subscribed(subscription),
				new PubSub.Subscriptions("n", List.of(subscription, subscription), MORE),
				new PubSub.Unsubscribe("n", FRANCISCO, "s", MORE), new PubSub.Paging(ResultSet.firstPage(10)),
				new PubSub.Other(Element.of("urn:x", "other")));
	}

	@ParameterizedTest
	@MethodSource("everyPart")
	void whatIsWrittenIsReadAgain(PubSub.Part part) {
		PubSub pubsub = new PubSub(List.of(part), MORE.attributes());

		assertThat(PubSub.CODEC.read(PubSub.CODEC.write(pubsub))).isEqualTo(pubsub);
	}

	@ParameterizedTest
	@CsvSource({ "affiliations", "configure", "create", "default", "options", "publish-options", "subscribe",
			"subscriptions", "unsubscribe" })
	void everythingThatMayBeMissingMayBeMissing(String part) {
		Element element = pubsub("<" + part + "/>");

		PubSub pubsub = PubSub.CODEC.read(element);

		assertThat(pubsub.parts()).singleElement().isNotInstanceOf(PubSub.Other.class);
		assertThat(PubSub.CODEC.write(pubsub)).isEqualTo(element);
	}

	@Test
	void readsItemsWithTheirPage() {
		PubSub pubsub = PubSub.CODEC.read(pubsub("<items node='n'><item id='1' publisher='francisco@denmark.lit'>"
				+ "<entry xmlns='http://www.w3.org/2005/Atom'/></item></items>"
				+ "<order xmlns='urn:xmpp:order-by:1' by='creation'/>"
				+ "<set xmlns='http://jabber.org/protocol/rsm'><count>7</count></set>"));

		assertThat(pubsub.part(PubSub.Items.class)).hasValue(new PubSub.Items("n", null, null,
				List.of(new Item("1", null, FRANCISCO, ENTRY, Extensions.NONE)), Extensions.NONE));
		assertThat(pubsub.part(PubSub.Paging.class)).map((paging) -> paging.set().count()).hasValue(7);
		assertThat(pubsub.parts()).hasSize(3).element(1).isInstanceOf(PubSub.Other.class);
	}

	@Test
	void requestWithTwoPartsKeepsTheirOrder() {
		PubSub pubsub = PubSub.of(new PubSub.Create("n", Extensions.NONE),
				new PubSub.Configure(null, FORM, Extensions.NONE));

		assertThat(PubSub.CODEC.write(pubsub))
			.isEqualTo(pubsub("<create node='n'/><configure>" + FORM_XML + "</configure>"));
	}

	@Test
	void unknownValuesSurvive() {
		Element element = pubsub("<affiliations><affiliation node='n' affiliation='reader'/></affiliations>");

		PubSub pubsub = PubSub.CODEC.read(element);

		assertThat(pubsub.part(PubSub.Affiliations.class).orElseThrow().affiliations().get(0).affiliation())
			.isEqualTo(new Affiliation("reader"));
		assertThat(PubSub.CODEC.write(pubsub)).isEqualTo(element);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			<items/>                                              | items        | must have the attribute 'node'
			<items node='n' max_items='0'/>                       | items        | malformed attribute 'max_items'
			<items node='n' max_items='a'/>                       | items        | malformed attribute 'max_items'
			<items node='n'><item publisher='@'/></items>         | item         | malformed attribute 'publisher'
			<publish/>                                            | publish      | must have the attribute 'node'
			<retract node='n'/>                                   | retract      | must have the child <item/>
			<retract node='n'><item/></retract>                   | item         | must have the attribute 'id'
			<retract><item id='1'/></retract>                     | retract      | must have the attribute 'node'
			<retract node='n' notify='x'><item id='1'/></retract> | retract      | malformed attribute 'notify'
			<subscribe jid='@'/>                                  | subscribe    | malformed attribute 'jid'
			<unsubscribe jid='@'/>                                | unsubscribe  | malformed attribute 'jid'
			<options jid='@'/>                                    | options      | malformed attribute 'jid'
			<subscription/>                                       | subscription | must have the attribute 'jid'
			<subscription jid='a@b' subscription=''/>             | subscription | malformed attribute 'subscription'
			<subscription jid='a@b' expiry='x'/>                  | subscription | malformed attribute 'expiry'
			<affiliations><affiliation node='n'/></affiliations>  | affiliation  | must have the attribute 'affiliation'
			""")
	void complainsOfElementAndRule(String part, String element, String rule) {
		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> PubSub.CODEC.read(pubsub(part)))
			.withMessageContaining(rule)
			.satisfies((ex) -> assertThat(ex.getElement()).isEqualTo(new QName(PubSub.NAMESPACE, element)));
	}

	@Test
	void valuesThatCanNeverBeLegalAreRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new PubSub.Retract("n", null, List.of(), Extensions.NONE));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new PubSub.Items("n", 0, null, List.of(), Extensions.NONE));
		assertThatIllegalArgumentException().isThrownBy(() -> new Affiliation(" "));
		assertThatIllegalArgumentException().isThrownBy(() -> new SubscriptionState(""));
	}

	private static final String FORM_XML = DataForm.CODEC.write(FORM).toString();

	private static Element pubsub(String content) {
		return Element.parse("<pubsub xmlns='http://jabber.org/protocol/pubsub'>" + content + "</pubsub>");
	}

}
