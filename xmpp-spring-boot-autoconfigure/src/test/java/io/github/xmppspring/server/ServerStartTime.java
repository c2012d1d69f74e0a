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

import java.util.concurrent.TimeUnit;

/**
 * Prints how long servers take from nothing to their open ports, one after another: the
 * first loads the classes, the others show what it costs in a running process.
 *
 * @author XMPP for Spring Boot contributors
 */
public final class ServerStartTime {

	private static final int ROUNDS = 10;

	private ServerStartTime() {
	}

	/**
	 * Runs the measurement.
	 * @param args not used
	 */
	public static void main(String[] args) {
		for (int round = 1; round <= ROUNDS; round++) {
			long begin = System.nanoTime();
			EmbeddedXmppServer server = EmbeddedXmppServer.builder().componentPort(0).account("a", "b").build();
			long built = System.nanoTime();
			server.start();
			long started = System.nanoTime();
			server.stop();
			long stopped = System.nanoTime();
			System.out.printf("round %d: built in %d ms, started in %d ms, stopped in %d ms%n", round,
					TimeUnit.NANOSECONDS.toMillis(built - begin), TimeUnit.NANOSECONDS.toMillis(started - built),
					TimeUnit.NANOSECONDS.toMillis(stopped - started));
		}
	}

}
