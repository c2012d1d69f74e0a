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

import io.micrometer.common.docs.KeyName;

/**
 * What is told of every request. All of these have values of a fixed set, so they may be
 * tags of metrics.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public enum IqLowCardinalityKeyNames implements KeyName {

	/**
	 * The type of the request: {@code get} or {@code set}.
	 */
	TYPE {

		@Override
		public String asString() {
			return "type";
		}

	},

	/**
	 * The name of the payload of the request: <code>{namespace}name</code> if a codec or
	 * a handler knows it, <code>{namespace}*</code> if there is a handler for any name in
	 * the namespace, else {@code UNKNOWN}.
	 */
	PAYLOAD {

		@Override
		public String asString() {
			return "payload";
		}

	},

	/**
	 * How the request ended: the name of an {@link IqOutcome}.
	 */
	OUTCOME {

		@Override
		public String asString() {
			return "outcome";
		}

	},

	/**
	 * The defined condition of the error that is the response (RFC 6120, 8.3.3),
	 * {@code undefined-condition} for an error without one, {@code none} if the response
	 * is no error.
	 */
	CONDITION {

		@Override
		public String asString() {
			return "condition";
		}

	}

}
