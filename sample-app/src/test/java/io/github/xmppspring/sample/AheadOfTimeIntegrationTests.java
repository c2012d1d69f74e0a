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

package io.github.xmppspring.sample;

import io.github.xmppspring.testserver.OnTestServers;
import io.github.xmppspring.testserver.TestServerKind;
import org.junit.jupiter.api.Test;

import org.springframework.aot.AotDetector;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The {@linkplain SampleApplicationIntegrationTests integration tests} of
 * {@link SampleApplication}, with what was generated for it ahead of time.
 *
 * @author XMPP for Spring Boot contributors
 */
@OnTestServers(only = TestServerKind.EMBEDDED)
class AheadOfTimeIntegrationTests extends SampleApplicationIntegrationTests {

	@Test
	void generatedCodeIsUsed() {
		assertThat(AotDetector.useGeneratedArtifacts()).isTrue();
	}

}
