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

import org.springframework.util.Assert;

/**
 * Something that keeps data of accounts, as long as they exist. Belongs to the event
 * loop.
 *
 * @author XMPP for Spring Boot contributors
 */
@FunctionalInterface
interface AccountData {

	/**
	 * Removes the data of an account.
	 * @param account the bare JID
	 */
	void remove(Jid account);

	/**
	 * The account that sends a request.
	 * @param request the request, its sender checked
	 * @return the bare JID
	 */
	static Jid owner(Iq request) {
		Jid from = request.from();
		Assert.state(from != null, "A routed request has a sender");
		return from.bare();
	}

}
