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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.springframework.boot.json.JsonWriter;

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
public final class Ejabberd extends NativeServer {

	private static final String SCRIPT = "ejabberd-native";

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private Ejabberd() {
		super(TestServerKind.EJABBERD_NATIVE, SCRIPT, "EJABBERD_");
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
		Ejabberd server = new Ejabberd();
		try {
			server.start(settings);
		}
		catch (RuntimeException ex) {
			server.close();
			throw ex;
		}
		return server;
	}

	/**
	 * What this machine lacks to run the server.
	 * @return the names of missing packages or programs, empty if nothing is missing
	 */
	public static Optional<String> missing() {
		return missing(SCRIPT);
	}

	/**
	 * Start the stopped or killed server with other settings.
	 * @param settings how it differs from the usual one
	 */
	public void start(EjabberdSettings settings) {
		start(settings.environment());
	}

	/**
	 * Run an administration command. Takes some half a second, {@link #api} some
	 * milliseconds.
	 * @param arguments the arguments of {@code ejabberdctl}
	 * @return what it printed
	 */
	public String ctl(String... arguments) {
		return run("ctl", arguments);
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

	@Override
	public void register(String user, String password) {
		api("register", Map.of("user", user, "host", domain(), "password", password));
	}

	@Override
	public void unregister(String user) {
		api("unregister", Map.of("user", user, "host", domain()));
	}

	@Override
	public int c2sPlainPort() {
		return port("C2S_PLAIN_PORT");
	}

	@Override
	public int c2sExternalPort() {
		return port("C2S_EXTERNAL_PORT");
	}

	@Override
	public String anonymousDomain() {
		return property("ANONYMOUS_DOMAIN");
	}

	@Override
	public Path clientCertificate() {
		return Path.of(property("CLIENT_CERT"));
	}

	@Override
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

}
