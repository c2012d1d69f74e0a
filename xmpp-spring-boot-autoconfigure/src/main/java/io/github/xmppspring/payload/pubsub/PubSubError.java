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

import java.util.Optional;

import io.github.xmppspring.stanza.IqErrorException;
import io.github.xmppspring.stanza.StanzaError;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Why a publish-subscribe service refused something: an application condition of a stanza
 * error (XEP-0060, 18.2).
 *
 * @param condition the condition
 * @param feature the feature that the service does not have; only of
 * {@link PubSubErrorCondition#UNSUPPORTED}
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record PubSubError(PubSubErrorCondition condition, @Nullable String feature) {

	/**
	 * The namespace of the conditions.
	 */
	public static final String NAMESPACE = "http://jabber.org/protocol/pubsub#errors";

	private static final String FEATURE = "feature";

	public PubSubError {
		Assert.notNull(condition, "'condition' must not be null");
		Assert.isTrue(feature == null || condition == PubSubErrorCondition.UNSUPPORTED,
				"Only 'unsupported' may name a feature");
	}

	/**
	 * A condition.
	 * @param condition the condition
	 * @return the condition without a feature
	 */
	public static PubSubError of(PubSubErrorCondition condition) {
		return new PubSubError(condition, null);
	}

	/**
	 * That the service does not have a feature.
	 * @param feature the feature, such as {@code config-node}
	 * @return the condition with the feature
	 */
	public static PubSubError unsupported(String feature) {
		Assert.hasText(feature, "'feature' must not be empty");
		return new PubSubError(PubSubErrorCondition.UNSUPPORTED, feature);
	}

	/**
	 * Finds the condition in what an exception tells.
	 * @param exception says that a request failed
	 * @return the condition, empty if there is none that XEP-0060 knows
	 */
	public static Optional<PubSubError> from(IqErrorException exception) {
		return from(exception.error());
	}

	/**
	 * Finds the condition in a stanza error.
	 * @param error the error
	 * @return the condition, empty if there is none that XEP-0060 knows
	 */
	public static Optional<PubSubError> from(StanzaError error) {
		for (Element element : error.applicationConditions()) {
			PubSubErrorCondition condition = element.namespace().equals(NAMESPACE)
					? PubSubErrorCondition.ofValue(element.localName()) : null;
			if (condition != null) {
				String feature = (condition == PubSubErrorCondition.UNSUPPORTED) ? element.attribute(FEATURE) : null;
				return Optional.of(new PubSubError(condition, feature));
			}
		}
		return Optional.empty();
	}

	/**
	 * This condition as an element, for
	 * {@link StanzaError#withApplicationCondition(Element)}.
	 * @return the element
	 */
	public Element toElement() {
		return Element.builder(NAMESPACE, this.condition.value()).attribute(FEATURE, this.feature).build();
	}

}
