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

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.codec.IqCodec;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * All addresses of a component: its domain, and every JID of it. Each stanza has to say
 * from whom it is and for whom, or the server ends the stream (XEP-0114, 3).
 * <p>
 * What can be pinged is the component itself: its domain is the only address known to be
 * there, and the way to it leads through the server.
 *
 * @param component the domain
 * @author XMPP for Spring Boot contributors
 */
record ComponentAddresses(Jid component) implements OwnAddresses {

	@Override
	public IqCodec newCodec() {
		return IqCodec.forComponent(this.component);
	}

	@Override
	public Jid pinged() {
		return this.component;
	}

	@Override
	public void check(Iq request) {
		check(request.from(), request.to() != null);
	}

	private void check(@Nullable Jid from, boolean addressed) {
		Assert.isTrue(addressed, "What a component sends must say to whom it goes");
		Assert.isTrue(from == null || from.domainJid().equals(this.component),
				"A component can send from addresses of its own domain only");
	}

	@Override
	public @Nullable Jid peer(@Nullable Jid address) {
		return address;
	}

	@Override
	public Jid self(@Nullable Jid address) {
		return (address != null) ? address : this.component;
	}

	@Override
	public Element outgoing(Element stanza) {
		String from = stanza.attribute("from");
		check((from != null) ? Jid.of(from) : null, stanza.attribute("to") != null);
		Element moved = stanza.moved(Namespaces.CLIENT, Namespaces.COMPONENT_ACCEPT);
		return (from != null) ? moved : moved.mutate().attribute("from", this.component).build();
	}

	@Override
	public Element incoming(Element stanza) {
		return stanza.moved(Namespaces.COMPONENT_ACCEPT, Namespaces.CLIENT);
	}

}
