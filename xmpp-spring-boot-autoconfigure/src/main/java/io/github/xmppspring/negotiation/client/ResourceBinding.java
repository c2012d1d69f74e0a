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

package io.github.xmppspring.negotiation.client;

import java.util.Set;

import javax.xml.namespace.QName;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.address.JidFormatException;
import io.github.xmppspring.negotiation.Negotiation;
import io.github.xmppspring.negotiation.NegotiationException;
import io.github.xmppspring.negotiation.ResourceBindingException;
import io.github.xmppspring.negotiation.StreamContext;
import io.github.xmppspring.negotiation.StreamFeature;
import io.github.xmppspring.negotiation.StreamMilestone;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * Gives the stream a full JID (RFC 6120, 7): with the resource asked for, or with one
 * that the server makes up.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ResourceBinding implements StreamFeature {

	private static final QName NAME = new QName(Namespaces.BIND, "bind");

	private final @Nullable String resource;

	ResourceBinding(@Nullable String resource) {
		this.resource = resource;
	}

	@Override
	public QName name() {
		return NAME;
	}

	@Override
	public Set<StreamMilestone> needs() {
		return Set.of(StreamMilestone.AUTHENTICATED);
	}

	@Override
	public Set<StreamMilestone> forbids() {
		return Set.of(StreamMilestone.BOUND);
	}

	@Override
	public NegotiationException missing() {
		return new ResourceBindingException("The server does not offer to bind a resource");
	}

	@Override
	public Negotiation negotiate(StreamContext stream, Element offer) {
		Element bind = Element.builder(Namespaces.BIND, "bind").textChild("resource", this.resource).build();
		return new IqNegotiation(stream, bind, (result) -> stream.progress().bound(jidIn(result)));
	}

	private static Jid jidIn(Iq result) {
		Element bind = result.payload();
		Element jid = (bind != null && bind.is(NAME)) ? bind.child("jid") : null;
		if (jid != null) {
			try {
				Jid bound = Jid.of(jid.text());
				if (bound.isFull()) {
					return bound;
				}
			}
			catch (JidFormatException ex) {
				throw new ResourceBindingException("The server bound the stream to something that is no JID");
			}
		}
		throw new ResourceBindingException("The server bound the stream to no full JID");
	}

}
