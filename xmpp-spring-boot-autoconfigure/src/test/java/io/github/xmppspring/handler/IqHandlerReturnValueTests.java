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

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.xmppspring.handler.Tickets.Ticket;
import io.github.xmppspring.handler.annotation.IqHandler;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stanza.NonBlockingThread;
import io.github.xmppspring.stanza.StanzaError;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.messaging.handler.annotation.MessageExceptionHandler;

import static io.github.xmppspring.handler.Tickets.NAMESPACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for what {@link IqHandler @IqHandler} methods return.
 *
 * @author XMPP for Spring Boot contributors
 */
class IqHandlerReturnValueTests {

	private static final Iq REQUEST = Tickets.get("any");

	private static final Element TICKET = Tickets.element("ticket", "17");

	private static final Iq INTERNAL_SERVER_ERROR = REQUEST.error(StanzaErrorCondition.INTERNAL_SERVER_ERROR);

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

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void valueBecomesReply(String name, @Nullable Object value, Iq reply) {
		this.desk.handler = (request) -> value;

		assertThat(this.context.exchange(REQUEST)).isEqualTo(reply);
	}

	static Stream<Arguments> valueBecomesReply() {
		Iq result = REQUEST.result(TICKET);
		Iq notFound = REQUEST.error(StanzaErrorCondition.ITEM_NOT_FOUND);
		return Stream.of(Arguments.of("payload object", new Ticket("17"), result),
				Arguments.of("element", TICKET, result), Arguments.of("null", null, REQUEST.result()),
				Arguments.of("result", result, result), Arguments.of("error", notFound, notFound),
				Arguments.of("stanza error", StanzaError.of(StanzaErrorCondition.CONFLICT, "Twice"),
						REQUEST.error(StanzaError.of(StanzaErrorCondition.CONFLICT, "Twice"))),
				Arguments.of("condition", StanzaErrorCondition.ITEM_NOT_FOUND, notFound),
				Arguments.of("completed future", CompletableFuture.completedFuture(new Ticket("17")), result),
				Arguments.of("future of null", CompletableFuture.completedFuture(null), REQUEST.result()),
				Arguments.of("minimal stage", CompletableFuture.completedStage(TICKET), result),
				Arguments.of("failed future", CompletableFuture.failedFuture(new IllegalStateException("failed")),
						INTERNAL_SERVER_ERROR),
				Arguments.of("future that fails with an Error", CompletableFuture.failedFuture(new LinkageError("no")),
						INTERNAL_SERVER_ERROR),
				Arguments.of("cancelled future", cancelled(), INTERNAL_SERVER_ERROR),
				Arguments.of("Mono", Mono.just(new Ticket("17")), result),
				Arguments.of("empty Mono", Mono.empty(), REQUEST.result()),
				Arguments.of("failed Mono", Mono.error(new IllegalStateException("failed")), INTERNAL_SERVER_ERROR),
				Arguments.of("Flux", Flux.just(TICKET), INTERNAL_SERVER_ERROR),
				Arguments.of("object without codec", new StringBuilder(), INTERNAL_SERVER_ERROR),
				Arguments.of("future of object without codec", CompletableFuture.completedFuture(new StringBuilder()),
						INTERNAL_SERVER_ERROR),
				Arguments.of("request", Tickets.get("other"), INTERNAL_SERVER_ERROR));
	}

	private static CompletableFuture<Object> cancelled() {
		CompletableFuture<Object> future = new CompletableFuture<>();
		future.cancel(false);
		return future;
	}

	@Test
	void voidIsEmptyResult() {
		Iq request = Tickets.set("void");

		assertThat(this.context.exchange(request)).isEqualTo(request.result());
	}

	@Test
	void replyGetsIdAndAddressesOfRequest() {
		this.desk.handler = (request) -> Iq.builder(IqType.RESULT)
			.id("other")
			.from("mallory@example.org")
			.to("romeo@example.org/orchard")
			.payload(TICKET)
			.build();

		assertThat(this.context.exchange(REQUEST)).isEqualTo(REQUEST.result(TICKET));
	}

	@Test
	void replyToRequestOfServerHasNoAddress() {
		this.desk.handler = (request) -> TICKET;

		Iq reply = this.context.exchange(REQUEST.withFrom(null).withTo(null));

		assertThat(reply.to()).isNull();
		assertThat(reply.from()).isNull();
		assertThat(reply.id()).isEqualTo("r1");
	}

	@Test
	void replyComesWhenStageCompletes() {
		CompletableFuture<Ticket> ticket = new CompletableFuture<>();
		this.desk.handler = (request) -> ticket;

		CompletableFuture<Iq> reply = this.context.dispatcher().exchange(REQUEST).toCompletableFuture();
		assertThat(reply).isNotDone();
		ticket.complete(new Ticket("17"));

		assertThat(reply).isCompletedWithValue(REQUEST.result(TICKET));
	}

	@Test
	void failureOfStageGoesToExceptionHandlerOffEventLoop() throws InterruptedException {
		CompletableFuture<Ticket> ticket = new CompletableFuture<>();
		this.desk.handler = (request) -> ticket;
		CompletableFuture<Iq> reply = this.context.dispatcher().exchange(REQUEST).toCompletableFuture();

		Thread eventLoop = new EventLoop(() -> ticket.completeExceptionally(new UnsupportedOperationException()));
		eventLoop.start();
		eventLoop.join();

		await().untilAsserted(() -> assertThat(reply)
			.isCompletedWithValue(REQUEST.error(StanzaErrorCondition.FEATURE_NOT_IMPLEMENTED)));
		assertThat(this.desk.exceptionHandlerThread).startsWith("continuation-");
	}

	@Test
	void cancellingCancelsMono() {
		AtomicBoolean cancelled = new AtomicBoolean();
		this.desk.handler = (request) -> Mono.never().doOnCancel(() -> cancelled.set(true));

		this.context.dispatcher().exchange(REQUEST).toCompletableFuture().cancel(false);

		assertThat(cancelled).isTrue();
	}

	@Test
	void cancellingLeavesFutureOfHandlerAlone() {
		CompletableFuture<Ticket> ticket = new CompletableFuture<>();
		this.desk.handler = (request) -> ticket;

		this.context.dispatcher().exchange(REQUEST).toCompletableFuture().cancel(false);

		assertThat(ticket).isNotDone();
	}

	@Test
	void monoInSignatureIsNoMultiValue() {
		Iq request = Tickets.get("mono");

		assertThat(this.context.exchange(request)).isEqualTo(request.result(TICKET));
	}

	@Test
	void stageInSignatureIsReply() {
		Iq request = Tickets.get("stage");

		assertThat(this.context.exchange(request)).isEqualTo(request.result(TICKET));
	}

	@IqHandler(NAMESPACE)
	static class Desk {

		private Function<Iq, @Nullable Object> handler = (request) -> null;

		private volatile String exceptionHandlerThread = "none";

		@IqHandler(name = "any")
		@Nullable Object any(Iq request) {
			return this.handler.apply(request);
		}

		@IqHandler(name = "void")
		void nothing() {
		}

		@IqHandler(name = "mono")
		Mono<Ticket> mono() {
			return Mono.just(new Ticket("17"));
		}

		@IqHandler(name = "stage")
		CompletionStage<Ticket> stage() {
			return CompletableFuture.completedStage(new Ticket("17"));
		}

		@MessageExceptionHandler
		StanzaErrorCondition unsupported(UnsupportedOperationException ex) {
			this.exceptionHandlerThread = Thread.currentThread().getName();
			return StanzaErrorCondition.FEATURE_NOT_IMPLEMENTED;
		}

	}

	private static final class EventLoop extends Thread implements NonBlockingThread {

		EventLoop(Runnable task) {
			super(task);
		}

	}

}
