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

package io.github.xmppspring.actuate;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import javax.xml.namespace.QName;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.connection.ConnectionState;
import io.github.xmppspring.connection.ConnectionStatus;
import io.github.xmppspring.connection.HostNotFoundException;
import io.github.xmppspring.connection.PendingIqInfo;
import io.github.xmppspring.connection.StreamFailure;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.context.FailureDescription;
import io.github.xmppspring.context.TestXmppConnection;
import io.github.xmppspring.disco.OwnEntity;
import io.github.xmppspring.negotiation.NegotiatedStream;
import io.github.xmppspring.payload.disco.DiscoInfo;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.stream.StreamError;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamException;
import io.github.xmppspring.stream.StreamFeatures;
import io.github.xmppspring.stream.StreamHeader;
import org.json.JSONException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.skyscreamer.jsonassert.JSONAssert;
import org.skyscreamer.jsonassert.JSONCompareMode;

import org.springframework.boot.actuate.autoconfigure.endpoint.jackson.JacksonEndpointAutoConfiguration;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.actuate.endpoint.jackson.EndpointJsonMapper;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link XmppEndpoint} and its JSON.
 *
 * @author XMPP for Spring Boot contributors
 */
class XmppEndpointTests {

	private static final Instant SINCE = Instant.parse("2026-01-02T03:04:05Z");

	private final TestXmppConnection connection = new TestXmppConnection();

	private final TestXmppConnection other = new TestXmppConnection();

	private final XmppEndpoint endpoint = endpoint(Map.of("xmppConnection", this.connection), null, Show.NEVER);

	@Test
	void connectionInUseIsShown() {
		NegotiatedStream stream = new NegotiatedStream(Jid.of("bot@example.org/r"),
				StreamHeader.initial(Namespaces.CLIENT, "example.org", "example.org"), new StreamFeatures(List.of()),
				"TLSv1.3", "TLS_AES_256_GCM_SHA384", "SCRAM-SHA-512",
				InetSocketAddress.createUnresolved("192.0.2.1", 5222), SINCE);
		this.connection.become(new ConnectionStatus(ConnectionState.ONLINE, SINCE, stream, null, null));

		assertJson(this.endpoint.xmpp(), """
				{
				  "connections": {
				    "xmppConnection": {
				      "state": "ONLINE",
				      "since": "2026-01-02T03:04:05Z",
				      "draining": false,
				      "stream": {
				        "jid": "bot@example.org/r",
				        "server": "192.0.2.1:5222",
				        "domain": "example.org",
				        "since": "2026-01-02T03:04:05Z",
				        "tlsProtocol": "TLSv1.3",
				        "tlsCipher": "TLS_AES_256_GCM_SHA384",
				        "mechanism": "SCRAM-SHA-512"
				      },
				      "pendingRequests": [],
				      "streamErrors": []
				    }
				  },
				  "handlers": []
				}""");
	}

	@Test
	void connectionInTroubleIsShown() {
		HostNotFoundException error = new HostNotFoundException("xmpp.example.org", null);
		this.connection.become(TestXmppConnection.status(ConnectionState.BACKING_OFF, error));
		this.connection.failedBefore(
				new StreamFailure(SINCE, ConnectionState.ONLINE,
						StreamException.received(StreamError.of(StreamErrorCondition.SYSTEM_SHUTDOWN))),
				new StreamFailure(SINCE, ConnectionState.NEGOTIATING, new IOException("Connection reset")));
		this.connection.drain();

		assertJson(this.endpoint.xmpp(), """
				{
				  "connections": {
				    "xmppConnection": {
				      "state": "BACKING_OFF",
				      "since": "2026-01-02T03:04:05Z",
				      "draining": true,
				      "lastError": "%s",
				      "nextAttempt": "2026-01-02T03:04:06Z",
				      "pendingRequests": [],
				      "streamErrors": [
				        {
				          "time": "2026-01-02T03:04:05Z",
				          "state": "ONLINE",
				          "condition": "system-shutdown",
				          "remote": true,
				          "problem": "The server ended the stream with the error 'system-shutdown'"
				        },
				        {
				          "time": "2026-01-02T03:04:05Z",
				          "state": "NEGOTIATING",
				          "problem": "Connection reset"
				        }
				      ]
				    }
				  },
				  "handlers": []
				}""".formatted(FailureDescription.of(error).text()));
	}

	@Test
	void requestsThatWaitAreShownWithRedactedAddresses() {
		waitForSome();

		assertJson(this.endpoint.xmpp(), pending("j***@example.org/***"));
	}

	@Test
	void addressesAreShownAsTheyAreWhereThatIsAllowed() {
		waitForSome();

		XmppDescriptor shown = endpoint(Map.of("xmppConnection", this.connection), null, Show.ALWAYS).xmpp();

		assertJson(shown, pending("juliet@example.org/balcony"));
	}

	private void waitForSome() {
		this.connection.waitingFor(
				new PendingIqInfo(IqType.GET, new QName("jabber:iq:version", "query"),
						Jid.of("juliet@example.org/balcony"), Duration.ofMillis(1500), true),
				new PendingIqInfo(IqType.SET, null, null, Duration.ofSeconds(1), false));
	}

	private static String pending(String address) {
		return """
				{
				  "connections": {
				    "xmppConnection": {
				      "state": "STOPPED",
				      "since": "2026-01-02T03:04:05Z",
				      "draining": false,
				      "pendingRequests": [
				        {
				          "type": "get",
				          "payload": "{jabber:iq:version}query",
				          "to": "%s",
				          "age": "PT1.5S",
				          "sent": true
				        },
				        {
				          "type": "set",
				          "age": "PT1S",
				          "sent": false
				        }
				      ],
				      "streamErrors": []
				    }
				  },
				  "handlers": []
				}""".formatted(address);
	}

	@Test
	void whatThisEntitySaysOfItselfIsShown() {
		DiscoInfo base = DiscoInfo.builder()
			.identity("client", "bot", "Desk")
			.identity("automation", "rpc", null)
			.build();
		OwnEntity entity = new OwnEntity(base, () -> List.of("urn:xmpp:time"), List::of, null);

		XmppDescriptor shown = endpoint(Map.of("xmppConnection", this.connection), entity, Show.NEVER).xmpp();

		assertJson(shown.disco(), """
				{
				  "identities": [
				    { "category": "client", "type": "bot", "name": "Desk" },
				    { "category": "automation", "type": "rpc" }
				  ],
				  "features": [ "http://jabber.org/protocol/disco#info", "urn:xmpp:time" ]
				}""");
	}

	@ParameterizedTest
	@CsvSource({ "NEVER, j***@example.org/***", "ALWAYS, juliet@example.org/balcony",
			"WHEN_AUTHORIZED, j***@example.org/***" })
	void strangerIsShownWhatEverybodyIs(Show showValues, String address) {
		waitForSome();

		XmppDescriptor shown = new XmppEndpointWebExtension(this.endpoint, showValues, Set.of())
			.xmpp(SecurityContext.NONE);

		assertJson(shown, pending(address));
	}

	@ParameterizedTest
	@EnumSource
	void operationIsAppliedToAllConnections(XmppEndpoint.Operation operation) {
		start();

		both().operate(operation);

		assertThat(this.connection.calls()).containsExactly(operation.name().toLowerCase(Locale.ROOT));
		assertThat(this.other.calls()).containsExactly(operation.name().toLowerCase(Locale.ROOT));
	}

	@ParameterizedTest
	@EnumSource
	void operationIsAppliedToConnectionThatIsNamed(XmppEndpoint.Operation operation) {
		start();

		both().operateOne(operation, "b");

		assertThat(this.connection.calls()).isEmpty();
		assertThat(this.other.calls()).containsExactly(operation.name().toLowerCase(Locale.ROOT));
	}

	@Test
	void unknownConnectionIsRefused() {
		assertThatExceptionOfType(InvalidEndpointRequestException.class)
			.isThrownBy(() -> both().operateOne(XmppEndpoint.Operation.DRAIN, "c"))
			.satisfies((ex) -> assertThat(ex.getReason()).isEqualTo("It must be one of [a, b]"));

		assertThat(this.connection.calls()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = { "STOPPED", "STOPPING" })
	void connectionThatIsNotStartedCannotReconnect(ConnectionState state) {
		start();
		this.other.become(TestXmppConnection.status(state));

		assertThatExceptionOfType(InvalidEndpointRequestException.class)
			.isThrownBy(() -> both().operate(XmppEndpoint.Operation.RECONNECT));

		assertThat(this.connection.calls()).isEmpty();
	}

	private void start() {
		this.connection.become(TestXmppConnection.status(ConnectionState.ONLINE));
		this.other.become(TestXmppConnection.status(ConnectionState.FAILED));
	}

	private XmppEndpoint both() {
		Map<String, XmppConnection> connections = new LinkedHashMap<>();
		connections.put("a", this.connection);
		connections.put("b", this.other);
		return endpoint(connections, null, Show.NEVER);
	}

	private static XmppEndpoint endpoint(Map<String, XmppConnection> connections, @Nullable OwnEntity entity,
			Show showValues) {
		return new XmppEndpoint(connections, null, entity, showValues);
	}

	private static void assertJson(@Nullable Object shown, String expected) {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(JacksonEndpointAutoConfiguration.class))
			.run((context) -> assertSame(context.getBean(EndpointJsonMapper.class).get().writeValueAsString(shown),
					expected));
	}

	private static void assertSame(String actual, String expected) throws JSONException {
		JSONAssert.assertEquals(expected, actual, JSONCompareMode.STRICT);
	}

}
