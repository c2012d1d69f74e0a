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

package io.github.xmppspring.sasl;

import io.github.xmppspring.address.Jid;
import org.jspecify.annotations.Nullable;

/**
 * What the receiving side answers to a message of the client, unless it
 * {@linkplain SaslRefusedException refuses}.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public sealed interface SaslOutcome {

	/**
	 * The exchange goes on.
	 *
	 * @param data what to send, possibly empty
	 */
	@SuppressWarnings("ArrayRecordComponent")
	record Challenge(byte[] data) implements SaslOutcome {
	}

	/**
	 * The client is who it says it is.
	 *
	 * @param account the bare JID of the client
	 * @param additionalData what to send with the success, or {@code null} for nothing
	 */
	@SuppressWarnings("ArrayRecordComponent")
	record Success(Jid account, byte @Nullable [] additionalData) implements SaslOutcome {
	}

}
