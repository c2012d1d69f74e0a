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

package io.github.xmppspring.stanza;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StanzaIds}.
 *
 * @author XMPP for Spring Boot contributors
 */
class StanzaIdsTests {

	private final StanzaIds ids = new StanzaIds();

	@Test
	@DisplayName("A2 Ids are long and need no escaping")
	void idsAreLongAndPlain() {
		assertThat(this.ids.next()).matches("[A-Za-z0-9_-]{16}");
	}

	@Test
	@DisplayName("A2 Ids differ, whichever thread asks")
	void idsDiffer() {
		Set<String> made = IntStream.range(0, 10_000)
			.parallel()
			.mapToObj((i) -> this.ids.next())
			.collect(Collectors.toSet());

		assertThat(made).hasSize(10_000);
	}

	@Test
	@DisplayName("A2 Ids of another source differ too")
	void idsOfAnotherSourceDiffer() {
		assertThat(new StanzaIds().next()).isNotEqualTo(new StanzaIds().next());
	}

}
