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
import io.github.xmppspring.negotiation.StreamManagementState;
import io.github.xmppspring.stream.StreamManagement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.xmppspring.negotiation.server.TestReception.BIND;
import static io.github.xmppspring.negotiation.server.TestReception.SUCCESS;
import static io.github.xmppspring.negotiation.server.TestReception.auth;
import static io.github.xmppspring.negotiation.server.TestReception.bind;
import static io.github.xmppspring.negotiation.server.TestReception.bound;
import static io.github.xmppspring.negotiation.server.TestReception.mechanisms;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ResumptionReception}.
 *
 * @author XMPP for Spring Boot contributors
 */
class ResumptionReceptionTests {

	private static final String OFFER = "<sm xmlns='urn:xmpp:sm:3'/>";

	private static final Jid JULIET = Jid.of("juliet@example.org/balcony");

	private final TestReception server = new TestReception();

	private final ClientStreamReception reception = this.server.plaintext().resumer(this::resume).build();

	private ResumedSession resume(Jid account, StreamManagement.Resume request) {
		if (!account.equals(JULIET.bare()) || !request.previousId().equals("known")) {
			throw new ResumptionRefusedException(request.previousId().equals("over") ? 7L : null);
		}
		new StreamManagementState(1).acknowledged(request.handled());
		return new ResumedSession(JULIET, 42);
	}

	@Test
	void sessionGoesOn() {
		ReceptionConversation conversation = authenticated()
			.send("<resume xmlns='urn:xmpp:sm:3' previd='known' h='0'/><presence/>")
			.expect("<resumed xmlns='urn:xmpp:sm:3' previd='known' h='42'/>");

		assertThat(conversation.received().jid()).isEqualTo(JULIET);
		assertThat(conversation.received().resumedId()).isEqualTo("known");
		assertThat(conversation.delivered()).hasSize(1);
		assertThat(this.server.bound()).isEmpty();
	}

	@Test
	void clientMayBindInstead() {
		ReceptionConversation conversation = authenticated().send("<resume xmlns='urn:xmpp:sm:3' previd='over' h='0'/>")
			.expect(failed("item-not-found", " h='7'"))
			.send("<resume xmlns='urn:xmpp:sm:3' previd='unknown' h='0'/>")
			.expect(failed("item-not-found", ""))
			.send(bind("b1", "balcony"))
			.expect(bound("b1", "juliet@example.org/balcony"));

		assertThat(conversation.received().resumedId()).isNull();
	}

	@Test
	void countThatIsTooHighEndsTheStream() {
		authenticated().send("<resume xmlns='urn:xmpp:sm:3' previd='known' h='1'/>")
			.expect("<stream:error xmlns:stream='http://etherx.jabber.org/streams'>"
					+ "<undefined-condition xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>"
					+ "<handled-count-too-high xmlns='urn:xmpp:sm:3' h='1' send-count='0'/></stream:error>")
			.expectFooter();
	}

	@ParameterizedTest
	@ValueSource(strings = { "<resume xmlns='urn:xmpp:sm:3' h='0'/>", "<resume xmlns='urn:xmpp:sm:3' previd='known'/>",
			"<resume xmlns='urn:xmpp:sm:3' previd='known' h='x'/>" })
	void malformedRequestsEndTheStream(String xml) {
		authenticated().send(xml).expectError("bad-format");
	}

	@Test
	void enablingComesAfterBinding() {
		authenticated().send("<enable xmlns='urn:xmpp:sm:3'/>")
			.expect(failed("unexpected-request", ""))
			.send(bind("b1", "balcony"))
			.expect(bound("b1", "juliet@example.org/balcony"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "<r xmlns='urn:xmpp:sm:3'/>", "<a xmlns='urn:xmpp:sm:3' h='0'/>",
			"<enabled xmlns='urn:xmpp:sm:3'/>", "<x xmlns='urn:xmpp:sm:3'/>" })
	void nothingElseHasAPlaceHere(String xml) {
		authenticated().send(xml).expectError("unsupported-stanza-type");
	}

	@Test
	void retriesAreLimited() {
		ReceptionConversation conversation = authenticated();

		for (int i = 0; i < BindingReception.MAX_REFUSALS; i++) {
			conversation.send("<resume xmlns='urn:xmpp:sm:3' previd='unknown' h='0'/>")
				.expect(failed("item-not-found", ""));
		}

		conversation.expectError("policy-violation");
	}

	@Test
	void nothingIsResumedBeforeAuthentication() {
		TestReception.opened(this.reception)
			.send("<resume xmlns='urn:xmpp:sm:3' previd='known' h='0'/>")
			.expectError("not-authorized");
	}

	private ReceptionConversation authenticated() {
		return ReceptionConversation.with(this.reception)
			.open()
			.expectHeader("example.org", null)
			.expectFeatures(mechanisms("PLAIN", "ANONYMOUS"))
			.send(auth("PLAIN", "AGp1bGlldAByMG0zMA=="))
			.expect(SUCCESS)
			.open()
			.expectHeader("example.org", null)
			.expectFeatures(BIND, OFFER);
	}

	private static String failed(String condition, String attributes) {
		return "<failed xmlns='urn:xmpp:sm:3'" + attributes + "><" + condition
				+ " xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failed>";
	}

}
