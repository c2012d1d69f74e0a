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

package io.github.xmppspring.autoconfigure.observation;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Properties of observations.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@ConfigurationProperties("xmpp.observation")
public class XmppObservationProperties {

	/**
	 * Whether observations tell the addresses and the id of a request. They are personal
	 * data, and have high cardinality: they are in traces, and in no metrics.
	 */
	private boolean includeAddresses = false;

	public boolean isIncludeAddresses() {
		return this.includeAddresses;
	}

	public void setIncludeAddresses(boolean includeAddresses) {
		this.includeAddresses = includeAddresses;
	}

}
