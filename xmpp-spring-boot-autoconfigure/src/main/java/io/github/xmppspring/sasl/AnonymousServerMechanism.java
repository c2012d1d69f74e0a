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

import java.util.UUID;

import io.github.xmppspring.address.Jid;

/**
 * Takes everybody (RFC 4505). Each client is given a name that nobody has had before. The
 * trace that it may send is not looked at.
 *
 * @author XMPP for Spring Boot contributors
 */
final class AnonymousServerMechanism implements SaslServerMechanism {

	private final SaslIdentities identities;

	AnonymousServerMechanism(SaslIdentities identities) {
		this.identities = identities;
	}

	@Override
	public String name() {
		return AnonymousMechanism.NAME;
	}

	@Override
	public SaslOutcome evaluate(byte[] response) {
		String name = UUID.randomUUID().toString();
		return new SaslOutcome.Success(Jid.of(name, this.identities.domain().domain(), null), null);
	}

}
