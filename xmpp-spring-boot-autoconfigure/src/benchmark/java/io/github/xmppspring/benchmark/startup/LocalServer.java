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

package io.github.xmppspring.benchmark.startup;

import java.io.IOException;
import java.net.InetAddress;

import io.github.xmppspring.server.EmbeddedXmppServer;

/**
 * The process of the server: the embedded one, without TLS.
 *
 * @author XMPP for Spring Boot contributors
 */
public final class LocalServer {

	static final String DOMAIN = "localhost";

	static final String USER = "user";

	static final String PASSWORD = "password";

	static final String RESULT = "port: ";

	private LocalServer() {
	}

	/**
	 * Runs until the standard input ends.
	 * @param arguments none
	 * @throws IOException if the standard input cannot be read
	 */
	public static void main(String[] arguments) throws IOException {
		try (EmbeddedXmppServer server = EmbeddedXmppServer.builder()
			.domain(DOMAIN)
			.bindAddress(InetAddress.getLoopbackAddress())
			.account(USER, PASSWORD)
			.tlsRequired(false)
			.build()) {
			server.start();
			System.out.println(RESULT + server.port());
			while (System.in.read() != -1) {
				Thread.onSpinWait();
			}
		}
	}

}
