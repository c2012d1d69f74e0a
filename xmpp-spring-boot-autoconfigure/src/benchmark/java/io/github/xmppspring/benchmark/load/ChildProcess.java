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
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process that takes commands as {@link CommandLoop} says. It is ended with the stream
 * of its commands, and by force if that does not end it.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ChildProcess implements AutoCloseable {

	private static final int ANSWER_SECONDS = 120;

	private final Process process;

	private final PrintStream commands;

	private final BufferedReader answers;

	private ChildProcess(Process process) {
		this.process = process;
		this.commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
		this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
	}

	/**
	 * Starts a process.
	 * @param command the command and its arguments
	 * @param log where its error stream goes
	 * @return the process
	 */
	static ChildProcess start(List<String> command, Path log) throws IOException {
		return new ChildProcess(new ProcessBuilder(command).redirectError(log.toFile()).start());
	}

	long pid() {
		return this.process.pid();
	}

	/**
	 * Gives a command and waits for the answer.
	 * @param command the command
	 * @return the answer
	 */
	String ask(String command) throws IOException, InterruptedException {
		return await(askLater(command));
	}

	/**
	 * Gives a command.
	 * @param command the command
	 * @return the answer to {@link #await}
	 */
	CompletableFuture<String> askLater(String command) {
		this.commands.println(command);
		return CompletableFuture.supplyAsync(this::answer);
	}

	private String answer() {
		try {
			String line = this.answers.readLine();
			if (line == null || !line.startsWith("ok")) {
				throw new IllegalStateException((line != null) ? line : "The process has ended");
			}
			return line.substring(2).trim();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	String await(CompletableFuture<String> answer) throws IOException, InterruptedException {
		try {
			return answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
		}
		catch (ExecutionException ex) {
			throw new IOException(ex.getCause().getMessage(), ex);
		}
		catch (TimeoutException ex) {
			throw new IOException("No answer from the process within " + ANSWER_SECONDS + " s", ex);
		}
	}

	@Override
	public void close() {
		this.commands.close();
		try {
			if (!this.process.waitFor(3, TimeUnit.SECONDS)) {
				this.process.destroyForcibly();
			}
		}
		catch (InterruptedException ex) {
			this.process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
	}

}
