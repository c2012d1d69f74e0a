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

package io.github.xmppspring.benchmark.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is measured, written as {@code request:ping:32} or {@code respond:version:512:64}.
 *
 * @param operation who asks
 * @param payload what is asked for
 * @param inFlight how many requests wait for their answers at any time; connections in a
 * repetition of {@link Operation#CONNECT}
 * @param senders how many entities ask in turn, for {@link Operation#RESPOND}
 * @author XMPP for Spring Boot contributors
 */
record Load(Operation operation, Payload payload, int inFlight, int senders) {

	static List<Load> list(String text) {
		List<Load> loads = new ArrayList<>();
		for (String load : text.split(",")) {
			loads.add(of(load));
		}
		return List.copyOf(loads);
	}

	static Load of(String text) {
		String[] parts = text.split(":");
		if (parts.length < 3 || parts.length > 4) {
			throw new IllegalArgumentException("A load is 'operation:payload:in flight[:senders]', not '" + text + "'");
		}
		return new Load(Operation.valueOf(parts[0].toUpperCase(Locale.ROOT)),
				Payload.valueOf(parts[1].toUpperCase(Locale.ROOT)), Integer.parseInt(parts[2]),
				(parts.length > 3) ? Integer.parseInt(parts[3]) : 1);
	}

	boolean is(Operation operation, Payload payload) {
		return this.operation == operation && this.payload == payload;
	}

	/**
	 * The load for a table.
	 * @return a few words
	 */
	String title() {
		if (this.operation == Operation.CONNECT) {
			return "connect + login, " + this.inFlight + " times";
		}
		String title = "%s %s, %,d in flight".formatted(this.operation.name().toLowerCase(Locale.ROOT),
				this.payload.name().toLowerCase(Locale.ROOT), this.inFlight);
		return (this.senders > 1) ? title + ", " + this.senders + " senders" : title;
	}

	@Override
	public String toString() {
		return "%s:%s:%d:%d".formatted(this.operation, this.payload, this.inFlight, this.senders)
			.toLowerCase(Locale.ROOT);
	}

}
