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

package io.github.xmppspring.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import javax.net.ssl.TrustManagerFactory;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.connection.ConnectionSettings;
import io.github.xmppspring.connection.DefaultXmppConnection;
import io.github.xmppspring.negotiation.client.StreamNegotiation;
import io.github.xmppspring.negotiation.client.TlsMode;
import io.github.xmppspring.negotiation.client.TlsSettings;
import io.github.xmppspring.negotiation.component.ComponentNegotiation;
import io.github.xmppspring.stanza.IqExchange;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A server, and clients of this project and of bare sockets that connect to it.
 * Everything is closed after the test, and no thread of it may be left then.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ServerExtension implements BeforeEachCallback, AfterEachCallback {

	static final Duration TIMEOUT = Duration.ofSeconds(10);

	static final String PASSWORD = "secret";

	/**
	 * Answers each request with its own payload.
	 */
	static final IqExchange ECHO = (request) -> CompletableFuture.completedStage(request.result(request.payload()));

	private final List<AutoCloseable> resources = new CopyOnWriteArrayList<>();

	private Set<Thread> foreignThreads = Set.of();

	/**
	 * Starts a server with the accounts alice and bob.
	 * @param customizer changes its settings
	 * @return the server
	 */
	EmbeddedXmppServer start(Consumer<EmbeddedXmppServer.Builder> customizer) {
		EmbeddedXmppServer.Builder builder = EmbeddedXmppServer.builder()
			.account("alice", PASSWORD)
			.account("bob", PASSWORD);
		customizer.accept(builder);
		EmbeddedXmppServer server = builder.build();
		this.resources.add(server);
		server.start();
		return server;
	}

	EmbeddedXmppServer start() {
		return start((builder) -> {
		});
	}

	/**
	 * Connects a client.
	 * @param server the server
	 * @param jid its full JID
	 * @return the client, online
	 */
	ServerClient connect(EmbeddedXmppServer server, String jid) {
		return connect(server, jid, ECHO);
	}

	ServerClient connect(EmbeddedXmppServer server, String jid, IqExchange inbound) {
		ServerClient client = client(server, jid, PASSWORD, inbound, (builder) -> {
		});
		assertThat(client.start()).succeedsWithin(TIMEOUT);
		return client;
	}

	/**
	 * Makes a client that is not started.
	 */
	ServerClient client(EmbeddedXmppServer server, String jid, String password, IqExchange inbound,
			Consumer<StreamNegotiation.Builder> customizer) {
		StreamNegotiation.Builder negotiation = StreamNegotiation.builder(Jid.of(jid))
			.password(password)
			.tls(new TlsSettings(TlsMode.STARTTLS, null, trust(server), List.of(), List.of()));
		customizer.accept(negotiation);
		ServerClient client = new ServerClient(
				new DefaultXmppConnection(negotiation.build(), "127.0.0.1", server.port(), settings(), inbound));
		this.resources.add(0, client);
		return client;
	}

	/**
	 * Makes a component that is not started.
	 */
	ServerClient component(EmbeddedXmppServer server, String domain, String secret, IqExchange inbound) {
		ComponentNegotiation negotiation = ComponentNegotiation.builder(Jid.of(domain)).secret(secret).build();
		ServerClient client = new ServerClient(
				new DefaultXmppConnection(negotiation, "127.0.0.1", server.componentPort(), settings(), inbound));
		this.resources.add(0, client);
		return client;
	}

	/**
	 * Opens a bare socket.
	 */
	RawStream raw(EmbeddedXmppServer server) {
		return raw(server.address());
	}

	RawStream raw(InetSocketAddress address) {
		RawStream raw = new RawStream(address);
		this.resources.add(0, raw);
		return raw;
	}

	private static ConnectionSettings settings() {
		return new ConnectionSettings(Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofSeconds(30),
				ConnectionSettings.backOff(Duration.ofMillis(50), 1.5, Duration.ofMillis(300), Duration.ofMillis(10)),
				true, Duration.ZERO, 100_000, false, Duration.ofSeconds(2));
	}

	static TrustManagerFactory trust(EmbeddedXmppServer server) {
		try {
			KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
			store.load(null, null);
			store.setCertificateEntry("server", server.certificate());
			TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
			trust.init(store);
			return trust;
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Servers and connections of application contexts may live on in the context cache.
	 */
	@Override
	public void beforeEach(ExtensionContext context) {
		this.foreignThreads = Thread.getAllStackTraces().keySet();
	}

	@Override
	public void afterEach(ExtensionContext context) throws Exception {
		for (AutoCloseable resource : this.resources) {
			resource.close();
		}
		this.resources.clear();
		await("end of all threads").pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(10))
			.atMost(TIMEOUT)
			.until(this::threads, List::isEmpty);
	}

	/**
	 * The names of the threads that were not there before the test.
	 */
	List<String> threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> !this.foreignThreads.contains(thread))
			.map(Thread::getName)
			.filter((name) -> name.toLowerCase(Locale.ROOT).startsWith("xmpp"))
			.toList();
	}

}
