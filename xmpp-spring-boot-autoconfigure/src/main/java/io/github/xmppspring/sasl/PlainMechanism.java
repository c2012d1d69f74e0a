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

package io.github.xmppspring.sasl;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Hands the password to the server (RFC 4616). Only to be used over TLS.
 *
 * @author XMPP for Spring Boot contributors
 */
final class PlainMechanism implements SaslMechanism {

	static final String NAME = "PLAIN";

	private final String username;

	private final String password;

	private final @Nullable String authorizationIdentity;

	PlainMechanism(String username, String password, @Nullable String authorizationIdentity) {
		this.username = username;
		this.password = password;
		this.authorizationIdentity = authorizationIdentity;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public byte[] initialResponse() {
		String authorization = (this.authorizationIdentity != null) ? this.authorizationIdentity : "";
		String message = authorization + '\0' + SaslPreparation.prepare(this.username, "name") + '\0'
				+ SaslPreparation.prepare(this.password, "password");
		return message.getBytes(StandardCharsets.UTF_8);
	}

	@Override
	public byte[] respond(byte[] challenge) {
		throw new SaslException("The server sent a challenge, of which PLAIN has none");
	}

	@Override
	public void checkSuccess(byte @Nullable [] additionalData) {
		// the TLS handshake has authenticated the server
	}

}
