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

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

import static io.github.xmppspring.testserver.TestServerKind.EJABBERD_DOCKER;
import static io.github.xmppspring.testserver.TestServerKind.EJABBERD_NATIVE;
import static io.github.xmppspring.testserver.TestServerKind.EMBEDDED;
import static io.github.xmppspring.testserver.TestServerKind.PROSODY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link TestServerSelection}.
 *
 * @author XMPP for Spring Boot contributors
 */
class TestServerSelectionTests {

	@Test
	void machineWithNothingHasTheEmbeddedServerAndToldReasons() {
		TestServerSelection.Choice choice = choose("", machineWith(EMBEDDED));

		assertThat(choice.servers()).containsExactly(EMBEDDED);
		assertThat(choice.left()).containsOnlyKeys(EJABBERD_DOCKER, EJABBERD_NATIVE, PROSODY)
			.containsEntry(PROSODY, "no prosody");
	}

	@Test
	void dockerStandsForTheNativeServer() {
		TestServerSelection.Choice choice = choose("", machineWith(TestServerKind.values()));

		assertThat(choice.servers()).containsExactly(EMBEDDED, EJABBERD_DOCKER, PROSODY);
		assertThat(choice.left()).containsOnlyKeys(EJABBERD_NATIVE);
	}

	@Test
	void nativeServerRunsWithoutDocker() {
		assertThat(choose("", machineWith(EMBEDDED, EJABBERD_NATIVE)).servers()).containsExactly(EMBEDDED,
				EJABBERD_NATIVE);
	}

	@Test
	void testsAboutTheNativeServerRunBesideDocker() {
		TestServerSelection selection = TestServerSelection.of("");

		assertThat(selection.choose(List.of(EJABBERD_NATIVE), machineWith(TestServerKind.values())).servers())
			.containsExactly(EJABBERD_NATIVE);
		assertThat(selection.choose(List.of(EJABBERD_NATIVE), machineWith(EMBEDDED)).servers()).isEmpty();
	}

	@Test
	void requiredServersMustNotBeMissing() {
		assertThat(choose("required", machineWith(TestServerKind.values())).servers())
			.containsExactly(TestServerKind.values());
		assertThatIllegalStateException()
			.isThrownBy(() -> choose("required", machineWith(EMBEDDED, EJABBERD_NATIVE, PROSODY)))
			.withMessageContaining("no ejabberd-docker");
		assertThatIllegalStateException()
			.isThrownBy(() -> choose("required", machineWith(EMBEDDED, EJABBERD_DOCKER, EJABBERD_NATIVE)))
			.withMessageContaining("no prosody");
		assertThatIllegalStateException()
			.isThrownBy(() -> TestServerSelection.of("required").checkMayBeMissing("slixmpp", "no module"));
	}

	@Test
	void namedServersAreAllAndRequired() {
		assertThat(choose("embedded, ejabberd-native", machineWith(TestServerKind.values())).servers())
			.containsExactly(EMBEDDED, EJABBERD_NATIVE);
		assertThatIllegalStateException().isThrownBy(() -> choose("prosody", machineWith(EMBEDDED)));
		assertThatIllegalArgumentException().isThrownBy(() -> TestServerSelection.of("openfire"))
			.withMessageContaining("openfire");
	}

	private static TestServerSelection.Choice choose(String property,
			Function<TestServerKind, Optional<String>> missing) {
		return TestServerSelection.of(property).choose(List.of(), missing);
	}

	private static Function<TestServerKind, Optional<String>> machineWith(TestServerKind... installed) {
		Set<TestServerKind> kinds = EnumSet.copyOf(Arrays.asList(installed));
		return (kind) -> kinds.contains(kind) ? Optional.empty() : Optional.of("no " + kind);
	}

}
