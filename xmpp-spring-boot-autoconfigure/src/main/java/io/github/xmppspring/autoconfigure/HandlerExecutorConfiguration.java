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
import java.util.concurrent.Executor;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnThreading;
import org.springframework.boot.thread.Threading;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Where handlers run. The queue has room for all requests that are accepted, so none of
 * them is rejected here, and the stop of the connection has waited for their replies. It
 * is no default candidate, so that it neither replaces nor is mistaken for the executor
 * of the application.
 *
 * @author XMPP for Spring Boot contributors
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnMissingBean(name = HandlerExecutorConfiguration.NAME)
class HandlerExecutorConfiguration {

	static final String NAME = "iqHandlerExecutor";

	private static final String THREADS = "xmpp-handler-";

	@Bean(name = NAME, defaultCandidate = false)
	@ConditionalOnThreading(Threading.PLATFORM)
	Executor platformHandlerExecutor(IqProperties properties) {
		IqProperties.Handler handler = properties.getHandler();
		int threads = PropertyChecks.positive("xmpp.iq.handler.threads", handler.getThreads());
		int pending = PropertyChecks.positive("xmpp.iq.handler.max-pending", handler.getMaxPending());
		return IqExecutors.pool(THREADS, threads, pending, Duration.ZERO);
	}

	@Bean(name = NAME, defaultCandidate = false)
	@ConditionalOnThreading(Threading.VIRTUAL)
	Executor virtualHandlerExecutor() {
		return IqExecutors.virtual(THREADS, Duration.ZERO);
	}

}
