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
import io.github.xmppspring.stanza.StanzaErrorException;
import org.jspecify.annotations.Nullable;

/**
 * Gives clients their full JIDs (RFC 6120, 7). Called on the event loop of the channel,
 * where nothing may block.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@FunctionalInterface
public interface ResourceBinder {

	/**
	 * Binds a resource for a client, which is the owner of the account. What this binds,
	 * {@link StreamReceptionListener#received} is told next.
	 * @param account the bare JID of the client
	 * @param requestedResource the resource that the client asks for, well-formed and
	 * normalised, or {@code null} if it leaves the choice to the server
	 * @return a full JID of the account
	 * @throws StanzaErrorException to refuse, for example with {@code conflict} or
	 * {@code resource-constraint}; the client may try again
	 */
	Jid bind(Jid account, @Nullable String requestedResource);

}
