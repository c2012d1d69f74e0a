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

import java.util.concurrent.atomic.LongAdder;

import io.github.xmppspring.address.Jid;
import org.jspecify.annotations.Nullable;

/**
 * Counts responses that are ignored, by what is wrong with them.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ResponseCounter {

	private final EndedRequests ended = new EndedRequests();

	private final LongAdder late = new LongAdder();

	private final LongAdder duplicate = new LongAdder();

	private final LongAdder unmatched = new LongAdder();

	private final LongAdder spoofed = new LongAdder();

	/**
	 * A request has ended.
	 * @param request the request
	 * @param answered whether by its response, good or malformed
	 */
	void ended(PendingIq request, boolean answered) {
		this.ended.add(request.id(), request.peer(), request.self(), answered);
	}

	/**
	 * A response has come for which no request was waiting.
	 * @param id its id
	 * @param peer its sender, {@code null} for the own account and server
	 * @param self the entity that gets it, {@code null} if there is but one
	 */
	void ignored(@Nullable String id, @Nullable Jid peer, @Nullable Jid self) {
		Boolean answered = (id != null) ? this.ended.answer(id, peer, self) : null;
		if (answered == null) {
			this.unmatched.increment();
		}
		else {
			(answered ? this.duplicate : this.late).increment();
		}
	}

	/**
	 * A response has come for a request that is just being given up.
	 */
	void late() {
		this.late.increment();
	}

	/**
	 * A response has come from somebody else than a waiting request was sent to.
	 */
	void spoofed() {
		this.spoofed.increment();
	}

	IgnoredResponses counts() {
		return new IgnoredResponses(this.late.sum(), this.duplicate.sum(), this.unmatched.sum(), this.spoofed.sum());
	}

}
