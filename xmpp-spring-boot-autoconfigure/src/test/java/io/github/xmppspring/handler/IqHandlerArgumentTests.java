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

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.handler.Tickets.Close;
import io.github.xmppspring.handler.Tickets.Open;
import io.github.xmppspring.handler.Tickets.Ticket;
import io.github.xmppspring.handler.annotation.IqHandler;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.xml.Element;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.messaging.handler.annotation.Headers;
import org.springframework.messaging.handler.annotation.Payload;

import static io.github.xmppspring.handler.Tickets.NAMESPACE;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the arguments of {@link IqHandler @IqHandler} methods.
 *
 * @author XMPP for Spring Boot contributors
 */
class IqHandlerArgumentTests {

	private final HandlerContext context = new HandlerContext(Desk.class);

	private Desk desk;

	@BeforeEach
	void refresh() {
		this.desk = this.context.refresh().bean(Desk.class);
	}

	@AfterEach
	void close() {
		this.context.close();
	}

	@Test
	void payloadIsReadByItsCodec() {
		assertThat(seenBy("open", "Help")).isEqualTo(new Open("Help"));
	}

	@Test
	void payloadIsValidated() {
		Iq reply = this.context.exchange(Tickets.open(" "));

		assertThat(reply).isEqualTo(Tickets.open(" ").error(StanzaErrorCondition.BAD_REQUEST));
		assertThat(this.desk.seen).isNotDone();
	}

	@Test
	void payloadThatCannotBeReadIsBadRequest() {
		Iq request = Tickets.request(Iq.set(Tickets.element("close", "first")));

		assertThat(this.context.exchange(request)).isEqualTo(request.error(StanzaErrorCondition.BAD_REQUEST));
		assertThat(this.desk.seen).isNotDone();
	}

	@Test
	void annotatedPayloadIsRead() {
		assertThat(seenBy("ticket", "17")).isEqualTo(new Ticket("17"));
	}

	@Test
	void elementIsPayload() {
		assertThat(seenBy("element", "x")).isEqualTo(Tickets.element("element", "x"));
	}

	@Test
	void iqIsRequest() {
		assertThat(seenBy("iq", "x")).isEqualTo(Tickets.request(Iq.set(Tickets.element("iq", "x"))));
	}

	@Test
	void iqTypeIsThatOfRequest() {
		assertThat(seenBy("type", "")).isEqualTo(IqType.SET);
	}

	@Test
	void jidIsSender() {
		assertThat(seenBy("sender", "")).isEqualTo(Tickets.JULIET);
	}

	@Test
	void senderOfRequestWithoutOneIsOwnAccount() {
		this.context.exchange(Tickets.set("sender").withFrom(null));

		assertThat(this.desk.seen).isCompletedWithValue(Tickets.DESK.bare());
	}

	@Test
	void headersAreConverted() {
		assertThat(seenBy("headers", ""))
			.isEqualTo(Map.of("from", Tickets.JULIET, "to", Tickets.DESK.toString(), "id", "r1", "type", IqType.SET));
	}

	@Test
	void allHeadersAreThoseOfStanza() {
		Iq request = Tickets.set("all-headers").mutate().language("de").build();
		this.context.exchange(request);

		assertThat(this.desk.seen).isCompletedWithValue(Map.of(XmppHeaders.ID, "r1", XmppHeaders.FROM, Tickets.JULIET,
				XmppHeaders.TO, Tickets.DESK, XmppHeaders.TYPE, IqType.SET, XmppHeaders.LANGUAGE, "de"));
	}

	@Test
	void missingHeaderIsBadRequest() {
		Iq request = Tickets.set("headers").withTo(null);

		assertThat(this.context.exchange(request)).isEqualTo(request.error(StanzaErrorCondition.BAD_REQUEST));
	}

	@Test
	void messageHasNeitherUuidNorTimestamp() {
		assertThat(seenBy("message", "x")).isInstanceOfSatisfying(Message.class, (message) -> {
			assertThat(message.getPayload()).isEqualTo(Tickets.element("message", "x"));
			assertThat(message.getHeaders().getId()).isNull();
			assertThat(message.getHeaders().getTimestamp()).isNull();
		});
	}

	@Test
	void payloadOfMessageIsRead() {
		this.context.exchange(Tickets.request(Iq.get(Tickets.element("ticket", "17"))));

		assertThat(this.desk.seen.join()).isInstanceOfSatisfying(Message.class,
				(message) -> assertThat(message.getPayload()).isEqualTo(new Ticket("17")));
	}

	@Test
	void optionalPayloadIsRead() {
		this.context.exchange(Tickets.request(Iq.get(Tickets.element("close", "17"))));

		assertThat(this.desk.seen).isCompletedWithValue(Optional.of(new Close(17)));
	}

	private Object seenBy(String name, String text) {
		Iq request = Tickets.request(Iq.set(Tickets.element(name, text)));
		assertThat(this.context.exchange(request)).isEqualTo(request.result());
		return this.desk.seen.join();
	}

	@IqHandler(namespace = NAMESPACE, type = IqType.SET)
	static class Desk {

		private final CompletableFuture<@Nullable Object> seen = new CompletableFuture<>();

		@IqHandler
		void open(@Valid Open open) {
			this.seen.complete(open);
		}

		@IqHandler
		void close(Close close) {
			this.seen.complete(close);
		}

		@IqHandler
		void ticket(Jid sender, @Payload Ticket ticket) {
			this.seen.complete(ticket);
		}

		@IqHandler(name = "element")
		void element(Element element) {
			this.seen.complete(element);
		}

		@IqHandler(name = "iq")
		void iq(Iq iq) {
			this.seen.complete(iq);
		}

		@IqHandler(name = "type")
		void type(IqType type) {
			this.seen.complete(type);
		}

		@IqHandler(name = "sender")
		void sender(Jid sender) {
			this.seen.complete(sender);
		}

		@IqHandler(name = "headers")
		void headers(@Header(XmppHeaders.FROM) Jid from, @Header(XmppHeaders.TO) String to,
				@Header(XmppHeaders.ID) String id, @Header(XmppHeaders.TYPE) IqType type,
				@Header(name = XmppHeaders.LANGUAGE, required = false) @Nullable String language) {
			assertThat(language).isNull();
			this.seen.complete(Map.of("from", from, "to", to, "id", id, "type", type));
		}

		@IqHandler(name = "all-headers")
		void allHeaders(@Headers Map<String, Object> all, MessageHeaders headers) {
			assertThat(headers).isEqualTo(all);
			this.seen.complete(Map.copyOf(all));
		}

		@IqHandler(name = "message")
		void message(Message<Element> message) {
			this.seen.complete(message);
		}

		@IqHandler(type = IqType.GET)
		void ticketMessage(Message<Ticket> message) {
			this.seen.complete(message);
		}

		@IqHandler(type = IqType.GET)
		void optional(Optional<Close> close) {
			this.seen.complete(close);
		}

	}

}
