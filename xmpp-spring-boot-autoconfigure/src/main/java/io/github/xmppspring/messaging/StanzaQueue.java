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

package io.github.xmppspring.messaging;

import java.util.ArrayDeque;
import java.util.Queue;

import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * Stanzas that wait for their turn. One counts until its turn is over, as it takes memory
 * until then. Thread-safe.
 *
 * @author XMPP for Spring Boot contributors
 */
final class StanzaQueue {

	private final StanzaLimits limits;

	private final Queue<Element> stanzas = new ArrayDeque<>();

	private int pending;

	private long bytes;

	private boolean served;

	StanzaQueue(StanzaLimits limits) {
		this.limits = limits;
	}

	/**
	 * Adds a stanza.
	 * @param stanza the stanza
	 * @return whether there was room for it
	 */
	boolean offer(Element stanza) {
		long size = stanza.estimatedSize();
		synchronized (this.stanzas) {
			if (this.pending >= this.limits.maxPending()
					|| (this.pending > 0 && this.bytes + size > this.limits.maxBytes())) {
				return false;
			}
			this.pending++;
			this.bytes += size;
			return this.stanzas.add(stanza);
		}
	}

	/**
	 * Asks to be the one who takes stanzas out.
	 * @return whether there are any and nobody else does
	 */
	boolean enter() {
		synchronized (this.stanzas) {
			if (this.served || this.stanzas.isEmpty()) {
				return false;
			}
			this.served = true;
			return true;
		}
	}

	/**
	 * Takes the next stanza out.
	 * @return the stanza, or {@code null} if there is none
	 */
	@Nullable Element poll() {
		synchronized (this.stanzas) {
			return this.stanzas.poll();
		}
	}

	/**
	 * Lets go of a stanza, whose turn is over.
	 * @param stanza the stanza
	 */
	void release(Element stanza) {
		long size = stanza.estimatedSize();
		synchronized (this.stanzas) {
			this.pending--;
			this.bytes -= size;
		}
	}

	/**
	 * Is the one who takes stanzas out no longer.
	 */
	void leave() {
		synchronized (this.stanzas) {
			this.served = false;
		}
	}

	int pending() {
		synchronized (this.stanzas) {
			return this.pending;
		}
	}

}
