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

import java.util.ArrayList;
import java.util.List;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ContextSnapshotFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ContextTaskDecorator}.
 *
 * @author XMPP for Spring Boot contributors
 */
class ContextTaskDecoratorTests {

	private final ThreadLocal<@Nullable String> trace = new ThreadLocal<>();

	private final ContextTaskDecorator decorator = new ContextTaskDecorator(ContextSnapshotFactory.builder()
		.contextRegistry(new ContextRegistry().registerThreadLocalAccessor("trace", this.trace))
		.build());

	private final List<@Nullable String> seen = new ArrayList<>();

	private final Runnable task = () -> this.seen.add(this.trace.get());

	@AfterEach
	void clear() {
		this.trace.remove();
	}

	@Test
	void taskRunsInContextOfWhoDecorated() {
		this.trace.set("caller");
		Runnable decorated = this.decorator.decorate(this.task);
		this.trace.set("runner");

		decorated.run();

		assertThat(this.seen).containsExactly("caller");
		assertThat(this.trace.get()).isEqualTo("runner");
	}

	@Test
	void whatWasNotThereBeforeIsNotThereAfterwards() {
		this.trace.set("caller");
		Runnable decorated = this.decorator.decorate(this.task);
		this.trace.remove();

		decorated.run();

		assertThat(this.trace.get()).isNull();
	}

	@Test
	void withoutContextTaskIsLeftAsItIs() {
		assertThat(this.decorator.decorate(this.task)).isSameAs(this.task);
		assertThat(new ContextTaskDecorator().decorate(this.task)).isSameAs(this.task);
	}

}
