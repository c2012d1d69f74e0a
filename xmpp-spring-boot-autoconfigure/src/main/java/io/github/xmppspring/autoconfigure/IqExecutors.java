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

package io.github.xmppspring.autoconfigure;

import java.time.Duration;

/**
 * Makes executors for code of the application: bounded pools, or a virtual thread for
 * each task. Their stop, right after that of the connection, waits for what they have to
 * do, as long as they have patience.
 *
 * @author XMPP for Spring Boot contributors
 */
final class IqExecutors {

	private IqExecutors() {
	}

	// Threads without work for a minute end. One thread alone does all in the order in
	// which it came, which batches might not keep
	static WorkerPool pool(String threadNamePrefix, int threads, int queueCapacity, Duration patience) {
		WorkerPool executor = (threads > 1) ? new WorkerPool.OfBatches(patience) : new WorkerPool(patience);
		executor.setThreadNamePrefix(threadNamePrefix);
		executor.setCorePoolSize(threads);
		executor.setMaxPoolSize(threads);
		executor.setAllowCoreThreadTimeOut(true);
		executor.setQueueCapacity(queueCapacity);
		return executor;
	}

	static WorkerThreads virtual(String threadNamePrefix, Duration patience) {
		WorkerThreads executor = new WorkerThreads(threadNamePrefix, patience);
		executor.setVirtualThreads(true);
		return executor;
	}

}
