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

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.StanzaErrorCondition;

/**
 * Routes IQ stanzas (RFC 6120, 10.3 to 10.5; RFC 6121, 8.5). A request to somebody who is
 * connected goes there. All others are answered here, at once: by a service on behalf of
 * the server or the account, else with an error. Responses to nobody vanish.
 *
 * @author XMPP for Spring Boot contributors
 */
final class IqRouter {

	private final Directory directory;

	private final Services services;

	IqRouter(Directory directory, Services services) {
		this.directory = directory;
		this.services = services;
	}

	void route(Iq iq) {
		Jid to = iq.to();
		Recipient recipient = (to != null) ? this.directory.recipient(to) : null;
		if (recipient != null) {
			recipient.deliver(iq);
		}
		else if (iq.isRequest()) {
			deliverResponse(answer(iq));
		}
	}

	private void deliverResponse(Iq response) {
		Jid to = response.to();
		Recipient recipient = (to != null) ? this.directory.recipient(to) : null;
		if (recipient != null) {
			recipient.deliver(response);
		}
	}

	private Iq answer(Iq request) {
		Jid to = request.to();
		if (to == null) {
			return this.services.answer(request, Service.Scope.OWN_ACCOUNT);
		}
		if (this.directory.isElsewhere(to)) {
			return request.error(StanzaErrorCondition.REMOTE_SERVER_NOT_FOUND);
		}
		if (to.equals(this.directory.settings().domain())) {
			return this.services.answer(request, Service.Scope.SERVER);
		}
		if (to.isFull() || !this.directory.isAccount(to)) {
			return request.error(StanzaErrorCondition.SERVICE_UNAVAILABLE);
		}
		Jid from = request.from();
		boolean own = from != null && to.equals(from.bare());
		return this.services.answer(request, own ? Service.Scope.OWN_ACCOUNT : Service.Scope.OTHER_ACCOUNT);
	}

}
