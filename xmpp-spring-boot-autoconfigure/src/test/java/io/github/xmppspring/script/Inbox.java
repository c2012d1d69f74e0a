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

package io.github.xmppspring.script;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * The stanzas that came from the application and have not been expected yet. Thread-safe.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Inbox {

	private final List<Arrival> arrivals = new ArrayList<>();

	private @Nullable String end;

	synchronized void add(Element stanza) {
		this.arrivals.add(new Arrival(stanza, System.nanoTime()));
		notifyAll();
	}

	/**
	 * Nothing more comes.
	 * @param reason why
	 */
	synchronized void end(String reason) {
		if (this.end == null) {
			this.end = reason;
			notifyAll();
		}
	}

	/**
	 * Wait for stanzas, which stay.
	 * @param count how many there should be
	 * @param timeout how long to wait at most
	 * @return the stanzas that are there, less if time is over or the stream is
	 */
	synchronized List<Arrival> await(int count, Duration timeout) {
		long deadline = System.nanoTime() + timeout.toNanos();
		try {
			while (this.arrivals.size() < count && this.end == null) {
				long left = deadline - System.nanoTime();
				if (left <= 0) {
					break;
				}
				wait(left / 1_000_000, (int) (left % 1_000_000));
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError("interrupted", ex);
		}
		return List.copyOf(this.arrivals.subList(0, Math.min(count, this.arrivals.size())));
	}

	synchronized void removeAll(List<Arrival> expected) {
		this.arrivals.removeAll(expected);
	}

	/**
	 * What is there, for people.
	 * @return a description
	 */
	synchronized String describe() {
		String stanzas = this.arrivals.isEmpty() ? "nothing" : this.arrivals.toString();
		return (this.end != null) ? stanzas + ", and " + this.end : stanzas;
	}

	/**
	 * A stanza.
	 *
	 * @param stanza the stanza
	 * @param nanos when it came
	 */
	record Arrival(Element stanza, long nanos) {

		@Override
		public boolean equals(@Nullable Object other) {
			return this == other;
		}

		@Override
		public int hashCode() {
			return System.identityHashCode(this);
		}

		@Override
		public String toString() {
			return this.stanza.toString();
		}

	}

}
