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

package io.github.xmppspring.handler;

import io.github.xmppspring.stanza.StanzaErrorCondition;

import org.springframework.util.Assert;

/**
 * What there is to choose about the errors that peers get.
 *
 * @param unknownNamespace the answer to a request in a namespace without any handler:
 * {@code service-unavailable} as RFC 6120, 8.4 demands, or
 * {@code feature-not-implemented} for peers that know that one only
 * @param requestPayload whether errors repeat the payload of the request, so that the
 * peer sees what was wrong (RFC 6120, 8.3.1)
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record IqErrorPolicy(StanzaErrorCondition unknownNamespace, boolean requestPayload) {

	/**
	 * What RFC 6120 says, and errors without the payload of the request.
	 */
	public static final IqErrorPolicy DEFAULT = new IqErrorPolicy(StanzaErrorCondition.SERVICE_UNAVAILABLE, false);

	public IqErrorPolicy {
		Assert.isTrue(isUnhandled(unknownNamespace),
				"'unknownNamespace' must be service-unavailable or feature-not-implemented");
	}

	/**
	 * Whether a condition says that nobody handles a request.
	 * @param condition the condition
	 * @return whether it may be the answer to an unknown namespace
	 */
	public static boolean isUnhandled(StanzaErrorCondition condition) {
		return condition == StanzaErrorCondition.SERVICE_UNAVAILABLE
				|| condition == StanzaErrorCondition.FEATURE_NOT_IMPLEMENTED;
	}

}
