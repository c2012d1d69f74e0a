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

package io.github.xmppspring.observation;

import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;

import org.springframework.core.task.TaskDecorator;
import org.springframework.util.Assert;

/**
 * Carries what Micrometer's context propagation knows of the thread that decorates a task
 * to the thread that runs it: the current observation, and whatever else has a
 * {@link io.micrometer.context.ThreadLocalAccessor}. Afterwards that thread is as it was.
 * <p>
 * Unlike {@link org.springframework.core.task.support.ContextPropagatingTaskDecorator} it
 * leaves a task as it is if there is nothing to carry.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class ContextTaskDecorator implements TaskDecorator {

	private final ContextSnapshotFactory factory;

	private final ContextSnapshot nothing;

	/**
	 * Creates a decorator that knows the accessors of the global registry.
	 */
	public ContextTaskDecorator() {
		this(ContextSnapshotFactory.builder().build());
	}

	/**
	 * Creates a decorator.
	 * @param factory captures the context
	 */
	public ContextTaskDecorator(ContextSnapshotFactory factory) {
		Assert.notNull(factory, "'factory' must not be null");
		this.factory = factory;
		this.nothing = factory.captureFrom();
	}

	@Override
	public Runnable decorate(Runnable task) {
		ContextSnapshot snapshot = this.factory.captureAll();
		return snapshot.equals(this.nothing) ? task : snapshot.wrap(task);
	}

}
