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

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs a program to its end.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Command {

	private static final long TIMEOUT_SECONDS = 120;

	private Command() {
	}

	/**
	 * Run a program.
	 * @param environment variables to add to those of this process
	 * @param command the program and its arguments
	 * @return its exit code and what it printed
	 */
	static Result run(Map<String, String> environment, List<String> command) {
		try {
			Path output = Files.createTempFile("command", ".log");
			try {
				return run(environment, command, output.toFile());
			}
			finally {
				Files.delete(output);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while running " + command.get(0), ex);
		}
	}

	/*
	 * The output goes to a file, as a daemon that inherited a pipe would keep it open for
	 * as long as it lives.
	 */
	private static Result run(Map<String, String> environment, List<String> command, File output)
			throws IOException, InterruptedException {
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output);
		builder.environment().putAll(environment);
		Process process = builder.start();
		process.getOutputStream().close();
		if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
			process.destroyForcibly();
			throw new IllegalStateException(command.get(0) + " did not end in " + TIMEOUT_SECONDS + " s");
		}
		return new Result(process.exitValue(), Files.readString(output.toPath(), StandardCharsets.UTF_8).strip());
	}

	/**
	 * What a program left behind.
	 *
	 * @param exitCode zero for success
	 * @param output what it printed, standard error included
	 */
	record Result(int exitCode, String output) {

		String outputOfSuccess() {
			if (this.exitCode != 0) {
				throw new IllegalStateException("Exit code " + this.exitCode + ": " + this.output);
			}
			return this.output;
		}

	}

}
