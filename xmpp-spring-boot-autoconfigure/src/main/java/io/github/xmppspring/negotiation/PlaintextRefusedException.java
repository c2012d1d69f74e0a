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

/**
 * TLS is switched off, but the server is on another machine.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class PlaintextRefusedException extends NegotiationException {

	/**
	 * The stream would be readable for others.
	 * @param address the address of the server
	 */
	public PlaintextRefusedException(String address) {
		super("TLS is switched off, and the server at '%s' is not on this machine".formatted(address));
	}

	@Override
	public boolean isRetryable() {
		return false;
	}

}
