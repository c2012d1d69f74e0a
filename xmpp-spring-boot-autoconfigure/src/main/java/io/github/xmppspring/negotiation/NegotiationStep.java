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

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * A step on the way to a negotiated stream that has ended. The names are few: those of
 * this class, and those of the {@link StreamFeature features} that an application adds.
 *
 * @param name the name, also in messages and metrics
 * @param duration how long it took
 * @param failure why it failed, {@code null} if it was successful
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record NegotiationStep(String name, Duration duration, @Nullable Throwable failure) {

	/**
	 * The addresses of the server are looked up (RFC 6120, 3.2).
	 */
	public static final String LOOKUP = "lookup";

	/**
	 * A TCP connection to one of them is opened.
	 */
	public static final String CONNECT = "connect";

	/**
	 * The stream is encrypted, by STARTTLS (RFC 6120, 5) or from the first byte.
	 */
	public static final String TLS = "tls";

	/**
	 * A stream is opened, until the server has said what it offers (RFC 6120, 4.3). There
	 * are up to three of them on one connection.
	 */
	public static final String STREAM = "stream";

	/**
	 * Both sides prove who they are (RFC 6120, 6).
	 */
	public static final String SASL = "sasl";

	/**
	 * The stream gets its address (RFC 6120, 7).
	 */
	public static final String BIND = "bind";

	/**
	 * A session as in RFC 3921, if the server wants one.
	 */
	public static final String SESSION = "session";

	/**
	 * A component proves who it is (XEP-0114).
	 */
	public static final String HANDSHAKE = "handshake";

}
