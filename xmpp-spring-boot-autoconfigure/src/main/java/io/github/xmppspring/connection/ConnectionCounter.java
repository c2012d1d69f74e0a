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

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Counts what happens to a connection over its streams. Written on the event loop, read
 * by anyone.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ConnectionCounter implements ConnectionListener {

	private final LongAdder connects = new LongAdder();

	private final Map<ReconnectReason, LongAdder> reconnects = adders(ReconnectReason.class);

	private final Map<RefusalRule, LongAdder> refused = adders(RefusalRule.class);

	@Override
	public void statusChanged(ConnectionStatus previous, ConnectionStatus current) {
		Throwable error = current.lastError();
		if (current.state() == ConnectionState.ONLINE) {
			this.connects.increment();
		}
		else if (current.state() == ConnectionState.CONNECTING && previous.state() != ConnectionState.STOPPED) {
			increment(this.reconnects, (previous.state() == ConnectionState.ONLINE) ? ReconnectReason.REQUESTED
					: ReconnectReason.of(error));
		}
		else if (error != null && !error.equals(previous.lastError())) {
			increment(this.refused, RefusalRule.of(error));
		}
	}

	/**
	 * Something was refused without an end of the stream.
	 * @param rule the rule
	 */
	void refused(RefusalRule rule) {
		increment(this.refused, rule);
	}

	ConnectionStatistics statistics(int pendingRequests, IgnoredResponses ignored) {
		return new ConnectionStatistics(pendingRequests, ignored, this.connects.sum(), sums(this.reconnects),
				sums(this.refused));
	}

	private static <E extends Enum<E>> Map<E, LongAdder> adders(Class<E> type) {
		return Stream.of(type.getEnumConstants())
			.collect(Collectors.toMap((key) -> key, (key) -> new LongAdder(), (a, b) -> a, () -> new EnumMap<>(type)));
	}

	private static <E extends Enum<E>> void increment(Map<E, LongAdder> adders, @Nullable E key) {
		LongAdder adder = (key != null) ? adders.get(key) : null;
		if (adder != null) {
			adder.increment();
		}
	}

	private static <E extends Enum<E>> Map<E, Long> sums(Map<E, LongAdder> adders) {
		return adders.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().sum() > 0)
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> entry.getValue().sum()));
	}

}
