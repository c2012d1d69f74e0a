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

import org.jspecify.annotations.Nullable;

/**
 * The host of the server has no address.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public class HostNotFoundException extends XmppConnectionException {

	private final String host;

	/**
	 * Creates the exception.
	 * @param host the host that was looked up
	 * @param cause the answer of the name servers
	 */
	public HostNotFoundException(String host, @Nullable Throwable cause) {
		super("The host '" + host + "' was not found", cause);
		this.host = host;
	}

	private HostNotFoundException(String message, String host) {
		super(message, null);
		this.host = host;
	}

	static HostNotFoundException noService(String domain) {
		return new HostNotFoundException(
				"The domain '" + domain + "' offers no service for clients, as its SRV record says", domain);
	}

	/**
	 * The host that was looked up.
	 * @return a host name
	 */
	public String host() {
		return this.host;
	}

}
