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
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Lets tests run that use Docker Compose: without it they are skipped, or fail with
 * {@code -Dxmpp.test.servers=required}.
 *
 * @author XMPP for Spring Boot contributors
 */
public final class DockerComposeExtension implements ExecutionCondition {

	private static final String CHECK = "docker compose version && docker version";

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		return TestServers.evaluate(context, "Docker Compose", DockerComposeExtension::missing);
	}

	private static Optional<String> missing() {
		boolean there = Command.run(Map.of(), List.of("sh", "-c", CHECK)).exitCode() == 0;
		return there ? Optional.empty() : Optional.of("'docker compose' does not answer");
	}

}
