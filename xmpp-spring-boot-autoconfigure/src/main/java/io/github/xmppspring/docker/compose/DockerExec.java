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

package io.github.xmppspring.docker.compose;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.github.xmppspring.ejabberd.ContainerShell;

/**
 * Runs commands in a container through the command line of Docker, as Spring Boot's
 * Docker Compose support does what it does.
 *
 * @author XMPP for Spring Boot contributors
 */
final class DockerExec implements ContainerShell {

	private static final long TIMEOUT_SECONDS = 30;

	private final String container;

	DockerExec(String container) {
		this.container = container;
	}

	@Override
	public Result run(String script, String... arguments) {
		List<String> command = new ArrayList<>(List.of("docker", "exec", this.container, "sh", "-c", script, "sh"));
		command.addAll(List.of(arguments));
		try {
			return run(command);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot run 'docker exec'", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while running a command in the container", ex);
		}
	}

	static Result run(List<String> command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
		try {
			process.getOutputStream().close();
			// read while it runs: the buffer of a pipe may hold less than a certificate
			CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> read(process.getInputStream()));
			if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
				throw new IllegalStateException("A command in the container did not end in " + TIMEOUT_SECONDS + " s");
			}
			return new Result(process.exitValue(), output.join());
		}
		finally {
			process.destroyForcibly();
		}
	}

	private static String read(InputStream output) {
		try (output) {
			return new String(output.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read what 'docker exec' prints", ex);
		}
	}

}
