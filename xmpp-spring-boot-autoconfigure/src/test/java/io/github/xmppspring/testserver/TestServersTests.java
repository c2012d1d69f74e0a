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

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link TestServers}.
 *
 * @author XMPP for Spring Boot contributors
 */
class TestServersTests {

	@Test
	void installedServerEnablesTest() {
		assertThat(TestServers.evaluate("server", Optional.empty(), true).isDisabled()).isFalse();
	}

	@Test
	void missingServerSkipsTestAndSaysWhy() {
		ConditionEvaluationResult result = TestServers.evaluate("server", Optional.of("no erl"), false);

		assertThat(result.isDisabled()).isTrue();
		assertThat(result.getReason()).contains("server is not installed (no erl)");
	}

	@Test
	void missingServerFailsTestWhereRequired() {
		assertThatIllegalStateException().isThrownBy(() -> TestServers.evaluate("server", Optional.of("no erl"), true))
			.withMessageContaining("no erl");
	}

}
