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

package io.github.xmppspring.negotiation;

import java.time.Duration;

import io.github.xmppspring.stream.StreamError;
import io.github.xmppspring.stream.StreamErrorCondition;
import org.jspecify.annotations.Nullable;

/**
 * The negotiation took too long.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class NegotiationTimeoutException extends NegotiationException {

	/**
	 * The time is over.
	 * @param timeout how long the negotiation was allowed to take
	 */
	public NegotiationTimeoutException(Duration timeout) {
		this(timeout, null);
	}

	/**
	 * The time is over.
	 * @param timeout how long the negotiation was allowed to take
	 * @param step the name of the step that was under way, or {@code null}
	 */
	public NegotiationTimeoutException(Duration timeout, @Nullable String step) {
		super("The stream was not negotiated within %d ms".formatted(timeout.toMillis())
				+ ((step != null) ? ": it was at '" + step + "'" : ""));
	}

	@Override
	public boolean isRetryable() {
		return true;
	}

	@Override
	protected StreamError streamError() {
		return StreamError.of(StreamErrorCondition.CONNECTION_TIMEOUT);
	}

}
