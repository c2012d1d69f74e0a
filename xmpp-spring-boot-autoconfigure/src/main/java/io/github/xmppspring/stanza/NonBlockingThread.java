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

package io.github.xmppspring.stanza;

/**
 * Marks threads that carry stanzas for everybody and must never wait for one: the event
 * loops of connections.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public interface NonBlockingThread {

	/**
	 * Hands work over to others. A thread that is taking in what has arrived may put that
	 * off until it has. To be called on this thread.
	 * @param task the work
	 * @param executor has the threads that do it
	 */
	default void handOver(WorkerTask task, BatchExecutor executor) {
		task.executeOn(executor);
	}

}
