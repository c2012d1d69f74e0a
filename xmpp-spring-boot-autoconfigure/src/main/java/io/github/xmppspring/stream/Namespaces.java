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

package io.github.xmppspring.stream;

/**
 * Namespace names of the stream layer.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class Namespaces {

	/** Stream elements (RFC 6120, 4.8.1). */
	public static final String STREAM = "http://etherx.jabber.org/streams";

	/** Conditions of stream errors (RFC 6120, 4.9). */
	public static final String STREAM_ERRORS = "urn:ietf:params:xml:ns:xmpp-streams";

	/** Stanzas between client and server (RFC 6120, 4.8.3). */
	public static final String CLIENT = "jabber:client";

	/** Stanzas between component and server (XEP-0114). */
	public static final String COMPONENT_ACCEPT = "jabber:component:accept";

	/** STARTTLS negotiation (RFC 6120, 5). */
	public static final String TLS = "urn:ietf:params:xml:ns:xmpp-tls";

	/** SASL negotiation (RFC 6120, 6). */
	public static final String SASL = "urn:ietf:params:xml:ns:xmpp-sasl";

	/** Resource binding (RFC 6120, 7). */
	public static final String BIND = "urn:ietf:params:xml:ns:xmpp-bind";

	/** Session establishment (RFC 3921, 3), kept for servers that still require it. */
	public static final String SESSION = "urn:ietf:params:xml:ns:xmpp-session";

	/** Pings (XEP-0199). */
	public static final String PING = "urn:xmpp:ping";

	/** Stream management (XEP-0198). */
	public static final String STREAM_MANAGEMENT = "urn:xmpp:sm:3";

	private Namespaces() {
	}

}
