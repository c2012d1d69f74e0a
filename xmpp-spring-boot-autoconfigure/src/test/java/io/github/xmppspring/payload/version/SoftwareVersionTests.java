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

package io.github.xmppspring.payload.version;

import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SoftwareVersion}.
 *
 * @author XMPP for Spring Boot contributors
 */
class SoftwareVersionTests {

	@Test
	void requestIsEmpty() {
		assertThat(SoftwareVersion.CODEC.write(SoftwareVersion.request()))
			.isEqualTo(Element.of("jabber:iq:version", "query"));
	}

	@Test
	void resultSurvives() {
		SoftwareVersion version = new SoftwareVersion("a", "1", "Linux");

		assertThat(SoftwareVersion.CODEC.read(SoftwareVersion.CODEC.write(version))).isEqualTo(version);
	}

	@Test
	void operatingSystemIsNotTold() {
		assertThat(SoftwareVersion.CODEC.write(SoftwareVersion.of("a", "1")))
			.isEqualTo(Element.parse("<query xmlns='jabber:iq:version'><name>a</name><version>1</version></query>"));
	}

	@Test
	void elementsOfOtherNamespacesAreKept() {
		Element element = Element
			.parse("<query xmlns='jabber:iq:version' x='1'><os>b</os><name xmlns='urn:x'>a</name></query>");

		SoftwareVersion version = SoftwareVersion.CODEC.read(element);

		assertThat(version.name()).isNull();
		assertThat(version.os()).isEqualTo("b");
		assertThat(SoftwareVersion.CODEC.write(version)).isEqualTo(element);
	}

}
