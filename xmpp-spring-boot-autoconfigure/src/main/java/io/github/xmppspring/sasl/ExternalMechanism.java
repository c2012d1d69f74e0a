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

import io.github.xmppspring.address.Jid;
import org.jspecify.annotations.Nullable;

/**
 * Authenticates by the certificate that the client showed in the TLS handshake (RFC 4422,
 * appendix A; XEP-0178). The account is always named, so that a certificate that stands
 * for several accounts leads to the right one.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ExternalMechanism implements SaslMechanism {

	static final String NAME = "EXTERNAL";

	private final Jid account;

	private boolean responded;

	ExternalMechanism(Jid account) {
		this.account = account.bare();
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public byte[] initialResponse() {
		return this.account.isDomain() ? new byte[0] : this.account.toString().getBytes(StandardCharsets.UTF_8);
	}

	@Override
	public byte[] respond(byte[] challenge) {
		if (challenge.length > 0 || this.responded) {
			throw new SaslException("The server sent a challenge, of which EXTERNAL has none");
		}
		// a server that overlooks the initial response asks once more
		this.responded = true;
		return initialResponse();
	}

	@Override
	public void checkSuccess(byte @Nullable [] additionalData) {
		// the TLS handshake has authenticated the server
	}

}
