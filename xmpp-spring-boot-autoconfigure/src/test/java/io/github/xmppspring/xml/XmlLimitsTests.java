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

package io.github.xmppspring.xml;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link XmlLimits}.
 *
 * @author XMPP for Spring Boot contributors
 */
class XmlLimitsTests {

	@Test
	void whoIsNotAuthenticatedMaySendLess() {
		XmlLimits before = XmlLimits.BEFORE_AUTHENTICATION;
		XmlLimits after = XmlLimits.DEFAULT;

		assertThat(before.stanzaBytes()).isEqualTo(16 * 1024).isLessThan(after.stanzaBytes());
		assertThat(before.depth()).isEqualTo(8).isLessThan(after.depth());
		assertThat(after.stanzaBytes()).isEqualTo(512 * 1024);
		assertThat(after.depth()).isEqualTo(64);
		assertThat(after.attributes()).isEqualTo(64);
	}

	@Test
	void sizeOfAStanzaCanBeChangedAlone() {
		assertThat(XmlLimits.DEFAULT.withStanzaBytes(1))
			.isEqualTo(new XmlLimits(1, 64, 64, XmlLimits.DEFAULT.attributeSize(), XmlLimits.DEFAULT.textLength()));
	}

	@Test
	void limitsArePositive() {
		assertThatIllegalArgumentException().isThrownBy(() -> new XmlLimits(0, 1, 1, 1, 1));
		assertThatIllegalArgumentException().isThrownBy(() -> new XmlLimits(1, 0, 1, 1, 1));
		assertThatIllegalArgumentException().isThrownBy(() -> new XmlLimits(1, 1, 0, 1, 1));
		assertThatIllegalArgumentException().isThrownBy(() -> new XmlLimits(1, 1, 1, 0, 1));
		assertThatIllegalArgumentException().isThrownBy(() -> new XmlLimits(1, 1, 1, 1, 0));
	}

}
