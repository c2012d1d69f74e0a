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

import io.github.xmppspring.negotiation.Negotiation;
import io.github.xmppspring.negotiation.StreamContext;
import io.github.xmppspring.negotiation.StreamFeature;
import io.github.xmppspring.negotiation.StreamMilestone;
import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.xml.Element;

/**
 * Establishes a session as it was done before RFC 6120 (RFC 3921, 3), if the server still
 * insists on it.
 *
 * @author XMPP for Spring Boot contributors
 */
final class LegacySession implements StreamFeature {

	private static final QName NAME = new QName(Namespaces.SESSION, "session");

	@Override
	public QName name() {
		return NAME;
	}

	@Override
	public Set<StreamMilestone> needs() {
		return Set.of(StreamMilestone.BOUND);
	}

	@Override
	public Set<StreamMilestone> forbids() {
		return Set.of();
	}

	@Override
	public boolean accepts(Element offer) {
		return offer.child("optional") == null;
	}

	@Override
	public Negotiation negotiate(StreamContext stream, Element offer) {
		return new IqNegotiation(stream, Element.of(Namespaces.SESSION, "session"), (result) -> {
		});
	}

}
