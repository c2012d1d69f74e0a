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

package io.github.xmppspring.connection;

import java.time.Instant;

import io.github.xmppspring.negotiation.NegotiatedStream;
import org.jspecify.annotations.Nullable;

/**
 * What a connection is doing, at one moment.
 *
 * @param state the state
 * @param since when the state was entered
 * @param stream the stream in use; only if {@link ConnectionState#ONLINE}
 * @param lastError why the last attempt or stream ended, {@code null} if that was in
 * order
 * @param nextAttempt when the next attempt is due; only if
 * {@link ConnectionState#BACKING_OFF}
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record ConnectionStatus(ConnectionState state, Instant since, @Nullable NegotiatedStream stream,
		@Nullable Throwable lastError, @Nullable Instant nextAttempt) {

}
