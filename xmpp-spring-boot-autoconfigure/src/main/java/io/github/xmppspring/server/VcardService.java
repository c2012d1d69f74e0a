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

package io.github.xmppspring.server;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import javax.xml.namespace.QName;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stanza.StanzaErrorException;
import io.github.xmppspring.xml.Element;

/**
 * Keeps the vCards of accounts (XEP-0054).
 *
 * @author XMPP for Spring Boot contributors
 */
final class VcardService implements Service, AccountData {

	private static final QName PAYLOAD = new QName("vcard-temp", "vCard");

	private final Map<Jid, Element> cards = new HashMap<>();

	@Override
	public QName payload() {
		return PAYLOAD;
	}

	@Override
	public Set<Scope> scopes() {
		return Set.of(Scope.OWN_ACCOUNT, Scope.OTHER_ACCOUNT);
	}

	@Override
	public Iq answer(Iq request, Scope scope) {
		Jid owner = (scope == Scope.OTHER_ACCOUNT) ? request.to() : AccountData.owner(request);
		Element payload = request.payload();
		if (request.type() == IqType.SET && owner != null && payload != null) {
			scope.requireOwn();
			this.cards.put(owner, payload);
			return request.result();
		}
		Element card = this.cards.get(owner);
		if (card == null && scope == Scope.OTHER_ACCOUNT) {
			throw new StanzaErrorException(StanzaErrorCondition.ITEM_NOT_FOUND);
		}
		return request.result((card != null) ? card : Element.builder(PAYLOAD).build());
	}

	@Override
	public void remove(Jid account) {
		this.cards.remove(account);
	}

}
