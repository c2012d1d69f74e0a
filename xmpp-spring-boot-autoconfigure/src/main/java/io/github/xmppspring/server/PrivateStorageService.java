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
import java.util.List;
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
 * Keeps elements for their accounts, one of each name (XEP-0049).
 *
 * @author XMPP for Spring Boot contributors
 */
final class PrivateStorageService implements Service, AccountData {

	private static final QName PAYLOAD = new QName("jabber:iq:private", "query");

	private static final int MAX_ELEMENTS = 100;

	private final Map<Jid, Map<QName, Element>> storage = new HashMap<>();

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
		scope.requireOwn();
		Map<QName, Element> elements = this.storage.computeIfAbsent(AccountData.owner(request),
				(account) -> new HashMap<>());
		List<Element> asked = (request.payload() != null) ? request.payload().children() : List.of();
		return (request.type() == IqType.SET) ? store(request, elements, asked) : read(request, elements, asked);
	}

	private Iq store(Iq request, Map<QName, Element> elements, List<Element> asked) {
		require(!asked.isEmpty(), StanzaErrorCondition.BAD_REQUEST);
		require(elements.size() + asked.size() <= MAX_ELEMENTS, StanzaErrorCondition.RESOURCE_CONSTRAINT);
		asked.forEach((element) -> elements.put(element.name(), element));
		return request.result();
	}

	private Iq read(Iq request, Map<QName, Element> elements, List<Element> asked) {
		require(asked.size() == 1, StanzaErrorCondition.BAD_REQUEST);
		Element question = asked.get(0);
		return request.result(Element.builder(PAYLOAD).child(elements.getOrDefault(question.name(), question)).build());
	}

	private static void require(boolean condition, StanzaErrorCondition otherwise) {
		if (!condition) {
			throw new StanzaErrorException(otherwise);
		}
	}

	@Override
	public void remove(Jid account) {
		this.storage.remove(account);
	}

}
