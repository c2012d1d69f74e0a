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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.server.EmbeddedXmppServer;
import io.github.xmppspring.server.FaultInjection;
import io.github.xmppspring.server.Stall;
import io.github.xmppspring.xml.XmlLimits;

/**
 * The embedded server of this project.
 *
 * @author XMPP for Spring Boot contributors
 */
public final class EmbeddedServer implements TestServer {

	private final EmbeddedXmppServer server;

	private final Path certificate;

	private final List<Stall> stalls = new ArrayList<>();

	private EmbeddedServer() {
		EmbeddedXmppServer.Builder builder = EmbeddedXmppServer.builder()
			.domain("xmpp.test")
			.componentPort(0)
			.limits(XmlLimits.BEFORE_AUTHENTICATION, XmlLimits.DEFAULT.withStanzaBytes(stanzaLimit()));
		List.of("alice", "bob", "carol").forEach((user) -> builder.account(user, password()));
		COMPONENTS.forEach((name) -> builder.component(name + ".xmpp.test", componentSecret()));
		this.server = builder.build();
		this.certificate = write(this.server);
	}

	private static Path write(EmbeddedXmppServer server) {
		try {
			Path file = Files.createTempFile("embedded", ".pem");
			String encoded = Base64.getMimeEncoder(64, new byte[] { '\n' })
				.encodeToString(server.certificate().getEncoded());
			return Files.writeString(file, "-----BEGIN CERTIFICATE-----\n" + encoded + "\n-----END CERTIFICATE-----\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (CertificateEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Start the server.
	 * @return the server, ready for logins
	 */
	static EmbeddedServer create() {
		EmbeddedServer server = new EmbeddedServer();
		server.start();
		return server;
	}

	/**
	 * The server itself.
	 * @return the server
	 */
	public EmbeddedXmppServer server() {
		return this.server;
	}

	@Override
	public TestServerKind kind() {
		return TestServerKind.EMBEDDED;
	}

	@Override
	public String host() {
		return this.server.address().getAddress().getHostAddress();
	}

	@Override
	public int c2sPort() {
		return this.server.port();
	}

	@Override
	public int componentPort() {
		return this.server.componentPort();
	}

	@Override
	public Path certificateAuthority() {
		return this.certificate;
	}

	@Override
	public void register(String user, String password) {
		this.server.accounts().create(user, password);
	}

	@Override
	public void unregister(String user) {
		this.server.accounts().remove(user);
	}

	@Override
	public boolean isRunning() {
		return this.server.isRunning();
	}

	@Override
	public void start() {
		this.server.start();
	}

	@Override
	public void stop() {
		this.server.stop();
	}

	@Override
	public void kill() {
		for (Jid session : this.server.sessions()) {
			this.server.faults().dropConnection(session, FaultInjection.Drop.RESET);
		}
		stop();
	}

	/**
	 * Stalls the sessions there are. New ones still begin.
	 */
	@Override
	public void freeze() {
		this.server.sessions().forEach((session) -> this.stalls.add(this.server.faults().stall(session)));
	}

	@Override
	public void thaw() {
		this.stalls.forEach(Stall::close);
		this.stalls.clear();
	}

	@Override
	public void close() {
		this.server.close();
		try {
			Files.deleteIfExists(this.certificate);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
