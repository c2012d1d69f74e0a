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

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.roster.Roster;
import io.github.xmppspring.payload.roster.Roster.Item;
import org.jspecify.annotations.Nullable;

/**
 * Keeps contact lists with their versions, so that a server that offers versions need not
 * send them again (RFC 6121, 2.6). Declare a bean of this type to keep them beyond the
 * life of the application.
 * <p>
 * No two methods are called at the same time by the same application. They may block:
 * they are called on the threads of whoever asks for contacts, and on those that run
 * callbacks.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public interface RosterStore {

	/**
	 * Finds the contacts of an account.
	 * @param account the bare JID of the account
	 * @return the contacts with the version they were stored with, or {@code null} if
	 * there is nothing about the account
	 */
	@Nullable Roster load(Jid account);

	/**
	 * Stores all contacts of an account, in place of those that were there.
	 * @param account the bare JID of the account
	 * @param roster the contacts with their version, if any
	 */
	void replace(Jid account, Roster roster);

	/**
	 * Stores the change of one contact and the version that goes with it. The two belong
	 * together: a version without its change hides the change for ever.
	 * @param account the bare JID of the account, of which there may be nothing yet
	 * @param ver the version after the change, or {@code null} for none
	 * @param change the contact as it is now, or its {@linkplain Item#isRemoved()
	 * removal}
	 */
	void update(Jid account, @Nullable String ver, Item change);

}
