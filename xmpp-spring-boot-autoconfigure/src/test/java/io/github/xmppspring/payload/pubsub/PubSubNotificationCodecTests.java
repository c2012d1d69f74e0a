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
import io.github.xmppspring.xml.Attribute;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link PubSubNotification} and its codec.
 *
 * @author XMPP for Spring Boot contributors
 */
class PubSubNotificationCodecTests {

	private static final Jid FRANCISCO = Jid.of("francisco@denmark.lit");

	private static final Extensions MORE = new Extensions(List.of(new Attribute("", "more", "", "1")),
			List.of(Element.of("urn:x", "more")));

	static List<PubSubNotification.Change> everyChange() {
		Item item = new Item("1", "inner", FRANCISCO, Element.of("urn:x", "payload"), MORE);
		return List.of(new PubSubNotification.Collection("c", new PubSubNotification.Member("n", MORE), true, MORE),
				new PubSubNotification.Collection(null, new PubSubNotification.Member("n", MORE), false, MORE),
				new PubSubNotification.Configuration("n", DataForm.submit("urn:x").build(), MORE),
				new PubSubNotification.Delete("n", new Redirect("xmpp:a@b", MORE), MORE),
				new PubSubNotification.Items("n", List.of(item, Item.of("2")), List.of(), MORE),
				new PubSubNotification.Items("n", List.of(), List.of(new PubSubNotification.Retraction("1", MORE)),
						MORE),
				new PubSubNotification.Purge("n", MORE),
				new PubSubNotification.Subscription(new NodeSubscription("n", FRANCISCO, SubscriptionState.SUBSCRIBED,
						"s", Instant.parse("2026-02-28T23:59:59Z"), null, MORE)));
	}

	@ParameterizedTest
	@MethodSource("everyChange")
	void whatIsWrittenIsReadAgain(PubSubNotification.Change change) {
		PubSubNotification notification = new PubSubNotification(change, MORE);

		assertThat(PubSubNotification.CODEC.read(PubSubNotification.CODEC.write(notification))).isEqualTo(notification);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<create node='n'/>", "<retract node='n'><item id='1'/></retract>",
			"<collection><node id='n'/></collection>", "" })
	void unknownChangeSurvives(String change) {
		Element element = event(change);

		PubSubNotification notification = PubSubNotification.CODEC.read(element);

		assertThat(notification.change()).isNull();
		assertThat(PubSubNotification.CODEC.write(notification)).isEqualTo(element);
	}

	@Test
	void tellsTheNode() {
		PubSubNotification notification = PubSubNotification.CODEC
			.read(event("<subscription node='n' jid='a@b' subscription='subscribed'/>"));

		assertThat(notification.change()).extracting(PubSubNotification.Change::node).isEqualTo("n");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			<items/>                                      | items        | attribute 'node'
			<items node='n'><retract/></items>            | retract      | attribute 'id'
			<items node='n'><item publisher='@'/></items> | item         | attribute 'publisher'
			<purge/>                                      | purge        | attribute 'node'
			<delete/>                                     | delete       | attribute 'node'
			<subscription node='n'/>                      | subscription | attribute 'jid'
			<collection><associate/></collection>         | associate    | attribute 'node'
			<purge node='n'/><delete node='n'/>           | event        | must have one child
			""")
	void complainsOfElementAndRule(String change, String element, String rule) {
		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> PubSubNotification.CODEC.read(event(change)))
			.withMessageContaining(rule)
			.satisfies((ex) -> assertThat(ex.getElement()).isEqualTo(new QName(PubSubNotification.NAMESPACE, element)));
	}

	private static Element event(String content) {
		return Element.parse("<event xmlns='http://jabber.org/protocol/pubsub#event'>" + content + "</event>");
	}

}
