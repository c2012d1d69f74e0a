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

package io.github.xmppspring.mistakes;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.xml.namespace.QName;

import io.github.xmppspring.connection.HostNotFoundException;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.connection.XmppConnectionException;
import io.github.xmppspring.context.TestXmppConnection;
import io.github.xmppspring.negotiation.AuthenticationFailedException;
import io.github.xmppspring.negotiation.CertificateNameException;
import io.github.xmppspring.negotiation.CertificateNotTrustedException;
import io.github.xmppspring.negotiation.PlaintextRefusedException;
import io.github.xmppspring.negotiation.ResourceBindingException;
import io.github.xmppspring.negotiation.UnsupportedFeatureException;
import io.github.xmppspring.sasl.SaslException;
import io.github.xmppspring.server.EmbeddedXmppServer;
import io.github.xmppspring.stanza.StanzaError;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stanza.XmppException;
import io.github.xmppspring.stream.StreamError;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.test.system.CapturedOutput;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Servers that do not let the application in, or not for long. What cannot be had on
 * loopback, or not in a moment, is an exception instead of a server.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ConnectionMistakes {

	private static final String STARTTLS = "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'><required/></starttls>";

	private static final String JID = "xmpp.jid=bot@example.org";

	private static final String PASSWORD = "xmpp.password=secret";

	private static final String LOOPBACK = "xmpp.host=127.0.0.1";

	private ConnectionMistakes() {
	}

	static Map<String, Trial> trials() {
		Map<String, Trial> trials = new LinkedHashMap<>();
		addAddresses(trials);
		addTls(trials);
		addLogins(trials);
		addComponents(trials);
		addStreams(trials);
		return trials;
	}

	private static void addAddresses(Map<String, Trial> trials) {
		trials.put("there is no host of this name", failing(new HostNotFoundException("example.org", null)));
		trials.put("no server is running", ConnectionMistakes::refused);
		trials.put("a firewall is in between",
				failing(new XmppConnectionException("No connection to 192.0.2.1:5222 could be opened",
						new ConnectException("connection timed out after 10000 ms: /192.0.2.1:5222"))));
		trials.put("the server does not answer", (output) -> raw(output, new RawServer(""), JID, PASSWORD,
				"xmpp.ssl.mode=disabled", "xmpp.negotiation-timeout=500ms"));
		trials.put("the server closes the connection",
				(output) -> raw(output, new RawServer(), JID, PASSWORD, "xmpp.ssl.mode=disabled"));
		trials.put("`xmpp.port` is that of a web server", (output) -> raw(output,
				new RawServer("HTTP/1.1 400 Bad Request\r\n\r\n"), JID, PASSWORD, "xmpp.ssl.mode=disabled"));
		trials.put("the server does not support XMPP 1.0",
				(output) -> raw(output, new RawServer(RawServer.HEADER.replace(" version='1.0'", "")), JID, PASSWORD,
						"xmpp.ssl.mode=disabled"));
		trials.put("the server does not have the domain of `xmpp.jid`",
				(output) -> embedded(output, EmbeddedXmppServer.builder().domain("example.com"), JID, PASSWORD));
		trials.put("a client on the port for components",
				(output) -> component(output, true, JID, PASSWORD, "xmpp.ssl.mode=disabled"));
		trials.put("a component on the port for clients",
				(output) -> component(output, false, "xmpp.mode=component", "xmpp.jid=echo.example.org", PASSWORD));
	}

	private static void addTls(Map<String, Trial> trials) {
		trials.put("the server has no STARTTLS", (output) -> raw(output, new RawServer(RawServer.HEADER + features(
				"<mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>PLAIN</mechanism></mechanisms>")), JID,
				PASSWORD, "xmpp.ssl.mode=starttls"));
		trials.put("the server refuses STARTTLS",
				(output) -> raw(output,
						new RawServer(RawServer.HEADER + features(STARTTLS),
								"<failure xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>"),
						JID, PASSWORD, "xmpp.ssl.mode=starttls"));
		trials.put("something comes unprotected after STARTTLS",
				(output) -> raw(output,
						new RawServer(RawServer.HEADER + features(STARTTLS),
								"<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/><injected/>"),
						JID, PASSWORD, "xmpp.ssl.mode=starttls"));
		trials.put("`xmpp.ssl.mode=direct` on a port without TLS",
				(output) -> raw(output, new RawServer(RawServer.HEADER), JID, PASSWORD, "xmpp.ssl.mode=direct"));
		trials.put("the certificate of the server is not trusted",
				(output) -> connect(output, EmbeddedXmppServer.builder().domain("example.org"), JID, PASSWORD));
		trials.put("the certificate of the server has expired",
				failing(notTrusted(new CertificateExpiredException("NotAfter: Thu Jan 01 00:00:00 UTC 2026"))));
		trials.put("the certificate of the server is not valid yet",
				failing(notTrusted(new CertificateNotYetValidException("NotBefore: Thu Jan 01 00:00:00 UTC 2099"))));
		trials.put("the certificate of the server is for another domain",
				failing(new CertificateNameException("example.org", List.of("dNSName example.com"))));
		trials.put("`xmpp.ssl.mode=disabled`, with a server that requires TLS",
				(output) -> connect(output, account(), JID, PASSWORD, "xmpp.ssl.mode=disabled"));
		trials.put("`xmpp.ssl.mode=disabled`, with a server that is not on this machine",
				failing(new PlaintextRefusedException("192.0.2.1")));
	}

	private static void addLogins(Map<String, Trial> trials) {
		trials.put("wrong password", (output) -> embedded(output, account(), JID, "xmpp.password=wrong"));
		trials.put("no such account", (output) -> embedded(output, account(), "xmpp.jid=nobody@example.org", PASSWORD));
		trials.put("no password", (output) -> embedded(output, account(), JID));
		trials.put("a password with control characters",
				(output) -> embedded(output, account(), JID, "xmpp.password=a\u0007b"));
		trials.put("`xmpp.jid` without a localpart, but no anonymous logins",
				(output) -> embedded(output, account(), "xmpp.jid=example.org", PASSWORD));
		trials.put("no common SASL mechanism", (output) -> raw(output,
				new RawServer(RawServer.HEADER + mechanism("DIGEST-MD5")), JID, PASSWORD, "xmpp.ssl.mode=disabled"));
		trials.put("only `PLAIN`, and no TLS",
				(output) -> raw(output, new RawServer(RawServer.HEADER + mechanism("PLAIN")), JID, PASSWORD,
						"xmpp.ssl.mode=disabled", "xmpp.sasl.mechanisms=PLAIN"));
		trials.put("the server requires a feature that is not known",
				failing(new UnsupportedFeatureException(new QName("urn:a", "feature"))));
		for (String condition : List.of("account-disabled", "credentials-expired", "encryption-required",
				"mechanism-too-weak", "temporary-auth-failure")) {
			trials.put("the login is refused with `" + condition + "`",
					failing(new AuthenticationFailedException("PLAIN", condition, null)));
		}
		trials.put("the certificate of the client is refused",
				failing(new AuthenticationFailedException("EXTERNAL", "not-authorized", null)));
		trials.put("anonymous logins are refused",
				failing(new AuthenticationFailedException("ANONYMOUS", "not-authorized", null)));
		trials.put("the server does not know the password itself",
				failing(new AuthenticationFailedException("SCRAM-SHA-512",
						new SaslException("The server did not prove that it knows the password"))));
		for (StanzaErrorCondition condition : List.of(StanzaErrorCondition.CONFLICT,
				StanzaErrorCondition.RESOURCE_CONSTRAINT, StanzaErrorCondition.NOT_ALLOWED)) {
			trials.put("the resource is refused with `" + condition + "`",
					failing(new ResourceBindingException(StanzaError.of(condition))));
		}
		trials.put("the server cannot bind a resource",
				failing(new ResourceBindingException("The server does not offer to bind a resource")));
	}

	private static void addComponents(Map<String, Trial> trials) {
		String[] echo = { "xmpp.mode=component", "xmpp.jid=echo.example.org", PASSWORD };
		trials.put("the server does not know the component",
				(output) -> component(output, true, "xmpp.mode=component", "xmpp.jid=other.example.org", PASSWORD));
		trials.put("wrong secret of a component", (output) -> component(output, true, "xmpp.mode=component",
				"xmpp.jid=echo.example.org", "xmpp.password=wrong"));
		trials.put("the component is connected already", (output) -> taken(output, echo));
	}

	private static void addStreams(Map<String, Trial> trials) {
		for (StreamErrorCondition condition : List.of(StreamErrorCondition.CONFLICT, StreamErrorCondition.HOST_GONE,
				StreamErrorCondition.NOT_AUTHORIZED, StreamErrorCondition.CONNECTION_TIMEOUT,
				StreamErrorCondition.POLICY_VIOLATION, StreamErrorCondition.SEE_OTHER_HOST,
				StreamErrorCondition.SYSTEM_SHUTDOWN, StreamErrorCondition.INVALID_XML)) {
			trials.put("the server ends the stream with `" + condition + "`",
					failing(StreamException.received(StreamError.of(condition))));
		}
		trials.put("the server closes the stream", (output) -> ended(null));
		trials.put("the connection breaks",
				(output) -> ended(new IOException("The connection was closed without an end of the stream")));
		trials.put("the server stops to answer",
				failing(new StreamException(StreamError.of(StreamErrorCondition.CONNECTION_TIMEOUT),
						"Nothing has come from the server for 85000 ms, not even an answer to a ping")));
		trials.put("the server sends more than `xmpp.limits` allows",
				(output) -> raw(output,
						new RawServer("<stream:stream xmlns='jabber:client' from='" + "x".repeat(70_000)
								+ "' xmlns:stream='http://etherx.jabber.org/streams'>"),
						JID, "xmpp.ssl.mode=disabled"));
		trials.put("the server does not confirm what it is sent",
				failing(new StreamException(StreamError.of(StreamErrorCondition.RESOURCE_CONSTRAINT),
						"The peer does not acknowledge the stanzas it is sent")));
	}

	private static XmppException notTrusted(CertificateException cause) {
		return new CertificateNotTrustedException("example.org", cause.getMessage(),
				new CertificateException("no path", cause));
	}

	private static Trial failing(XmppException failure) {
		return (output) -> attempt(output,
				Application.connecting(JID).with(XmppConnection.class, new TestXmppConnection().failing(failure)));
	}

	private static Words ended(@Nullable IOException failure) {
		Words words = LaterWords.inHealth(failure);
		assertThat(LaterWords.inEvent(failure)).isEqualTo(words);
		return words;
	}

	private static Words refused(CapturedOutput output) throws Exception {
		int port;
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = socket.getLocalPort();
		}
		return attempt(output, Application.connecting(JID, LOOPBACK, "xmpp.port=" + port));
	}

	private static Words raw(CapturedOutput output, RawServer server, String... properties) throws Exception {
		try (server) {
			return attempt(output,
					Application.connecting(properties).properties(LOOPBACK, "xmpp.port=" + server.port()));
		}
	}

	private static EmbeddedXmppServer.Builder account() {
		return EmbeddedXmppServer.builder().domain("example.org").account("bot", "secret");
	}

	private static Words embedded(CapturedOutput output, EmbeddedXmppServer.Builder builder, String... properties) {
		return connect(output, builder.tlsRequired(false), with(properties, "xmpp.ssl.mode=disabled"));
	}

	private static Words connect(CapturedOutput output, EmbeddedXmppServer.Builder builder, String... properties) {
		try (EmbeddedXmppServer server = builder.build()) {
			server.start();
			return attempt(output,
					Application.connecting(properties).properties(LOOPBACK, "xmpp.port=" + server.port()));
		}
	}

	private static Words component(CapturedOutput output, boolean portForComponents, String... properties) {
		try (EmbeddedXmppServer server = account().component("echo.example.org", "secret").componentPort(0).build()) {
			server.start();
			return attempt(output, Application.connecting(properties)
				.properties(LOOPBACK, "xmpp.port=" + (portForComponents ? server.componentPort() : server.port())));
		}
	}

	private static Words taken(CapturedOutput output, String... properties) {
		try (EmbeddedXmppServer server = account().component("echo.example.org", "secret").componentPort(0).build()) {
			server.start();
			String[] all = with(with(properties, LOOPBACK), "xmpp.port=" + server.componentPort());
			try (AutoCloseable first = Application.connecting(all).start()) {
				assertThat(first).isNotNull();
				return attempt(output, Application.connecting(all));
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		}
	}

	private static Words attempt(CapturedOutput output, Application application) {
		Exception failure = application.fail();
		Words words = Application.analysis(output);
		Throwable cause = failure;
		while (cause != null && !(cause instanceof XmppException)) {
			cause = cause.getCause();
		}
		assertThat(cause).as("what the connection failed with").isNotNull();
		assertThat(LaterWords.inHealth(cause)).isEqualTo(words);
		assertThat(LaterWords.inEvent(cause)).isEqualTo(words);
		return words;
	}

	private static String[] with(String[] some, String other) {
		String[] all = java.util.Arrays.copyOf(some, some.length + 1);
		all[some.length] = other;
		return all;
	}

	private static String features(String features) {
		return "<stream:features>" + features + "</stream:features>";
	}

	private static String mechanism(String name) {
		return features("<mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>" + name
				+ "</mechanism></mechanisms>");
	}

}
