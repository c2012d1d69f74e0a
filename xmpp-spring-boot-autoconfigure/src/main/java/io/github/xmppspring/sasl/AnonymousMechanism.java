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

import org.jspecify.annotations.Nullable;

/**
 * Asks for a temporary account (RFC 4505), without any trace information (XEP-0175, 3).
 *
 * @author XMPP for Spring Boot contributors
 */
final class AnonymousMechanism implements SaslMechanism {

	static final String NAME = "ANONYMOUS";

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public byte[] initialResponse() {
		return new byte[0];
	}

	@Override
	public byte[] respond(byte[] challenge) {
		throw new SaslException("The server sent a challenge, of which ANONYMOUS has none");
	}

	@Override
	public void checkSuccess(byte @Nullable [] additionalData) {
		// nothing that the server would have to prove
	}

}
