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
 * What is told of a request if {@code xmpp.observation.include-addresses} is set: it is
 * personal, and has as many values as there are peers and requests. So it goes to traces
 * and not to metrics.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public enum IqHighCardinalityKeyNames implements KeyName {

	/**
	 * The JID of the sender of the request, if the request names it.
	 */
	FROM {

		@Override
		public String asString() {
			return "xmpp.jid.from";
		}

	},

	/**
	 * The JID that the request is addressed to, if the request names it.
	 */
	TO {

		@Override
		public String asString() {
			return "xmpp.jid.to";
		}

	},

	/**
	 * The id of the request and of its response.
	 */
	ID {

		@Override
		public String asString() {
			return "xmpp.iq.id";
		}

	}

}
