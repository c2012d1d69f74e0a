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

package io.github.xmppspring.sample.customer;

import java.util.concurrent.atomic.AtomicBoolean;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.context.XmppConnectionStateChangedEvent;
import io.github.xmppspring.negotiation.NegotiatedStream;
import io.github.xmppspring.payload.version.SoftwareVersion;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.template.IqOperations;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What happens when the customer comes to the desk, which is as soon as the desk is
 * online: a ticket is opened, listed and closed, and one that does not exist is closed
 * too. The desk in turn asks which software the customer uses.
 *
 * @author XMPP for Spring Boot contributors
 */
@Component
@ConditionalOnBooleanProperty("xmpp.embedded.enabled")
class Visit {

	private static final String TICKETS = "urn:example:tickets";

	private final Customer customer;

	private final IqOperations desk;

	private final AtomicBoolean begun = new AtomicBoolean();

	Visit(Customer customer, IqOperations desk) {
		this.customer = customer;
		this.desk = desk;
	}

	@EventListener
	void connectionChanged(XmppConnectionStateChangedEvent event) {
		NegotiatedStream stream = event.getCurrent().stream();
		if (stream != null && this.begun.compareAndSet(false, true)) {
			take(stream.jid());
		}
	}

	private void take(Jid desk) {
		Element subject = Element.builder(TICKETS, "open").textChild("subject", "No light on the balcony").build();
		Element ticket = this.customer.ask(Iq.set(subject).to(desk)).payload();
		this.customer.ask(Iq.get(Element.of(TICKETS, "list")).to(desk));
		this.desk.get(SoftwareVersion.request()).to(this.customer.jid()).retrieve(SoftwareVersion.class);
		this.customer.ask(Iq.set(close((ticket != null) ? ticket.attribute("id") : null)).to(desk));
		this.customer.ask(Iq.set(close("4711")).to(desk));
	}

	private static Element close(@Nullable String id) {
		return Element.builder(TICKETS, "close").attribute("id", id).build();
	}

}
