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

package io.github.xmppspring.context;

import java.util.List;

import io.github.xmppspring.connection.ConnectionState;
import io.github.xmppspring.messaging.StanzaTemplate;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.stanza.Presence;
import io.github.xmppspring.stanza.PresenceShow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link InitialPresenceSender}.
 *
 * @author XMPP for Spring Boot contributors
 */
class InitialPresenceSenderTests {

	private final TestXmppConnection connection = new TestXmppConnection();

	private final StanzaTemplate stanzas = new StanzaTemplate(this.connection, new PayloadCodecs(List.of(), List.of()),
			() -> List.of((presence) -> {
				this.customizing.run();
				return presence.mutate().status("customized").build();
			}), Runnable::run);

	private Runnable customizing = () -> {
	};

	@BeforeEach
	void listen() {
		this.connection.addListener(new InitialPresenceSender(this.connection, this.stanzas,
				Presence.available().show(PresenceShow.CHAT).priority(5).build(), Runnable::run));
	}

	@Test
	void sendsCustomizedPresenceInEachSession() {
		become(ConnectionState.CONNECTING);
		become(ConnectionState.NEGOTIATING);
		assertThat(this.connection.sent()).isEmpty();

		become(ConnectionState.ONLINE);
		become(ConnectionState.BACKING_OFF);
		become(ConnectionState.ONLINE);
		become(ConnectionState.STOPPING);

		assertThat(this.connection.sent()).hasSize(2).allSatisfy((stanza) -> {
			Presence presence = Presence.from(stanza);
			assertThat(presence.isAvailable()).isTrue();
			assertThat(presence.show()).isEqualTo(PresenceShow.CHAT);
			assertThat(presence.priority()).isEqualTo(5);
			assertThat(presence.status().text()).isEqualTo("customized");
		});
	}

	@Test
	void presenceIsTakenBackForAsLongAsRequestsAreRefused() {
		become(ConnectionState.ONLINE);
		this.connection.drain();
		become(ConnectionState.BACKING_OFF);
		become(ConnectionState.ONLINE);
		assertThat(this.connection.sent()).hasSize(1);

		this.connection.resume();

		assertThat(this.connection.sent()).hasSize(2);
	}

	@Test
	void presenceThatIsLateIsTakenBack() {
		this.customizing = this.connection::drain;

		become(ConnectionState.ONLINE);

		assertThat(this.connection.sent()).extracting((stanza) -> Presence.from(stanza).isAvailable())
			.containsExactly(true, false);
	}

	@Test
	void withoutSessionThereIsNobodyToTellOfTheEndOfRefusals() {
		this.connection.drain();

		this.connection.resume();

		assertThat(this.connection.sent()).isEmpty();
	}

	@Test
	void otherPresenceIsNoInitialOne() {
		assertThatIllegalArgumentException().isThrownBy(() -> new InitialPresenceSender(this.connection, this.stanzas,
				Presence.unavailable().build(), Runnable::run));
		assertThatIllegalArgumentException().isThrownBy(() -> new InitialPresenceSender(this.connection, this.stanzas,
				Presence.available().to("a@b.example").build(), Runnable::run));
	}

	private void become(ConnectionState state) {
		this.connection.become(TestXmppConnection.status(state));
	}

}
