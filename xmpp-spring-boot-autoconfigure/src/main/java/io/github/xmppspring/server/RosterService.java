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

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import javax.xml.namespace.QName;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.address.JidFormatException;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stanza.StanzaErrorException;
import io.github.xmppspring.xml.Element;

/**
 * Shows accounts their rosters and lets them change them (RFC 6121, 2).
 *
 * @author XMPP for Spring Boot contributors
 */
final class RosterService implements Service {

	static final String NAMESPACE = "jabber:iq:roster";

	private static final QName PAYLOAD = new QName(NAMESPACE, "query");

	private static final int MAX_NAME = 1023;

	private static final int MAX_GROUPS = 100;

	private final SessionRegistry sessions;

	private final Rosters rosters;

	private final Subscriptions subscriptions;

	RosterService(SessionRegistry sessions, Rosters rosters, Subscriptions subscriptions) {
		this.sessions = sessions;
		this.rosters = rosters;
		this.subscriptions = subscriptions;
	}

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
		Element query = request.payload();
		List<Element> items = (query != null) ? query.children(NAMESPACE, "item") : List.of();
		if (request.type() == IqType.GET) {
			return request.result(read(request));
		}
		if (items.size() != 1) {
			throw new StanzaErrorException(StanzaErrorCondition.BAD_REQUEST);
		}
		change(AccountData.owner(request), items.get(0));
		return request.result();
	}

	private Element read(Iq request) {
		ClientSession session = (request.from() != null) ? this.sessions.find(request.from()) : null;
		if (session != null) {
			session.interested();
		}
		Element.Builder query = Element.builder(PAYLOAD);
		this.rosters.of(AccountData.owner(request)).items().forEach((item) -> query.child(item.toElement()));
		return query.build();
	}

	private void change(Jid account, Element element) {
		Jid contact = contact(element);
		if ("remove".equals(element.attribute("subscription"))) {
			remove(account, contact);
			return;
		}
		String name = element.attribute("name");
		Set<String> groups = groups(element);
		require(name == null || name.length() <= MAX_NAME, StanzaErrorCondition.NOT_ACCEPTABLE);
		RosterItem item = this.rosters.of(account).findOrNew(contact).named(name, groups);
		require(this.rosters.update(account, item), StanzaErrorCondition.RESOURCE_CONSTRAINT);
	}

	private void remove(Jid account, Jid contact) {
		RosterItem item = this.rosters.of(account).remove(contact);
		if (item == null) {
			throw new StanzaErrorException(StanzaErrorCondition.ITEM_NOT_FOUND);
		}
		this.subscriptions.end(account, item);
		this.rosters.push(account,
				Element.builder(NAMESPACE, "item")
					.attribute("jid", contact)
					.attribute("subscription", "remove")
					.build());
	}

	private static Jid contact(Element element) {
		try {
			String jid = element.attribute("jid");
			require(jid != null, StanzaErrorCondition.BAD_REQUEST);
			return Jid.of(String.valueOf(jid)).bare();
		}
		catch (JidFormatException ex) {
			throw new StanzaErrorException(StanzaErrorCondition.JID_MALFORMED);
		}
	}

	private static Set<String> groups(Element element) {
		Set<String> groups = new LinkedHashSet<>();
		for (Element group : element.children(NAMESPACE, "group")) {
			String name = group.text();
			require(!name.isEmpty() && name.length() <= MAX_NAME, StanzaErrorCondition.NOT_ACCEPTABLE);
			require(groups.add(name), StanzaErrorCondition.BAD_REQUEST);
			require(groups.size() <= MAX_GROUPS, StanzaErrorCondition.RESOURCE_CONSTRAINT);
		}
		return groups;
	}

	private static void require(boolean condition, StanzaErrorCondition otherwise) {
		if (!condition) {
			throw new StanzaErrorException(otherwise);
		}
	}

}
