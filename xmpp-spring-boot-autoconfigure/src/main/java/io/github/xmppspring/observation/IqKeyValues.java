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

package io.github.xmppspring.observation;

import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.StanzaError;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.common.docs.KeyName;
import org.jspecify.annotations.Nullable;

/**
 * What the default conventions of both directions tell.
 *
 * @author XMPP for Spring Boot contributors
 */
final class IqKeyValues {

	private IqKeyValues() {
	}

	static String contextualName(IqObservationContext context) {
		String name = "iq " + context.getRequest().type();
		return context.getPayload().equals(IqPayloadNames.UNKNOWN) ? name : name + " " + context.getPayload();
	}

	static KeyValues lowCardinality(IqObservationContext context) {
		return KeyValues.of(IqLowCardinalityKeyNames.CONDITION.withValue(condition(context)),
				IqLowCardinalityKeyNames.OUTCOME.withValue(context.getOutcome().name()),
				IqLowCardinalityKeyNames.PAYLOAD.withValue(context.getPayload()),
				IqLowCardinalityKeyNames.TYPE.withValue(context.getRequest().type().toString()));
	}

	private static String condition(IqObservationContext context) {
		Iq response = context.getResponse();
		if (response == null || context.getOutcome() != IqOutcome.ERROR) {
			return KeyValue.NONE_VALUE;
		}
		StanzaError error = response.error();
		return ((error != null) ? error.condition() : StanzaErrorCondition.UNDEFINED_CONDITION).toString();
	}

	// The connection gives requests their id
	static KeyValues highCardinality(IqObservationContext context) {
		Iq request = context.getRequest();
		Iq response = context.getResponse();
		KeyValues values = with(KeyValues.empty(), IqHighCardinalityKeyNames.FROM, request.from());
		values = with(values, IqHighCardinalityKeyNames.TO, request.to());
		return with(values, IqHighCardinalityKeyNames.ID, (response != null) ? response.id() : request.id());
	}

	private static KeyValues with(KeyValues values, KeyName name, @Nullable Object value) {
		return (value != null) ? values.and(name.withValue(value.toString())) : values;
	}

}
