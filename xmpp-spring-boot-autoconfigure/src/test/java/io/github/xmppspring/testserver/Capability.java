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

package io.github.xmppspring.testserver;

/**
 * What a {@link TestServer} may be able to do beyond logins through STARTTLS with SCRAM
 * and the routing of stanzas, which every one does.
 *
 * @author XMPP for Spring Boot contributors
 */
public enum Capability {

	/**
	 * A port for clients that begin with TLS.
	 */
	DIRECT_TLS,

	/**
	 * The same certificate for whatever name a client asks for, instead of an alert for
	 * names that the server does not know.
	 */
	ANY_SERVER_NAME,

	/**
	 * A port for clients without any TLS.
	 */
	PLAINTEXT,

	/**
	 * A domain that offers nothing but SASL ANONYMOUS.
	 */
	ANONYMOUS,

	/**
	 * A port that asks for a client certificate and offers SASL EXTERNAL.
	 */
	EXTERNAL,

	/**
	 * All of SCRAM-SHA-1, -256 and -512.
	 */
	EVERY_SCRAM,

	/**
	 * An end in order and a new start, with the same ports and accounts.
	 */
	RESTART,

	/**
	 * An end without a farewell and a new start.
	 */
	KILL,

	/**
	 * Doing nothing for a while with its sockets open.
	 */
	FREEZE,

	/**
	 * Accounts that come and go while it runs.
	 */
	ACCOUNTS,

	/**
	 * A port for external components (XEP-0114).
	 */
	COMPONENT,

	/**
	 * Stream management with resumption (XEP-0198).
	 */
	STREAM_MANAGEMENT,

	/**
	 * Contact lists with versions (RFC 6121, 2.6).
	 */
	ROSTER_VERSIONING,

	/**
	 * Subscriptions that are approved in advance (RFC 6121, 3.4).
	 */
	PRE_APPROVAL,

	/**
	 * Publish-subscribe (XEP-0060) at {@code pubsub.} followed by the domain, where
	 * {@code alice} may create nodes, and personal eventing (XEP-0163).
	 */
	PUBSUB,

	/**
	 * What services may leave out of publish-subscribe: items in pages (XEP-0059), and
	 * telling entities their affiliations.
	 */
	PUBSUB_OPTIONS,

	/**
	 * vCard4 by requests for it alone, the same as that on the node of the account
	 * (XEP-0292).
	 */
	VCARD4

}
