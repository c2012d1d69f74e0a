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

package io.github.xmppspring.server;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.xml.XmlLimits;
import org.jspecify.annotations.Nullable;

/**
 * How a server is set up.
 *
 * @param domain the domain that it serves
 * @param bindAddress where to listen
 * @param port the port for clients, 0 for any
 * @param componentPort the port for components, 0 for any, -1 for none
 * @param components the secrets of components by their domains
 * @param newAccounts whether an account comes into being at its first login
 * @param newAccountPassword the password of such accounts, {@code null} for the one of
 * the first login
 * @param tlsRequired whether clients have to use TLS
 * @param limitsBefore what to take from peers that are not authenticated
 * @param limits what to take from peers that are
 * @param negotiationTimeout how long a stream may take to become ready
 * @param exchangeTimeout how long hosted entities, and who they ask, may take to answer
 * @param maxSessions the most sessions
 * @param conflictPolicy what happens if a resource is taken
 * @param resumptionTimeout how long a session waits at most to be resumed
 * @author XMPP for Spring Boot contributors
 */
record ServerSettings(Jid domain, InetAddress bindAddress, int port, int componentPort, Map<Jid, String> components,
		boolean newAccounts, @Nullable String newAccountPassword, boolean tlsRequired, XmlLimits limitsBefore,
		XmlLimits limits, Duration negotiationTimeout, Duration exchangeTimeout, int maxSessions,
		ConflictPolicy conflictPolicy, Duration resumptionTimeout) {

	ServerSettings {
		components = Map.copyOf(components);
	}

	// Whatever logs the settings logs no password and no secret
	@Override
	public String toString() {
		return "ServerSettings of " + this.domain;
	}

}
