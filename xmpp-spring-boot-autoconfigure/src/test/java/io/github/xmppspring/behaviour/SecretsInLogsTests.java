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

import java.io.IOException;
import java.net.InetAddress;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.codec.StreamTap;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.handler.annotation.IqHandler;
import io.github.xmppspring.payload.record.XmppAttribute;
import io.github.xmppspring.payload.record.XmppPayload;
import io.github.xmppspring.server.EmbeddedXmppServer;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.template.IqOperations;
import io.github.xmppspring.test.XmppPeer;
import io.github.xmppspring.wire.WireLog;
import io.github.xmppspring.xml.Element;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Everything that an application logs, with loggers at {@code TRACE}, holds no secret in
 * any form.
 *
 * @author XMPP for Spring Boot contributors
 */
class SecretsInLogsTests {

	private static final String PASSWORD = "kr&tes-Pf<rd-7>\u00fc";

	private static final String COMPONENT = "desk.localhost";

	@RegisterExtension
	final EverythingLogged logged = new EverythingLogged();

	private final Secrets secrets = new Secrets();

	private final EmbeddedXmppServer server = EmbeddedXmppServer.builder()
		.account("alice", PASSWORD)
		.account("bob", "other-" + PASSWORD)
		.componentPort(0)
		.component(COMPONENT, PASSWORD)
		.build();

	private ConfigurableApplicationContext context;

	@AfterEach
	void stop() {
		this.server.close();
		if (this.context != null) {
			this.context.close();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "PLAIN", "SCRAM-SHA-1", "SCRAM-SHA-256", "SCRAM-SHA-512" })
	void password(String mechanism) {
		start("alice", PASSWORD, mechanism);

		assertLoggedIn(mechanism);
		assertThat(this.secrets.names()).contains("password", "auth");
		assertNoSecretIsLogged();
	}

	@ParameterizedTest
	@ValueSource(strings = { "PLAIN", "SCRAM-SHA-256" })
	void wrongPassword(String mechanism) {
		this.secrets.add("right password", PASSWORD);

		assertThatException().isThrownBy(() -> start("alice", "wrong-horse-8", mechanism))
			.withStackTraceContaining("not-authorized");

		assertThat(log()).contains("<not-authorized/>");
		assertNoSecretIsLogged();
	}

	@Test
	void component() {
		this.server.start();
		run("xmpp.mode=component", "xmpp.jid=" + COMPONENT, "xmpp.port=" + this.server.componentPort(),
				"xmpp.ssl.mode=disabled", passwordOf(PASSWORD));

		assertThat(log()).contains("<handshake ").contains(">***</handshake>");
		assertThat(this.secrets.names()).contains("handshake");
		assertNoSecretIsLogged();
	}

	@Test
	void wrongSecretOfComponent() {
		this.server.start();
		this.secrets.add("right secret", PASSWORD);

		assertThatException().isThrownBy(() -> run("xmpp.mode=component", "xmpp.jid=" + COMPONENT,
				"xmpp.port=" + this.server.componentPort(), "xmpp.ssl.mode=disabled", passwordOf("wrong-horse-8")));

		assertThat(log()).contains(">***</handshake>").contains("not-authorized");
		assertNoSecretIsLogged();
	}

	@Test
	void anonymous() throws IOException {
		try (ScriptedServer scripted = ScriptedServer.forClient("guest@localhost/g")) {
			run("xmpp.sasl.mechanisms=ANONYMOUS", "xmpp.jid=localhost", "xmpp.port=" + scripted.port(),
					"xmpp.ssl.mode=disabled", passwordOf(PASSWORD));

			assertLoggedIn("ANONYMOUS");
			assertNoSecretIsLogged();
		}
	}

	@Test
	void clientCertificate() throws Exception {
		X509Bundle serverKey = certificate("localhost");
		X509Bundle clientKey = certificate("alice");
		this.secrets.add("private key", ((ECPrivateKey) clientKey.getKeyPair().getPrivate()).getS().toByteArray());
		this.secrets.add("encoded key", clientKey.getKeyPair().getPrivate().getEncoded());
		try (ScriptedServer scripted = ScriptedServer.forClient("alice@localhost/a", "EXTERNAL",
				listen(serverKey, clientKey.getCertificate()))) {
			run("xmpp.sasl.mechanisms=EXTERNAL", "xmpp.jid=alice@localhost", "xmpp.port=" + scripted.port(),
					"xmpp.ssl.mode=direct", "xmpp.ssl.bundle=test",
					"spring.ssl.bundle.pem.test.truststore.certificate=" + serverKey.getCertificatePEM(),
					"spring.ssl.bundle.pem.test.keystore.certificate=" + clientKey.getCertificatePEM(),
					"spring.ssl.bundle.pem.test.keystore.private-key=" + clientKey.getPrivateKeyPEM(),
					passwordOf(PASSWORD));

			assertLoggedIn("EXTERNAL");
			assertThat(this.secrets.names()).contains("auth");
			assertNoSecretIsLogged();
		}
	}

	private static X509Bundle certificate(String name) throws Exception {
		return new CertificateBuilder().ecp256()
			.subject("CN=" + name)
			.setIsCertificateAuthority(true)
			.addSanDnsName(name)
			.buildSelfSigned();
	}

	private static SSLServerSocket listen(X509Bundle key, X509Certificate trusted) throws Exception {
		KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
		store.load(null, null);
		store.setCertificateEntry("client", trusted);
		TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init(store);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(key.toKeyManagerFactory().getKeyManagers(), trust.getTrustManagers(), null);
		SSLServerSocket socket = (SSLServerSocket) context.getServerSocketFactory()
			.createServerSocket(0, 1, InetAddress.getLoopbackAddress());
		socket.setNeedClientAuth(true);
		return socket;
	}

	@Test
	void registration() {
		String registered = "new-" + PASSWORD;
		this.secrets.add("registered password", registered);
		this.secrets.add("mail address", "carol@mail.example");
		this.server.host(Jid.of("register.localhost"),
				(request) -> CompletableFuture.completedStage(request.result(request.payload())));
		start("alice", PASSWORD, "PLAIN");
		Element query = Element.builder("jabber:iq:register", "query")
			.textChild("username", "carol")
			.textChild("password", registered)
			.textChild("email", "carol@mail.example")
			.build();
		Element form = Element.builder("jabber:iq:register", "query").child(form(registered)).build();

		for (Element payload : List.of(query, form)) {
			Iq response = exchange(Iq.set(payload).to("register.localhost"));
			assertThat(response.payload()).isEqualTo(payload);
		}
		try (XmppPeer peer = XmppPeer.builder(this.server, "bob")
			.application(() -> Jid.of("alice@localhost/app"))
			.login()) {
			assertThat(peer.set(query).type()).isEqualTo(IqType.ERROR);
			assertThat(peer.set(form).type()).isEqualTo(IqType.ERROR);
		}

		assertThat(log()).contains("<email>***</email>");
		assertNoSecretIsLogged();
	}

	private static Element form(String password) {
		return Element
			.parse("<x xmlns='jabber:x:data' type='submit'><field var='email'>"
					+ "<value>carol@mail.example</value></field><field var='password'><value/></field></x>")
			.mutate()
			.child(Element.builder("jabber:x:data", "field").textChild("value", password).build())
			.build();
	}

	@Test
	void malformedPayload() {
		this.secrets.add("value", "4711-" + PASSWORD);
		start("alice", PASSWORD, "PLAIN");
		Element payload = Element.builder("urn:example:door", "open").attribute("pin", "4711-" + PASSWORD).build();

		try (XmppPeer peer = XmppPeer.builder(this.server, "bob")
			.application(() -> Jid.of("alice@localhost/app"))
			.login()) {
			this.server.host(Jid.of("door.localhost"),
					(request) -> CompletableFuture.completedStage(request.result(payload)));
			assertThat(peer.set(payload).error()).isNotNull();
		}
		assertThatException().isThrownBy(() -> this.context.getBean(IqOperations.class)
			.get(Element.of("urn:example:door", "open"))
			.to("door.localhost")
			.retrieve(Open.class));

		// the wire log shows payloads of the application, of which it knows nothing
		assertThat(log().lines().filter((line) -> !line.contains(WireLog.LOGGER)))
			.noneMatch((line) -> !this.secrets.foundIn(line).isEmpty());
	}

	// What is looked for can be found
	@Test
	void withoutRedactionEverythingIsFound() {
		List<String> found = new ArrayList<>();
		for (String mechanism : List.of("PLAIN", "SCRAM-SHA-256")) {
			start((context) -> context.registerBean(WireLog.class, () -> new WireLog(List.of(), 10_000)), "alice",
					PASSWORD, mechanism);
			found.addAll(this.secrets.foundIn(log()));
			this.context.close();
		}

		assertThat(found).contains("password", "auth", "challenge", "response", "success", "nonce", "salt", "proof",
				"server signature");
	}

	private void start(String user, String password, String mechanism) {
		start((context) -> {
		}, user, password, mechanism);
	}

	private void start(Consumer<GenericApplicationContext> beans, String user, String password, String mechanism) {
		this.server.start();
		run(beans, "xmpp.jid=" + user + "@localhost/app", "xmpp.port=" + this.server.port(),
				"xmpp.sasl.mechanisms=" + mechanism, "xmpp.ssl.bundle=test",
				"spring.ssl.bundle.pem.test.truststore.certificate=" + pem(this.server), passwordOf(password));
	}

	private static String pem(EmbeddedXmppServer server) {
		try {
			return "-----BEGIN CERTIFICATE-----\n"
					+ Base64.getMimeEncoder().encodeToString(server.certificate().getEncoded())
					+ "\n-----END CERTIFICATE-----\n";
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String passwordOf(String password) {
		this.secrets.add("password", password);
		return "xmpp.password=" + password;
	}

	private void run(String... properties) {
		run((context) -> {
		}, properties);
	}

	private void run(Consumer<GenericApplicationContext> beans, String... properties) {
		List<String> all = new ArrayList<>(List.of("xmpp.host=127.0.0.1", "xmpp.connect-mode=fail-fast",
				"spring.main.banner-mode=off", "spring.docker.compose.enabled=false"));
		all.addAll(List.of(properties));
		String password = List.of(properties)
			.stream()
			.filter((property) -> property.startsWith("xmpp.password="))
			.findFirst()
			.orElseThrow()
			.substring("xmpp.password=".length());
		this.context = new SpringApplicationBuilder(Application.Bare.class, Registration.class)
			.web(WebApplicationType.NONE)
			.initializers((context) -> {
				GenericApplicationContext generic = (GenericApplicationContext) context;
				generic.registerBean(StreamTap.class, () -> new WireSecrets(this.secrets, password));
				beans.accept(generic);
			})
			.run(all.stream().map((property) -> "--" + property).toArray(String[]::new));
	}

	private Iq exchange(Iq.Builder request) {
		return this.context.getBean(XmppConnection.class).exchange(request.build()).toCompletableFuture().join();
	}

	private void assertLoggedIn(String mechanism) {
		assertThat(this.context.getBean(XmppConnection.class).status().stream()).isNotNull()
			.satisfies((stream) -> assertThat(stream.mechanism()).isEqualTo(mechanism));
		assertThat(log()).contains("mechanism=\"" + mechanism + "\"");
	}

	private void assertNoSecretIsLogged() {
		if (this.context != null) {
			this.context.close();
		}
		this.server.close();
		String log = log();
		assertThat(log).contains("TRACE", "io.netty", WireLog.LOGGER).doesNotContain("Discarded inbound message");
		List<String> found = this.secrets.foundIn(log);
		assertThat(found).as(() -> linesWithSecrets(log)).isEmpty();
	}

	private String linesWithSecrets(String log) {
		return log.lines().filter((line) -> !this.secrets.foundIn(line).isEmpty()).collect(Collectors.joining("\n"));
	}

	private String log() {
		return this.logged.text();
	}

	/**
	 * Handlers that registrations come to, and that cannot cope with them.
	 */
	static class Registration {

		@IqHandler(namespace = "jabber:iq:register", name = "query", type = IqType.SET)
		void register(Query query) {
			throw new IllegalStateException("Registrations are closed");
		}

		@IqHandler
		void open(Open door) {
			throw new IllegalStateException("Doors are closed");
		}

	}

	@XmppPayload(namespace = "urn:example:door")
	record Open(@XmppAttribute int pin) {

	}

	@XmppPayload(namespace = "jabber:iq:register", name = "query")
	record Query(String username, String password) {

	}

}
