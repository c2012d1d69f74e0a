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

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.connection.ConnectionListener;
import io.github.xmppspring.connection.ConnectionState;
import io.github.xmppspring.connection.ConnectionStatus;
import io.github.xmppspring.negotiation.CertificateNameException;
import io.github.xmppspring.negotiation.CertificateNotTrustedException;
import io.github.xmppspring.server.EmbeddedXmppServer;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamException;
import io.github.xmppspring.test.XmppPeer;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.xmppspring.test.XmppAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Behaviours T1 to T8: what the user of IQ stanzas sees of the stream, and the helpers
 * for tests.
 *
 * @author XMPP for Spring Boot contributors
 */
class StreamTests {

	private static final String[] QUICK = { "xmpp.reconnect.initial-interval=50ms", "xmpp.reconnect.jitter=0s" };

	@Test
	@DisplayName("T1 a lost connection is opened again by itself, at growing and varied intervals")
	void reconnects() throws Exception {
		try (ScriptedServer server = ScriptedServer.forClient("me@x/r");
				Application application = Application.with(Desk.class)
					.properties("xmpp.reconnect.initial-interval=100ms", "xmpp.reconnect.multiplier=3",
							"xmpp.reconnect.jitter=50ms")
					.on(server)) {
			List<Duration> delays = new ArrayList<>();
			application.connection().addListener(new DelayRecorder(delays));
			server.lettingIn(false);
			server.drop();
			await().atMost(Duration.ofSeconds(10)).until(() -> delays.size() >= 3);
			server.lettingIn(true);
			server.awaitLogin();

			application.awaitState(ConnectionState.ONLINE);
			assertThat(server.ask("<iq type='get' id='*' from='bob@y'><echo xmlns='urn:example:desk'/></iq>")
				.attribute("type")).isEqualTo("result");
			assertThat(delays.get(2)).isGreaterThan(delays.get(0).multipliedBy(3));
		}
	}

	@Test
	@DisplayName("T2 a silent server is pinged, and given up if it stays silent")
	void keepAlive() throws Exception {
		try (ScriptedServer server = ScriptedServer.forClient("me@x/r");
				Application application = Application.with()
					.properties(QUICK)
					.properties("xmpp.keepalive.interval=200ms", "xmpp.keepalive.timeout=2s")
					.on(server)) {
			Element ping = server.next();
			assertThat(ping.firstChild()).isEqualTo(Element.of("urn:xmpp:ping", "ping"));
			server.send("<iq type='result' id='%s' from='x'/>".formatted(ping.attribute("id")));
			assertThat(server.next().firstChild().localName()).isEqualTo("ping");

			// this one is not answered
			server.awaitLogin();

			application.awaitState(ConnectionState.ONLINE);
		}
	}

	@Test
	@DisplayName("T3 broken XML ends the stream with not-well-formed, and is not sent back")
	void brokenXml() throws Exception {
		assertStreamEnds("<iq type='result'><secret></iq></iq>", StreamErrorCondition.NOT_WELL_FORMED, "secret");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<!DOCTYPE a [<!ENTITY secret 'x'>]>", "<!-- secret -->", "<?secret x?>" })
	@DisplayName("T5 document types, comments and processing instructions end the stream with restricted-xml")
	void restrictedXml(String xml) throws Exception {
		assertStreamEnds(xml, StreamErrorCondition.RESTRICTED_XML, "secret");
	}

	@Test
	@DisplayName("T5 entities of a document type are not known")
	void entities() throws Exception {
		assertStreamEnds("<message><body>&secret;</body></message>", StreamErrorCondition.RESTRICTED_XML, "secret");
	}

	private static void assertStreamEnds(String xml, StreamErrorCondition condition, String secret) throws Exception {
		try (ScriptedServer server = ScriptedServer.forClient("me@x/r");
				Application application = Application.with()
					// what is received counts from the next login on
					.properties("xmpp.reconnect.initial-interval=1s", "xmpp.reconnect.jitter=0s")
					.on(server)) {
			List<Throwable> errors = new CopyOnWriteArrayList<>();
			application.connection().addListener(new ErrorRecorder(errors));

			server.send(xml);

			Element error = server.next();
			assertThat(error.localName()).isEqualTo("error");
			assertThat(error.children()).extracting(Element::localName).containsExactly(condition.toString());
			assertThat(server.text()).doesNotContain(secret);
			server.awaitLogin();
			assertThat(errors.get(0)).isInstanceOfSatisfying(StreamException.class,
					(ex) -> assertThat(ex.error().condition()).isEqualTo(condition));
			assertThat(errors.get(0).toString()).doesNotContain(secret);
		}
	}

	@Test
	@DisplayName("T4 an unprotected stream cannot send the application to another host")
	void redirectionOfPlaintext() throws Exception {
		try (ScriptedServer evil = ScriptedServer.forClient("me@x/r");
				ScriptedServer server = ScriptedServer.forClient("me@x/r");
				Application application = Application.with().properties(QUICK).on(server)) {
			String evilHost = "127.0.0.1:" + evil.port();

			server.send("<stream:error><see-other-host xmlns='urn:ietf:params:xml:ns:xmpp-streams'>" + evilHost
					+ "</see-other-host></stream:error></stream:stream>");

			server.awaitLogin();
			application.awaitState(ConnectionState.ONLINE);
			assertThat(evil.connections()).isZero();
		}
	}

	@Test
	@DisplayName("T4 before TLS nobody can send the application to another host")
	void redirectionBeforeTls() throws Exception {
		try (EmbeddedXmppServer evil = server("xmpp.example");
				RedirectingServer server = new RedirectingServer("xmpp.example", false)) {
			server.sendTo("127.0.0.1:" + evil.port());

			assertThatExceptionOfType(Exception.class).isThrownBy(() -> start(server, evil.certificate()))
				.withStackTraceContaining("see-other-host");
			assertThat(evil.sessions()).isEmpty();
			assertThat(server.connections()).isOne();
		}
	}

	@Test
	@DisplayName("T4 a server that has proved who it is can send the application to another host")
	void redirection() throws Exception {
		try (EmbeddedXmppServer target = server("xmpp.example");
				RedirectingServer server = new RedirectingServer("xmpp.example", true)) {
			server.sendTo("127.0.0.1:" + target.port());

			try (Application application = start(server, target.certificate())) {
				assertThat(application.jid().bare()).isEqualTo(Jid.of("romeo@xmpp.example"));
				assertThat(target.sessions()).containsExactly(application.jid());
				assertThat(server.connections()).isOne();
			}
		}
	}

	@Test
	@DisplayName("T4 the other host must prove that it speaks for the domain of the JID")
	void redirectionToOtherDomain() throws Exception {
		try (RedirectingServer other = new RedirectingServer("other.example", true);
				RedirectingServer server = new RedirectingServer("xmpp.example", true)) {
			server.sendTo("127.0.0.1:" + other.port());

			assertThatExceptionOfType(Exception.class).isThrownBy(() -> start(server, other.certificate()))
				.withStackTraceContaining(CertificateNameException.class.getName());
			assertThat(other.connections()).isOne();
		}
	}

	@Test
	@DisplayName("T4 the application is not sent round in circles")
	void circularRedirection() throws Exception {
		try (RedirectingServer server = new RedirectingServer("xmpp.example", true)) {
			server.sendTo("127.0.0.1:" + server.port());

			assertThatExceptionOfType(Exception.class).isThrownBy(() -> start(server, server.certificate()))
				.withStackTraceContaining("see-other-host");
			assertThat(server.connections()).isEqualTo(4);
		}
	}

	@Test
	@DisplayName("T4 an unprotected stream can be sent to another port of its own domain")
	void redirectionToSameDomain() throws Exception {
		try (ScriptedServer other = ScriptedServer.forClient("me@localhost/r");
				ScriptedServer server = ScriptedServer.forClient("me@localhost/r");
				Application application = Application.with().properties(QUICK).on(server)) {
			server.send("<stream:error><see-other-host xmlns='urn:ietf:params:xml:ns:xmpp-streams'>localhost:"
					+ other.port() + "</see-other-host></stream:error></stream:stream>");

			other.awaitLogin();
			application.awaitState(ConnectionState.ONLINE);
			assertThat(server.connections()).isOne();
		}
	}

	private static Application start(RedirectingServer server, X509Certificate other) throws Exception {
		return Application.with()
			.properties("xmpp.jid=romeo@xmpp.example", "xmpp.password=secret", "xmpp.host=127.0.0.1",
					"xmpp.port=" + server.port(), "xmpp.ssl.bundle=test",
					"spring.ssl.bundle.pem.test.truststore.certificate=" + pem(server.certificate()) + pem(other))
			.start();
	}

	@Test
	@DisplayName("T6 a certificate for the domain of the JID from a trusted authority is accepted")
	void trustedCertificate() throws Exception {
		try (EmbeddedXmppServer server = server("xmpp.example");
				Application application = Application.with()
					.properties(properties(server, "romeo@xmpp.example"))
					.properties("spring.ssl.bundle.pem.test.truststore.certificate=" + pem(server.certificate()),
							"xmpp.ssl.bundle=test")
					.start()) {
			assertThat(application.jid().bare()).isEqualTo(Jid.of("romeo@xmpp.example"));
		}
	}

	@Test
	@DisplayName("T6 the certificate must be from an authority that is trusted")
	void untrustedCertificate() {
		try (EmbeddedXmppServer server = server("xmpp.example")) {
			assertThatExceptionOfType(Exception.class)
				.isThrownBy(() -> Application.with().properties(properties(server, "romeo@xmpp.example")).start())
				.withStackTraceContaining(CertificateNotTrustedException.class.getName());
			assertThat(server.sessions()).isEmpty();
		}
	}

	private static EmbeddedXmppServer server(String domain) {
		EmbeddedXmppServer server = EmbeddedXmppServer.builder().domain(domain).account("romeo", "secret").build();
		server.start();
		return server;
	}

	private static String[] properties(EmbeddedXmppServer server, String jid) {
		return new String[] { "xmpp.jid=" + jid, "xmpp.password=secret", "xmpp.host=127.0.0.1",
				"xmpp.port=" + server.port() };
	}

	private static String pem(X509Certificate certificate) throws Exception {
		return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
				+ "\n-----END CERTIFICATE-----\n";
	}

	@Test
	@DisplayName("T7 a test has peers that ask and answer, on a server or without one")
	void peers() {
		try (Application application = Application.with(Desk.class).onEmbedded()) {
			XmppPeer juliet = application.peer("juliet");
			juliet.when("<name xmlns='urn:example:name'/>").reply("<name xmlns='urn:example:name'>Juliet</name>");

			assertThat(juliet.get("<echo xmlns='urn:example:desk'>hello</echo>")).isResult()
				.hasPayload("<echo xmlns='urn:example:desk'>hello</echo>");
			assertThat(juliet.get("<a xmlns='urn:a'/>")).isError()
				.hasCondition(StanzaErrorCondition.SERVICE_UNAVAILABLE);
			assertThat(application.iq()
				.get(Element.of("urn:example:name", "name"))
				.to(juliet.jid())
				.retrieve(Element.class)
				.text()).isEqualTo("Juliet");
		}
	}

	@Test
	@DisplayName("T8 there are factories for requests, queries and their replies, and none makes up an id")
	void factories() {
		Element payload = Desk.element("echo");
		Iq get = Iq.get(payload).build();

		assertThat(List.of(get, Iq.set(payload).build(), Iq.get().query("urn:a").build(), get.result(payload),
				get.error(StanzaErrorCondition.CONFLICT)))
			.extracting(Iq::type)
			.containsExactly(IqType.GET, IqType.SET, IqType.GET, IqType.RESULT, IqType.ERROR);
		assertThat(List.of(get, Iq.set(payload).build(), get.result(payload))).extracting(Iq::id).containsOnlyNulls();
	}

	private record DelayRecorder(List<Duration> delays) implements ConnectionListener {

		@Override
		public void statusChanged(ConnectionStatus previous, ConnectionStatus current) {
			Instant next = current.nextAttempt();
			if (current.state() == ConnectionState.BACKING_OFF && next != null) {
				this.delays.add(Duration.between(current.since(), next));
			}
		}

	}

	private record ErrorRecorder(List<Throwable> errors) implements ConnectionListener {

		@Override
		public void statusChanged(ConnectionStatus previous, ConnectionStatus current) {
			if (current.state() == ConnectionState.BACKING_OFF && current.lastError() != null) {
				this.errors.add(current.lastError());
			}
		}

	}

}
