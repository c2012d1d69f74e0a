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

package io.github.xmppspring.negotiation;

import java.net.InetSocketAddress;
import java.time.Instant;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stream.StreamFeatures;
import io.github.xmppspring.stream.StreamHeader;
import io.netty.util.NetUtil;
import org.jspecify.annotations.Nullable;

/**
 * What was negotiated.
 *
 * @param jid the address of this end of the stream
 * @param header the last header of the server
 * @param features the last features of the server
 * @param tlsProtocol the version of TLS, {@code null} without TLS
 * @param tlsCipher the cipher suite, {@code null} without TLS
 * @param mechanism the SASL mechanism, or what stands for it; {@code null} without
 * authentication
 * @param server where the server is, {@code null} if there is no network in between
 * @param since when the negotiation ended
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record NegotiatedStream(Jid jid, StreamHeader header, StreamFeatures features, @Nullable String tlsProtocol,
		@Nullable String tlsCipher, @Nullable String mechanism, @Nullable InetSocketAddress server, Instant since) {

	/**
	 * Where the server is, for people.
	 * @return host and port, an IPv6 address in brackets; {@code null} if there is no
	 * network in between
	 */
	public @Nullable String serverText() {
		return (this.server != null) ? NetUtil.toSocketAddressString(this.server) : null;
	}

}
