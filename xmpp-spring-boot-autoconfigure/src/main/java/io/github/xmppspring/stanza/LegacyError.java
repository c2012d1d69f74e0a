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

package io.github.xmppspring.stanza;

import org.jspecify.annotations.Nullable;

/**
 * What a number of entities from before XMPP 1.0 means (XEP-0086, 3).
 *
 * @param condition the condition that it stands for
 * @param type the type that goes with it
 * @author XMPP for Spring Boot contributors
 */
record LegacyError(StanzaErrorCondition condition, StanzaErrorType type) {

	private LegacyError(StanzaErrorCondition condition) {
		this(condition, condition.defaultType());
	}

	/**
	 * Finds the meaning of a number.
	 * @param code the number, or {@code null} for none
	 * @return its meaning, {@code undefined-condition} for all that have none
	 */
	static LegacyError of(@Nullable Integer code) {
		return switch ((code != null) ? code : 0) {
			case 302 -> new LegacyError(StanzaErrorCondition.GONE, StanzaErrorType.MODIFY);
			case 400 -> new LegacyError(StanzaErrorCondition.BAD_REQUEST);
			case 401 -> new LegacyError(StanzaErrorCondition.NOT_AUTHORIZED);
			// payment-required, which XMPP has no more
			case 402 -> new LegacyError(StanzaErrorCondition.UNDEFINED_CONDITION, StanzaErrorType.AUTH);
			case 403 -> new LegacyError(StanzaErrorCondition.FORBIDDEN);
			case 404 -> new LegacyError(StanzaErrorCondition.ITEM_NOT_FOUND);
			case 405 -> new LegacyError(StanzaErrorCondition.NOT_ALLOWED);
			case 406 -> new LegacyError(StanzaErrorCondition.NOT_ACCEPTABLE);
			case 407 -> new LegacyError(StanzaErrorCondition.REGISTRATION_REQUIRED);
			case 408, 504 -> new LegacyError(StanzaErrorCondition.REMOTE_SERVER_TIMEOUT);
			case 409 -> new LegacyError(StanzaErrorCondition.CONFLICT);
			case 500 -> new LegacyError(StanzaErrorCondition.INTERNAL_SERVER_ERROR, StanzaErrorType.WAIT);
			case 501 -> new LegacyError(StanzaErrorCondition.FEATURE_NOT_IMPLEMENTED);
			case 502 -> new LegacyError(StanzaErrorCondition.SERVICE_UNAVAILABLE, StanzaErrorType.WAIT);
			case 503, 510 -> new LegacyError(StanzaErrorCondition.SERVICE_UNAVAILABLE);
			default -> new LegacyError(StanzaErrorCondition.UNDEFINED_CONDITION);
		};
	}

}
