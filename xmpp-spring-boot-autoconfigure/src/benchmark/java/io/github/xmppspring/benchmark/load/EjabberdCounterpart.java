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

package io.github.xmppspring.benchmark.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * An ejabberd of the machine, started by a script of the project.
 *
 * @author XMPP for Spring Boot contributors
 */
final class EjabberdCounterpart implements Counterpart {

	private static final String SCRIPT = ".ci/ejabberd-native";

	private static final String DOMAIN = "xmpp.test";

	private final Path folder;

	private final long pid;

	private final Login login;

	private EjabberdCounterpart(Path folder, long pid, Login login) {
		this.folder = folder;
		this.pid = pid;
		this.login = login;
	}

	static EjabberdCounterpart start(Cores cores, Path output, boolean tls)
			throws IOException, InterruptedException, GeneralSecurityException {
		Path folder = Files.createTempDirectory("ejabberd");
		try {
			script("start", folder.toString());
		}
		catch (IOException ex) {
			script("kill", folder.toString());
			throw ex;
		}
		Properties env = properties(folder.resolve("env"));
		long pid = Long.parseLong(Files.readString(folder.resolve("pid")).trim());
		cores.toCounterpartCore(pid);
		Path trustStore = null;
		if (tls) {
			trustStore = output.resolve("trust.p12").toAbsolutePath();
			TrustStore.write(Path.of(env.getProperty("EJABBERD_CA")), trustStore);
		}
		String port = env.getProperty(tls ? "EJABBERD_C2S_PORT" : "EJABBERD_C2S_PLAIN_PORT");
		return new EjabberdCounterpart(folder, pid, new Login(env.getProperty("EJABBERD_HOST"), Integer.parseInt(port),
				DOMAIN, "bench", Reflector.PASSWORD, "none", trustStore));
	}

	private static Properties properties(Path file) throws IOException {
		Properties properties = new Properties();
		try (BufferedReader reader = Files.newBufferedReader(file)) {
			properties.load(reader);
		}
		return properties;
	}

	private static void script(String... arguments) throws IOException, InterruptedException {
		ProcessBuilder builder = new ProcessBuilder(findScript().toString());
		builder.command().addAll(List.of(arguments));
		builder.environment().put("DOMAIN", DOMAIN);
		builder.environment().put("USERS", "bench:" + Reflector.PASSWORD);
		builder.environment().put("PASSWORD_FORMAT", "scram");
		builder.environment().put("OWNER", Long.toString(ProcessHandle.current().pid()));
		builder.redirectErrorStream(true);
		Process process = builder.start();
		try (BufferedReader reader = new BufferedReader(
				new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
			String last = reader.readLine();
			if (!process.waitFor(90, TimeUnit.SECONDS) || process.exitValue() != 0) {
				process.destroyForcibly();
				throw new IOException("ejabberd: " + last);
			}
		}
	}

	private static Path findScript() throws IOException {
		for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
			if (Files.isExecutable(folder.resolve(SCRIPT))) {
				return folder.resolve(SCRIPT);
			}
		}
		throw new IOException("There is no '" + SCRIPT + "' in this folder or above");
	}

	@Override
	public String title() {
		return this.login.isTls() ? "ejabberd with TLS" : "ejabberd";
	}

	@Override
	public long pid() {
		return this.pid;
	}

	@Override
	public Login login(PeerKind kind) {
		return this.login.withResource(kind.toString());
	}

	/**
	 * A ping is what every server answers alike.
	 */
	@Override
	public boolean supports(Load load) {
		return load.operation() != Operation.RESPOND && load.payload() == Payload.PING;
	}

	@Override
	public void start(PeerKind kind, Load load) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Figures measure(PeerKind kind, long millis) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void stop(PeerKind kind) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void close() throws IOException {
		try {
			script("stop", this.folder.toString());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
