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

package io.github.xmppspring.roster;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Colleagues}.
 *
 * @author XMPP for Spring Boot contributors
 */
class ColleaguesTests {

	private static final Jid ANNE = Jid.of("anne@example.org");

	private static final String ITEM = "<item jid='anne@example.org' name='Anne'><group>Colleagues</group></item>";

	private final RosterFixture fixture = new RosterFixture().online().answering(null);

	private final Colleagues colleagues = new Colleagues(this.fixture.template);

	@Test
	void areThoseOfTheGroup() {
		this.colleagues.add(ANNE, "Anne");
		assertThat(this.fixture.asked()).isEqualTo(Element.parse(RosterFixture.roster(null, ITEM)));

		this.fixture.push(null, null, ITEM);
		this.fixture.push(null, null, "<item jid='friend@example.org'/>");
		assertThat(this.colleagues.all()).containsExactly(ANNE);
	}

	@Test
	void leave() {
		this.fixture.push(null, null, ITEM);
		this.fixture.push(null, null, "<item jid='anne@example.org' subscription='remove'/>");

		this.fixture.events.forEach(this.colleagues::changed);

		assertThat(this.colleagues.left()).containsExactly(ANNE);
		assertThat(this.colleagues.all()).isEmpty();
	}

}
