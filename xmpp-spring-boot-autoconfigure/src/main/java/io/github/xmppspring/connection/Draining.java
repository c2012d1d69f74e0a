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

import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

/**
 * Whether a connection refuses requests of peers. That anyone may say and ask; what
 * follows from it happens on the event loop.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Draining {

	private final StatusBoard board;

	private volatile boolean wanted;

	Draining(StatusBoard board) {
		this.board = board;
	}

	void want(boolean wanted) {
		this.wanted = wanted;
	}

	boolean isWanted() {
		return this.wanted;
	}

	/**
	 * Has a session do what is wanted by now, which may be other than it was a moment
	 * ago.
	 * @param session the session in use
	 * @return completes when the session has no more requests to answer, or at once if it
	 * may have some
	 */
	CompletableFuture<Void> apply(@Nullable XmppSession session) {
		boolean draining = this.wanted;
		CompletableFuture<Void> drained = CompletableFuture.completedFuture(null);
		if (session != null && draining) {
			drained = session.drain();
		}
		else if (session != null) {
			session.resume();
		}
		this.board.draining(draining);
		return drained;
	}

}
