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

package io.github.xmppspring.connection;

import java.util.concurrent.CompletableFuture;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqExchange;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.xml.Element;
import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link IqRequestHandler}.
 *
 * @author XMPP for Spring Boot contributors
 */
class IqRequestHandlerTests {

	private static final Iq REQUEST = Iq.get(Element.of("urn:example:q", "q")).id("1").from("bob@x.test/r").build();

	private final CompletableFuture<Iq> response = new CompletableFuture<>();

	private final Outbox outbox = new Outbox();

	@Test
	void responseOfTheExchangeIsWritten() {
		EmbeddedChannel channel = channel((request) -> this.response);
		channel.writeInbound(REQUEST);
		assertThat(channel.<Object>readOutbound()).isNull();

		respond(channel);

		assertThat(channel.<Iq>readOutbound()).isEqualTo(REQUEST.result());
	}

	@Test
	void addressThatWasAskedAnswers() {
		Iq request = REQUEST.withTo(Jid.of("desk@echo.x.test"));
		EmbeddedChannel channel = channel(
				(iq) -> CompletableFuture.completedStage(iq.result().withFrom(Jid.of("other@y.test"))));

		channel.writeInbound(request);

		assertThat(channel.<Iq>readOutbound()).isEqualTo(request.result());
	}

	@Test
	void failureOfTheExchangeIsAnswered() {
		EmbeddedChannel channel = channel((request) -> this.response);
		channel.writeInbound(REQUEST);

		this.response.completeExceptionally(new IllegalStateException("secret"));
		channel.runPendingTasks();

		assertThat(channel.<Iq>readOutbound()).isEqualTo(REQUEST.error(StanzaErrorCondition.INTERNAL_SERVER_ERROR));
	}

	@Test
	void exchangeThatThrowsIsAnswered() {
		EmbeddedChannel channel = channel((request) -> {
			throw new IllegalStateException("secret");
		});

		channel.writeInbound(REQUEST);

		assertThat(channel.<Iq>readOutbound()).isEqualTo(REQUEST.error(StanzaErrorCondition.INTERNAL_SERVER_ERROR));
	}

	@Test
	void errorOfTheExchangeIsAnswered() {
		EmbeddedChannel channel = channel((request) -> {
			throw new StackOverflowError();
		});

		channel.writeInbound(REQUEST);

		assertThat(channel.<Iq>readOutbound()).isEqualTo(REQUEST.error(StanzaErrorCondition.INTERNAL_SERVER_ERROR));
	}

	@Test
	@SuppressWarnings("NullAway")
	void exchangeWithoutStageIsAnsweredAndHoldsUpNoDrain() {
		IqRequestHandler handler = new IqRequestHandler((request) -> null, this.outbox);
		EmbeddedChannel channel = new EmbeddedChannel(this.outbox, handler);

		channel.writeInbound(REQUEST);

		assertThat(channel.<Iq>readOutbound()).isEqualTo(REQUEST.error(StanzaErrorCondition.INTERNAL_SERVER_ERROR));
		assertThat(handler.drain()).isCompleted();
	}

	@Test
	void requestAsResponseIsNotSent() {
		EmbeddedChannel channel = channel((request) -> CompletableFuture.completedStage(request));

		channel.writeInbound(REQUEST);

		assertThat(channel.<Iq>readOutbound()).isEqualTo(REQUEST.error(StanzaErrorCondition.INTERNAL_SERVER_ERROR));
	}

	@Test
	void drainingRefusesNewRequestsAndWaitsForOldOnes() {
		IqRequestHandler handler = new IqRequestHandler((request) -> this.response, this.outbox);
		EmbeddedChannel channel = new EmbeddedChannel(this.outbox, handler);
		channel.writeInbound(REQUEST);

		CompletableFuture<Void> drained = handler.drain();
		channel.writeInbound(REQUEST.withId("2"));

		assertThat(channel.<Iq>readOutbound())
			.isEqualTo(REQUEST.withId("2").error(StanzaErrorCondition.RECIPIENT_UNAVAILABLE));
		assertThat(drained).isNotDone();
		respond(channel);
		assertThat(drained).isCompleted();
	}

	@Test
	void idleHandlerIsDrainedAtOnce() {
		IqRequestHandler handler = new IqRequestHandler((request) -> this.response, this.outbox);
		new EmbeddedChannel(this.outbox, handler);

		assertThat(handler.drain()).isCompleted();
	}

	@Test
	void drainingCanBeCalledOff() {
		IqRequestHandler handler = new IqRequestHandler((request) -> this.response, this.outbox);
		EmbeddedChannel channel = new EmbeddedChannel(this.outbox, handler);
		channel.writeInbound(REQUEST);
		CompletableFuture<Void> drained = handler.drain();

		handler.resume();

		assertThat(drained).isCompleted();
		channel.writeInbound(REQUEST.withId("2"));
		assertThat(channel.<Iq>readOutbound()).isNull();
		CompletableFuture<Void> drainedAgain = handler.drain();
		assertThat(drainedAgain).isNotDone();
		respond(channel);
		assertThat(drainedAgain).isCompleted();
	}

	@Test
	void whoDrainsTwiceWaitsForTheSame() {
		IqRequestHandler handler = new IqRequestHandler((request) -> this.response, this.outbox);
		EmbeddedChannel channel = new EmbeddedChannel(this.outbox, handler);
		channel.writeInbound(REQUEST);
		CompletableFuture<Void> first = handler.drain();
		CompletableFuture<Void> second = handler.drain();

		respond(channel);

		assertThat(first).isCompleted();
		assertThat(second).isCompleted();
	}

	private void respond(EmbeddedChannel channel) {
		this.response.complete(REQUEST.result());
		channel.runPendingTasks();
	}

	private EmbeddedChannel channel(IqExchange exchange) {
		return new EmbeddedChannel(this.outbox, new IqRequestHandler(exchange, this.outbox));
	}

}
