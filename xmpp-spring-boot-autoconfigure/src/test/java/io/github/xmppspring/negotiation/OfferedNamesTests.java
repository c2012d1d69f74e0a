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

package io.github.xmppspring.negotiation;

import java.util.Collections;
import java.util.List;

import javax.xml.namespace.QName;

import io.github.xmppspring.negotiation.NoCommonMechanismException.Obstacle;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the messages of {@link NoCommonMechanismException} and
 * {@link UnsupportedFeatureException}, of which the server writes a part.
 *
 * @author XMPP for Spring Boot contributors
 */
class OfferedNamesTests {

	@Test
	void mechanismsCannotForgeLines() {
		NoCommonMechanismException ex = new NoCommonMechanismException(
				List.of("PLAIN", "X\n12:00 WARN forged", "A".repeat(21)), List.of("SCRAM-SHA-1"), Obstacle.NONE);

		assertThat(ex).hasMessageContaining("[PLAIN, ?, ?]");
		assertThat(ex.offered()).hasSize(3);
	}

	@Test
	void manyMechanismsAreNotAllShown() {
		NoCommonMechanismException ex = new NoCommonMechanismException(Collections.nCopies(10_000, "X-OTHER"),
				List.of("SCRAM-SHA-1"), Obstacle.NONE);

		assertThat(ex.getMessage()).hasSizeLessThan(400);
	}

	@Test
	void featuresCannotForgeLines() {
		UnsupportedFeatureException ex = new UnsupportedFeatureException(
				new QName("urn:x\r\n12:00 WARN forged\u2028" + "x".repeat(1000), "x"));

		assertThat(ex.getMessage()).hasSizeLessThan(400).contains("{urn:x??12:00").matches("[^\\p{Cntrl}\\u2028]*");
	}

}
