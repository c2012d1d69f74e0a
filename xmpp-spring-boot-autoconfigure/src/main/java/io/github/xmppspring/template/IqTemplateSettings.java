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

package io.github.xmppspring.template;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;

import io.github.xmppspring.stanza.IqFilter;

import org.springframework.core.task.TaskDecorator;
import org.springframework.util.Assert;

/**
 * How an {@link IqTemplate} works.
 *
 * @param timeout how long to wait for a response if the request does not say, positive
 * @param filters what every request and response goes through; the first sees a request
 * first. Responses reach them on the thread that carries the stanzas, timeouts on that of
 * the template's timer, so they must not block
 * @param executor where futures complete, and so where the code of the application goes
 * on
 * @param decorator takes the context of who asks to where the future completes
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record IqTemplateSettings(Duration timeout, List<IqFilter> filters, Executor executor, TaskDecorator decorator) {

	/**
	 * Waits for 30 seconds, has no filters and completes futures in the common pool.
	 */
	public static final IqTemplateSettings DEFAULT = new IqTemplateSettings(Duration.ofSeconds(30), List.of(),
			ForkJoinPool.commonPool());

	public IqTemplateSettings {
		requirePositive(timeout);
		filters = List.copyOf(filters);
		Assert.notNull(executor, "'executor' must not be null");
		Assert.notNull(decorator, "'decorator' must not be null");
	}

	/**
	 * Settings that take no context along.
	 * @param timeout how long to wait for a response, positive
	 * @param filters what every request and response goes through
	 * @param executor where futures complete
	 */
	public IqTemplateSettings(Duration timeout, List<IqFilter> filters, Executor executor) {
		this(timeout, filters, executor, (task) -> task);
	}

	static void requirePositive(Duration timeout) {
		Assert.notNull(timeout, "'timeout' must not be null");
		Assert.isTrue(!timeout.isZero() && !timeout.isNegative(), "'timeout' must be positive");
	}

	/**
	 * These settings with another default timeout.
	 * @param timeout the timeout, positive
	 * @return new settings
	 */
	public IqTemplateSettings withTimeout(Duration timeout) {
		return new IqTemplateSettings(timeout, this.filters, this.executor, this.decorator);
	}

	/**
	 * These settings with other filters.
	 * @param filters the filters in order
	 * @return new settings
	 */
	public IqTemplateSettings withFilters(List<IqFilter> filters) {
		return new IqTemplateSettings(this.timeout, filters, this.executor, this.decorator);
	}

	/**
	 * These settings with another executor.
	 * @param executor the executor
	 * @return new settings
	 */
	public IqTemplateSettings withExecutor(Executor executor) {
		return new IqTemplateSettings(this.timeout, this.filters, executor, this.decorator);
	}

	/**
	 * These settings with another decorator.
	 * @param decorator is given the completion of each future on the thread that asks,
	 * and runs it on that of the executor
	 * @return new settings
	 */
	public IqTemplateSettings withDecorator(TaskDecorator decorator) {
		return new IqTemplateSettings(this.timeout, this.filters, this.executor, decorator);
	}

}
