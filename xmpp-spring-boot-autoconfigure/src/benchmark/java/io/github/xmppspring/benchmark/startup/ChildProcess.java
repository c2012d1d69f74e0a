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

package io.github.xmppspring.benchmark.startup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A process with a main class of this package, pinned to a core where the machine has
 * {@code taskset}.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ChildProcess implements AutoCloseable {

	private static final Path TASKSET = Path.of("/usr/bin/taskset");

	private final Process process;

	private final BufferedReader output;

	private ChildProcess(Process process) {
		this.process = process;
		this.output = process.inputReader(StandardCharsets.UTF_8);
	}

	/**
	 * Starts a process.
	 * @param java the command of the JVM
	 * @param core the core to pin it to, negative for none
	 * @param classPath the class path
	 * @param main the main class
	 * @param arguments its arguments
	 * @return the process
	 */
	static ChildProcess start(String java, int core, String classPath, Class<?> main, List<String> arguments) {
		List<String> command = new ArrayList<>();
		if (core >= 0 && Files.isExecutable(TASKSET)) {
			command.addAll(List.of(TASKSET.toString(), "-c", String.valueOf(core)));
		}
		command.addAll(List.of(java, "-cp", classPath, main.getName()));
		command.addAll(arguments);
		try {
			return new ChildProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Waits for a line of the output.
	 * @param prefix what the line begins with
	 * @return the rest of the line
	 */
	String await(String prefix) {
		StringBuilder seen = new StringBuilder();
		try {
			for (String line = this.output.readLine(); line != null; line = this.output.readLine()) {
				if (line.startsWith(prefix)) {
					return line.substring(prefix.length());
				}
				seen.append(line).append('\n');
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		throw new IllegalStateException("The process ended early:\n" + seen);
	}

	@Override
	public void close() {
		try {
			this.process.getOutputStream().close();
			this.process.waitFor();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
