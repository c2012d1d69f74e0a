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

import io.micrometer.common.KeyValues;

/**
 * The {@link IqClientObservationConvention} that is used unless there is another, as
 * {@link IqClientObservationDocumentation} describes it.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public class DefaultIqClientObservationConvention implements IqClientObservationConvention {

	private static final String NAME = "xmpp.iq.client";

	private final boolean includeAddresses;

	/**
	 * Creates a convention that tells no addresses.
	 */
	public DefaultIqClientObservationConvention() {
		this(false);
	}

	/**
	 * Creates a convention.
	 * @param includeAddresses whether the addresses and the id of a request are told, as
	 * values of high cardinality
	 */
	public DefaultIqClientObservationConvention(boolean includeAddresses) {
		this.includeAddresses = includeAddresses;
	}

	@Override
	public String getName() {
		return NAME;
	}

	@Override
	public String getContextualName(IqClientObservationContext context) {
		return IqKeyValues.contextualName(context);
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(IqClientObservationContext context) {
		return IqKeyValues.lowCardinality(context);
	}

	@Override
	public KeyValues getHighCardinalityKeyValues(IqClientObservationContext context) {
		return this.includeAddresses ? IqKeyValues.highCardinality(context) : KeyValues.empty();
	}

}
