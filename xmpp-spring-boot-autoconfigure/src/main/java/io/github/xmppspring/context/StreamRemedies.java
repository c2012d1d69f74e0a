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

package io.github.xmppspring.context;

import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamException;

/**
 * What to change if a stream ended with an error: one that the server sent, or one for
 * which this side ended it (RFC 6120, 4.9).
 *
 * @author XMPP for Spring Boot contributors
 */
final class StreamRemedies {

	private static final String DOMAIN = "Check the domain of 'xmpp.jid'.";

	static final String SERVER = "The log of the server says why. Another attempt is made, unless "
			+ "'xmpp.reconnect.enabled' is 'false'.";

	private static final String NOT_XMPP = "Check that 'xmpp.host' and 'xmpp.port' lead to an XMPP server, and that "
			+ "'xmpp.ssl.mode' fits the port. If they do, it is a mistake of the server.";

	private StreamRemedies() {
	}

	static String of(StreamException failure) {
		StreamErrorCondition condition = failure.error().condition();
		if (condition == StreamErrorCondition.INVALID_NAMESPACE) {
			return ConnectionRemedies.ENDPOINT;
		}
		return failure.isRemote() ? received(condition) : sent(condition);
	}

	private static String received(StreamErrorCondition condition) {
		return switch (condition) {
			case CONFLICT ->
				ConnectionRemedies.RESOURCE + " A component has none: let the other instance of the application end.";
			case HOST_UNKNOWN, HOST_GONE -> DOMAIN;
			case NOT_AUTHORIZED -> "Check 'xmpp.jid' and 'xmpp.password', and that the server still has the account.";
			case CONNECTION_TIMEOUT ->
				"Shorten 'xmpp.keepalive.interval', so that the server hears of this side in time.";
			case POLICY_VIOLATION -> "Let the application send fewer or smaller stanzas, or raise the limits that the "
					+ "server has for it.";
			case SEE_OTHER_HOST -> "Set 'xmpp.host' and 'xmpp.port' to where the server is: it sends the stream to "
					+ "another host without TLS, too often, or to something that is no host.";
			case UNSUPPORTED_VERSION -> "Use a server that supports XMPP 1.0.";
			case INTERNAL_SERVER_ERROR, REMOTE_CONNECTION_FAILED, RESET, RESOURCE_CONSTRAINT, SYSTEM_SHUTDOWN,
					UNDEFINED_CONDITION ->
				SERVER;
			default -> "Change what the application sends: the server does not accept it, and its log may say more.";
		};
	}

	private static String sent(StreamErrorCondition condition) {
		return switch (condition) {
			case POLICY_VIOLATION -> "If the server is right to send that much, raise the limit under 'xmpp.limits'.";
			case CONNECTION_TIMEOUT ->
				"Check the network and the server. If they are only slow, raise " + "'xmpp.keepalive.timeout'.";
			case UNSUPPORTED_VERSION -> "Use a server that supports XMPP 1.0.";
			case RESOURCE_CONSTRAINT -> SERVER;
			default -> NOT_XMPP;
		};
	}

}
