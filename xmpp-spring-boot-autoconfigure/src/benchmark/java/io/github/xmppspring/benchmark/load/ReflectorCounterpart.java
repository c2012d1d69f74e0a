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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * The {@link Reflector} in a process of its own.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ReflectorCounterpart implements Counterpart {

	private final ChildProcess process;

	private final Login login;

	private ReflectorCounterpart(ChildProcess process, Login login) {
		this.process = process;
		this.login = login;
	}

	static ReflectorCounterpart start(JavaCommand java, Cores cores, Path folder, boolean tls)
			throws IOException, InterruptedException, GeneralSecurityException {
		List<String> arguments = new ArrayList<>();
		Path trustStore = null;
		if (tls) {
			Path keyStore = folder.resolve("reflector.p12").toAbsolutePath();
			trustStore = folder.resolve("trust.p12").toAbsolutePath();
			makeKeys(keyStore);
			TrustStore.writeCertificateOf(keyStore, trustStore);
			arguments.add(keyStore.toString());
		}
		ChildProcess process = java.start(Reflector.class, java.classPaths().benchmark(), "reflector", arguments);
		cores.toCounterpartCore(process.pid());
		return new ReflectorCounterpart(process, login(Integer.parseInt(process.ask("port")), trustStore));
	}

	private static Login login(int port, @Nullable Path trustStore) {
		return new Login("127.0.0.1", port, ReflectedStream.DOMAIN, "bench", Reflector.PASSWORD, "none", trustStore);
	}

	private static void makeKeys(Path keyStore) throws IOException, InterruptedException {
		Files.deleteIfExists(keyStore);
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
				"-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "san=dns:localhost", "-storetype",
				"PKCS12", "-keystore", keyStore.toString(), "-storepass", Login.STORE_PASSWORD, "-alias", "server")
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
			process.destroyForcibly();
			throw new IOException("keytool has made no keys");
		}
	}

	@Override
	public String title() {
		return this.login.isTls() ? "the reflector with TLS" : "the reflector";
	}

	@Override
	public long pid() {
		return this.process.pid();
	}

	@Override
	public Login login(PeerKind kind) {
		return this.login.withResource(kind.toString());
	}

	@Override
	public boolean supports(Load load) {
		return true;
	}

	@Override
	public void start(PeerKind kind, Load load) throws IOException, InterruptedException {
		this.process.ask("pump " + kind + " " + load);
	}

	@Override
	public Figures measure(PeerKind kind, long millis) throws IOException, InterruptedException {
		return Figures.of(this.process.ask("measure " + kind + " " + millis));
	}

	@Override
	public void stop(PeerKind kind) throws IOException, InterruptedException {
		this.process.ask("stop " + kind);
	}

	@Override
	public void close() {
		this.process.close();
	}

}
