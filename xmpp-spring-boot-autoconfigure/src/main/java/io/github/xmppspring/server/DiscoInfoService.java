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

import java.util.Set;

import javax.xml.namespace.QName;

import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stanza.StanzaErrorException;
import io.github.xmppspring.xml.Element;

/**
 * Says what the server and its accounts are and can do (XEP-0030, 3). Accounts of others
 * are shown to those who may see their presence.
 *
 * @author XMPP for Spring Boot contributors
 */
final class DiscoInfoService implements Service {

	private static final QName PAYLOAD = new QName("http://jabber.org/protocol/disco#info", "query");

	private final Services services;

	private final Rosters rosters;

	DiscoInfoService(Services services, Rosters rosters) {
		this.services = services;
		this.rosters = rosters;
	}

	@Override
	public QName payload() {
		return PAYLOAD;
	}

	@Override
	public Set<Scope> scopes() {
		return Set.of(Scope.values());
	}

	@Override
	public Iq answer(Iq request, Scope scope) {
		Service.require(request, IqType.GET);
		requireNoNode(request);
		requireVisible(request, scope, this.rosters);
		Element.Builder query = Element.builder(PAYLOAD);
		query.child(identity(scope));
		this.services.features(scope).forEach((feature) -> query.child(feature(feature)));
		return request.result(query.build());
	}

	/**
	 * Refuses requests about nodes: there are none.
	 * @param request the request
	 */
	static void requireNoNode(Iq request) {
		Element payload = request.payload();
		if (payload != null && payload.attribute("node") != null) {
			throw new StanzaErrorException(StanzaErrorCondition.ITEM_NOT_FOUND);
		}
	}

	/**
	 * Refuses those who may not see the presence of an account.
	 * @param request the request
	 * @param scope on whose behalf it is answered
	 * @param rosters the rosters
	 */
	static void requireVisible(Iq request, Scope scope, Rosters rosters) {
		if (scope == Scope.OTHER_ACCOUNT && request.to() != null && request.from() != null) {
			RosterItem item = rosters.of(request.to()).find(request.from().bare());
			if (item == null || !item.from()) {
				throw new StanzaErrorException(StanzaErrorCondition.SERVICE_UNAVAILABLE);
			}
		}
	}

	private static Element identity(Scope scope) {
		boolean server = scope == Scope.SERVER;
		return Element.builder(PAYLOAD.getNamespaceURI(), "identity")
			.attribute("category", server ? "server" : "account")
			.attribute("type", server ? "im" : "registered")
			.attribute("name", server ? VersionService.NAME : null)
			.build();
	}

	private static Element feature(String name) {
		return Element.builder(PAYLOAD.getNamespaceURI(), "feature").attribute("var", name).build();
	}

}
