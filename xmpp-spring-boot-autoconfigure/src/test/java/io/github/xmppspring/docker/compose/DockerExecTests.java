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

import java.util.List;

import io.github.xmppspring.ejabberd.ContainerShell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DockerExec}.
 *
 * @author XMPP for Spring Boot contributors
 */
@DisabledOnOs(OS.WINDOWS)
class DockerExecTests {

	@Test
	void takesMoreThanPipesHold() throws Exception {
		ContainerShell.Result result = DockerExec.run(List.of("sh", "-c", "printf %0200000d 7; exit 3"));

		assertThat(result.exitCode()).isEqualTo(3);
		assertThat(result.output()).hasSize(200_000).endsWith("7");
	}

}
