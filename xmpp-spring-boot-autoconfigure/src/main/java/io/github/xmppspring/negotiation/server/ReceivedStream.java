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

import java.time.Instant;

import io.github.xmppspring.address.Jid;
import org.jspecify.annotations.Nullable;

/**
 * What was negotiated with a peer that opened a stream.
 *
 * @param jid the address of the peer: the full JID of a client, the domain of a component
 * @param contentNamespace the namespace of stanzas on the stream
 * @param id the id of the stream
 * @param tlsProtocol the version of TLS, {@code null} without TLS
 * @param tlsCipher the cipher suite, {@code null} without TLS
 * @param mechanism the SASL mechanism, {@code null} without SASL
 * @param resumedId the id of the session that goes on with this stream (XEP-0198, 5),
 * {@code null} if a new one begins
 * @param since when the negotiation ended
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record ReceivedStream(Jid jid, String contentNamespace, String id, @Nullable String tlsProtocol,
		@Nullable String tlsCipher, @Nullable String mechanism, @Nullable String resumedId, Instant since) {
}
