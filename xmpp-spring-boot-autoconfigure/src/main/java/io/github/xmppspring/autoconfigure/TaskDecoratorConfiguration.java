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

import io.github.xmppspring.observation.ContextTaskDecorator;

import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskDecorator;

/**
 * What carries the context of a caller to the thread of a handler or a callback, where
 * Micrometer's context propagation is on the class path. It is no default candidate, so
 * that it does not decorate the tasks of the application.
 *
 * @author XMPP for Spring Boot contributors
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(name = "io.micrometer.context.ContextSnapshotFactory")
@ConditionalOnMissingBean(name = TaskDecoratorConfiguration.NAME)
class TaskDecoratorConfiguration {

	static final String NAME = "xmppTaskDecorator";

	@Bean(name = NAME, defaultCandidate = false)
	TaskDecorator xmppTaskDecorator() {
		return new ContextTaskDecorator();
	}

}
