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

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TestServerCounts}.
 *
 * @author XMPP for Spring Boot contributors
 */
class TestServerCountsTests {

	@Test
	void tellsInOneLineWhatRanAndWhatDidNot() {
		TestServerCounts counts = counts();

		assertThat(counts.line()).isEqualTo("Servers of the tests: embedded (3, 1 failed), prosody (1, 1 skipped). "
				+ "Not run: ejabberd-docker (no Docker daemon answers)");
	}

	@Test
	void tellsThatNothingIsLeftOut() {
		TestServerCounts counts = new TestServerCounts();
		counts.add("ATests", "embedded", TestOutcome.PASSED);

		assertThat(counts.line()).isEqualTo("Servers of the tests: embedded (1). Not run: nothing");
	}

	@Test
	void tableHasTestsAndServers() {
		assertThat(counts().table()).startsWith("""
				| Tests | embedded | prosody |
				| --- | ---: | ---: |
				| ATests | 2 |  |
				| BTests | 1, 1 failed | 1, 1 skipped |
				| **All** | 3, 1 failed | 1, 1 skipped |
				""");
	}

	@Test
	void rowsAreReadAgainAndAddUp() {
		TestServerCounts sum = new TestServerCounts();

		counts().rows().forEach(sum::addRow);
		assertThat(sum.table()).isEqualTo(counts().table());
		counts().rows().forEach(sum::addRow);

		assertThat(sum.line()).contains("embedded (6, 2 failed)");
	}

	private static TestServerCounts counts() {
		TestServerCounts counts = new TestServerCounts();
		counts.add("BTests", "embedded", TestOutcome.FAILED);
		counts.add("BTests", "prosody", TestOutcome.SKIPPED);
		counts.add("ATests", "embedded", TestOutcome.PASSED);
		counts.add("ATests", "embedded", TestOutcome.PASSED);
		counts.addNotRun("ejabberd-docker", "no Docker\n daemon answers");
		return counts;
	}

}
