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

package io.github.xmppspring.sample.tickets;

import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stanza.StanzaErrorType;
import io.github.xmppspring.test.XmppPeer;
import io.github.xmppspring.test.XmppTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

import static io.github.xmppspring.test.XmppAssertions.assertThat;

/**
 * Tests for {@link TicketHandlers} without a network.
 *
 * @author XMPP for Spring Boot contributors
 */
@XmppTest(handlers = TicketHandlers.class, server = false)
@Import(TicketService.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
class TicketHandlersTests {

	@Test
	void opensTicket(XmppPeer juliet) {
		Iq reply = juliet.set("<open xmlns='urn:example:tickets'><subject>No light</subject></open>");

		assertThat(reply).isResult()
			.hasPayload("<ticket xmlns='urn:example:tickets' id='1'><subject>No light</subject></ticket>");
	}

	@Test
	void listsTickets(XmppPeer juliet) {
		juliet.set("<open xmlns='urn:example:tickets'><subject>No light</subject></open>");
		juliet.set("<open xmlns='urn:example:tickets'><subject>No ladder</subject></open>");

		Iq reply = juliet.get("<list xmlns='urn:example:tickets'/>");

		assertThat(reply).isResult()
			.hasPayload("<tickets xmlns='urn:example:tickets'>" + "<ticket id='1'><subject>No light</subject></ticket>"
					+ "<ticket id='2'><subject>No ladder</subject></ticket></tickets>");
	}

	@Test
	void listsNothing(XmppPeer juliet) {
		Iq reply = juliet.get("<list xmlns='urn:example:tickets'/>");

		assertThat(reply).isResult().hasPayload("<tickets xmlns='urn:example:tickets'/>");
	}

	@Test
	void closesTicket(XmppPeer juliet) {
		juliet.set("<open xmlns='urn:example:tickets'><subject>No light</subject></open>");

		Iq reply = juliet.set("<close xmlns='urn:example:tickets' id='1'/>");

		assertThat(reply).isResult().hasNoPayload();
		assertThat(juliet.get("<list xmlns='urn:example:tickets'/>")).isResult()
			.hasPayload("<tickets xmlns='urn:example:tickets'/>");
	}

	@Test
	void unknownTicketIsItemNotFound(XmppPeer juliet) {
		assertThat(juliet.set("<close xmlns='urn:example:tickets' id='7'/>")).isError()
			.error()
			.hasCondition(StanzaErrorCondition.ITEM_NOT_FOUND)
			.hasType(StanzaErrorType.CANCEL);
	}

	@Test
	void tooManyTicketsAreResourceConstraint(XmppPeer juliet) {
		for (int i = 0; i < TicketService.MAX_TICKETS_OF_CUSTOMER; i++) {
			juliet.set("<open xmlns='urn:example:tickets'><subject>No light</subject></open>");
		}

		assertThat(juliet.set("<open xmlns='urn:example:tickets'><subject>One too many</subject></open>")).isError()
			.error()
			.hasCondition(StanzaErrorCondition.RESOURCE_CONSTRAINT)
			.hasType(StanzaErrorType.WAIT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<open xmlns='urn:example:tickets'/>",
			"<open xmlns='urn:example:tickets'><subject> </subject></open>",
			"<open xmlns='urn:example:tickets'><subject xmlns='urn:example:other'>No light</subject></open>",
			"<close xmlns='urn:example:tickets'/>", "<close xmlns='urn:example:tickets' id=''/>" })
	void incompleteRequestIsBadRequest(String payload, XmppPeer juliet) {
		assertThat(juliet.set(payload)).isError()
			.error()
			.hasCondition(StanzaErrorCondition.BAD_REQUEST)
			.hasType(StanzaErrorType.MODIFY);
	}

	@Test
	void longSubjectIsBadRequest(XmppPeer juliet) {
		String subject = "x".repeat(201);

		assertThat(juliet.set("<open xmlns='urn:example:tickets'><subject>" + subject + "</subject></open>")).isError()
			.error()
			.hasCondition(StanzaErrorCondition.BAD_REQUEST)
			.hasType(StanzaErrorType.MODIFY);
	}

	@Test
	void otherTypeIsFeatureNotImplemented(XmppPeer juliet) {
		assertThat(juliet.get("<open xmlns='urn:example:tickets'><subject>No light</subject></open>")).isError()
			.error()
			.hasCondition(StanzaErrorCondition.FEATURE_NOT_IMPLEMENTED)
			.hasType(StanzaErrorType.CANCEL);
	}

	@Test
	void otherNamespaceIsServiceUnavailable(XmppPeer juliet) {
		assertThat(juliet.get("<list xmlns='urn:example:other'/>")).isError()
			.error()
			.hasCondition(StanzaErrorCondition.SERVICE_UNAVAILABLE)
			.hasType(StanzaErrorType.CANCEL);
	}

}
