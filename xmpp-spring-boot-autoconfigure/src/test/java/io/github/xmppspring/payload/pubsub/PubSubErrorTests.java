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

import io.github.xmppspring.CorpusCheck;
import io.github.xmppspring.CorpusTest;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqErrorException;
import io.github.xmppspring.stanza.StanzaError;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link PubSubError}.
 *
 * @author XMPP for Spring Boot contributors
 */
class PubSubErrorTests {

	@ParameterizedTest
	@EnumSource
	void everyConditionIsFoundInTheErrorThatHoldsIt(PubSubErrorCondition condition) {
		PubSubError error = PubSubError.of(condition);

		StanzaError stanzaError = StanzaError.of(StanzaErrorCondition.BAD_REQUEST)
			.withApplicationCondition(Element.of("urn:x", condition.value()))
			.withApplicationCondition(error.toElement());

		assertThat(PubSubError.from(stanzaError)).hasValue(error);
	}

	@Test
	void readsTheMissingFeatureFromTheException() {
		Iq response = Iq.from(Element.parse("""
				<iq xmlns='jabber:client' type='error' from='pubsub.shakespeare.lit' id='1'>
				  <error type='cancel'>
				    <feature-not-implemented xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
				    <unsupported xmlns='http://jabber.org/protocol/pubsub#errors' feature='config-node'/>
				  </error>
				</iq>"""));

		IqErrorException failure = new IqErrorException(response);
		assertThat(PubSubError.from(failure)).hasValue(PubSubError.unsupported("config-node"));
		assertThat(PubSubErrorCondition.UNSUPPORTED.isReasonOf(failure)).isTrue();
		assertThat(PubSubErrorCondition.NOT_SUBSCRIBED.isReasonOf(failure)).isFalse();
	}

	@Test
	void otherConditionsAreNone() {
		StanzaError error = StanzaError.of(StanzaErrorCondition.BAD_REQUEST)
			.withApplicationCondition(Element.of("urn:x", "item-required"))
			.withApplicationCondition(Element.of(PubSubError.NAMESPACE, "unheard-of"));

		assertThat(PubSubError.from(error)).isEmpty();
	}

	@Test
	void onlyUnsupportedNamesAFeature() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new PubSubError(PubSubErrorCondition.ITEM_REQUIRED, "publish"));
	}

	@Test
	@CorpusTest
	void knowsEveryConditionOfTheExamples() {
		CorpusCheck.of("stanzas/iq.jsonl", "conditions of publish-subscribe are known")
			.where((record) -> record.get("xml").asString().contains("pubsub#errors'"))
			.run((record) -> assertThat(PubSubError.from(error(record))).isPresent());
	}

	private static StanzaError error(JsonNode record) {
		return Element.parse(record.get("xml").asString())
			.children()
			.stream()
			.filter((child) -> child.localName().equals("error"))
			.map(StanzaError::from)
			.findFirst()
			.orElseThrow();
	}

}
