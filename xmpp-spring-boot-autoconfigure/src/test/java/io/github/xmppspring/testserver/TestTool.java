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

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What integration tests may need beside a server.
 *
 * @author XMPP for Spring Boot contributors
 */
public enum TestTool {

	/**
	 * The library of {@link SlixmppPeer}.
	 */
	SLIXMPP(SlixmppPeer::missing),

	/**
	 * The plugin {@code compose} of Docker's command.
	 */
	DOCKER_COMPOSE(TestTool::missingDockerCompose);

	private final Supplier<Optional<String>> missing;

	TestTool(Supplier<Optional<String>> missing) {
		this.missing = missing;
	}

	/**
	 * What this machine lacks to use the tool.
	 * @return what is missing, empty if nothing is
	 */
	Optional<String> missing() {
		return this.missing.get();
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

	private static Optional<String> missingDockerCompose() {
		try {
			Command.Result check = Command.run(Map.of(), List.of("docker", "compose", "version"));
			return (check.exitCode() != 0) ? Optional.of("no plugin 'compose' of docker") : Optional.empty();
		}
		catch (RuntimeException ex) {
			return Optional.of("no docker command");
		}
	}

}
