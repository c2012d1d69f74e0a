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

package io.github.xmppspring.connection;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.negotiation.client.StreamNegotiation;
import io.github.xmppspring.negotiation.client.TlsMode;
import io.github.xmppspring.negotiation.client.TlsSettings;
import io.github.xmppspring.stanza.IqExchange;
import io.github.xmppspring.testserver.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslManagerBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

import static org.awaitility.Awaitility.await;

/**
 * Makes connections to a {@link TestServer}. Closes them after the test and sees that no
 * thread of theirs is left then.
 *
 * @author XMPP for Spring Boot contributors
 */
final class TestConnections implements BeforeEachCallback, AfterEachCallback {

	/**
	 * Answers each request with its own payload.
	 */
	static final IqExchange ECHO = (request) -> CompletableFuture.completedStage(request.result(request.payload()));

	private final List<XmppConnection> connections = new CopyOnWriteArrayList<>();

	private List<String> foreignThreads = List.of();

	/**
	 * Starts the settings of a connection: STARTTLS, the password of the account, a
	 * resource of its own, quick to connect again, and {@linkplain #ECHO an echo}.
	 * @param server the server
	 * @param user the localpart of the account
	 * @return a builder
	 */
	Builder to(TestServer server, String user) {
		return new Builder(server, Jid.of(user, server.domain(), UUID.randomUUID().toString()));
	}

	/**
	 * Starts a connection with the usual settings and waits for its stream.
	 * @param server the server
	 * @param user the localpart of the account
	 * @return the connection
	 */
	TestConnection open(TestServer server, String user) {
		return to(server, user).build().start();
	}

	/**
	 * Closes all connections and waits for the end of their threads.
	 */
	void close() {
		this.connections.forEach(XmppConnection::close);
		this.connections.clear();
		await("end of all threads").pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(10))
			.atMost(Duration.ofSeconds(10))
			.until(TestConnections::threads, this.foreignThreads::containsAll);
	}

	/**
	 * Connections of application contexts may live on in the context cache.
	 */
	@Override
	public void beforeEach(ExtensionContext context) {
		this.foreignThreads = threads();
	}

	@Override
	public void afterEach(ExtensionContext context) {
		close();
	}

	/**
	 * The names of the threads of all connections of this process.
	 * @return the names
	 */
	static List<String> threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.map(Thread::getName)
			.filter((name) -> name.startsWith("xmpp") && !name.startsWith("xmpp-server"))
			.toList();
	}

	/**
	 * Collects the settings of a connection.
	 */
	final class Builder {

		private final TestServer server;

		private Jid account;

		private @Nullable String password;

		private String host;

		private int port;

		private TlsMode mode = TlsMode.STARTTLS;

		private @Nullable Path trusted;

		private @Nullable SslManagerBundle keys;

		private List<String> protocols = List.of();

		private Consumer<StreamNegotiation.Builder> negotiation = (builder) -> {
		};

		private Duration keepAliveInterval = Duration.ofSeconds(60);

		private Duration keepAliveTimeout = Duration.ofSeconds(30);

		private Duration connectionWait = Duration.ZERO;

		private IqExchange inbound = ECHO;

		private Builder(TestServer server, Jid account) {
			this.server = server;
			this.account = account;
			this.password = server.password();
			this.host = server.host();
			this.port = server.c2sPort();
			this.trusted = server.certificateAuthority();
		}

		Builder account(Jid account) {
			this.account = account;
			return this;
		}

		Builder resource(@Nullable String resource) {
			this.account = this.account.withResource(resource);
			return this;
		}

		Builder password(@Nullable String password) {
			this.password = password;
			return this;
		}

		Builder host(String host) {
			this.host = host;
			return this;
		}

		Builder port(int port) {
			this.port = port;
			return this;
		}

		/**
		 * How TLS is done, and the port for it.
		 * @param mode the mode
		 * @return this builder
		 */
		Builder tls(TlsMode mode) {
			return tls(mode, switch (mode) {
				case STARTTLS -> this.server.c2sPort();
				case DIRECT -> this.server.c2sTlsPort();
				case DISABLED -> this.server.c2sPlainPort();
			});
		}

		Builder tls(TlsMode mode, int port) {
			this.mode = mode;
			return port(port);
		}

		Builder protocol(String protocol) {
			this.protocols = List.of(protocol);
			return this;
		}

		Builder trustNobodyButTheJdk() {
			this.trusted = null;
			return this;
		}

		Builder clientCertificate() {
			this.keys = managers(new PemSslStoreDetails(null, location(this.server.clientCertificate()),
					location(this.server.clientKey())), null);
			return this;
		}

		Builder mechanisms(String... mechanisms) {
			return negotiation((builder) -> builder.mechanisms(List.of(mechanisms)));
		}

		Builder negotiation(Consumer<StreamNegotiation.Builder> negotiation) {
			this.negotiation = this.negotiation.andThen(negotiation);
			return this;
		}

		Builder keepAlive(Duration interval, Duration timeout) {
			this.keepAliveInterval = interval;
			this.keepAliveTimeout = timeout;
			return this;
		}

		Builder connectionWait(Duration wait) {
			this.connectionWait = wait;
			return this;
		}

		Builder inbound(IqExchange inbound) {
			this.inbound = inbound;
			return this;
		}

		TestConnection build() {
			StreamNegotiation.Builder builder = StreamNegotiation.builder(this.account)
				.password(this.password)
				.tls(new TlsSettings(this.mode, (this.keys != null) ? this.keys.getKeyManagerFactory() : null,
						(this.trusted != null) ? trust(this.trusted).getTrustManagerFactory() : null, this.protocols,
						List.of()));
			this.negotiation.accept(builder);
			XmppConnection connection = new DefaultXmppConnection(builder.build(), this.host, this.port, settings(),
					this.inbound);
			TestConnections.this.connections.add(connection);
			return new TestConnection(connection);
		}

		private ConnectionSettings settings() {
			return new ConnectionSettings(
					Duration.ofSeconds(5), this.keepAliveInterval, this.keepAliveTimeout, ConnectionSettings
						.backOff(Duration.ofMillis(50), 1.5, Duration.ofMillis(300), Duration.ofMillis(10)),
					true, this.connectionWait, 100_000, false, Duration.ofSeconds(2));
		}

		private static SslManagerBundle trust(Path certificate) {
			return managers(null, PemSslStoreDetails.forCertificate(location(certificate)));
		}

		private static SslManagerBundle managers(@Nullable PemSslStoreDetails keys,
				@Nullable PemSslStoreDetails trust) {
			return SslBundle.of(new PemSslStoreBundle(keys, trust)).getManagers();
		}

		private static String location(Path file) {
			return file.toUri().toString();
		}

	}

}
