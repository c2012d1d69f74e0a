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
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.thread.Threading;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Where the callbacks of asynchronous requests and the listeners of what the connection
 * receives and becomes run. This is apart from the handlers, which may wait for them. At
 * the stop it has time for what the connection has left to do here. It is no default
 * candidate, so that it neither replaces nor is mistaken for the executor of the
 * application.
 *
 * @author XMPP for Spring Boot contributors
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ XmppProperties.class, IqProperties.class })
@ConditionalOnMissingBean(name = CallbackExecutorConfiguration.NAME)
class CallbackExecutorConfiguration {

	static final String NAME = "xmppCallbackExecutor";

	private static final String THREADS = "xmpp-callback-";

	@Bean(name = NAME, defaultCandidate = false)
	@ConditionalOnThreading(Threading.PLATFORM)
	Executor platformCallbackExecutor(IqProperties properties, XmppProperties xmppProperties) {
		int threads = PropertyChecks.positive("xmpp.iq.callback-threads", properties.getCallbackThreads());
		return IqExecutors.pool(THREADS, threads, Integer.MAX_VALUE, drainTimeout(xmppProperties));
	}

	@Bean(name = NAME, defaultCandidate = false)
	@ConditionalOnThreading(Threading.VIRTUAL)
	Executor virtualCallbackExecutor(XmppProperties properties) {
		return IqExecutors.virtual(THREADS, drainTimeout(properties));
	}

	private static Duration drainTimeout(XmppProperties properties) {
		return PropertyChecks.notNegative("xmpp.shutdown.drain-timeout", properties.getShutdown().getDrainTimeout());
	}

}
