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

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Where servers take streams of one kind.
 *
 * @param name the name of the service in SRV records, such as {@code _xmpp-client};
 * {@code null} if there are none for it
 * @param port the usual TCP port
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record ServerService(@Nullable String name, int port) {

	/** Clients, with or without STARTTLS (RFC 6120, 3.2). */
	public static final ServerService CLIENT = new ServerService("_xmpp-client", 5222);

	/** Clients that begin with TLS (XEP-0368). */
	public static final ServerService CLIENT_DIRECT_TLS = new ServerService("_xmpps-client", 5223);

	/** Components (XEP-0114), for which nothing is registered; the port is a custom. */
	public static final ServerService COMPONENT = new ServerService(null, 5347);

	public ServerService {
		Assert.isTrue(port > 0, "'port' must be positive");
	}

}
