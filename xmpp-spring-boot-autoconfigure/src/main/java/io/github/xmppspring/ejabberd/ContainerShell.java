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

package io.github.xmppspring.ejabberd;

/**
 * Runs commands in a container, in its working directory and as its user.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@FunctionalInterface
public interface ContainerShell {

	/**
	 * Run a script to its end.
	 * @param script what {@code sh -c} is given
	 * @param arguments the values of {@code $1} and so on
	 * @return the exit code and what was printed
	 */
	Result run(String script, String... arguments);

	/**
	 * What a script left behind.
	 *
	 * @param exitCode zero for success
	 * @param output what it printed to its standard output
	 * @since 0.1.0
	 */
	record Result(int exitCode, String output) {

		boolean isSuccess() {
			return this.exitCode == 0;
		}

	}

}
