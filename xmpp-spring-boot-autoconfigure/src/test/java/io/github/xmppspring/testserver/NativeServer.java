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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import org.jspecify.annotations.Nullable;

import org.springframework.util.FileSystemUtils;

/**
 * A server of the machine's packages that a script in {@code .ci} runs as processes of
 * its own, with its data in a temporary directory.
 *
 * <p>
 * It keeps address, ports, accounts and certificate authority when it is stopped or
 * killed and started again. Should the test run itself be killed, the server ends as
 * well.
 *
 * @author XMPP for Spring Boot contributors
 */
abstract class NativeServer implements TestServer {

	private final TestServerKind kind;

	private final String script;

	private final String prefix;

	private final Path directory;

	private Properties properties = new Properties();

	private boolean running;

	NativeServer(TestServerKind kind, String script, String prefix) {
		this.kind = kind;
		this.script = path(script);
		this.prefix = prefix;
		try {
			this.directory = Files.createTempDirectory(script);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Optional<String> missing(String script) {
		Command.Result check = Command.run(Map.of(), List.of(path(script), "check"));
		// without the name of the script, which the name of the server says already
		return (check.exitCode() != 0) ? Optional.of(check.output().replaceFirst("^\\S+: ", "")) : Optional.empty();
	}

	@Override
	public TestServerKind kind() {
		return this.kind;
	}

	@Override
	public void start() {
		start(Map.of());
	}

	final void start(Map<String, String> settings) {
		Map<String, String> environment = new HashMap<>(settings);
		environment.put("OWNER", Long.toString(ProcessHandle.current().pid()));
		Command.run(environment, List.of(this.script, "start", this.directory.toString())).outputOfSuccess();
		this.properties = readProperties();
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
		run("stop");
	}

	@Override
	public void kill() {
		this.running = false;
		run("kill");
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public void freeze() {
		run("freeze");
	}

	@Override
	public void thaw() {
		run("thaw");
	}

	@Override
	public void close() {
		if (Files.exists(this.directory.resolve("env.private"))) {
			stop();
		}
		FileSystemUtils.deleteRecursively(this.directory.toFile());
	}

	final String run(String action, String... arguments) {
		List<String> command = new ArrayList<>(List.of(this.script, action, this.directory.toString()));
		command.addAll(List.of(arguments));
		return Command.run(Map.of(), command).outputOfSuccess();
	}

	@Override
	public String host() {
		return property("HOST");
	}

	@Override
	public int c2sPort() {
		return port("C2S_PORT");
	}

	@Override
	public int c2sTlsPort() {
		return port("C2S_TLS_PORT");
	}

	@Override
	public int componentPort() {
		return port("COMPONENT_PORT");
	}

	@Override
	public String componentSecret() {
		return property("COMPONENT_SECRET");
	}

	@Override
	public String domain() {
		return property("DOMAIN");
	}

	@Override
	public Path certificateAuthority() {
		return Path.of(property("CA"));
	}

	final int port(String name) {
		return Integer.parseInt(property(name));
	}

	final String property(String name) {
		String value = this.properties.getProperty(this.prefix + name);
		if (value == null) {
			throw new IllegalStateException("The server does not tell its " + name);
		}
		return value;
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

	/*
	 * The build runs tests in the directory of the module, an IDE perhaps in that of the
	 * reactor.
	 */
	private static String path(String script) {
		@Nullable Path directory = Path.of("").toAbsolutePath();
		while (directory != null) {
			Path file = directory.resolve(".ci").resolve(script);
			if (Files.isExecutable(file)) {
				return file.toString();
			}
			directory = directory.getParent();
		}
		throw new IllegalStateException("No .ci/" + script + " above the working directory");
	}

}
