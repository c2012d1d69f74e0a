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

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The servers that integration tests know, in the order in which tests run on them.
 *
 * @author XMPP for Spring Boot contributors
 */
public enum TestServerKind {

	/**
	 * The embedded server of this project.
	 */
	EMBEDDED("embedded", Optional::empty, EmbeddedServer::create,
			EnumSet.of(Capability.ANY_SERVER_NAME, Capability.EVERY_SCRAM, Capability.RESTART, Capability.KILL,
					Capability.FREEZE, Capability.ACCOUNTS, Capability.COMPONENT, Capability.STREAM_MANAGEMENT)),

	/**
	 * Ejabberd, from the image of its makers.
	 */
	EJABBERD_DOCKER("ejabberd-docker", DockerEjabberd::missing, DockerEjabberd::create,
			EnumSet.of(Capability.DIRECT_TLS, Capability.ANY_SERVER_NAME, Capability.EVERY_SCRAM, Capability.RESTART,
					Capability.KILL, Capability.FREEZE, Capability.COMPONENT, Capability.STREAM_MANAGEMENT,
					Capability.ROSTER_VERSIONING, Capability.PUBSUB, Capability.PUBSUB_OPTIONS)),

	/**
	 * Ejabberd, from the Debian package.
	 */
	EJABBERD_NATIVE("ejabberd-native", Ejabberd::missing, Ejabberd::create,
			EnumSet.complementOf(EnumSet.of(Capability.PRE_APPROVAL, Capability.VCARD4))),

	/**
	 * Prosody, from the Debian package.
	 */
	PROSODY("prosody", Prosody::missing, Prosody::create,
			EnumSet.of(Capability.DIRECT_TLS, Capability.RESTART, Capability.KILL, Capability.FREEZE,
					Capability.COMPONENT, Capability.STREAM_MANAGEMENT, Capability.ROSTER_VERSIONING,
					Capability.PRE_APPROVAL, Capability.PUBSUB, Capability.VCARD4));

	private final String id;

	private final Supplier<Optional<String>> missing;

	private final Supplier<TestServer> factory;

	private final Set<Capability> capabilities;

	TestServerKind(String id, Supplier<Optional<String>> missing, Supplier<TestServer> factory,
			Set<Capability> capabilities) {
		this.id = id;
		this.missing = missing;
		this.factory = factory;
		this.capabilities = capabilities;
	}

	/**
	 * The server that a test runs on.
	 * @param context the context of the test
	 * @return the kind of the server
	 */
	public static TestServerKind of(ExtensionContext context) {
		return SharedTestServers.current(context);
	}

	static TestServerKind ofId(String id) {
		return Arrays.stream(values())
			.filter((kind) -> kind.id.equals(id))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(
					"No server '" + id + "' is known to tests, only " + Arrays.toString(values())));
	}

	/**
	 * Whether the server can do something.
	 * @param capabilities what
	 * @return whether it can do all of it
	 */
	public boolean has(Capability... capabilities) {
		return this.capabilities.containsAll(Arrays.asList(capabilities));
	}

	/**
	 * The mechanisms that take a password.
	 * @return their names, the strongest first
	 */
	public List<String> mechanisms() {
		return has(Capability.EVERY_SCRAM) ? List.of("SCRAM-SHA-512", "SCRAM-SHA-256", "SCRAM-SHA-1", "PLAIN")
				: List.of("SCRAM-SHA-256", "SCRAM-SHA-1", "PLAIN");
	}

	/**
	 * What this machine lacks to run the server.
	 * @return what is missing, empty if nothing is
	 */
	Optional<String> missing() {
		return this.missing.get();
	}

	TestServer create() {
		return this.factory.get();
	}

	/**
	 * The name of the server in reports and in the property that chooses servers.
	 */
	@Override
	public String toString() {
		return this.id;
	}

}
