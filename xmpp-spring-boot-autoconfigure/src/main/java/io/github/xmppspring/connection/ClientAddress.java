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

import java.util.Objects;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.codec.IqCodec;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * The one address of a client. The own account and the own server speak for each other
 * (RFC 6120, 8.1.2.1), and the server says who it is that sends.
 *
 * @param self the full JID
 * @author XMPP for Spring Boot contributors
 */
record ClientAddress(Jid self) implements OwnAddresses {

	@Override
	public IqCodec newCodec() {
		return IqCodec.forClient();
	}

	@Override
	public Jid pinged() {
		return this.self.domainJid();
	}

	@Override
	public void check(Iq request) {
	}

	@Override
	public @Nullable Jid peer(@Nullable Jid address) {
		return (address == null || speaksForSelf(address)) ? null : address;
	}

	// The server, the account or this client, without making their addresses each time
	private boolean speaksForSelf(Jid address) {
		return address.domain().equals(this.self.domain()) && (address.isDomain() || address.equals(this.self)
				|| (address.resource() == null && Objects.equals(address.local(), this.self.local())));
	}

	@Override
	public @Nullable Jid self(@Nullable Jid address) {
		return null;
	}

	@Override
	public Element outgoing(Element stanza) {
		return (stanza.attribute("from") != null) ? stanza.mutate().attribute("from", null).build() : stanza;
	}

	@Override
	public Element incoming(Element stanza) {
		return stanza;
	}

}
