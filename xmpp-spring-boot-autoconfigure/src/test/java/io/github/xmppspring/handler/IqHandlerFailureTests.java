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

import java.lang.reflect.UndeclaredThrowableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.handler.Tickets.Open;
import io.github.xmppspring.handler.annotation.IqHandler;
import io.github.xmppspring.handler.annotation.ResponseStanzaError;
import io.github.xmppspring.stanza.ApplicationConditionSource;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqErrorException;
import io.github.xmppspring.stanza.IqProgress;
import io.github.xmppspring.stanza.IqTimeoutException;
import io.github.xmppspring.stanza.StanzaError;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stanza.StanzaErrorException;
import io.github.xmppspring.stanza.StanzaErrorType;
import io.github.xmppspring.xml.Element;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.messaging.converter.MessageConversionException;
import org.springframework.messaging.handler.annotation.MessageExceptionHandler;
import org.springframework.messaging.handler.annotation.support.MethodArgumentNotValidException;

import static io.github.xmppspring.handler.Tickets.NAMESPACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for what becomes of failures of {@link IqHandler @IqHandler} methods.
 *
 * @author XMPP for Spring Boot contributors
 */
@ExtendWith(OutputCaptureExtension.class)
class IqHandlerFailureTests {

	private static final Iq REQUEST = Tickets.get("any");

	private static final Iq NESTED = Iq.get(Tickets.element("list", "")).id("n1").to("third@example.org/x").build();

	private final HandlerContext context = new HandlerContext(Desk.class, Polite.class);

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
	@MethodSource("failures")
	void thrownFailureBecomesError(String name, Throwable failure, StanzaError error) {
		this.desk.handler = () -> sneaky(failure);

		assertThat(this.context.exchange(REQUEST)).isEqualTo(REQUEST.error(error));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("failures")
	@DisplayName("E7: what an asynchronous handler fails with becomes the same error")
	void failureOfFutureBecomesError(String name, Throwable failure, StanzaError error) {
		this.desk.handler = () -> CompletableFuture.supplyAsync(() -> null).thenApply((value) -> sneaky(failure));

		assertThat(this.context.exchange(REQUEST)).isEqualTo(REQUEST.error(error));
	}

	private static Throwable unreadable(Iq iq) {
		return catchThrowable(() -> Tickets.codecs().requiredPayload(iq, Tickets.Ticket.class));
	}

	static Stream<Arguments> failures() {
		StanzaError custom = StanzaError.of(StanzaErrorCondition.CONFLICT, "Twice")
			.withType(StanzaErrorType.WAIT)
			.withApplicationCondition(Element.of("urn:example:errors", "twice"));
		Iq forbidden = NESTED.withFrom(Jid.of("me@example.org")).error(StanzaErrorCondition.FORBIDDEN);
		StanzaError internal = StanzaError.of(StanzaErrorCondition.INTERNAL_SERVER_ERROR);
		return Stream.of(Arguments.of("E1: StanzaErrorException", new StanzaErrorException(custom), custom),
				Arguments.of("E1: annotated exception", new NotFoundException(),
						StanzaError.of(StanzaErrorCondition.ITEM_NOT_FOUND)),
				Arguments.of("E1: subclass of annotated exception with type and text", new QuotaException(),
						StanzaError.of(StanzaErrorCondition.POLICY_VIOLATION, "Quota exceeded")
							.withType(StanzaErrorType.WAIT)),
				Arguments.of("E1: StanzaErrorException with an application condition",
						StanzaErrorException.of(StanzaErrorCondition.CONFLICT, new Tickets.Ticket("7")),
						StanzaError.of(StanzaErrorCondition.CONFLICT)
							.withApplicationCondition(Tickets.element("ticket", "7"))),
				Arguments.of("E1: annotated exception with an application condition", new DuplicateException(),
						StanzaError.of(StanzaErrorCondition.CONFLICT)
							.withApplicationCondition(Tickets.element("ticket", "8"))),
				Arguments.of("E1: application condition alone", new UndefinedException(),
						StanzaError.of(StanzaErrorCondition.UNDEFINED_CONDITION)
							.withApplicationCondition(Tickets.element("x", ""))),
				Arguments.of("E1: application condition that cannot be written",
						StanzaErrorException.of(StanzaErrorCondition.CONFLICT, "secret"),
						StanzaError.of(StanzaErrorCondition.CONFLICT)),
				Arguments.of("payload of the request that the handler cannot read", unreadable(REQUEST),
						StanzaError.of(StanzaErrorCondition.BAD_REQUEST)),
				Arguments.of("payload of another stanza that the handler cannot read", unreadable(NESTED), internal),
				Arguments.of("E2: error of a nested request", new IqErrorException(forbidden),
						StanzaError.of(StanzaErrorCondition.UNDEFINED_CONDITION)),
				Arguments.of("E3: timeout of a nested request",
						new IqTimeoutException(NESTED, Duration.ofSeconds(1), IqProgress.SENT),
						StanzaError.of(StanzaErrorCondition.REMOTE_SERVER_TIMEOUT).withType(StanzaErrorType.WAIT)),
				Arguments.of("E4: RuntimeException", new IllegalStateException("secret"), internal),
				Arguments.of("E4: checked exception", new Exception("secret"), internal),
				Arguments.of("E4: Error", new StackOverflowError("secret"), internal),
				Arguments.of("E4: AssertionError", new AssertionError("secret"), internal),
				Arguments.of("conversion in the handler", new MessageConversionException("secret"), internal),
				Arguments.of("TaskRejectedException", new TaskRejectedException("full"),
						StanzaError.of(StanzaErrorCondition.RESOURCE_CONSTRAINT).withType(StanzaErrorType.WAIT)),
				Arguments.of("RejectedExecutionException", new RejectedExecutionException("full"),
						StanzaError.of(StanzaErrorCondition.RESOURCE_CONSTRAINT).withType(StanzaErrorType.WAIT)),
				Arguments.of("InterruptedException", new InterruptedException(),
						StanzaError.of(StanzaErrorCondition.RECIPIENT_UNAVAILABLE).withType(StanzaErrorType.WAIT)),
				Arguments.of("access denied", accessDenied(), StanzaError.of(StanzaErrorCondition.FORBIDDEN)),
				Arguments.of("wrapped",
						new CompletionException(
								new UndeclaredThrowableException(new ExecutionException(new NotFoundException()))),
						StanzaError.of(StanzaErrorCondition.ITEM_NOT_FOUND)));
	}

	private static Throwable accessDenied() {
		return new org.springframework.security.access.AccessDeniedException("secret");
	}

	@Test
	@DisplayName("E5: requests after a failure are handled")
	void failureDoesNotHarmOthers() {
		this.desk.handler = () -> sneaky(new LinkageError("secret"));
		this.context.exchange(REQUEST);
		this.desk.handler = () -> Tickets.element("fine", "");

		assertThat(this.context.exchange(REQUEST)).isEqualTo(REQUEST.result(Tickets.element("fine", "")));
	}

	@Test
	@DisplayName("E4: the log has an error id, the handler and the exception, but nothing of the stanza")
	void unexpectedFailureIsLogged(CapturedOutput output) {
		this.desk.handler = () -> sneaky(new IllegalStateException("why it failed"));

		this.context.exchange(Tickets.request(Iq.get(Tickets.element("any", "confidential"))));

		assertThat(output).containsPattern("ERROR.*Desk\\.any\\(\\) of bean '.*Desk' failed \\(error id [0-9a-f]{8}\\)")
			.contains("why it failed")
			.doesNotContain("confidential")
			.doesNotContain("juliet");
	}

	@Test
	void expectedFailureIsNotLoggedAsError(CapturedOutput output) {
		this.desk.handler = () -> sneaky(new NotFoundException());

		this.context.exchange(REQUEST);

		assertThat(output).doesNotContain("ERROR");
	}

	@Test
	void exceptionHandlerOfBeanSaysHowToAnswer() {
		Iq request = Tickets.set("refuse");

		assertThat(this.context.exchange(request)).isEqualTo(request
			.error(StanzaError.of(StanzaErrorCondition.NOT_ACCEPTABLE, "Not today, juliet@example.org/balcony")));
	}

	@Test
	void exceptionHandlerGoesBeforeAnnotationOfException() {
		Iq request = Tickets.set("missing");

		assertThat(this.context.exchange(request)).isEqualTo(request.result(Tickets.element("ticket", "none")));
	}

	@Test
	void exceptionHandlerSeesInvalidPayload() {
		Iq request = Tickets.open("");

		assertThat(this.context.exchange(request)).isEqualTo(request.error(StanzaErrorCondition.NOT_ALLOWED));
	}

	@Test
	void exceptionHandlerSeesFailureOfFuture() {
		Iq request = Tickets.set("refuse-later");

		assertThat(this.context.exchange(request).error()).extracting(StanzaError::condition)
			.isEqualTo(StanzaErrorCondition.NOT_ACCEPTABLE);
	}

	@Test
	void exceptionHandlerMayBeAsynchronous() {
		Iq request = Tickets.set("later");

		assertThat(this.context.exchange(request)).isEqualTo(request.error(StanzaErrorCondition.GONE));
	}

	@Test
	void exceptionHandlerThatOnlyLooksOnChangesNothing() {
		Iq request = Tickets.set("watched");

		assertThat(this.context.exchange(request)).isEqualTo(request.error(StanzaErrorCondition.INTERNAL_SERVER_ERROR));
		assertThat(this.context.bean(Polite.class).watched).hasSize(1);
	}

	@Test
	void exceptionHandlerThatFailsGivesOneReply(CapturedOutput output) {
		Iq request = Tickets.set("worse");

		assertThat(this.context.exchange(request)).isEqualTo(request.error(StanzaErrorCondition.INTERNAL_SERVER_ERROR));
		assertThat(output).contains("even worse").contains("Suppressed: java.lang.IllegalArgumentException: bad");
	}

	@Test
	void exceptionHandlerOfOtherBeanIsNotAsked() {
		this.desk.handler = () -> sneaky(new UnsupportedOperationException());

		assertThat(this.context.exchange(REQUEST).error()).extracting(StanzaError::condition)
			.isEqualTo(StanzaErrorCondition.INTERNAL_SERVER_ERROR);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void exceptionHandlerIsTheBeanThatFailedThoughTheApplicationHasStopped(boolean lazy) {
		AtomicInteger made = new AtomicInteger();
		try (HandlerContext stopping = new HandlerContext(Desk.class)) {
			stopping.context().registerBean(Failing.class, () -> {
				made.incrementAndGet();
				return new Failing(stopping::close);
			}, (definition) -> definition.setLazyInit(lazy));
			stopping.refresh();

			Iq reply = stopping.exchange(Tickets.set("fail"));

			assertThat(reply).isEqualTo(Tickets.set("fail").error(StanzaErrorCondition.GONE));
			assertThat(stopping.context().isActive()).isFalse();
			assertThat(made).hasValue(1);
		}
	}

	@Test
	void exceptionHandlerOfPrototypeIsMadeForItself() {
		AtomicInteger made = new AtomicInteger();
		try (HandlerContext other = new HandlerContext(Desk.class)) {
			other.context().registerBean(Failing.class, () -> {
				made.incrementAndGet();
				return new Failing(() -> {
				});
			}, (definition) -> definition.setScope(BeanDefinition.SCOPE_PROTOTYPE));
			other.refresh();

			other.exchange(Tickets.set("fail"));

			assertThat(made).hasValue(2);
		}
	}

	@SuppressWarnings("unchecked")
	private static <T, X extends Throwable> T sneaky(Throwable failure) throws X {
		throw (X) failure;
	}

	@IqHandler(NAMESPACE)
	static class Desk {

		private Callable<@Nullable Object> handler = () -> null;

		@IqHandler(name = "any")
		@Nullable Object any() throws Exception {
			return this.handler.call();
		}

	}

	@IqHandler(NAMESPACE)
	static class Polite {

		private final List<Throwable> watched = new ArrayList<>();

		@IqHandler
		void open(@Valid Open open) {
		}

		@IqHandler(name = "refuse")
		void refuse() {
			throw new UnsupportedOperationException("Not today");
		}

		@IqHandler(name = "refuse-later")
		CompletableFuture<Open> refuseLater() {
			return CompletableFuture.supplyAsync(() -> {
				throw new UnsupportedOperationException("Not today");
			});
		}

		@IqHandler(name = "missing")
		void missing() {
			throw new NotFoundException();
		}

		@IqHandler(name = "later")
		void later() {
			throw new ArithmeticException();
		}

		@IqHandler(name = "watched")
		void watched() {
			throw new ArrayStoreException();
		}

		@IqHandler(name = "worse")
		void worse() {
			throw new IllegalArgumentException("bad");
		}

		@MessageExceptionHandler
		StanzaError handle(UnsupportedOperationException ex, Jid sender) {
			return StanzaError.of(StanzaErrorCondition.NOT_ACCEPTABLE, ex.getMessage() + ", " + sender);
		}

		@MessageExceptionHandler(NotFoundException.class)
		Element handle() {
			return Tickets.element("ticket", "none");
		}

		@MessageExceptionHandler
		StanzaErrorCondition handle(MethodArgumentNotValidException ex) {
			return StanzaErrorCondition.NOT_ALLOWED;
		}

		@MessageExceptionHandler
		CompletableFuture<StanzaErrorCondition> handle(ArithmeticException ex) {
			return CompletableFuture.supplyAsync(() -> StanzaErrorCondition.GONE);
		}

		@MessageExceptionHandler
		void watch(ArrayStoreException ex) {
			this.watched.add(ex);
		}

		@MessageExceptionHandler
		StanzaErrorCondition fail(IllegalArgumentException ex) {
			throw new IllegalStateException("even worse");
		}

	}

	@IqHandler(NAMESPACE)
	static class Failing {

		private final Runnable before;

		Failing(Runnable before) {
			this.before = before;
		}

		@IqHandler(name = "fail")
		void fail() {
			this.before.run();
			throw new UnsupportedOperationException();
		}

		@MessageExceptionHandler
		StanzaErrorCondition handle(UnsupportedOperationException ex) {
			return StanzaErrorCondition.GONE;
		}

	}

	@ResponseStanzaError(StanzaErrorCondition.ITEM_NOT_FOUND)
	@SuppressWarnings("serial")
	static class NotFoundException extends RuntimeException {

	}

	@SuppressWarnings("serial")
	static class UndefinedException extends RuntimeException implements ApplicationConditionSource {

		@Override
		public Object applicationCondition() {
			return Tickets.element("x", "");
		}

	}

	@ResponseStanzaError(StanzaErrorCondition.CONFLICT)
	@SuppressWarnings("serial")
	static class DuplicateException extends RuntimeException implements ApplicationConditionSource {

		@Override
		public Object applicationCondition() {
			return new Tickets.Ticket("8");
		}

	}

	@ResponseStanzaError(condition = StanzaErrorCondition.POLICY_VIOLATION, type = StanzaErrorType.WAIT,
			text = "Quota exceeded")
	@SuppressWarnings("serial")
	static class LimitException extends Exception {

	}

	@SuppressWarnings("serial")
	static class QuotaException extends LimitException {

	}

}
