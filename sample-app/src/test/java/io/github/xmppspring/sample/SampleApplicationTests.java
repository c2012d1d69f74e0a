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

import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SampleApplication} as it is without any property: with the embedded
 * server and its customer.
 *
 * @author XMPP for Spring Boot contributors
 */
@ExtendWith(OutputCaptureExtension.class)
class SampleApplicationTests {

	@Test
	void runsByItself(CapturedOutput output) {
		try (ConfigurableApplicationContext application = RunningSample.start("--server.port=0")) {
			RestTestClient http = RestTestClient.bindToServer()
				.baseUrl("http://localhost:" + application.getEnvironment().getProperty("local.server.port"))
				.build();

			Awaitility.await()
				.atMost(Duration.ofSeconds(30))
				.untilAsserted(() -> assertThat(output).contains("id=\"4711\"", "error item-not-found"));
			assertThat(output).containsSubsequence(
					"juliet@localhost/balcony asks desk@localhost/desk: set <open xmlns=\"urn:example:tickets\">",
					"answer: result <ticket xmlns=\"urn:example:tickets\" id=\"1\">",
					"juliet@localhost/balcony asks desk@localhost/desk: get <list xmlns=\"urn:example:tickets\"",
					"answer: result <tickets xmlns=\"urn:example:tickets\">",
					"desk asks juliet@localhost/balcony: get <query xmlns=\"jabber:iq:version\"",
					"answer: result <query",
					"asks desk@localhost/desk: set <close xmlns=\"urn:example:tickets\" id=\"1\"",
					"answer: result (empty)", "id=\"4711\"", "answer: error item-not-found");
			http.get()
				.uri("/actuator/health")
				.exchange()
				.expectStatus()
				.isOk()
				.expectBody()
				.jsonPath("$.components.xmpp.status")
				.isEqualTo("UP");
			http.get()
				.uri("/peers/{jid}/version", "juliet@localhost/balcony")
				.exchange()
				.expectStatus()
				.isOk()
				.expectBody()
				.jsonPath("$.name")
				.isEqualTo("Balcony");
			http.get()
				.uri("/peers/{jid}/version", "romeo@localhost/orchard")
				.exchange()
				.expectStatus()
				.isEqualTo(HttpStatus.NOT_FOUND);
		}
	}

}
