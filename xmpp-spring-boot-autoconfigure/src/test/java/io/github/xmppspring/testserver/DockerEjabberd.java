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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import io.github.xmppspring.testcontainers.EjabberdContainer;
import org.awaitility.Awaitility;
import org.testcontainers.DockerClientFactory;

/**
 * Ejabberd in a container, of the image of its makers.
 *
 * @author XMPP for Spring Boot contributors
 */
public final class DockerEjabberd implements TestServer {

	private static final String IMAGE = "ghcr.io/processone/ejabberd:26.07";

	private static final long PULL_SECONDS = 180;

	private final EjabberdContainer container = new EjabberdContainer(IMAGE);

	private final DockerClient docker = DockerClientFactory.lazyClient();

	private final Path certificate;

	private boolean running;

	private DockerEjabberd() {
		this.container.withDomains("xmpp.test").withComponent("desk.xmpp.test", componentSecret());
		List.of("alice", "bob", "carol").forEach((user) -> this.container.withUser(user, password()));
		// or a container that starts again would have other ports
		this.container
			.setPortBindings(this.container.getExposedPorts().stream().map((port) -> freePort() + ":" + port).toList());
		try {
			this.certificate = Files.createTempFile("ejabberd", ".pem");
			this.container.start();
			this.running = true;
			Files.writeString(this.certificate, this.container.getCertificateAuthority());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Start a server.
	 * @return the server, ready for logins
	 */
	static DockerEjabberd create() {
		return new DockerEjabberd();
	}

	/**
	 * What this machine lacks to run the server. Gets the image if it is not here.
	 * @return what is missing, empty if nothing is
	 */
	static Optional<String> missing() {
		if (!mayHaveDocker() || !DockerClientFactory.instance().isDockerAvailable()) {
			return Optional.of("no Docker daemon answers");
		}
		DockerClient docker = DockerClientFactory.lazyClient();
		try {
			docker.inspectImageCmd(IMAGE).exec();
			return Optional.empty();
		}
		catch (NotFoundException ex) {
			return pull(docker) ? Optional.empty()
					: Optional.of("the image " + IMAGE + " is not here, nor can it be pulled");
		}
	}

	/**
	 * Spares a machine without Docker the search for it, which complains a lot.
	 */
	private static boolean mayHaveDocker() {
		return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows")
				|| System.getenv("DOCKER_HOST") != null
				|| Files.exists(Path.of(System.getProperty("user.home"), ".testcontainers.properties"))
				|| List
					.of("/var/run", System.getProperty("user.home") + "/.docker/run",
							System.getenv().getOrDefault("XDG_RUNTIME_DIR", "/run"))
					.stream()
					.anyMatch((directory) -> Files.exists(Path.of(directory, "docker.sock")));
	}

	private static boolean pull(DockerClient docker) {
		try {
			return docker.pullImageCmd(IMAGE).start().awaitCompletion(PULL_SECONDS, TimeUnit.SECONDS);
		}
		catch (DockerException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/**
	 * The container, which is running and ends with the tests.
	 * @return the container
	 */
	public EjabberdContainer container() {
		return this.container;
	}

	@Override
	public TestServerKind kind() {
		return TestServerKind.EJABBERD_DOCKER;
	}

	@Override
	public String host() {
		try {
			return InetAddress.getByName(this.container.getHost()).getHostAddress();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public int c2sPort() {
		return this.container.getClientPort();
	}

	@Override
	public int c2sTlsPort() {
		return this.container.getDirectTlsPort();
	}

	@Override
	public int componentPort() {
		return this.container.getComponentPort();
	}

	@Override
	public Path certificateAuthority() {
		return this.certificate;
	}

	@Override
	public int stanzaLimit() {
		return 1_048_576;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public void start() {
		this.docker.startContainerCmd(this.container.getContainerId()).exec();
		awaitStream();
		this.running = true;
	}

	/**
	 * A port of a container takes connections before its server does.
	 */
	private void awaitStream() {
		Awaitility.await("server in the container")
			.atMost(Duration.ofSeconds(60))
			.pollInterval(Duration.ofMillis(100))
			.ignoreExceptions()
			.until(this::answers);
	}

	private boolean answers() throws IOException {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(host(), c2sPort()), 1000);
			socket.setSoTimeout(1000);
			socket.getOutputStream()
				.write(("<stream:stream to='" + domain() + "' version='1.0' xmlns='jabber:client' "
						+ "xmlns:stream='http://etherx.jabber.org/streams'>")
					.getBytes(StandardCharsets.UTF_8));
			return socket.getInputStream().read() != -1;
		}
	}

	@Override
	public void stop() {
		this.running = false;
		this.docker.stopContainerCmd(this.container.getContainerId()).exec();
	}

	@Override
	public void kill() {
		this.running = false;
		this.docker.killContainerCmd(this.container.getContainerId()).exec();
	}

	@Override
	public void freeze() {
		this.docker.pauseContainerCmd(this.container.getContainerId()).exec();
	}

	@Override
	public void thaw() {
		this.docker.unpauseContainerCmd(this.container.getContainerId()).exec();
	}

	@Override
	public void close() {
		this.container.stop();
		try {
			Files.deleteIfExists(this.certificate);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
