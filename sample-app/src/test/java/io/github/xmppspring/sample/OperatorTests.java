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

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.github.xmppspring.connection.ConnectionState;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.handler.IqHandlerMapping;
import io.github.xmppspring.negotiation.NegotiatedStream;
import org.awaitility.Awaitility;
import org.json.JSONException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.skyscreamer.jsonassert.Customization;
import org.skyscreamer.jsonassert.JSONAssert;
import org.skyscreamer.jsonassert.JSONCompareMode;
import org.skyscreamer.jsonassert.RegularExpressionValueMatcher;
import org.skyscreamer.jsonassert.comparator.CustomComparator;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what an operator of {@link SampleApplication} sees and does over HTTP.
 *
 * @author XMPP for Spring Boot contributors
 */
class OperatorTests {

	private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

	private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT.*Z";

	private static final String EXPECTED = """
			{
			  "connections": {
			    "xmppConnection": {
			      "state": "ONLINE",
			      "since": "(time)",
			      "draining": false,
			      "stream": {
			        "jid": "desk@localhost/desk",
			        "server": "(address)",
			        "domain": "localhost",
			        "since": "(time)",
			        "tlsProtocol": "TLSv1.3",
			        "tlsCipher": "(suite)",
			        "mechanism": "SCRAM-SHA-512"
			      },
			      "pendingRequests": [],
			      "streamErrors": []
			    }
			  },
			  "handlers": [
			    {
			      "type": "get",
			      "namespace": "http://jabber.org/protocol/disco#info",
			      "name": "query",
			      "handler": "io.github.xmppspring.disco.DiscoInfoResponder",
			      "calls": 0,
			      "errors": 0
			    },
			    {
			      "type": "get",
			      "namespace": "http://jabber.org/protocol/disco#items",
			      "name": "query",
			      "handler": "io.github.xmppspring.disco.DiscoItemsResponder",
			      "calls": 0,
			      "errors": 0
			    },
			    {
			      "type": "get",
			      "namespace": "jabber:iq:version",
			      "name": "query",
			      "handler": "io.github.xmppspring.handler.builtin.VersionResponder",
			      "calls": 0,
			      "errors": 0
			    },
			    {
			      "type": "get",
			      "namespace": "urn:example:room",
			      "name": "guest",
			      "handler": "io.github.xmppspring.sample.component.RoomHandlers.guest(Jid, Jid) of bean 'roomHandlers'",
			      "calls": 0,
			      "errors": 0
			    },
			    {
			      "type": "get",
			      "namespace": "urn:example:tickets",
			      "name": "list",
			      "handler": "io.github.xmppspring.sample.tickets.TicketHandlers.list(ListTickets, Jid) of bean 'ticketHandlers'",
			      "calls": 1,
			      "errors": 0
			    },
			    {
			      "type": "get",
			      "namespace": "urn:xmpp:ping",
			      "name": "ping",
			      "handler": "io.github.xmppspring.handler.builtin.PingResponder",
			      "calls": 0,
			      "errors": 0
			    },
			    {
			      "type": "set",
			      "namespace": "jabber:iq:roster",
			      "name": "query",
			      "handler": "io.github.xmppspring.roster.RosterPushResponder",
			      "calls": 0,
			      "errors": 0
			    },
			    {
			      "type": "set",
			      "namespace": "urn:example:tickets",
			      "name": "close",
			      "handler": "io.github.xmppspring.sample.tickets.TicketHandlers.close(CloseTicket, Jid) of bean 'ticketHandlers'",
			      "calls": 2,
			      "errors": 1
			    },
			    {
			      "type": "set",
			      "namespace": "urn:example:tickets",
			      "name": "open",
			      "handler": "io.github.xmppspring.sample.tickets.TicketHandlers.open(OpenTicket, Jid) of bean 'ticketHandlers'",
			      "calls": 1,
			      "errors": 0
			    }
			  ],
			  "disco": {
			    "identities": [
			      {
			        "category": "client",
			        "type": "bot",
			        "name": "sample-app"
			      }
			    ],
			    "features": [
			      "http://jabber.org/protocol/caps",
			      "http://jabber.org/protocol/disco#info",
			      "http://jabber.org/protocol/disco#items",
			      "jabber:iq:roster",
			      "jabber:iq:version",
			      "urn:example:room",
			      "urn:example:tickets",
			      "urn:xmpp:ping"
			    ]
			  }
			}""";

	private static ConfigurableApplicationContext application;

	private static RestTestClient http;

	@BeforeAll
	static void start() {
		application = SpringApplication.run(SampleApplication.class, "--server.port=0",
				"--management.endpoint.health.group.readiness.include=readinessState,xmpp",
				"--xmpp.health.ping.enabled=true", "--xmpp.health.ping.timeout=30s");
		http = RestTestClient.bindToServer()
			.baseUrl("http://localhost:" + application.getEnvironment().getProperty("local.server.port"))
			.build();
		Awaitility.await().atMost(HALF_A_MINUTE).until(OperatorTests::lastVisitorIsGone);
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	void endpointShowsConnectionHandlersAndFeatures() throws JSONException {
		String json = new String(http.get()
			.uri("/actuator/xmpp")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.returnResult()
			.getResponseBody(), StandardCharsets.UTF_8);

		JSONAssert.assertEquals(EXPECTED, json,
				new CustomComparator(JSONCompareMode.STRICT, like("connections.xmppConnection.since", TIME),
						like("connections.xmppConnection.stream.since", TIME),
						like("connections.xmppConnection.stream.server", "127\\.0\\.0\\.1:\\d+"),
						like("connections.xmppConnection.stream.tlsCipher", "TLS_\\w+")));
	}

	private static Customization like(String path, String pattern) {
		return new Customization(path, new RegularExpressionValueMatcher<>(pattern));
	}

	@Test
	void applicationIsTakenOutOfServiceAndBack() {
		operate("drain").expectStatus().isNoContent();

		assertHealth(HttpStatus.SERVICE_UNAVAILABLE, "OUT_OF_SERVICE");
		readiness().expectStatus().isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
		operate("resume").expectStatus().isNoContent();
		assertHealth(HttpStatus.OK, "UP");
		readiness().expectStatus().isOk();
	}

	@Test
	void healthTellsHowLongServerTookToAnswer() {
		http.get()
			.uri("/actuator/health/xmpp")
			.exchange()
			.expectBody()
			.jsonPath("$.details.ping")
			.value(String.class, (ping) -> assertThat(ping).matches("\\d+ ms"));
	}

	@Test
	void connectionIsOpenedAnew() {
		NegotiatedStream before = connection().status().stream();

		operate("reconnect").expectStatus().isNoContent();

		Awaitility.await()
			.atMost(HALF_A_MINUTE)
			.untilAsserted(() -> assertThat(connection().status().stream()).isNotNull().isNotSameAs(before));
		assertThat(connection().status().state()).isEqualTo(ConnectionState.ONLINE);
	}

	@Test
	void oneOfSeveralConnectionsCanBeNamed() {
		http.post().uri("/actuator/xmpp/drain/other").exchange().expectStatus().isBadRequest();
		assertThat(connection().isDraining()).isFalse();

		http.post().uri("/actuator/xmpp/drain/xmppConnection").exchange().expectStatus().isNoContent();

		assertThat(connection().isDraining()).isTrue();
		connection().resume();
	}

	@Test
	void unknownOperationIsRefused() {
		operate("explode").expectStatus().isBadRequest();
	}

	private static RestTestClient.ResponseSpec operate(String operation) {
		return http.post().uri("/actuator/xmpp/{operation}", operation).exchange();
	}

	private static RestTestClient.ResponseSpec readiness() {
		return http.get().uri("/actuator/health/readiness").exchange();
	}

	private static void assertHealth(HttpStatus status, String health) {
		http.get()
			.uri("/actuator/health")
			.exchange()
			.expectStatus()
			.isEqualTo(status)
			.expectBody()
			.jsonPath("$.components.xmpp.status")
			.isEqualTo(health);
	}

	private static XmppConnection connection() {
		return application.getBean(XmppConnection.class);
	}

	/**
	 * The customer has closed a ticket that there is not.
	 */
	private static boolean lastVisitorIsGone() {
		return application.getBean(IqHandlerMapping.class)
			.mappings()
			.stream()
			.anyMatch((info) -> "close".equals(info.mapping().name()) && info.errors() == 1);
	}

}
