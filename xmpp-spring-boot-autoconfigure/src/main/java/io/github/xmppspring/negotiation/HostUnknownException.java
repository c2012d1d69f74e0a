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
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamException;

/**
 * The server does not serve the domain of the account (RFC 6120, 4.9.3.5 and 4.9.3.6).
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class HostUnknownException extends NegotiationException {

	private final String domain;

	/**
	 * The server does not serve the domain.
	 * @param domain the domain
	 */
	public HostUnknownException(String domain) {
		super("The server does not serve the domain '%s'".formatted(domain));
		this.domain = domain;
	}

	static XmppException orOther(StreamError error, String domain) {
		boolean unknown = error.condition() == StreamErrorCondition.HOST_UNKNOWN
				|| error.condition() == StreamErrorCondition.HOST_GONE;
		return unknown ? new HostUnknownException(domain) : StreamException.received(error);
	}

	/**
	 * The domain that was asked for.
	 * @return the domain of the account
	 */
	public String domain() {
		return this.domain;
	}

	@Override
	public boolean isRetryable() {
		return false;
	}

}
