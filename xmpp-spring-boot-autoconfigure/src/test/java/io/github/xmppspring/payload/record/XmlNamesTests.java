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

package io.github.xmppspring.payload.record;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link XmlNames}.
 *
 * @author XMPP for Spring Boot contributors
 */
class XmlNamesTests {

	@ParameterizedTest
	@CsvSource({ "jid, jid", "Time, time", "lastSeen, last-seen", "EntityTime, entity-time", "JIDList, jid-list",
			"publicURI, public-uri", "x509Data, x509-data", "a, a", "A, a" })
	void namesAreInLowerCaseWithHyphens(String name, String expected) {
		assertThat(XmlNames.of(name)).isEqualTo(expected);
	}

}
