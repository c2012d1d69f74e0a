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

package io.github.xmppspring.pubsub;

import java.util.List;

import io.github.xmppspring.payload.disco.DiscoInfo;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link PepInterest}.
 *
 * @author XMPP for Spring Boot contributors
 */
class PepInterestTests {

	@Test
	void nodesBecomeFeatures() {
		DiscoInfo.Builder info = DiscoInfo.builder();

		PepInterest.of("urn:example:a", "urn:example:b").contribute(info);

		assertThat(info.build().featureNames()).containsExactlyInAnyOrder("urn:example:a+notify",
				"urn:example:b+notify");
	}

	@Test
	void nodesWithoutNameAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> PepInterest.of(List.of("urn:example:a", " ")));
	}

}
