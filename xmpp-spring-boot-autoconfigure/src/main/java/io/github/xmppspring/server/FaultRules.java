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

package io.github.xmppspring.server;

import java.util.ArrayDeque;
import java.util.Queue;

import io.github.xmppspring.address.Jid;
import org.jspecify.annotations.Nullable;

/**
 * The faults that last, of one target. Belongs to the event loop.
 *
 * @author XMPP for Spring Boot contributors
 */
final class FaultRules {

	private final Queue<Jid> spoofs = new ArrayDeque<>();

	private int duplicates;

	private long replyDelayMillis;

	private long acknowledgementDelayMillis;

	void duplicate() {
		this.duplicates++;
	}

	boolean takeDuplicate() {
		boolean due = this.duplicates > 0;
		this.duplicates -= due ? 1 : 0;
		return due;
	}

	void spoof(Jid from) {
		this.spoofs.add(from);
	}

	@Nullable Jid takeSpoof() {
		return this.spoofs.poll();
	}

	long replyDelayMillis() {
		return this.replyDelayMillis;
	}

	void replyDelayMillis(long millis) {
		this.replyDelayMillis = millis;
	}

	long acknowledgementDelayMillis() {
		return this.acknowledgementDelayMillis;
	}

	void acknowledgementDelayMillis(long millis) {
		this.acknowledgementDelayMillis = millis;
	}

}
