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
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.json.JsonWriter;
import org.springframework.util.FileSystemUtils;

/**
 * A private ejabberd on loopback, with the accounts {@code alice}, {@code bob} and
 * {@code carol}.
 *
 * <p>
 * It keeps address, ports, accounts and certificate authority when it is stopped or
 * killed and started again. Should the test run itself be killed, the server ends as
 * well.
 *
 * @author XMPP for Spring Boot contributors
 */
public final class Ejabberd implements AutoCloseable {

	private static final String SCRIPT_PROPERTY = "xmpp.test.ejabberd";

	private final Path directory;

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private Properties properties = new Properties();

	private boolean running;

	private Ejabberd(Path directory) {
		this.directory = directory;
	}

	/**
	 * Start the usual server.
	 * @return the server, ready for logins
	 */
	public static Ejabberd create() {
		return create(EjabberdSettings.defaults());
	}

	/**
	 * Start a server.
	 * @param settings how it differs from the usual one
	 * @return the server, ready for logins
	 */
	public static Ejabberd create(EjabberdSettings settings) {
		try {
			Ejabberd server = new Ejabberd(Files.createTempDirectory("ejabberd"));
			try {
				server.start(settings);
			}
			catch (RuntimeException ex) {
				server.close();
				throw ex;
			}
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What this machine lacks to run the server.
	 * @return the names of missing packages or programs, empty if nothing is missing
	 */
	public static Optional<String> missing() {
		Command.Result check = Command.run(Map.of(), List.of(script(), "check"));
		return (check.exitCode() != 0) ? Optional.of(check.output()) : Optional.empty();
	}

	/**
	 * Start the stopped or killed server with the usual settings.
	 */
	public void start() {
		start(EjabberdSettings.defaults());
	}

	/**
	 * Start the stopped or killed server with other settings.
	 * @param settings how it differs from the usual one
	 */
	public void start(EjabberdSettings settings) {
		Map<String, String> environment = new HashMap<>(settings.environment());
		environment.put("OWNER", Long.toString(ProcessHandle.current().pid()));
		Command.run(environment, List.of(script(), "start", this.directory.toString())).outputOfSuccess();
		this.properties = readProperties();
		this.running = true;
	}

	/**
	 * Stop the server in order: it ends its streams with a stream error first.
	 */
	public void stop() {
		this.running = false;
		Command.run(Map.of(), List.of(script(), "stop", this.directory.toString())).outputOfSuccess();
	}

	/**
	 * End the server without a farewell; its sockets are closed by the system.
	 */
	public void kill() {
		this.running = false;
		Command.run(Map.of(), List.of(script(), "kill", this.directory.toString())).outputOfSuccess();
	}

	/**
	 * Whether the server is running, also if it is frozen.
	 * @return whether it has been started and neither stopped nor killed
	 */
	public boolean isRunning() {
		return this.running;
	}

	/**
	 * Let the server do nothing more until {@link #thaw()}; its sockets stay open, as if
	 * the network were cut.
	 */
	public void freeze() {
		Command.run(Map.of(), List.of(script(), "freeze", this.directory.toString())).outputOfSuccess();
	}

	/**
	 * Let the frozen server go on.
	 */
	public void thaw() {
		Command.run(Map.of(), List.of(script(), "thaw", this.directory.toString())).outputOfSuccess();
	}

	/**
	 * Stop the server and forget its data.
	 */
	@Override
	public void close() {
		if (Files.exists(this.directory.resolve("env.private"))) {
			stop();
		}
		FileSystemUtils.deleteRecursively(this.directory.toFile());
	}

	/**
	 * Run an administration command. Takes some half a second, {@link #api} some
	 * milliseconds.
	 * @param arguments the arguments of {@code ejabberdctl}
	 * @return what it printed
	 */
	public String ctl(String... arguments) {
		List<String> command = new ArrayList<>(List.of(script(), "ctl", this.directory.toString()));
		command.addAll(List.of(arguments));
		return Command.run(Map.of(), command).outputOfSuccess();
	}

	/**
	 * Run an administration command through the HTTP API.
	 * @param command the name of the command
	 * @param arguments its named arguments
	 * @return the result in JSON
	 */
	public String api(String command, Map<String, ?> arguments) {
		HttpRequest request = HttpRequest.newBuilder(URI.create(apiUrl() + "/" + command))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(JsonWriter.standard().writeToString(arguments)))
			.build();
		HttpResponse<String> response = send(request);
		if (response.statusCode() != 200) {
			throw new IllegalStateException(command + ": status " + response.statusCode() + ", " + response.body());
		}
		return response.body();
	}

	/**
	 * Create an account in {@link #domain()}.
	 * @param user the localpart
	 * @param password the password
	 */
	public void register(String user, String password) {
		api("register", Map.of("user", user, "host", domain(), "password", password));
	}

	/**
	 * Remove an account; its streams end.
	 * @param user the localpart
	 */
	public void unregister(String user) {
		api("unregister", Map.of("user", user, "host", domain()));
	}

	/**
	 * The address the server listens at.
	 * @return an IP address
	 */
	public String host() {
		return property("HOST");
	}

	/**
	 * The port for clients that use STARTTLS, which is required there.
	 * @return a port number
	 */
	public int c2sPort() {
		return port("C2S_PORT");
	}

	/**
	 * The port for clients that begin with TLS.
	 * @return a port number
	 */
	public int c2sTlsPort() {
		return port("C2S_TLS_PORT");
	}

	/**
	 * The port for clients without any TLS.
	 * @return a port number
	 */
	public int c2sPlainPort() {
		return port("C2S_PLAIN_PORT");
	}

	/**
	 * The port that requires STARTTLS, asks for a client certificate and offers SASL
	 * EXTERNAL first.
	 * @return a port number
	 */
	public int c2sExternalPort() {
		return port("C2S_EXTERNAL_PORT");
	}

	/**
	 * The port for components, without any TLS.
	 * @return a port number
	 */
	public int componentPort() {
		return port("COMPONENT_PORT");
	}

	/**
	 * The secret of all components.
	 * @return the secret
	 */
	public String componentSecret() {
		return property("COMPONENT_SECRET");
	}

	/**
	 * The domain of the accounts.
	 * @return a domain name that no DNS knows
	 */
	public String domain() {
		return property("DOMAIN");
	}

	/**
	 * The domain that offers nothing but SASL ANONYMOUS.
	 * @return a domain name that no DNS knows
	 */
	public String anonymousDomain() {
		return property("ANONYMOUS_DOMAIN");
	}

	/**
	 * The password of each account that is there from the start.
	 * @return the password
	 */
	public String password() {
		return "secret";
	}

	/**
	 * The authority that issued the server's certificate and the client's.
	 * @return a PEM file
	 */
	public Path certificateAuthority() {
		return Path.of(property("CA"));
	}

	/**
	 * The client certificate of {@code alice}.
	 * @return a PEM file
	 */
	public Path clientCertificate() {
		return Path.of(property("CLIENT_CERT"));
	}

	/**
	 * The key of the client certificate.
	 * @return a PEM file, PKCS #8 without password
	 */
	public Path clientKey() {
		return Path.of(property("CLIENT_KEY"));
	}

	/**
	 * The HTTP API, which anyone may use.
	 * @return the address the names of the commands follow after a slash
	 */
	public URI apiUrl() {
		return URI.create(property("API_URL"));
	}

	private HttpResponse<String> send(HttpRequest request) {
		try {
			return this.http.send(request, HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while asking the server", ex);
		}
	}

	private Properties readProperties() {
		try {
			Properties read = new Properties();
			read.load(new StringReader(Files.readString(this.directory.resolve("env"))));
			return read;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private int port(String name) {
		return Integer.parseInt(property(name));
	}

	private String property(String name) {
		String value = this.properties.getProperty("EJABBERD_" + name);
		if (value == null) {
			throw new IllegalStateException("The server does not tell its " + name);
		}
		return value;
	}

	/*
	 * The build runs tests in the directory of the module, an IDE perhaps in that of the
	 * reactor.
	 */
	private static String script() {
		String configured = System.getProperty(SCRIPT_PROPERTY);
		if (configured != null) {
			return configured;
		}
		@Nullable Path directory = Path.of("").toAbsolutePath();
		while (directory != null) {
			Path script = directory.resolve(".ci/ejabberd-native");
			if (Files.isExecutable(script)) {
				return script.toString();
			}
			directory = directory.getParent();
		}
		throw new IllegalStateException("No .ci/ejabberd-native above the working directory, set " + SCRIPT_PROPERTY);
	}

}
