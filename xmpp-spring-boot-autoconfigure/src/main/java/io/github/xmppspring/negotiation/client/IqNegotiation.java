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

import java.util.function.Consumer;

import io.github.xmppspring.negotiation.Negotiation;
import io.github.xmppspring.negotiation.ResourceBindingException;
import io.github.xmppspring.negotiation.StreamContext;
import io.github.xmppspring.negotiation.StreamMilestone;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stanza.MalformedStanzaException;
import io.github.xmppspring.stanza.StanzaError;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stanza.StanzaIds;
import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.xml.Element;

/**
 * A step that consists of one request to the server.
 *
 * @author XMPP for Spring Boot contributors
 */
final class IqNegotiation implements Negotiation {

	private static final StanzaError UNDEFINED = StanzaError.of(StanzaErrorCondition.UNDEFINED_CONDITION);

	private final StreamContext stream;

	private final Iq request;

	private final Consumer<Iq> success;

	IqNegotiation(StreamContext stream, Element payload, Consumer<Iq> success) {
		this.stream = stream;
		this.request = Iq.set(payload).id(new StanzaIds().next()).build();
		this.success = success;
	}

	@Override
	public void start() {
		this.stream.send(this.request.toElement(Namespaces.CLIENT));
	}

	@Override
	public void receive(Element element) {
		if (this.stream.progress().has(StreamMilestone.BOUND) && !isResponse(element)) {
			// who is bound can be reached by others (RFC 6120, 7.1)
			refuse(element);
			return;
		}
		Iq response = parse(element);
		if (response.isRequest() || !String.valueOf(this.request.id()).equals(response.id())) {
			throw StreamContext.unexpected(element);
		}
		if (response.type() == IqType.ERROR) {
			StanzaError error = response.error();
			throw new ResourceBindingException((error != null) ? error : UNDEFINED);
		}
		this.success.accept(response);
		this.stream.finished();
	}

	private boolean isResponse(Element element) {
		IqType type = IqType.ofValue(element.attribute("type"));
		return type != null && !type.isRequest() && String.valueOf(this.request.id()).equals(element.attribute("id"));
	}

	private void refuse(Element element) {
		if (Iq.isIq(element, Namespaces.CLIENT)) {
			try {
				Iq request = Iq.from(element);
				if (request.isRequest()) {
					Iq refusal = request.error(StanzaErrorCondition.RECIPIENT_UNAVAILABLE);
					this.stream.send(refusal.withFrom(null).toElement(Namespaces.CLIENT));
				}
			}
			catch (MalformedStanzaException ex) {
				refuseMalformed(ex);
			}
		}
	}

	private void refuseMalformed(MalformedStanzaException ex) {
		if (!ex.isResponse()) {
			this.stream.send(ex.reply().mutate().attribute("from", null).build());
		}
	}

	private static Iq parse(Element element) {
		if (!Iq.isIq(element, Namespaces.CLIENT)) {
			throw StreamContext.unexpected(element);
		}
		try {
			return Iq.from(element);
		}
		catch (MalformedStanzaException ex) {
			throw new ResourceBindingException("The server answered with a malformed stanza");
		}
	}

}
