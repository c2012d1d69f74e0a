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

package io.github.xmppspring.negotiation.server;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.address.JidFormatException;
import io.github.xmppspring.negotiation.StreamMilestone;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stanza.MalformedStanzaException;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stanza.StanzaErrorException;
import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Binds a resource for the client (RFC 6120, 7), with which the negotiation ends. After a
 * few refusals the stream ends (RFC 6120, 7.7.2.3).
 *
 * @author XMPP for Spring Boot contributors
 */
final class BindingReception implements ReceptionStep {

	static final int MAX_REFUSALS = 5;

	private static final Element OFFER = Element.of(Namespaces.BIND, "bind");

	private final ClientReceptionHandler stream;

	private final ResourceBinder binder;

	private int refusals;

	BindingReception(ClientReceptionHandler stream, ResourceBinder binder) {
		this.stream = stream;
		this.binder = binder;
	}

	@Override
	public @Nullable Element offer() {
		return this.stream.progress().has(StreamMilestone.AUTHENTICATED) ? OFFER : null;
	}

	@Override
	public boolean takes(Element element) {
		return this.stream.progress().has(StreamMilestone.AUTHENTICATED) && Iq.isIq(element, Namespaces.CLIENT)
				&& element.child(Namespaces.BIND, "bind") != null;
	}

	@Override
	public void receive(Element element) {
		try {
			receive(Iq.from(element));
		}
		catch (MalformedStanzaException ex) {
			if (ex.isResponse()) {
				throw this.stream.unexpected(element);
			}
			refuse(ex.reply());
		}
	}

	private void receive(Iq request) {
		Element bind = request.payload();
		if (!request.isRequest() || bind == null) {
			throw this.stream.unexpected(request.toElement(Namespaces.CLIENT));
		}
		Jid jid;
		try {
			jid = bind(request.type(), bind);
		}
		catch (StanzaErrorException ex) {
			refuse(request.error(ex.error()).withFrom(null).toElement(Namespaces.CLIENT));
			return;
		}
		Element bound = Element.builder(Namespaces.BIND, "bind").textChild("jid", jid.toString()).build();
		this.stream.progress().bound(jid);
		this.stream.succeed(jid, request.result(bound).withFrom(null).toElement(Namespaces.CLIENT), null);
	}

	private Jid bind(IqType type, Element bind) {
		if (type != IqType.SET) {
			throw new StanzaErrorException(StanzaErrorCondition.BAD_REQUEST);
		}
		Jid account = this.stream.account();
		Element resource = bind.child("resource");
		String requested = (resource == null || resource.text().isEmpty()) ? null
				: normalized(account, resource.text());
		Jid jid = this.binder.bind(account, requested);
		Assert.state(jid.isFull() && jid.bare().equals(account), "The binder must bind a full JID of the account");
		return jid;
	}

	private static @Nullable String normalized(Jid account, String resource) {
		try {
			return account.withResource(resource).resource();
		}
		catch (JidFormatException ex) {
			throw new StanzaErrorException(StanzaErrorCondition.BAD_REQUEST);
		}
	}

	private void refuse(Element error) {
		this.refusals++;
		this.stream.send(error);
		if (this.refusals == MAX_REFUSALS) {
			throw StreamReceptionHandler.refusal(StreamErrorCondition.POLICY_VIOLATION,
					"The client failed to bind a resource " + this.refusals + " times");
		}
	}

}
