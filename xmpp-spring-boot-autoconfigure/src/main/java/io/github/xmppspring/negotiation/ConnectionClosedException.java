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

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/**
 * The connection was closed or broke before the stream was negotiated.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class ConnectionClosedException extends NegotiationException {

	/**
	 * There is no connection any more.
	 * @param message what happened
	 * @param cause how it was found
	 */
	public ConnectionClosedException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

	static Throwable orOther(Throwable cause) {
		return (cause instanceof IOException)
				? new ConnectionClosedException("The connection broke before the stream was negotiated", cause) : cause;
	}

	@Override
	public boolean isRetryable() {
		return true;
	}

}
