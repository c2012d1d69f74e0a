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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts the JVMs, all with the same options. With one processor by their own reckoning,
 * they choose what they choose on the one core on which they are measured.
 *
 * @param java the command
 * @param classPaths what is on which class path
 * @param logs the folder of their logs
 * @author XMPP for Spring Boot contributors
 */
record JavaCommand(String java, ClassPaths classPaths, Path logs) {

	static final List<String> JVM_OPTIONS = List.of("-Xms64m", "-Xmx512m", "-XX:ActiveProcessorCount=1");

	/**
	 * What libraries log is not measured: Smack tells at every full window that it is
	 * full.
	 */
	private static final String NO_LOG = "-Djava.util.logging.config.file=/dev/null";

	ChildProcess start(Class<?> main, String classPath, String name, List<String> arguments) throws IOException {
		List<String> command = new ArrayList<>(List.of(this.java));
		command.addAll(JVM_OPTIONS);
		command.addAll(List.of(NO_LOG, "-cp", classPath, main.getName()));
		command.addAll(arguments);
		return ChildProcess.start(command, this.logs.resolve(name + ".log"));
	}

}
