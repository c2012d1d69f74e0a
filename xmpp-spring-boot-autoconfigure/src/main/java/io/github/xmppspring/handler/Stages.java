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

package io.github.xmppspring.handler;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

/**
 * Tells stages that are done from those to wait for.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Stages {

	private Stages() {
	}

	/**
	 * The future of a stage that is done.
	 * @param stage the stage
	 * @param <T> the type of its value
	 * @return the future, or {@code null} if the stage is not done, or does not tell: the
	 * stages that {@link CompletableFuture#minimalCompletionStage()} gives are futures
	 * too, but refuse to say
	 */
	static <T> @Nullable CompletableFuture<T> doneOf(CompletionStage<T> stage) {
		if (stage.getClass() != CompletableFuture.class) {
			return null;
		}
		CompletableFuture<T> future = stage.toCompletableFuture();
		return future.isDone() ? future : null;
	}

}
