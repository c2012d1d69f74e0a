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
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.xmppspring.handler.annotation.IqHandler;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.xml.Element;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests that peers cannot make up time series: neither by what they ask, nor by who they
 * are, nor by how they answer. Addresses are told here, as they must not get among the
 * tags either.
 *
 * @author XMPP for Spring Boot contributors
 */
class ObservationCardinalityTests {

	private static final int REQUESTS = 10_000;

	private static final int BATCH = 500;

	private static final String NAMESPACE = "urn:example:cardinality";

	private static ScriptedServer server;

	private static Application application;

	private static SimpleMeterRegistry meters;

	private final Random random = new Random(42);

	@BeforeAll
	static void start() {
		server = ScriptedServer.forClient("user@localhost/r");
		application = Application.with(Handlers.class, Meters.class)
			.properties("xmpp.iq.handler.max-pending=100000", "xmpp.iq.max-pending=100000",
					"xmpp.observation.include-addresses=true")
			.on(server);
		meters = application.bean(SimpleMeterRegistry.class);
	}

	@AfterAll
	static void stop() throws Exception {
		application.close();
		server.close();
	}

	@Test
	void requestsOfPeersMakeNoSeries() {
		IntStream.range(0, 8).forEach((kind) -> server.send(request(kind)));
		awaitCount("xmpp.iq.server", 8);
		Set<String> before = series();

		for (int sent = 0; sent < REQUESTS; sent += BATCH) {
			StringBuilder batch = new StringBuilder();
			this.random.ints(BATCH, 0, 8).forEach((kind) -> batch.append(request(kind)));
			server.send(batch.toString());
		}

		awaitCount("xmpp.iq.server", 8 + REQUESTS);
		assertThat(series()).isEqualTo(before).anyMatch((series) -> series.contains("{" + NAMESPACE + ":open}*"));
		assertNothingRandom();
	}

	@Test
	void responsesOfPeersMakeNoSeries() throws Exception {
		Stream.of(StanzaErrorCondition.values()).forEach((condition) -> exchange(error(condition.toString())));
		exchange(error("x" + word()));
		exchange("<iq type='result' id='%s' from='%s'/>");
		Set<String> before = series();

		for (int sent = 0; sent < REQUESTS; sent += BATCH) {
			List<CompletableFuture<Iq>> calls = new ArrayList<>();
			for (int i = 0; i < BATCH; i++) {
				calls.add(ask());
			}
			for (int i = 0; i < BATCH; i++) {
				answer(this.random.nextBoolean() ? error("x" + word()) : "<iq type='result' id='%s' from='%s'/>");
			}
			CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new))
				.handle((done, failure) -> failure)
				.get(30, TimeUnit.SECONDS);
		}

		assertThat(series()).isEqualTo(before);
		assertNothingRandom();
	}

	private void exchange(String answer) {
		CompletableFuture<Iq> call = ask();
		answer(answer);
		assertThat(call.handle((iq, failure) -> true)).succeedsWithin(Duration.ofSeconds(20));
	}

	private CompletableFuture<Iq> ask() {
		return application.iq()
			.exchangeAsync(
					Iq.get(Element.of("urn:random:" + word(), word())).to("r" + word() + "@example.net").build());
	}

	private static void answer(String answer) {
		Element request = server.next();
		server.send(answer.formatted(request.attribute("id"), request.attribute("to")));
	}

	private static String error(String condition) {
		return "<iq type='error' id='%s' from='%s'><error type='cancel'><" + condition
				+ " xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>";
	}

	private String request(int kind) {
		String namespace = switch (kind / 2) {
			case 0 -> "urn:random:" + word();
			case 1 -> NAMESPACE;
			case 2 -> NAMESPACE + ":open";
			default -> "jabber:iq:version";
		};
		return "<iq type='%s' id='%s' from='r%s@%s.example/%s'><%s xmlns='%s'/></iq>"
			.formatted((kind % 2 == 0) ? "get" : "set", word(), word(), word(), word(), "r" + word(), namespace);
	}

	private String word() {
		return "andom" + Long.toString(this.random.nextLong(Long.MAX_VALUE), 36);
	}

	private static void awaitCount(String name, long count) {
		await().atMost(Duration.ofSeconds(60))
			.until(() -> meters.find(name).timers().stream().mapToLong(Timer::count).sum(), (sum) -> sum == count);
	}

	private static Set<String> series() {
		Set<String> series = new TreeSet<>();
		for (Meter meter : meters.getMeters()) {
			if (meter.getId().getName().startsWith("xmpp.iq.client")
					|| meter.getId().getName().startsWith("xmpp.iq.server")) {
				series.add(meter.getId().toString());
			}
		}
		return series;
	}

	private static void assertNothingRandom() {
		assertThat(application.bean(PrometheusMeterRegistry.class).scrape()).contains("xmpp_iq_")
			.doesNotContain("andom");
	}

	static class Handlers {

		@IqHandler(namespace = NAMESPACE, name = "known")
		void known() {
		}

		@IqHandler(NAMESPACE + ":open")
		void open() {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Meters {

		@Bean
		SimpleMeterRegistry simpleMeterRegistry() {
			return new SimpleMeterRegistry();
		}

	}

}
