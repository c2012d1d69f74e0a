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

import java.util.concurrent.Executor;

/**
 * Work that an event loop has others do: what applications make of stanzas. It is run, or
 * rejected if no thread takes it.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public interface WorkerTask extends Runnable {

	/**
	 * Is called instead if there is no thread for it.
	 * @param cause why
	 */
	void reject(Throwable cause);

	/**
	 * Has an executor do the work. An event loop that reads may hand it over a moment
	 * later, in a batch, if the executor takes batches.
	 * @param executor has the threads
	 */
	default void startOn(Executor executor) {
		if (executor instanceof BatchExecutor batches && Thread.currentThread() instanceof NonBlockingThread thread) {
			thread.handOver(this, batches);
		}
		else {
			executeOn(executor);
		}
	}

	/**
	 * Gives the work to an executor at once, on its own.
	 * @param executor has the threads
	 */
	default void executeOn(Executor executor) {
		try {
			executor.execute(this);
		}
		catch (Throwable ex) {
			reject(ex);
		}
	}

}
