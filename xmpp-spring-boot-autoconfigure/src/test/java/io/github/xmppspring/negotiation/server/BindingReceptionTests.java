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

package io.github.xmppspring.negotiation.server;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import org.junit.jupiter.api.Test;

import static io.github.xmppspring.negotiation.server.TestReception.authenticated;
import static io.github.xmppspring.negotiation.server.TestReception.bind;
import static io.github.xmppspring.negotiation.server.TestReception.bound;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BindingReception}.
 *
 * @author XMPP for Spring Boot contributors
 */
class BindingReceptionTests {

	private final TestReception server = new TestReception();

	private final ClientStreamReception reception = this.server.plaintext().build();

	@Test
	void serverMakesUpAResource() {
		authenticated(this.reception)
			.send("<iq type='set' id='b1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>")
			.expect(bound("b1", "juliet@example.org/made-up"));
		authenticated(new TestReception().plaintext().build()).send(bind("b1", ""))
			.expect(bound("b1", "juliet@example.org/made-up"));
	}

	@Test
	void resourceIsNormalised() {
		authenticated(this.reception).send(bind("b1", "e\u0301te\u0301"))
			.expect(bound("b1", "juliet@example.org/\u00E9t\u00E9"));
	}

	@Test
	void conflictLeavesTheClientAnotherChoice() {
		this.server.bound().add(Jid.of("juliet@example.org/balcony"));

		ReceptionConversation conversation = authenticated(this.reception).send(bind("b1", "balcony"))
			.expect(error("b1", "cancel", StanzaErrorCondition.CONFLICT))
			.send(bind("b2", "garden"))
			.expect(bound("b2", "juliet@example.org/garden"));

		assertThat(conversation.received().jid()).isEqualTo(Jid.of("juliet@example.org/garden"));
	}

	@Test
	void retriesAreLimited() {
		this.server.bound().add(Jid.of("juliet@example.org/balcony"));
		ReceptionConversation conversation = authenticated(this.reception);

		for (int i = 0; i < BindingReception.MAX_REFUSALS; i++) {
			conversation.send(bind("b" + i, "balcony")).expect(error("b" + i, "cancel", StanzaErrorCondition.CONFLICT));
		}

		conversation.expectError("policy-violation");
	}

	@Test
	void resourceMustBeAllowed() {
		authenticated(this.reception).send(bind("b1", "a\u0007".replace("\u0007", "\u200B\uE000\uFFF9")))
			.expect(error("b1", "modify", StanzaErrorCondition.BAD_REQUEST));
		authenticated(this.reception).send(bind("b1", "a".repeat(1024)))
			.expect(error("b1", "modify", StanzaErrorCondition.BAD_REQUEST));
	}

	@Test
	void requestMustBeASet() {
		authenticated(this.reception)
			.send("<iq type='get' id='b1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>")
			.expect(error("b1", "modify", StanzaErrorCondition.BAD_REQUEST));
	}

	@Test
	void requestMustBeAStanza() {
		ReceptionConversation conversation = authenticated(this.reception)
			.send("<iq type='x' id='b1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>")
			.send(bind("b2", "balcony"));

		assertThat(conversation.received().jid()).isEqualTo(Jid.of("juliet@example.org/balcony"));
	}

	private static String error(String id, String type, StanzaErrorCondition condition) {
		return "<iq xmlns='jabber:client' type='error' id='%s'><error type='%s'>".formatted(id, type)
				+ "<%s xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>".formatted(condition.value());
	}

}
