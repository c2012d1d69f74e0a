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

import io.github.xmppspring.stanza.XmppException;
import io.github.xmppspring.stream.StreamError;
import org.jspecify.annotations.Nullable;

/**
 * A stream could not be negotiated. There is a subclass for each reason.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public abstract class NegotiationException extends XmppException {

	protected NegotiationException(String message) {
		this(message, null);
	}

	protected NegotiationException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

	/**
	 * Whether another attempt with the same settings may be successful.
	 * @return {@code false} if something has to be changed on this side, or by hand
	 */
	public abstract boolean isRetryable();

	/**
	 * What to tell the server before the stream ends.
	 * @return the error, or {@code null}, the default, for none
	 */
	protected @Nullable StreamError streamError() {
		return null;
	}

}
