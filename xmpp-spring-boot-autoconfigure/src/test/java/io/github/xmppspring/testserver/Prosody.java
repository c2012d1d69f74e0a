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

import java.util.Optional;

/**
 * A private Prosody on loopback.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Prosody extends NativeServer {

	private static final String SCRIPT = "prosody-native";

	private Prosody() {
		super(TestServerKind.PROSODY, SCRIPT, "PROSODY_");
	}

	/**
	 * Start a server.
	 * @return the server, ready for logins
	 */
	static Prosody create() {
		Prosody server = new Prosody();
		try {
			server.start();
		}
		catch (RuntimeException ex) {
			server.close();
			throw ex;
		}
		return server;
	}

	/**
	 * What this machine lacks to run the server.
	 * @return the names of missing programs, empty if nothing is missing
	 */
	static Optional<String> missing() {
		return missing(SCRIPT);
	}

}
