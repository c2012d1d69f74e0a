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

import io.github.xmppspring.stanza.StanzaError;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stanza.StanzaErrorType;
import org.jspecify.annotations.Nullable;

/**
 * The server gave the stream no full JID (RFC 6120, 7), or no session where it requires
 * one.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class ResourceBindingException extends NegotiationException {

	private final transient @Nullable StanzaError error;

	/**
	 * The server refused.
	 * @param error the error of the server, such as {@code conflict} for a resource that
	 * is in use
	 */
	public ResourceBindingException(StanzaError error) {
		super("The server refused to bind the resource: " + error.condition());
		this.error = error;
	}

	/**
	 * The server is not able to bind a resource.
	 * @param message what is wrong
	 */
	public ResourceBindingException(String message) {
		super(message);
		this.error = null;
	}

	/**
	 * The error of the server.
	 * @return the error, or {@code null} if the server did not send one
	 */
	public @Nullable StanzaError error() {
		return this.error;
	}

	@Override
	public boolean isRetryable() {
		return this.error == null || (this.error.condition() != StanzaErrorCondition.CONFLICT
				&& this.error.type() == StanzaErrorType.WAIT);
	}

}
