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

package io.github.xmppspring.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.ping.Ping;
import io.github.xmppspring.payload.version.SoftwareVersion;
import io.github.xmppspring.template.IqOperations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Tests how much an exchange allocates, in all threads of the application: the one that
 * asks, the event loop and those of executors.
 *
 * @author XMPP for Spring Boot contributors
 */
class ExchangeAllocationTests {

	private static final int EXCHANGES = 512;

	private static final int IN_FLIGHT = 32;

	private static final Jid PEER = Jid.of("peer@localhost/desk");

	private static StarterApplication application;

	@BeforeAll
	static void start() {
		application = new StarterApplication();
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	void pingThatIsWaitedFor() {
		IqOperations iq = application.iq();

		assertBytes(Bounds.PING_ROUND_TRIP_BYTES, () -> repeat(() -> iq.get(new Ping()).to(PEER).execute()));
	}

	@Test
	void pingsInFlight() {
		IqOperations iq = application.iq();

		assertBytes(Bounds.PING_IN_FLIGHT_BYTES, () -> {
			List<CompletableFuture<?>> window = new ArrayList<>(IN_FLIGHT);
			for (int i = 0; i < EXCHANGES; i += IN_FLIGHT) {
				window.clear();
				for (int j = 0; j < IN_FLIGHT; j++) {
					window.add(iq.get(new Ping()).to(PEER).executeAsync());
				}
				window.forEach(CompletableFuture::join);
			}
		});
	}

	@Test
	void typedRequest() {
		IqOperations iq = application.iq();

		assertBytes(Bounds.TYPED_ROUND_TRIP_BYTES,
				() -> repeat(() -> iq.get(SoftwareVersion.request()).to(PEER).retrieve(SoftwareVersion.class)));
	}

	@Test
	void typedHandler() {
		Runnable burst = application.peer().burst("<query xmlns='jabber:iq:version'/>", EXCHANGES);

		assertBytes(Bounds.HANDLER_BYTES, burst);
	}

	@Test
	void builtinResponder() {
		Runnable burst = application.peer().burst("<ping xmlns='urn:xmpp:ping'/>", EXCHANGES);

		assertBytes(Bounds.RESPONDER_BYTES, burst);
	}

	private static void assertBytes(long bound, Runnable round) {
		Allocation.assertPerExchange(bound, EXCHANGES, round, application.peer().threadId());
	}

	private static void repeat(Runnable exchange) {
		for (int i = 0; i < EXCHANGES; i++) {
			exchange.run();
		}
	}

}
