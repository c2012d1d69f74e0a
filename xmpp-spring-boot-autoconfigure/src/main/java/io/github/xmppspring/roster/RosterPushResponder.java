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

package io.github.xmppspring.roster;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.handler.IqMapping;
import io.github.xmppspring.handler.IqResponder;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.roster.Roster;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.xml.Element;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.util.Assert;

/**
 * Takes the pushes by which the server tells of changes in the contact list (RFC 6121,
 * 2.1.6). Only the server may do so, on behalf of the own account: a push from any other
 * address than the bare JID of the account, be it another resource of it or the domain,
 * is refused with {@code service-unavailable} and changes nothing.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class RosterPushResponder implements IqResponder {

	private static final Log logger = LogFactory.getLog(RosterPushResponder.class);

	private final RosterCache cache;

	private final PayloadCodecs payloads;

	/**
	 * Creates the responder.
	 * @param cache takes the changes
	 * @param payloads the known payloads
	 */
	public RosterPushResponder(RosterCache cache, PayloadCodecs payloads) {
		Assert.notNull(cache, "'cache' must not be null");
		Assert.notNull(payloads, "'payloads' must not be null");
		this.cache = cache;
		this.payloads = payloads;
	}

	@Override
	public CompletionStage<Iq> exchange(Iq request) {
		return CompletableFuture.completedFuture(answer(request));
	}

	private Iq answer(Iq request) {
		Element payload = request.payload();
		if (payload == null || !isFromOwnAccount(request)) {
			logger.debug("A change of the contact list was refused as it is not from the own account");
			return request.error(StanzaErrorCondition.SERVICE_UNAVAILABLE);
		}
		Roster push = this.payloads.read(payload, Roster.class);
		if (push.items().size() != 1) {
			return request.error(StanzaErrorCondition.BAD_REQUEST);
		}
		this.cache.push(push.items().get(0), push.ver());
		return request.result();
	}

	private boolean isFromOwnAccount(Iq request) {
		Jid from = request.from();
		return from == null || from.equals(this.cache.session().account());
	}

	@Override
	public Set<IqMapping> mappings() {
		return Set.of(IqMapping.set(Roster.NAME));
	}

	@Override
	public boolean isNonBlocking() {
		return true;
	}

	@Override
	public boolean isFallback() {
		return true;
	}

}
