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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link PubSubOwner} and its codec.
 *
 * @author XMPP for Spring Boot contributors
 */
class PubSubOwnerCodecTests {

	private static final Jid FRANCISCO = Jid.of("francisco@denmark.lit");

	private static final Extensions MORE = new Extensions(List.of(new Attribute("", "more", "", "1")),
			List.of(Element.of("urn:x", "more")));

	private static final DataForm FORM = DataForm.submit("urn:x").text("a", "b").build();

	static List<PubSubOwner.Action> everyAction() {
		return List
			.of(new PubSubOwner.Affiliations("n", List.of(NodeAffiliation.of(FRANCISCO, Affiliation.OWNER)), MORE),
					new PubSubOwner.Configure("n", FORM, MORE), new PubSubOwner.Default("leaf", FORM, MORE),
					new PubSubOwner.Delete("n", new Redirect("xmpp:a@b", MORE), MORE), new PubSubOwner.Purge("n", MORE),
					new PubSubOwner.Subscriptions("n",
							List.of(NodeSubscription.of(null, FRANCISCO, SubscriptionState.PENDING).withId("s")),
							MORE));
	}

	@ParameterizedTest
	@MethodSource("everyAction")
	void whatIsWrittenIsReadAgain(PubSubOwner.Action action) {
		PubSubOwner owner = new PubSubOwner(action, MORE);

		assertThat(PubSubOwner.CODEC.read(PubSubOwner.CODEC.write(owner))).isEqualTo(owner);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			<affiliations/>
			<configure/>
			<default/>
			<delete node='n'/>
			<purge node='n'/>
			<subscriptions/>
			""")
	void everythingThatMayBeMissingMayBeMissing(String action) {
		Element element = owner(action);

		PubSubOwner owner = PubSubOwner.CODEC.read(element);

		assertThat(owner.action()).isNotNull();
		assertThat(PubSubOwner.CODEC.write(owner)).isEqualTo(element);
	}

	@Test
	void unknownActionSurvives() {
		Element element = owner("<collection node='n'><associate node='m'/></collection>");

		PubSubOwner owner = PubSubOwner.CODEC.read(element);

		assertThat(owner.action()).isNull();
		assertThat(PubSubOwner.CODEC.write(owner)).isEqualTo(element);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			<delete/>                                                         | delete        | attribute 'node'
			<delete node='n'><redirect/></delete>                             | redirect      | attribute 'uri'
			<delete node='n'><redirect uri=''/></delete>                      | redirect      | attribute 'uri'
			<purge/>                                                          | purge         | attribute 'node'
			<affiliations node='n'><affiliation jid='a@b'/></affiliations>    | affiliation   | attribute 'affiliation'
			<subscriptions node='n'><subscription jid='@'/></subscriptions>   | subscription  | attribute 'jid'
			<purge node='n'/><delete node='n'/>                               | pubsub        | must have one child
			""")
	void complainsOfElementAndRule(String action, String element, String rule) {
		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> PubSubOwner.CODEC.read(owner(action)))
			.withMessageContaining(rule)
			.satisfies((ex) -> assertThat(ex.getElement()).isEqualTo(new QName(PubSubOwner.NAMESPACE, element)));
	}

	private static Element owner(String content) {
		return Element.parse("<pubsub xmlns='http://jabber.org/protocol/pubsub#owner'>" + content + "</pubsub>");
	}

}
