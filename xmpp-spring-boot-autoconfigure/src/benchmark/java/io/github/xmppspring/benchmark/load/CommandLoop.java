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

/**
 * The side of a child process: reads commands from the standard input, one a line, and
 * prints one line for each, which begins with {@code ok} or {@code failed}. The process
 * ends with its input, so that it does not outlive the one that started it.
 *
 * @author XMPP for Spring Boot contributors
 */
final class CommandLoop {

	private final PrintStream answers;

	private CommandLoop(PrintStream answers) {
		this.answers = answers;
	}

	/**
	 * Takes the standard streams over: what else is printed goes to the error stream.
	 * @return a loop to run
	 */
	static CommandLoop onStandardStreams() {
		PrintStream answers = System.out;
		System.setOut(System.err);
		return new CommandLoop(answers);
	}

	/**
	 * Executes commands until there are no more, then ends the process: libraries may
	 * leave threads behind.
	 * @param commands what executes them
	 * @throws IOException if the commands cannot be read
	 */
	void run(Commands commands) throws IOException {
		BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		for (String line = input.readLine(); line != null; line = input.readLine()) {
			this.answers.println(answer(commands, line));
			this.answers.flush();
		}
		Runtime.getRuntime().halt(0);
	}

	private String answer(Commands commands, String line) {
		try {
			return "ok " + commands.execute(line.split(" "));
		}
		catch (Exception | LinkageError ex) {
			ex.printStackTrace();
			return "failed " + ex.toString().replace('\n', ' ');
		}
	}

	/**
	 * What a process can do.
	 */
	interface Commands {

		/**
		 * Executes a command.
		 * @param words the command and its arguments
		 * @return one line
		 * @throws Exception if it fails
		 */
		String execute(String[] words) throws Exception;

	}

}
