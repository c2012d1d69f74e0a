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

package io.github.xmppspring.handler;

import java.util.List;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.handler.annotation.IqHandler;
import io.github.xmppspring.payload.record.XmppAttribute;
import io.github.xmppspring.payload.record.XmppElement;
import io.github.xmppspring.payload.record.XmppPayload;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.stereotype.Component;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for handlers whose payloads are annotated records.
 *
 * @author XMPP for Spring Boot contributors
 */
class RecordPayloadHandlerTests {

	private final HandlerContext context = new HandlerContext(BlockList.class).refresh();

	@AfterEach
	void close() {
		this.context.close();
	}

	@Test
	@DisplayName("P1 The record of the argument says what is mapped, that of the result what is answered")
	void recordIsMappedReadAndWritten() {
		Iq request = block("<item jid='a@x.test'/><item jid='b@x.test'/>");

		assertThat(this.context.exchange(request))
			.isEqualTo(request.result(Element.parse("<blocked xmlns='urn:xmpp:blocking'><count>2</count></blocked>")));
	}

	@Test
	void malformedRecordIsABadRequest() {
		Iq request = block("<item/>");

		assertThat(this.context.exchange(request)).isEqualTo(request.error(StanzaErrorCondition.BAD_REQUEST));
	}

	@Test
	void recordThatRefusesItsValuesIsABadRequest() {
		Iq request = block("");

		assertThat(this.context.exchange(request)).isEqualTo(request.error(StanzaErrorCondition.BAD_REQUEST));
	}

	private static Iq block(String items) {
		return Tickets.request(Iq.set(Element.parse("<block xmlns='urn:xmpp:blocking'>" + items + "</block>")));
	}

	@Component
	static class BlockList {

		@IqHandler
		Blocked block(Block block) {
			return new Blocked(block.items().size());
		}

	}

	@XmppPayload(namespace = "urn:xmpp:blocking")
	record Block(@XmppElement("item") List<Item> items) {

		Block {
			if (items.isEmpty()) {
				throw new IllegalArgumentException("Nothing to block");
			}
		}

	}

	record Item(@XmppAttribute Jid jid) {

	}

	@XmppPayload(namespace = "urn:xmpp:blocking")
	record Blocked(int count) {

	}

}
