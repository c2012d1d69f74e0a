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

package io.github.xmppspring.template;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import javax.xml.namespace.QName;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.address.JidFormatException;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.PayloadException;
import io.github.xmppspring.payload.ping.Ping;
import io.github.xmppspring.payload.record.RecordPayloadCodecProvider;
import io.github.xmppspring.payload.record.XmppAttribute;
import io.github.xmppspring.payload.record.XmppPayload;
import io.github.xmppspring.payload.version.SoftwareVersion;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqErrorException;
import io.github.xmppspring.stanza.IqExchange;
import io.github.xmppspring.stanza.IqFilter;
import io.github.xmppspring.stanza.IqProgress;
import io.github.xmppspring.stanza.IqResponseSource;
import io.github.xmppspring.stanza.IqTimeoutException;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stanza.NonBlockingThread;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stanza.XmppException;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link IqTemplate}.
 *
 * @author XMPP for Spring Boot contributors
 */
@Timeout(30)
class IqTemplateTests {

	private static final Jid JULIET = Jid.of("juliet@example.com/balcony");

	private static final SoftwareVersion VERSION = SoftwareVersion.of("sample", "1.0");

	private static final Duration SHORT = Duration.ofMillis(50);

	private final PayloadCodecs payloads = new PayloadCodecs(List.of(Ping.CODEC, SoftwareVersion.CODEC), List.of());

	private final ControlledExchange wire = new ControlledExchange();

	private final ExecutorService executor = Executors.newSingleThreadExecutor((task) -> new Thread(task, "user"));

	@AfterEach
	void stop() {
		this.executor.shutdownNow();
	}

	private IqTemplate template(IqExchange exchange) {
		return template(exchange, List.of());
	}

	private IqTemplate template(IqExchange exchange, List<IqFilter> filters) {
		return new IqTemplate(exchange, this.payloads,
				IqTemplateSettings.DEFAULT.withExecutor(this.executor).withFilters(filters));
	}

	private void assertNothingIsPending() {
		await().untilAsserted(() -> assertThat(this.wire.pending()).isZero());
	}

	private static Iq ping() {
		return Iq.get(Element.of("urn:xmpp:ping", "ping")).build();
	}

	private static CompletableFuture<Iq> answer(Iq response) {
		return CompletableFuture.completedFuture(response);
	}

	private static IqFilter forwarding() {
		return (request, next) -> next.exchange(request).thenApply((response) -> response);
	}

	private static IqFilter recording(String name, List<String> seen) {
		return (request, next) -> {
			seen.add(name + " request");
			return next.exchange(request).whenComplete((response, failure) -> seen.add(name + " response"));
		};
	}

	private static void assertFails(CompletableFuture<?> future, Class<? extends Throwable> type) {
		assertThat(failure(future)).isInstanceOf(type);
	}

	private static Throwable failure(CompletableFuture<?> future) {
		return future.handle((value, failure) -> failure).orTimeout(5, TimeUnit.SECONDS).join();
	}

	@Nested
	class Requests {

		@Test
		void getSendsThePayloadToTheAddress() {
			AtomicReference<Iq> sent = new AtomicReference<>();
			IqTemplate iq = template((request) -> {
				sent.set(request);
				return answer(request.result(IqTemplateTests.this.payloads.write(VERSION)));
			});

			SoftwareVersion version = iq.get(SoftwareVersion.request())
				.to(JULIET)
				.timeout(Duration.ofSeconds(5))
				.retrieve(SoftwareVersion.class);

			assertThat(version).isEqualTo(VERSION);
			assertThat(sent).hasValue(Iq.get(Element.of("jabber:iq:version", "query")).to(JULIET).build());
		}

		@Test
		void setWithoutAddressGoesToTheOwnAccount() {
			AtomicReference<Iq> sent = new AtomicReference<>();
			IqTemplate iq = template((request) -> {
				sent.set(request);
				return answer(request.result());
			});

			iq.set(Element.of("urn:x", "x")).execute();

			assertThat(sent).hasValue(Iq.set(Element.of("urn:x", "x")).build());
		}

		@Test
		void senderMayBeChosen() {
			List<Jid> asking = new ArrayList<>();
			IqOperations.RequestSpec ping = template((request) -> {
				asking.add(request.from());
				return answer(request.result());
			}).get(new Ping()).to(JULIET);

			ping.from("desk@echo.example.com").execute();
			ping.from(Jid.of("echo.example.com")).execute();
			ping.execute();

			assertThat(asking).containsExactly(Jid.of("desk@echo.example.com"), Jid.of("echo.example.com"), null);
		}

		@Test
		void specificationIsNotChangedByWhatIsBuiltOnIt() {
			List<Jid> asked = new ArrayList<>();
			IqOperations.RequestSpec ping = template((request) -> {
				asked.add(request.to());
				return answer(request.result());
			}).get(new Ping());

			ping.to("a@example.com").execute();
			ping.to("b@example.com").execute();
			ping.execute();

			assertThat(asked).containsExactly(Jid.of("a@example.com"), Jid.of("b@example.com"), null);
		}

		@Test
		void resultIsRetrievedAsAnElement() {
			Element payload = Element.of("urn:x", "x");
			IqTemplate iq = template((request) -> answer(request.result(payload)));

			assertThat(iq.get(new Ping()).retrieve(Element.class)).isSameAs(payload);
		}

		@Test
		void stanzaIsExchangedAsItIs() {
			IqTemplate iq = template((request) -> answer(request.result()));
			Iq request = Iq.get(Element.of("urn:x", "x")).id("a").to(JULIET).build();

			assertThat(iq.exchange(request)).isEqualTo(request.result());
			assertThat(iq.exchangeAsync(request)).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(request.result());
		}

		@Test
		void responsesAreNoRequests() {
			IqTemplate iq = template(IqTemplateTests.this.wire);
			Iq result = Iq.builder(IqType.RESULT).build();

			assertThatIllegalArgumentException().isThrownBy(() -> iq.exchange(result));
			assertThatIllegalArgumentException().isThrownBy(() -> iq.exchangeAsync(result));
			assertThat(IqTemplateTests.this.wire.sent()).isZero();
		}

		@ParameterizedTest
		@ValueSource(strings = { "PT0S", "PT-1S" })
		void timeoutMustBePositive(Duration timeout) {
			IqTemplate iq = template(IqTemplateTests.this.wire);

			assertThatIllegalArgumentException().isThrownBy(() -> iq.get(new Ping()).timeout(timeout));
			assertThatIllegalArgumentException().isThrownBy(() -> iq.exchange(ping(), timeout));
			assertThatIllegalArgumentException().isThrownBy(() -> iq.exchangeAsync(ping(), timeout));
			assertThatIllegalArgumentException().isThrownBy(() -> IqTemplateSettings.DEFAULT.withTimeout(timeout));
			assertThat(IqTemplateTests.this.wire.sent()).isZero();
		}

		@Test
		void malformedAddressIsRefused() {
			assertThatExceptionOfType(JidFormatException.class)
				.isThrownBy(() -> template(IqTemplateTests.this.wire).get(new Ping()).to("@"));
		}

		@Test
		void unknownTypeIsRefusedBeforeAnythingIsSent() {
			IqTemplate iq = template(IqTemplateTests.this.wire);

			assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> iq.get("text"));
			assertThatExceptionOfType(PayloadException.class)
				.isThrownBy(() -> iq.get(new Ping()).retrieve(String.class));
			assertThatExceptionOfType(PayloadException.class)
				.isThrownBy(() -> iq.get(new Ping()).retrieveAsync(String.class));
			assertThat(IqTemplateTests.this.wire.sent()).isZero();
		}

	}

	@Nested
	class Failures {

		@Test
		void errorIsThrownWithTheWholeResponse() {
			IqTemplate iq = template((request) -> answer(request.error(StanzaErrorCondition.ITEM_NOT_FOUND)));
			IqOperations.RequestSpec request = iq.get(new Ping()).to(JULIET);

			assertThatExceptionOfType(IqErrorException.class).isThrownBy(request::execute).satisfies((ex) -> {
				assertThat(ex.condition()).isEqualTo(StanzaErrorCondition.ITEM_NOT_FOUND);
				assertThat(ex.response().from()).isEqualTo(JULIET);
			});
			assertThatExceptionOfType(IqErrorException.class).isThrownBy(() -> request.retrieve(Ping.class));
			assertThatExceptionOfType(IqErrorException.class).isThrownBy(() -> iq.exchange(ping()));
			assertFails(request.retrieveAsync(Ping.class), IqErrorException.class);
			assertFails(request.executeAsync(), IqErrorException.class);
			assertFails(iq.exchangeAsync(ping()), IqErrorException.class);
		}

		@Test
		void payloadOfAnotherNameIsAnException() {
			IqTemplate iq = template((request) -> answer(request.result(Element.of("urn:other", "query"))));

			assertThatExceptionOfType(PayloadException.class)
				.isThrownBy(() -> iq.get(new Ping()).retrieve(SoftwareVersion.class))
				.withMessageContaining("{urn:other}query")
				.satisfies((ex) -> assertThat(ex.getIq()).isNotNull());
			assertFails(iq.get(new Ping()).retrieveAsync(SoftwareVersion.class), PayloadException.class);
		}

		@Test
		void malformedPayloadIsAnExceptionThatNamesElementAndRuleAndHasTheStanza() {
			Element payload = Element.parse("<items xmlns='urn:x'><item/></items>");
			IqTemplate iq = new IqTemplate((request) -> answer(request.result(payload)),
					new PayloadCodecs(List.of(Ping.CODEC), List.of(new RecordPayloadCodecProvider())));

			assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> iq.get(new Ping()).retrieve(Items.class))
				.withMessage("<item xmlns='urn:x'/> must have the attribute 'jid'")
				.satisfies((ex) -> {
					assertThat(ex.getElement()).isEqualTo(new QName("urn:x", "item"));
					assertThat(ex.getIq()).isNotNull();
					assertThat(ex.getIq().payload()).isEqualTo(payload);
				});
		}

		@Test
		void missingPayloadIsAnException() {
			IqTemplate iq = template((request) -> answer(request.result()));

			assertThatExceptionOfType(PayloadException.class)
				.isThrownBy(() -> iq.get(new Ping()).retrieve(Element.class))
				.withMessageContaining("no payload");
		}

		@Test
		void exceptionOfXmppPassesThroughAsItIs() {
			XmppException lost = new PayloadException("lost");
			IqTemplate iq = template((request) -> CompletableFuture.failedFuture(lost), List.of(forwarding()));

			assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> iq.get(new Ping()).execute())
				.isSameAs(lost);
			assertThat(failure(iq.get(new Ping()).executeAsync())).isSameAs(lost);
		}

		@Test
		void otherExceptionIsWrapped() {
			IllegalStateException other = new IllegalStateException();
			IqTemplate failing = template((request) -> CompletableFuture.failedFuture(other));
			IqTemplate throwing = template((request) -> {
				throw other;
			});
			IqTemplate filtered = template(IqTemplateTests.this.wire, List.of((request, next) -> {
				throw other;
			}));

			for (IqTemplate iq : List.of(failing, throwing, filtered)) {
				assertThatExceptionOfType(IqExchangeException.class).isThrownBy(() -> iq.get(new Ping()).execute())
					.withCause(other);
				assertFails(iq.get(new Ping()).executeAsync(), IqExchangeException.class);
			}
		}

		@Test
		void cancellationByTheExchangeIsWrapped() {
			CompletableFuture<Iq> cancelled = new CompletableFuture<>();
			cancelled.cancel(false);

			assertThatExceptionOfType(IqExchangeException.class)
				.isThrownBy(() -> template((request) -> cancelled).get(new Ping()).execute())
				.withCauseInstanceOf(CancellationException.class);
		}

		@Test
		void requestIsNoResponse() {
			assertThatExceptionOfType(IqExchangeException.class)
				.isThrownBy(() -> template(IqTemplateTests::answer).exchange(ping()));
		}

		@Test
		void futureDoesNotHangIfTheExecutorIsShutDown() {
			IqTemplate iq = template((request) -> answer(request.result()));
			IqTemplateTests.this.executor.shutdown();

			assertThat(failure(iq.get(new Ping()).executeAsync())).hasCauseInstanceOf(RejectedExecutionException.class);
		}

	}

	@Nested
	class Deadlines {

		@Test
		void blockingCallEndsAtTheDeadline() {
			IqTemplate iq = template(IqTemplateTests.this.wire);

			assertThatExceptionOfType(IqTimeoutException.class)
				.isThrownBy(() -> iq.get(new Ping()).to(JULIET).timeout(SHORT).execute())
				.satisfies((ex) -> {
					assertThat(ex.timeout()).isEqualTo(SHORT);
					assertThat(ex.request().to()).isEqualTo(JULIET);
					assertThat(ex.progress()).isEqualTo(IqProgress.SENT);
				});
			assertNothingIsPending();
		}

		@Test
		void callEndsAtTheDeadlineEvenIfItsRequestCannotBeEnded() {
			IqTemplate iq = template((request) -> new Uncancellable());

			assertFails(iq.exchangeAsync(ping(), SHORT), IqTimeoutException.class);
		}

		@Test
		void futureEndsAtTheDeadline() {
			IqTemplate iq = template(IqTemplateTests.this.wire);

			assertFails(iq.get(new Ping()).timeout(SHORT).retrieveAsync(Ping.class), IqTimeoutException.class);
			assertFails(iq.exchangeAsync(ping(), SHORT), IqTimeoutException.class);
			assertNothingIsPending();
		}

		@Test
		void defaultTimeoutIsThatOfTheSettings() {
			IqTemplate iq = new IqTemplate(IqTemplateTests.this.wire, IqTemplateTests.this.payloads,
					IqTemplateSettings.DEFAULT.withTimeout(SHORT));

			assertThatExceptionOfType(IqTimeoutException.class).isThrownBy(() -> iq.exchange(ping()));
			assertThatExceptionOfType(IqTimeoutException.class).isThrownBy(() -> iq.get(new Ping()).execute());
			assertThat(IqTemplateSettings.DEFAULT.timeout()).isEqualTo(Duration.ofSeconds(30));
		}

		@Test
		void progressIsUnknownIfTheExchangeDoesNotTell() {
			IqTemplate iq = template((request) -> new CompletableFuture<>());

			assertThatExceptionOfType(IqTimeoutException.class)
				.isThrownBy(() -> iq.get(new Ping()).timeout(SHORT).execute())
				.satisfies((ex) -> assertThat(ex.progress()).isEqualTo(IqProgress.UNKNOWN));
		}

		@Test
		void lateResponseIsIgnored() {
			IqTemplate iq = template(IqTemplateTests.this.wire);
			CompletableFuture<Iq> outcome = iq.exchangeAsync(ping(), SHORT);
			assertFails(outcome, IqTimeoutException.class);

			boolean taken = IqTemplateTests.this.wire.future().complete(ping().result());

			assertThat(taken).isFalse();
			assertFails(outcome, IqTimeoutException.class);
		}

		@Test
		void filterSeesTheTimeoutAndMayAnswerInstead() {
			IqFilter fallback = (request, next) -> next.exchange(request).exceptionally((failure) -> {
				assertThat(failure).isInstanceOf(IqTimeoutException.class);
				return request.result();
			});
			IqTemplate iq = template(IqTemplateTests.this.wire, List.of(fallback));

			Iq response = iq.exchange(ping(), SHORT);

			assertThat(response.type()).isEqualTo(IqType.RESULT);
			assertNothingIsPending();
		}

		@Test
		void filterThatWaitsDoesNotExtendTheDeadline() {
			CompletableFuture<Iq> permit = new CompletableFuture<>();
			IqTemplate iq = template(IqTemplateTests.this.wire,
					List.of((request, next) -> permit.thenCompose((ignored) -> next.exchange(request))));

			assertThatExceptionOfType(IqTimeoutException.class).isThrownBy(() -> iq.exchange(ping(), SHORT))
				.satisfies((ex) -> assertThat(ex.progress()).isEqualTo(IqProgress.NOT_SENT));
			permit.complete(ping());

			assertThat(IqTemplateTests.this.wire.sent()).isZero();
		}

		@Test
		void filterThatRetriesDoesNotExtendTheDeadline() {
			IqFilter retry = (request, next) -> next.exchange(request)
				.handle((iq, failure) -> (failure != null) ? next.exchange(request)
						: CompletableFuture.completedStage(iq))
				.thenCompose((stage) -> stage);
			IqTemplate iq = template(IqTemplateTests.this.wire, List.of(retry));

			assertThatExceptionOfType(IqTimeoutException.class).isThrownBy(() -> iq.exchange(ping(), SHORT));

			assertThat(IqTemplateTests.this.wire.sent()).isEqualTo(1);
			assertNothingIsPending();
		}

	}

	@Nested
	class Filters {

		@Test
		void firstFilterSeesTheRequestFirstAndTheResponseLast() {
			List<String> seen = new ArrayList<>();
			IqTemplate iq = template((request) -> answer(request.result()),
					List.of(recording("a", seen), recording("b", seen)));

			iq.get(new Ping()).execute();

			assertThat(seen).containsExactly("a request", "b request", "b response", "a response");
		}

		@Test
		void filterMayAnswerItself() {
			IqTemplate iq = template(IqTemplateTests.this.wire,
					List.of((request, next) -> answer(request.error(StanzaErrorCondition.POLICY_VIOLATION))));

			assertThatExceptionOfType(IqErrorException.class).isThrownBy(() -> iq.get(new Ping()).execute());
			assertThat(IqTemplateTests.this.wire.sent()).isZero();
		}

		@Test
		void filterMayRetry() {
			List<Iq> requests = new ArrayList<>();
			IqTemplate iq = template((request) -> {
				requests.add(request);
				return answer((requests.size() == 1) ? request.error(StanzaErrorCondition.RESOURCE_CONSTRAINT)
						: request.result());
			}, List.of((request, next) -> next.exchange(request)
				.thenCompose((iqResponse) -> (iqResponse.type() == IqType.ERROR) ? next.exchange(request)
						: CompletableFuture.completedStage(iqResponse))));

			iq.get(new Ping()).execute();

			assertThat(requests).hasSize(2);
		}

	}

	@Nested
	class Cancellation {

		@Test
		void cancellingTheFutureReachesTheExchangeThroughFilters() {
			IqTemplate iq = template(IqTemplateTests.this.wire, List.of(forwarding(), forwarding()));
			CompletableFuture<SoftwareVersion> outcome = iq.get(new Ping()).retrieveAsync(SoftwareVersion.class);
			assertThat(IqTemplateTests.this.wire.pending()).isEqualTo(1);

			outcome.cancel(false);

			assertThat(IqTemplateTests.this.wire.pending()).isZero();
			assertThat(IqTemplateTests.this.wire.future()).isCancelled();
		}

		@Test
		void endingTheFutureByOtherMeansReachesTheExchangeToo() {
			IqTemplate iq = template(IqTemplateTests.this.wire, List.of(forwarding()));

			iq.exchangeAsync(ping()).complete(ping());
			iq.exchangeAsync(ping()).completeExceptionally(new IllegalStateException());
			iq.exchangeAsync(ping()).completeAsync(IqTemplateTests::ping, Runnable::run);
			iq.exchangeAsync(ping()).completeAsync(() -> {
				throw new IllegalStateException();
			}, Runnable::run);
			iq.exchangeAsync(ping()).completeOnTimeout(ping(), 1, TimeUnit.MILLISECONDS);
			iq.exchangeAsync(ping()).obtrudeValue(ping());
			iq.exchangeAsync(ping()).obtrudeException(new IllegalStateException());
			CompletableFuture<Iq> timed = iq.exchangeAsync(ping()).orTimeout(1, TimeUnit.MILLISECONDS);

			assertThat(timed).failsWithin(Duration.ofSeconds(5))
				.withThrowableOfType(ExecutionException.class)
				.withCauseInstanceOf(TimeoutException.class);
			assertNothingIsPending();
		}

		@Test
		void callEndsEvenIfItsRequestCannotBeCancelled() {
			IqTemplate iq = template((request) -> new Uncancellable(), List.of((request, next) -> next.exchange(request)
				.applyToEither(answer(request.result()), Function.identity())));

			assertThat(iq.exchange(ping()).type()).isEqualTo(IqType.RESULT);
			assertThat(iq.exchangeAsync(ping())).succeedsWithin(Duration.ofSeconds(5));
		}

		@Test
		void interruptionGivesTheRequestUpAndIsKept() throws InterruptedException {
			IqTemplate iq = template(IqTemplateTests.this.wire, List.of(forwarding()));
			AtomicReference<Throwable> thrown = new AtomicReference<>();
			AtomicReference<Boolean> interrupted = new AtomicReference<>();
			Thread caller = new Thread(() -> {
				try {
					iq.get(new Ping()).execute();
				}
				catch (XmppException ex) {
					thrown.set(ex);
					interrupted.set(Thread.currentThread().isInterrupted());
				}
			});
			caller.start();
			await().until(() -> IqTemplateTests.this.wire.pending() == 1);

			caller.interrupt();
			caller.join();

			assertThat(thrown.get()).isInstanceOf(IqInterruptedException.class);
			assertThat(interrupted).hasValue(true);
			assertThat(IqTemplateTests.this.wire.pending()).isZero();
		}

		@Test
		void manyCancelledRequestsLeaveNothing() {
			IqTemplate iq = template(IqTemplateTests.this.wire, List.of(forwarding()));
			List<WeakReference<Iq>> requests = new ArrayList<>();
			List<CompletableFuture<Iq>> outcomes = new ArrayList<>();
			for (int i = 0; i < 10_000; i++) {
				Iq request = ping().withId(Integer.toString(i));
				requests.add(new WeakReference<>(request));
				outcomes.add(iq.exchangeAsync(request, Duration.ofHours(1)));
			}
			assertThat(IqTemplateTests.this.wire.pending()).isEqualTo(10_000);

			outcomes.forEach((outcome) -> outcome.cancel(false));

			assertThat(IqTemplateTests.this.wire.pending()).isZero();
			outcomes.clear();
			IqTemplateTests.this.wire.forgetFutures();
			await().until(() -> {
				System.gc();
				return requests.stream().allMatch((request) -> request.get() == null);
			});
		}

		@Test
		void manyAnsweredRequestsLeaveNothing() {
			IqTemplate iq = template(IqTemplateTests.this.wire, List.of(forwarding()));
			List<WeakReference<Iq>> requests = new ArrayList<>();
			for (int i = 0; i < 1_000; i++) {
				Iq request = ping().withId(Integer.toString(i));
				requests.add(new WeakReference<>(request));
				iq.exchangeAsync(request, Duration.ofHours(1));
				IqTemplateTests.this.wire.future().complete(request.result());
			}

			IqTemplateTests.this.wire.forgetFutures();

			await().until(() -> {
				System.gc();
				return requests.stream().allMatch((request) -> request.get() == null);
			});
		}

	}

	@Nested
	class Threads {

		@Test
		void filterThatBlocksAtTheDeadlineOfAnotherRequestIsRefusedAtOnce() {
			AtomicReference<Throwable> thrown = new AtomicReference<>();
			IqTemplate other = template(IqTemplateTests.this.wire);
			IqTemplate iq = template(IqTemplateTests.this.wire,
					List.of((request, next) -> next.exchange(request).whenComplete((response, ex) -> {
						try {
							other.get(new Ping()).execute();
						}
						catch (IllegalStateException refusal) {
							thrown.set(refusal);
						}
					})));

			assertThatExceptionOfType(IqTimeoutException.class)
				.isThrownBy(() -> iq.get(new Ping()).to(JULIET).timeout(SHORT).execute());

			assertThat(thrown.get()).hasMessageContaining("retrieveAsync");
		}

		@Test
		void blockingOnAThreadThatCarriesStanzasIsRefusedAtOnce() throws InterruptedException {
			IqTemplate iq = template(IqTemplateTests.this.wire);
			AtomicReference<Throwable> thrown = new AtomicReference<>();
			Thread eventLoop = new EventLoopThread(
					() -> assertThatIllegalStateException().isThrownBy(() -> iq.get(new Ping()).execute())
						.withMessageContaining("retrieveAsync")
						.satisfies(thrown::set));

			eventLoop.start();
			eventLoop.join();

			assertThat(thrown.get()).isNotNull();
			assertThat(IqTemplateTests.this.wire.sent()).isZero();
		}

		@Test
		void futureCompletesOnTheExecutor() {
			IqTemplate iq = template(IqTemplateTests.this.wire);
			CompletableFuture<String> thread = iq.exchangeAsync(ping())
				.thenApply((response) -> Thread.currentThread().getName());

			new EventLoopThread(() -> IqTemplateTests.this.wire.future().complete(ping().result())).start();

			assertThat(thread).succeedsWithin(Duration.ofSeconds(5)).isEqualTo("user");
		}

		@Test
		void exchangeThatTellsNeedsNoFurtherStage() {
			ToldFuture sent = new ToldFuture();
			IqTemplate iq = template((request) -> sent, List.of((request, next) -> next.exchange(request)));
			CompletableFuture<Iq> outcome = iq.exchangeAsync(ping());
			assertThat(sent.getNumberOfDependents()).isZero();

			sent.listener.accept(ping().result(), null);

			assertThat(outcome).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(ping().result());
		}

		@Test
		void contextThatCannotBeSetFailsTheFuture() {
			IqTemplate iq = new IqTemplate((request) -> answer(request.result()), IqTemplateTests.this.payloads,
					IqTemplateSettings.DEFAULT.withDecorator((task) -> () -> {
						throw new IllegalStateException("expected");
					}));

			assertFails(iq.exchangeAsync(ping()), IqExchangeException.class);
		}

		@Test
		void failedFutureCompletesOnTheExecutor() {
			IqTemplate iq = template(IqTemplateTests.this.wire);
			CompletableFuture<String> thread = iq.exchangeAsync(ping(), SHORT)
				.handle((response, failure) -> Thread.currentThread().getName());

			assertThat(thread).succeedsWithin(Duration.ofSeconds(5)).isEqualTo("user");
		}

		@Test
		void blockingCallNeedsNoExecutor() {
			IqTemplate iq = template((request) -> answer(request.result()));
			IqTemplateTests.this.executor.shutdown();

			assertThat(iq.exchange(ping()).type()).isEqualTo(IqType.RESULT);
		}

	}

	private static final class EventLoopThread extends Thread implements NonBlockingThread {

		private EventLoopThread(Runnable task) {
			super(task);
		}

	}

	@XmppPayload(namespace = "urn:x")
	record Items(List<Item> item) {

	}

	record Item(@XmppAttribute Jid jid) {

	}

	private static final class ToldFuture extends CompletableFuture<Iq> implements IqResponseSource {

		private Listener listener = (response, failure) -> {
		};

		@Override
		public boolean tell(Listener listener) {
			this.listener = listener;
			return true;
		}

	}

	private static final class Uncancellable extends CompletableFuture<Iq> {

		@Override
		public boolean cancel(boolean mayInterruptIfRunning) {
			throw new IllegalStateException("expected");
		}

		@Override
		public boolean completeExceptionally(Throwable ex) {
			throw new IllegalStateException("expected");
		}

	}

}
