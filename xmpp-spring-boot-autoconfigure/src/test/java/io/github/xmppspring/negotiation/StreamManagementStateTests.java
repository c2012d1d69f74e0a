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

import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamException;
import io.github.xmppspring.stream.StreamManagement;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link StreamManagementState}.
 *
 * @author XMPP for Spring Boot contributors
 */
class StreamManagementStateTests {

	private final StreamManagementState state = new StreamManagementState(5);

	@Test
	void stanzasWaitForTheirAcknowledgement() {
		send(3);

		assertThat(this.state.sent()).isEqualTo(3);
		assertThat(this.state.acknowledged(2)).containsExactly(stanza(0), stanza(1));
		assertThat(this.state.unacknowledged()).containsExactly(stanza(2));
		assertThat(this.state.acknowledged(2)).isEmpty();
		assertThat(this.state.acknowledged(3)).containsExactly(stanza(2));
		assertThat(this.state.hasUnacknowledged()).isFalse();
		assertThat(this.state.sent()).isEqualTo(3);
	}

	@Test
	void largeStanzasWaitInSmallNumbers() {
		Element large = Element.builder("jabber:client", "message").textChild("body", "x".repeat(5_000_000)).build();
		this.state.stanzaSent(large);

		assertThatExceptionOfType(StreamException.class).isThrownBy(() -> this.state.stanzaSent(large))
			.satisfies((ex) -> assertThat(ex.error().condition()).isEqualTo(StreamErrorCondition.RESOURCE_CONSTRAINT));
		this.state.acknowledged(2);
		assertThat(this.state.size()).isZero();
		this.state.stanzaSent(large);
		assertThat(this.state.size()).isEqualTo(large.estimatedSize());
	}

	@Test
	void oneStanzaMayBeOfAnySize() {
		this.state
			.stanzaSent(Element.builder("jabber:client", "message").textChild("body", "x".repeat(9_000_000)).build());

		assertThat(this.state.count()).isEqualTo(1);
	}

	@Test
	void countsBeginAnewBehindTheirEnd() {
		StreamManagementState old = new StreamManagementState(5, StreamManagement.MODULUS - 1,
				StreamManagement.MODULUS - 1);

		old.stanzaReceived();
		old.stanzaSent(stanza(0));
		old.stanzaSent(stanza(1));

		assertThat(old.received()).isZero();
		assertThat(old.sent()).isEqualTo(1);
		assertThat(old.acknowledged(StreamManagement.MODULUS - 1)).isEmpty();
		assertThat(old.acknowledged(1)).containsExactly(stanza(0), stanza(1));
	}

	@Test
	void nobodyHasMoreThanWasSent() {
		send(2);
		this.state.acknowledged(1);

		assertThatExceptionOfType(StreamException.class).isThrownBy(() -> this.state.acknowledged(3))
			.satisfies((ex) -> {
				assertThat(ex.error().condition()).isEqualTo(StreamErrorCondition.UNDEFINED_CONDITION);
				assertThat(ex.error().applicationConditions()).containsExactly(
						Element.parse("<handled-count-too-high xmlns='urn:xmpp:sm:3' h='3' send-count='2'/>"));
			});
		assertThatExceptionOfType(StreamException.class).isThrownBy(() -> this.state.acknowledged(0));
		assertThat(this.state.unacknowledged()).containsExactly(stanza(1));
	}

	@Test
	void notEverythingIsKept() {
		send(5);

		assertThatExceptionOfType(StreamException.class).isThrownBy(() -> this.state.stanzaSent(stanza(5)))
			.satisfies((ex) -> assertThat(ex.error().condition()).isEqualTo(StreamErrorCondition.RESOURCE_CONSTRAINT));
	}

	@Test
	void receivedStanzasAreCounted() {
		this.state.stanzaReceived();
		this.state.stanzaReceived();

		assertThat(this.state.received()).isEqualTo(2);
	}

	private void send(int count) {
		for (int i = 0; i < count; i++) {
			this.state.stanzaSent(stanza(i));
		}
	}

	private static Element stanza(int id) {
		return Element.builder("jabber:client", "message").attribute("id", id).build();
	}

}
