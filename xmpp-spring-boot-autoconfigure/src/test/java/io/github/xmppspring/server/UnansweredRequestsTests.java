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

package io.github.xmppspring.server;

import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The memory of requests without an answer, which has its bounds.
 *
 * @author XMPP for Spring Boot contributors
 */
class UnansweredRequestsTests {

	private final UnansweredRequests requests = new UnansweredRequests();

	private static Iq request(String id) {
		return Iq.get(Element.of("urn:x", "x")).id(id).from("a@x/r").to("b@x/r").build();
	}

	@Test
	void answersThoseThatAreLeft() {
		this.requests.add(request("1"));
		this.requests.add(request("2"));
		this.requests.remove("1", request("1").from(), request("1").to());

		assertThat(this.requests.fail(StanzaErrorCondition.RECIPIENT_UNAVAILABLE))
			.containsExactly(request("2").error(StanzaErrorCondition.RECIPIENT_UNAVAILABLE));
		assertThat(this.requests.size()).isZero();
	}

	@Test
	void takesNoMoreThanItHasRoomFor() {
		int count = 0;
		while (this.requests.add(request("r" + count))) {
			count++;
		}

		assertThat(count).isEqualTo(65_536);
		this.requests.remove("r0", request("r0").from(), request("r0").to());
		assertThat(this.requests.add(request("next"))).isTrue();
	}

	@Test
	void countsLongIds() {
		String id = "x".repeat(64 * 1024);
		int count = 0;
		while (this.requests.add(request(id + count))) {
			count++;
		}

		assertThat(count).isLessThan(128);
		this.requests.fail(StanzaErrorCondition.RECIPIENT_UNAVAILABLE);
		assertThat(this.requests.add(request(id))).isTrue();
	}

}
