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

package io.github.xmppspring.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what Prometheus gets of the application, and for the dashboard that shows it.
 *
 * @author XMPP for Spring Boot contributors
 */
class PrometheusTests {

	@Test
	void scrapeHasAllThatTheDashboardShows() throws IOException {
		try (ConfigurableApplicationContext application = SpringApplication.run(SampleApplication.class,
				"--server.port=0")) {
			RestTestClient http = RestTestClient.bindToServer()
				.baseUrl("http://localhost:" + application.getEnvironment().getProperty("local.server.port"))
				.build();
			Set<String> shown = names(Files.readString(Path.of("grafana/xmpp.json")));

			// all is there when requests have gone both ways
			Awaitility.await()
				.atMost(Duration.ofSeconds(60))
				.untilAsserted(() -> assertThat(names(scrape(http))).containsAll(shown));

			String scrape = scrape(http);

			assertThat(scrape).contains("xmpp_connection_state{state=\"online\"} 1.0",
					"xmpp_connection_state{state=\"backing-off\"} 0.0", "xmpp_connection_connects_total 1.0",
					"xmpp_connection_negotiation_seconds_count{outcome=\"success\",step=\"bind\"} 1",
					"xmpp_handlers_limit 1000.0", "xmpp_responses_ignored_total{reason=\"late\"} 0.0",
					"# HELP xmpp_requests_pending Requests that wait for their response");
		}
	}

	private static String scrape(RestTestClient http) {
		String scrape = http.get()
			.uri("/actuator/prometheus")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(scrape).isNotNull();
		return scrape;
	}

	private static Set<String> names(String text) {
		return Pattern.compile("\\bxmpp_[a-z_]+")
			.matcher(text)
			.results()
			.map(MatchResult::group)
			.collect(Collectors.toSet());
	}

}
