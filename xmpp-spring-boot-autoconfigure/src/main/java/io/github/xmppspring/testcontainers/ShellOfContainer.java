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

package io.github.xmppspring.testcontainers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;

import io.github.xmppspring.ejabberd.ContainerShell;
import org.testcontainers.containers.Container;

/**
 * Runs commands in a container of Testcontainers.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ShellOfContainer {

	private ShellOfContainer() {
	}

	static ContainerShell of(Container<?> container) {
		return (script, arguments) -> {
			String[] command = Stream.concat(Stream.of("sh", "-c", script, "sh"), Stream.of(arguments))
				.toArray(String[]::new);
			try {
				Container.ExecResult result = container.execInContainer(command);
				return new ContainerShell.Result(result.getExitCode(), result.getStdout());
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException("Interrupted while running a command in the container", ex);
			}
		};
	}

}
