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

import io.github.xmppspring.context.XmppConnectionLifecycle;
import io.github.xmppspring.stanza.BatchExecutor;

import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Makes executors for code of the application: bounded pools, or a virtual thread for
 * each task.
 *
 * @author XMPP for Spring Boot contributors
 */
final class IqExecutors {

	private IqExecutors() {
	}

	// Accepts work to the end of the connection. Threads without work for a minute end.
	// One
	// thread alone does all in the order in which it came, which batches might not keep
	static ThreadPoolTaskExecutor pool(String threadNamePrefix, int threads, int queueCapacity) {
		ThreadPoolTaskExecutor executor = (threads > 1) ? new Pool() : new ThreadPoolTaskExecutor();
		executor.setThreadNamePrefix(threadNamePrefix);
		executor.setCorePoolSize(threads);
		executor.setMaxPoolSize(threads);
		executor.setAllowCoreThreadTimeOut(true);
		executor.setQueueCapacity(queueCapacity);
		executor.setAcceptTasksAfterContextClose(true);
		executor.setPhase(XmppConnectionLifecycle.PHASE - 1);
		return executor;
	}

	static SimpleAsyncTaskExecutor virtual(String threadNamePrefix) {
		SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor(threadNamePrefix);
		executor.setVirtualThreads(true);
		return executor;
	}

	private static final class Pool extends ThreadPoolTaskExecutor implements BatchExecutor {

		private static final long serialVersionUID = 1L;

	}

}
