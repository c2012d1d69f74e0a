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

import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stanza.XmppException;
import io.github.xmppspring.stream.StreamManagement;
import org.jspecify.annotations.Nullable;

/**
 * A session cannot be resumed: it is not known, or not any more.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class ResumptionRefusedException extends XmppException {

	private final transient StreamManagement.Failed failed;

	/**
	 * There is no such session.
	 * @param handled how many stanzas of the client had come in when it ended, or
	 * {@code null} if that is not known
	 */
	public ResumptionRefusedException(@Nullable Long handled) {
		super("There is no such session to resume", null);
		this.failed = new StreamManagement.Failed(StanzaErrorCondition.ITEM_NOT_FOUND, handled);
	}

	/**
	 * What to tell the client.
	 * @return the refusal
	 */
	public StreamManagement.Failed failed() {
		return this.failed;
	}

}
