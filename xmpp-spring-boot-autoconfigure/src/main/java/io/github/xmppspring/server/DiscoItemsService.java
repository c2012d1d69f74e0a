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

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import javax.xml.namespace.QName;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.xml.Element;

/**
 * Says who is at home on the server (XEP-0030, 4): components and hosted entities, and at
 * an account its available resources.
 *
 * @author XMPP for Spring Boot contributors
 */
final class DiscoItemsService implements Service {

	private static final QName PAYLOAD = new QName("http://jabber.org/protocol/disco#items", "query");

	private final Directory directory;

	private final Rosters rosters;

	DiscoItemsService(Directory directory, Rosters rosters) {
		this.directory = directory;
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
		DiscoInfoService.requireNoNode(request);
		DiscoInfoService.requireVisible(request, scope, this.rosters);
		Element.Builder query = Element.builder(PAYLOAD);
		items(request, scope).map(DiscoItemsService::item).forEach(query::child);
		return request.result(query.build());
	}

	private Stream<Jid> items(Iq request, Scope scope) {
		if (scope == Scope.SERVER) {
			return this.directory.entities().addresses().stream().filter(Jid::isBare).sorted(byText());
		}
		Jid account = (scope == Scope.OTHER_ACCOUNT) ? request.to() : request.from();
		List<ClientSession> resources = (account != null) ? this.directory.sessions().availableOf(account.bare())
				: List.of();
		return resources.stream().map(Session::address);
	}

	private static Comparator<Jid> byText() {
		return Comparator.comparing(Jid::toString);
	}

	private static Element item(Jid jid) {
		return Element.builder(PAYLOAD.getNamespaceURI(), "item").attribute("jid", jid).build();
	}

}
