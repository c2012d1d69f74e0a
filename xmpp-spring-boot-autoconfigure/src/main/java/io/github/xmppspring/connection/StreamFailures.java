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

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Remembers what ended the last streams. Attempts that failed before there was a stream
 * are not among them: they would soon be all that is left.
 *
 * @author XMPP for Spring Boot contributors
 */
final class StreamFailures implements ConnectionListener {

	static final int MAX = 10;

	private final Deque<StreamFailure> last = new ArrayDeque<>();

	@Override
	public void statusChanged(ConnectionStatus previous, ConnectionStatus current) {
		Throwable cause = current.lastError();
		boolean stream = previous.state() == ConnectionState.ONLINE || previous.state() == ConnectionState.NEGOTIATING;
		boolean ended = current.state() == ConnectionState.BACKING_OFF || current.state() == ConnectionState.FAILED;
		if (stream && ended && cause != null) {
			add(new StreamFailure(current.since(), previous.state(), cause));
		}
	}

	private void add(StreamFailure failure) {
		synchronized (this.last) {
			if (this.last.size() == MAX) {
				this.last.removeLast();
			}
			this.last.addFirst(failure);
		}
	}

	/**
	 * What ended the last streams.
	 * @return the failures, the last one first
	 */
	List<StreamFailure> last() {
		synchronized (this.last) {
			return List.copyOf(this.last);
		}
	}

}
