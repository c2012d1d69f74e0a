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

import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/**
 * Implemented by the stages of exchanges that can tell how a request ends without another
 * stage behind them, so that a request in flight holds fewer objects.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public interface IqResponseSource {

	/**
	 * Lets a listener know how the request ends, once, as
	 * {@link java.util.concurrent.CompletionStage#whenComplete} does.
	 * @param listener is given the response or the failure, on the thread that brings it
	 * @return whether the listener is told, now or later; if not, because the request has
	 * ended or another listener came first, there is still {@code whenComplete}
	 */
	boolean tell(Listener listener);

	/**
	 * Is told how a request ends: with a response or with a failure, of which the other
	 * is {@code null}.
	 */
	@FunctionalInterface
	interface Listener extends BiConsumer<@Nullable Iq, @Nullable Throwable> {

	}

}
