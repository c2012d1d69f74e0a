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

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;

import io.github.xmppspring.connection.XmppConnectionException;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqTimeoutException;
import io.github.xmppspring.stanza.IqType;
import org.jspecify.annotations.Nullable;

/**
 * How a request ended.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public enum IqOutcome {

	/**
	 * The response is a result.
	 */
	SUCCESS,

	/**
	 * The response is an error (RFC 6120, 8.3).
	 */
	ERROR,

	/**
	 * No response came in time. A handler that is too slow is not this but an
	 * {@link #ERROR}, as its peer gets one.
	 */
	TIMEOUT,

	/**
	 * There was no connection, or it was lost before the response came.
	 */
	CONNECTION_LOST,

	/**
	 * Who asked does not want the response any more.
	 */
	CANCELLED,

	/**
	 * Something else failed.
	 */
	FAILED,

	/**
	 * The request has not ended yet.
	 */
	UNKNOWN;

	/**
	 * The outcome that goes with a response.
	 * @param response a stanza of type result or error
	 * @return the outcome
	 */
	static IqOutcome of(Iq response) {
		return (response.type() == IqType.ERROR) ? ERROR : SUCCESS;
	}

	/**
	 * The outcome that goes with a failure.
	 * @param failure why there is no response
	 * @return the outcome
	 */
	static IqOutcome of(@Nullable Throwable failure) {
		if (failure instanceof IqTimeoutException) {
			return TIMEOUT;
		}
		if (failure instanceof XmppConnectionException) {
			return CONNECTION_LOST;
		}
		return (failure instanceof CancellationException) ? CANCELLED : FAILED;
	}

	static @Nullable Throwable unwrap(@Nullable Throwable failure) {
		Throwable cause = failure;
		while (cause instanceof CompletionException && cause.getCause() != null) {
			cause = cause.getCause();
		}
		return cause;
	}

}
