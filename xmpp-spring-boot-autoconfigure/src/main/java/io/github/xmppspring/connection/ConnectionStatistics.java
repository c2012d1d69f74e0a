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

package io.github.xmppspring.connection;

import java.util.Map;

/**
 * Counts of a connection. All but the first go on over several streams and only grow.
 *
 * @param pendingRequests requests that wait for their response now
 * @param ignored responses that were ignored
 * @param connects streams that were negotiated
 * @param reconnects attempts to connect after the first one, by what made them necessary
 * @param refused what was not taken from the server, by the rule that forbids it
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record ConnectionStatistics(int pendingRequests, IgnoredResponses ignored, long connects,
		Map<ReconnectReason, Long> reconnects, Map<RefusalRule, Long> refused) {

	/**
	 * What there is before anything has happened.
	 */
	public static final ConnectionStatistics NONE = new ConnectionStatistics(0, IgnoredResponses.NONE, 0, Map.of(),
			Map.of());

	public ConnectionStatistics {
		reconnects = Map.copyOf(reconnects);
		refused = Map.copyOf(refused);
	}

	/**
	 * How often another attempt to connect was necessary for a reason.
	 * @param reason the reason
	 * @return the number of attempts
	 */
	public long reconnects(ReconnectReason reason) {
		return this.reconnects.getOrDefault(reason, 0L);
	}

	/**
	 * How often something was refused by a rule.
	 * @param rule the rule
	 * @return the number of stanzas or streams
	 */
	public long refused(RefusalRule rule) {
		return this.refused.getOrDefault(rule, 0L);
	}

}
