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
import io.github.xmppspring.stream.StreamException;
import io.github.xmppspring.stream.StreamManagement;

/**
 * Lets clients go on with sessions whose streams were lost (XEP-0198, 5). Called on the
 * event loop of the channel, where nothing may block.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@FunctionalInterface
public interface StreamResumer {

	/**
	 * Takes a session from its previous stream, which ends if it has not ended yet.
	 * {@link StreamReceptionListener#received} is told next, with the id of the session.
	 * @param account the bare JID of the client
	 * @param request what the client asks for
	 * @return the session
	 * @throws ResumptionRefusedException if there is no such session of this account; the
	 * client may bind a resource instead
	 * @throws StreamException if the client claims what cannot be
	 */
	ResumedSession resume(Jid account, StreamManagement.Resume request);

}
