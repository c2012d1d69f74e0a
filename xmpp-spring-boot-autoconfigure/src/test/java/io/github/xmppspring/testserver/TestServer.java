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

package io.github.xmppspring.testserver;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * An XMPP server for integration tests on loopback, with the accounts {@code alice},
 * {@code bob} and {@code carol}.
 *
 * <p>
 * Tests that use what only some servers have say so, see {@link OnTestServers}; methods
 * for what a server does not have fail.
 *
 * @author XMPP for Spring Boot contributors
 */
public interface TestServer extends AutoCloseable {

	/**
	 * The first labels of the domains that components may have.
	 */
	List<String> COMPONENTS = List.of("desk", "echo", "other");

	/**
	 * The server that a test runs on, for extensions.
	 * @param context the context of the test, or of all tests on the server
	 * @return the server
	 */
	static TestServer of(ExtensionContext context) {
		return SharedTestServers.get(context).server(TestServerKind.of(context));
	}

	/**
	 * Which server it is.
	 * @return its kind
	 */
	TestServerKind kind();

	/**
	 * The address the server listens at.
	 * @return an IP address
	 */
	String host();

	/**
	 * The port for clients that use STARTTLS, which is required there.
	 * @return a port number
	 */
	int c2sPort();

	/**
	 * The port for clients that begin with TLS.
	 * @return a port number
	 */
	default int c2sTlsPort() {
		throw lacking(Capability.DIRECT_TLS);
	}

	/**
	 * The port for clients without any TLS.
	 * @return a port number
	 */
	default int c2sPlainPort() {
		throw lacking(Capability.PLAINTEXT);
	}

	/**
	 * The port that requires STARTTLS, asks for a client certificate and offers SASL
	 * EXTERNAL first.
	 * @return a port number
	 */
	default int c2sExternalPort() {
		throw lacking(Capability.EXTERNAL);
	}

	/**
	 * The client certificate of {@code alice}.
	 * @return a PEM file
	 */
	default Path clientCertificate() {
		throw lacking(Capability.EXTERNAL);
	}

	/**
	 * The key of the client certificate.
	 * @return a PEM file, PKCS #8 without password
	 */
	default Path clientKey() {
		throw lacking(Capability.EXTERNAL);
	}

	/**
	 * The domain of the accounts.
	 * @return a domain name that no DNS knows
	 */
	default String domain() {
		return "xmpp.test";
	}

	/**
	 * The domain that offers nothing but SASL ANONYMOUS.
	 * @return a domain name that no DNS knows
	 */
	default String anonymousDomain() {
		throw lacking(Capability.ANONYMOUS);
	}

	/**
	 * The password of each account that is there from the start.
	 * @return the password
	 */
	default String password() {
		return "secret";
	}

	/**
	 * The authority that issued the server's certificate, or that certificate.
	 * @return a PEM file
	 */
	Path certificateAuthority();

	/**
	 * The most bytes of a stanza that the server takes.
	 * @return the limit
	 */
	default int stanzaLimit() {
		return 262_144;
	}

	/**
	 * The port for external components.
	 * @return a port number
	 */
	default int componentPort() {
		throw lacking(Capability.COMPONENT);
	}

	/**
	 * The secret of every external component; their domains are {@link #COMPONENTS} of
	 * {@link #domain()}.
	 * @return the secret
	 */
	default String componentSecret() {
		return "secret";
	}

	/**
	 * Create an account in {@link #domain()}.
	 * @param user the localpart
	 * @param password the password
	 */
	default void register(String user, String password) {
		throw lacking(Capability.ACCOUNTS);
	}

	/**
	 * Remove an account; its streams end.
	 * @param user the localpart
	 */
	default void unregister(String user) {
		throw lacking(Capability.ACCOUNTS);
	}

	/**
	 * Whether the server is running, also if it is frozen.
	 * @return whether it has been started and neither stopped nor killed
	 */
	boolean isRunning();

	/**
	 * Start the stopped or killed server, with the ports, accounts and authority it had.
	 */
	default void start() {
		throw lacking(Capability.RESTART);
	}

	/**
	 * Stop the server in order: it ends its streams first.
	 */
	default void stop() {
		throw lacking(Capability.RESTART);
	}

	/**
	 * End the server without a farewell; its sockets are closed by the system.
	 */
	default void kill() {
		throw lacking(Capability.KILL);
	}

	/**
	 * Let the server do nothing more until {@link #thaw()}; its sockets stay open, as if
	 * the network were cut.
	 */
	default void freeze() {
		throw lacking(Capability.FREEZE);
	}

	/**
	 * Let the frozen server go on.
	 */
	default void thaw() {
		throw lacking(Capability.FREEZE);
	}

	/**
	 * Stop the server and forget its data.
	 */
	@Override
	void close();

	private UnsupportedOperationException lacking(Capability capability) {
		return new UnsupportedOperationException(kind() + " has no " + capability);
	}

}
