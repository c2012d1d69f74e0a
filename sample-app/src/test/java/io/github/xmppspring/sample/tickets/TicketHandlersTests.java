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

import io.github.xmppspring.autoconfigure.IqHandlerAutoConfiguration;
import io.github.xmppspring.autoconfigure.PayloadAutoConfiguration;
import io.github.xmppspring.handler.IqDispatcher;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stanza.StanzaErrorType;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TicketHandlers}: requests go in at the dispatcher, there is no
 * network.
 *
 * @author XMPP for Spring Boot contributors
 */
// tag::test[]
@SpringJUnitConfig({ TicketHandlers.class, TicketService.class })
@ImportAutoConfiguration({ PayloadAutoConfiguration.class, IqHandlerAutoConfiguration.class,
		ValidationAutoConfiguration.class })
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
class TicketHandlersTests {

	@Autowired
	private IqDispatcher dispatcher;

	@Test
	void opensTicket() {
		Element payload = Element.parse("<open xmlns='urn:example:tickets'><subject>No light</subject></open>");
		Iq request = Iq.set(payload).id("1").from("juliet@example.com/balcony").build();

		Iq reply = this.dispatcher.exchange(request).toCompletableFuture().join();

		assertThat(reply.payload()).isEqualTo(
				Element.parse("<ticket xmlns='urn:example:tickets' id='1'><subject>No light</subject></ticket>"));
	}

	// end::test[]

	@Test
	void listsTickets() {
		set("<open xmlns='urn:example:tickets'><subject>No light</subject></open>");
		set("<open xmlns='urn:example:tickets'><subject>No ladder</subject></open>");

		Iq reply = get("<list xmlns='urn:example:tickets'/>");

		assertThat(reply.payload()).isEqualTo(Element
			.parse("<tickets xmlns='urn:example:tickets'>" + "<ticket id='1'><subject>No light</subject></ticket>"
					+ "<ticket id='2'><subject>No ladder</subject></ticket></tickets>"));
	}

	@Test
	void listsNothing() {
		Iq reply = get("<list xmlns='urn:example:tickets'/>");

		assertThat(reply.payload()).isEqualTo(Element.parse("<tickets xmlns='urn:example:tickets'/>"));
	}

	@Test
	void closesTicket() {
		set("<open xmlns='urn:example:tickets'><subject>No light</subject></open>");

		Iq reply = set("<close xmlns='urn:example:tickets' id='1'/>");

		assertThat(reply.error()).isNull();
		assertThat(reply.payload()).isNull();
		assertThat(get("<list xmlns='urn:example:tickets'/>").payload())
			.isEqualTo(Element.parse("<tickets xmlns='urn:example:tickets'/>"));
	}

	@Test
	void unknownTicketIsItemNotFound() {
		assertError(set("<close xmlns='urn:example:tickets' id='7'/>"), StanzaErrorCondition.ITEM_NOT_FOUND,
				StanzaErrorType.CANCEL);
	}

	@Test
	void tooManyTicketsAreResourceConstraint() {
		for (int i = 0; i < TicketService.MAX_TICKETS_OF_CUSTOMER; i++) {
			set("<open xmlns='urn:example:tickets'><subject>No light</subject></open>");
		}

		assertError(set("<open xmlns='urn:example:tickets'><subject>One too many</subject></open>"),
				StanzaErrorCondition.RESOURCE_CONSTRAINT, StanzaErrorType.WAIT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<open xmlns='urn:example:tickets'/>",
			"<open xmlns='urn:example:tickets'><subject> </subject></open>",
			"<open xmlns='urn:example:tickets'><subject xmlns='urn:example:other'>No light</subject></open>",
			"<close xmlns='urn:example:tickets'/>", "<close xmlns='urn:example:tickets' id=''/>" })
	void incompleteRequestIsBadRequest(String payload) {
		assertError(set(payload), StanzaErrorCondition.BAD_REQUEST, StanzaErrorType.MODIFY);
	}

	@Test
	void longSubjectIsBadRequest() {
		String subject = "x".repeat(201);

		assertError(set("<open xmlns='urn:example:tickets'><subject>" + subject + "</subject></open>"),
				StanzaErrorCondition.BAD_REQUEST, StanzaErrorType.MODIFY);
	}

	@Test
	void otherTypeIsFeatureNotImplemented() {
		assertError(get("<open xmlns='urn:example:tickets'><subject>No light</subject></open>"),
				StanzaErrorCondition.FEATURE_NOT_IMPLEMENTED, StanzaErrorType.CANCEL);
	}

	@Test
	void otherNamespaceIsServiceUnavailable() {
		assertError(get("<list xmlns='urn:example:other'/>"), StanzaErrorCondition.SERVICE_UNAVAILABLE,
				StanzaErrorType.CANCEL);
	}

	private static void assertError(Iq reply, StanzaErrorCondition condition, StanzaErrorType type) {
		assertThat(reply.error()).isNotNull();
		assertThat(reply.error().condition()).isEqualTo(condition);
		assertThat(reply.error().type()).isEqualTo(type);
	}

	private Iq get(String payload) {
		return exchange(Iq.get(Element.parse(payload)));
	}

	private Iq set(String payload) {
		return exchange(Iq.set(Element.parse(payload)));
	}

	private Iq exchange(Iq.Builder request) {
		return this.dispatcher.exchange(request.id("1").from("juliet@example.com/balcony").build())
			.toCompletableFuture()
			.join();
	}

	// tag::test[]

}
// end::test[]
