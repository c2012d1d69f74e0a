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

package io.github.xmppspring.behaviour;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.xmppspring.connection.ConnectionListener;
import io.github.xmppspring.connection.ConnectionState;
import io.github.xmppspring.connection.ConnectionStatistics;
import io.github.xmppspring.connection.ReconnectReason;
import io.github.xmppspring.connection.RefusalRule;
import io.github.xmppspring.negotiation.NegotiationStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for what a connection counts over its streams.
 *
 * @author XMPP for Spring Boot contributors
 */
class StatisticsTests {

	private static final String[] QUICK = { "xmpp.reconnect.initial-interval=50ms", "xmpp.reconnect.jitter=0s" };

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			<message><!-- c --></message>                    | REFUSED      | RESTRICTED_XML
			<message></presence>                             | REFUSED      | NOT_WELL_FORMED
			text                                             | REFUSED      | PROTOCOL
			<stream:error><reset xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error> | STREAM_ERROR |
			</stream:stream>                                 | CLOSED       |
			""")
	void endsOfStreamsAreCountedByReason(String xml, ReconnectReason reason, RefusalRule rule) throws Exception {
		try (ScriptedServer server = ScriptedServer.forClient("me@x/r");
				Application application = Application.with().properties(QUICK).on(server)) {
			assertThat(application.statistics().connects()).isOne();

			server.send(xml);
			server.awaitLogin();

			await().atMost(Duration.ofSeconds(10))
				.untilAsserted(() -> assertThat(application.statistics().connects()).isEqualTo(2));
			assertThat(application.statistics().reconnects()).isEqualTo(Map.of(reason, 1L));
			assertThat(application.statistics().refused()).isEqualTo((rule != null) ? Map.of(rule, 1L) : Map.of());
		}
	}

	@Test
	void stanzaBeyondLimitsIsCounted() throws Exception {
		try (ScriptedServer server = ScriptedServer.forClient("me@x/r");
				Application application = Application.with().properties(QUICK).on(server)) {
			server.send("<message>" + "<a>".repeat(100) + "</a>".repeat(100) + "</message>");
			server.awaitLogin();

			assertThat(application.statistics().refused(RefusalRule.LIMIT)).isOne();
		}
	}

	@Test
	void lostConnectionAndSilenceAreCounted() throws Exception {
		try (ScriptedServer server = ScriptedServer.forClient("me@x/r");
				Application application = Application.with()
					.properties(QUICK)
					.properties("xmpp.keepalive.interval=500ms", "xmpp.keepalive.timeout=500ms")
					.on(server)) {
			server.drop();
			server.awaitLogin();
			// and says nothing more
			server.awaitLogin();

			// each further second of silence costs another stream
			await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
				ConnectionStatistics statistics = application.statistics();
				assertThat(statistics.reconnects())
					.isEqualTo(Map.of(ReconnectReason.LOST, 1L, ReconnectReason.SILENT, statistics.connects() - 2));
			});
		}
	}

	@Test
	void attemptsWithoutServerAreCounted() throws Exception {
		ScriptedServer server = ScriptedServer.forClient("me@x/r");
		try (Application application = Application.with().properties(QUICK).on(server)) {
			server.close();

			await().atMost(Duration.ofSeconds(10))
				.until(() -> application.statistics().reconnects(ReconnectReason.UNREACHABLE) >= 2);
			assertThat(application.statistics().connects()).isOne();
		}
	}

	@Test
	void malformedStanzasAreCounted() throws Exception {
		try (ScriptedServer server = ScriptedServer.forClient("me@x/r");
				Application application = Application.with().on(server)) {
			server.ask("<iq type='get' id='*' from='bob@y'/>");
			server.send("<iq type='result' id='r' from='bob@y'><a xmlns='u'/><b xmlns='u'/></iq>");
			server.sync();

			assertThat(application.statistics().refused()).isEqualTo(Map.of(RefusalRule.MALFORMED_IQ, 2L));
			assertThat(application.statistics().reconnects()).isEmpty();
		}
	}

	@Test
	void stepsOfClientAreTold() throws Exception {
		StepRecorder steps = new StepRecorder();
		try (ScriptedServer server = ScriptedServer.forClient("me@x/r");
				Application application = Application.with().properties(QUICK).on(server)) {
			application.connection().addListener(steps);
			server.drop();
			server.awaitLogin();
			application.awaitState(ConnectionState.ONLINE);

			assertThat(steps.ended).extracting(NegotiationStep::name)
				.containsExactly("lookup", "connect", "stream", "sasl", "stream", "bind");
			assertThat(steps.ended).allSatisfy((step) -> {
				assertThat(step.failure()).isNull();
				assertThat(step.duration()).isBetween(Duration.ZERO, Duration.ofSeconds(10));
			});
		}
	}

	@Test
	void stepsOfComponentAreTold() throws Exception {
		StepRecorder steps = new StepRecorder();
		try (ScriptedServer server = ScriptedServer.forComponent("echo.x");
				Application application = Application.with().properties(QUICK).on(server)) {
			application.connection().addListener(steps);
			server.drop();
			server.awaitLogin();
			application.awaitState(ConnectionState.ONLINE);

			assertThat(steps.ended).extracting(NegotiationStep::name)
				.containsExactly("lookup", "connect", "stream", "handshake");
		}
	}

	@Test
	void stepThatFailsIsTold() throws Exception {
		StepRecorder steps = new StepRecorder();
		try (ScriptedServer server = ScriptedServer.forClient("me@x/r");
				Application application = Application.with().properties(QUICK).on(server)) {
			server.lettingIn(false);
			application.connection().addListener(steps);
			server.drop();

			await().atMost(Duration.ofSeconds(10))
				.untilAsserted(() -> assertThat(steps.ended).filteredOn((step) -> step.failure() != null).isNotEmpty());
			assertThat(steps.ended).filteredOn((step) -> step.failure() != null)
				.extracting(NegotiationStep::name)
				.containsOnly("stream");
		}
	}

	/**
	 * Keeps steps.
	 */
	private static final class StepRecorder implements ConnectionListener {

		private final List<NegotiationStep> ended = new CopyOnWriteArrayList<>();

		@Override
		public void stepEnded(NegotiationStep step) {
			this.ended.add(step);
		}

	}

}
