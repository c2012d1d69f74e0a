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

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.handler.Tickets.Open;
import io.github.xmppspring.handler.Tickets.Ticket;
import io.github.xmppspring.handler.annotation.IqHandler;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqExchange;
import io.github.xmppspring.stanza.IqFilter;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stanza.StanzaError;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stanza.StanzaErrorType;
import io.github.xmppspring.template.IqTemplate;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskDecorator;

import static io.github.xmppspring.handler.Tickets.NAMESPACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link OrderedIqExchange}.
 *
 * @author XMPP for Spring Boot contributors
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class OrderedIqExchangeTests {

	private static final Iq REQUEST = Tickets.get("any");

	private static final Iq BUSY = REQUEST
		.error(StanzaError.of(StanzaErrorCondition.RESOURCE_CONSTRAINT).withType(StanzaErrorType.WAIT));

	private static final Iq LATE = REQUEST
		.error(StanzaError.of(StanzaErrorCondition.REMOTE_SERVER_TIMEOUT).withType(StanzaErrorType.WAIT));

	private static final Iq STOPPED = REQUEST
		.error(StanzaError.of(StanzaErrorCondition.RECIPIENT_UNAVAILABLE).withType(StanzaErrorType.WAIT));

	private final HandlerContext context = new HandlerContext(Desk.class, Quick.class);

	private final List<ExecutorService> pools = new ArrayList<>();

	private Desk desk;

	@BeforeEach
	void refresh() {
		this.desk = this.context.refresh().bean(Desk.class);
	}

	@AfterEach
	void close() {
		this.pools.forEach(ExecutorService::shutdownNow);
		this.context.close();
	}

	@Test
	void handlerRunsOnExecutor() {
		OrderedIqExchange exchange = exchange(pool(1));
		this.desk.handler = (request) -> Tickets.element("thread", Thread.currentThread().getName());

		Element payload = join(exchange.exchange(REQUEST)).payload();

		assertThat(payload).isNotNull();
		assertThat(payload.text()).isNotEqualTo(Thread.currentThread().getName()).startsWith("pool-");
	}

	@Test
	void withoutOrderSlowRequestHoldsUpNoOther() {
		IqHandlerLimits limits = new IqHandlerLimits(10, Duration.ofMinutes(1), false);
		OrderedIqExchange exchange = exchange(pool(2), limits);
		CountDownLatch release = new CountDownLatch(1);
		this.desk.handler = (request) -> {
			if ("slow".equals(request.id())) {
				release.await();
			}
			return null;
		};

		CompletionStage<Iq> slow = exchange.exchange(REQUEST.withId("slow"));
		Iq fast = join(exchange.exchange(REQUEST.withId("fast")));

		assertThat(fast.id()).isEqualTo("fast");
		assertThat(slow.toCompletableFuture()).isNotDone();
		release.countDown();
		assertThat(join(slow).id()).isEqualTo("slow");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("executors")
	void requestsOfEachSenderAreHandledInOrder(String name, Executor executor) {
		int senders = 1000;
		int requests = 20;
		OrderedIqExchange exchange = exchange(executor, new IqHandlerLimits(senders * requests, Duration.ofMinutes(1)));
		Map<Jid, List<String>> handled = new ConcurrentHashMap<>();
		Set<Jid> inside = ConcurrentHashMap.newKeySet();
		AtomicInteger overlaps = new AtomicInteger();
		this.desk.handler = (request) -> {
			Jid sender = fromOf(request);
			overlaps.addAndGet(inside.add(sender) ? 0 : 1);
			handled.computeIfAbsent(sender, (key) -> new ArrayList<>()).add(String.valueOf(request.id()));
			inside.remove(sender);
			return null;
		};

		List<CompletableFuture<Iq>> replies = new ArrayList<>();
		for (int i = 0; i < requests; i++) {
			for (int sender = 0; sender < senders; sender++) {
				Iq request = REQUEST.withFrom(sender(sender)).withId("r" + i);
				replies.add(exchange.exchange(request).toCompletableFuture());
			}
		}

		assertThat(replies).allSatisfy((reply) -> assertThat(join(reply).type()).isEqualTo(IqType.RESULT));
		List<String> inOrder = IntStream.range(0, requests).mapToObj((i) -> "r" + i).toList();
		assertThat(handled).hasSize(senders).allSatisfy((sender, ids) -> assertThat(ids).isEqualTo(inOrder));
		assertThat(overlaps).hasValue(0);
		await().untilAsserted(() -> assertThat(exchange.senders()).isZero());
	}

	static Stream<Arguments> executors() {
		// Not the pools themselves, as JUnit closes arguments
		Executor pool = Executors.newFixedThreadPool(8, daemons())::execute;
		Executor single = Executors.newSingleThreadExecutor(daemons())::execute;
		return Stream.of(Arguments.of("pool", pool), Arguments.of("pool of one", single),
				Arguments.of("thread for each task, virtual where there are such", threadPerTask()),
				Arguments.of("pool that often rejects", moody(pool)));
	}

	private static Executor threadPerTask() {
		SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("task-");
		if (Runtime.version().feature() >= 21) {
			executor.setVirtualThreads(true);
		}
		return executor;
	}

	private static Executor moody(Executor executor) {
		AtomicBoolean rejects = new AtomicBoolean();
		return (task) -> {
			boolean fromPool = !Thread.currentThread().getName().equals("main");
			if (fromPool && rejects.getAndSet(!rejects.get())) {
				throw new RejectedExecutionException("in a mood");
			}
			executor.execute(task);
		};
	}

	@Test
	void requestsOfDifferentSendersAreHandledAtTheSameTime() {
		OrderedIqExchange exchange = exchange(pool(2));
		CyclicBarrier barrier = new CyclicBarrier(2);
		this.desk.handler = (request) -> {
			barrier.await(10, TimeUnit.SECONDS);
			return null;
		};

		CompletionStage<Iq> first = exchange.exchange(REQUEST.withFrom(sender(1)));
		CompletionStage<Iq> second = exchange.exchange(REQUEST.withFrom(sender(2)));

		assertThat(join(first).type()).isEqualTo(IqType.RESULT);
		assertThat(join(second).type()).isEqualTo(IqType.RESULT);
	}

	@Test
	void requestWaitsWhileEarlierOneOfSenderIsInHandler() {
		OrderedIqExchange exchange = exchange(pool(2));
		CountDownLatch release = new CountDownLatch(1);
		List<String> begun = Collections.synchronizedList(new ArrayList<>());
		this.desk.handler = (request) -> {
			begun.add(String.valueOf(request.id()));
			release.await();
			return null;
		};

		exchange.exchange(REQUEST.withId("first"));
		CompletionStage<Iq> second = exchange.exchange(REQUEST.withId("second"));
		Iq other = REQUEST.withFrom(sender(2)).withId("other");
		exchange.exchange(other);

		await().untilAsserted(() -> assertThat(begun).containsExactlyInAnyOrder("first", "other"));
		release.countDown();
		join(second);
		assertThat(begun).hasSize(3).endsWith("second");
	}

	@Test
	void asynchronousHandlerEndsTurnByReturning() {
		OrderedIqExchange exchange = exchange(pool(1));
		CompletableFuture<Element> never = new CompletableFuture<>();
		this.desk.handler = (request) -> "first".equals(request.id()) ? never : Tickets.element("second", "");

		CompletionStage<Iq> first = exchange.exchange(REQUEST.withId("first"));
		CompletionStage<Iq> second = exchange.exchange(REQUEST.withId("second"));

		assertThat(join(second).type()).isEqualTo(IqType.RESULT);
		assertThat(first.toCompletableFuture()).isNotDone();
	}

	@Test
	void requestsOverLimitAreRefusedAtOnce() {
		OrderedIqExchange exchange = exchange(pool(1), new IqHandlerLimits(3, Duration.ofMinutes(1)));
		CountDownLatch release = new CountDownLatch(1);
		this.desk.handler = (request) -> {
			release.await();
			return null;
		};
		List<CompletionStage<Iq>> accepted = Stream.generate(() -> exchange.exchange(REQUEST)).limit(3).toList();

		CompletionStage<Iq> refused = exchange.exchange(REQUEST);

		assertThat(refused.toCompletableFuture()).isCompletedWithValue(BUSY);
		assertThat(exchange.pending()).isEqualTo(3);
		release.countDown();
		accepted.forEach((reply) -> assertThat(join(reply).type()).isEqualTo(IqType.RESULT));
		await().untilAsserted(() -> assertThat(exchange.pending()).isZero());
		assertThat(join(exchange.exchange(REQUEST)).type()).isEqualTo(IqType.RESULT);
	}

	@Test
	void statisticsTellWhatWaitsAndWhatIsHandled() throws InterruptedException {
		OrderedIqExchange exchange = exchange(pool(1), new IqHandlerLimits(3, Duration.ofMinutes(1)));
		CountDownLatch entered = new CountDownLatch(1);
		CompletableFuture<Element> answer = new CompletableFuture<>();
		CountDownLatch release = new CountDownLatch(1);
		this.desk.handler = (request) -> {
			if ("slow".equals(request.id())) {
				entered.countDown();
				release.await();
			}
			return answer;
		};
		assertThat(exchange.statistics()).isEqualTo(new HandlerStatistics(0, 0, 3, 0, 0, 0));

		exchange.exchange(REQUEST.withId("slow"));
		entered.await();
		Stream.of("a", "b", "c", "d").forEach((id) -> exchange.exchange(REQUEST.withId(id)));

		assertThat(exchange.statistics()).isEqualTo(new HandlerStatistics(2, 1, 3, 2, 0, 0));
		release.countDown();
		await()
			.untilAsserted(() -> assertThat(exchange.statistics()).isEqualTo(new HandlerStatistics(0, 3, 3, 2, 0, 0)));
		answer.complete(Tickets.element("done", ""));
		await()
			.untilAsserted(() -> assertThat(exchange.statistics()).isEqualTo(new HandlerStatistics(0, 0, 3, 2, 0, 0)));
	}

	@Test
	void statisticsTellWhatWasNotHandled() {
		OrderedIqExchange exchange = exchange(pool(1), new IqHandlerLimits(3, Duration.ofMillis(100)));
		CompletableFuture<Element> never = new CompletableFuture<>();
		this.desk.handler = (request) -> never;

		assertThat(join(exchange.exchange(REQUEST))).isEqualTo(LATE);
		exchange.drain();
		assertThat(join(exchange.exchange(REQUEST))).isEqualTo(STOPPED);

		await()
			.untilAsserted(() -> assertThat(exchange.statistics()).isEqualTo(new HandlerStatistics(0, 0, 3, 0, 1, 1)));
	}

	@Test
	void rejectionByExecutorIsResourceConstraint() {
		OrderedIqExchange exchange = exchange((task) -> {
			throw new RejectedExecutionException("full");
		});

		assertThat(exchange.exchange(REQUEST).toCompletableFuture()).isCompletedWithValue(BUSY);
		assertThat(exchange.statistics()).isEqualTo(new HandlerStatistics(0, 0, 1000, 1, 0, 0));
		assertThat(exchange.senders()).isZero();
	}

	@Test
	void requestThatWasRefusedBeforeIsNoOverload() {
		OrderedIqExchange exchange = exchange((task) -> {
			throw new RejectedExecutionException("stopped");
		});
		exchange.drain();

		assertThat(exchange.exchange(REQUEST).toCompletableFuture()).isCompletedWithValue(STOPPED);

		assertThat(exchange.statistics()).isEqualTo(new HandlerStatistics(0, 0, 1000, 0, 0, 1));
	}

	@Test
	void errorOfExecutorGivesReply() {
		OrderedIqExchange exchange = exchange((task) -> {
			throw new OutOfMemoryError("no more threads");
		});

		assertThat(exchange.exchange(REQUEST).toCompletableFuture())
			.isCompletedWithValue(REQUEST.error(StanzaErrorCondition.INTERNAL_SERVER_ERROR));
	}

	@Test
	void futureThatNeverCompletesIsAnsweredAtDeadline(CapturedOutput output) {
		OrderedIqExchange exchange = exchange(pool(1), new IqHandlerLimits(10, Duration.ofMillis(100)));
		CompletableFuture<Element> never = new CompletableFuture<>();
		this.desk.handler = (request) -> never;

		CompletionStage<Iq> reply = exchange.exchange(REQUEST);

		assertThat(join(reply)).isEqualTo(LATE);
		never.complete(Tickets.element("late", ""));
		assertThat(join(reply)).isEqualTo(LATE);
		await().untilAsserted(() -> assertThat(exchange.pending()).isZero());
		await().untilAsserted(() -> assertThat(output)
			.containsPattern("WARN.*Desk\\.handle\\(Iq\\).* has not answered within 100 ms"));
	}

	@Test
	void handlerIsInterruptedAtDeadlineAndNextRequestIsNot() {
		OrderedIqExchange exchange = exchange(startedPool(), new IqHandlerLimits(10, Duration.ofSeconds(5)));
		AtomicBoolean interrupted = new AtomicBoolean();
		this.desk.handler = (request) -> {
			try {
				new CountDownLatch(1).await();
			}
			catch (InterruptedException ex) {
				interrupted.set(true);
				Thread.currentThread().interrupt();
			}
			return null;
		};
		assertThat(join(exchange.exchange(REQUEST))).isEqualTo(LATE);
		await().untilTrue(interrupted);

		this.desk.handler = (request) -> Tickets.element("interrupted",
				String.valueOf(Thread.currentThread().isInterrupted()));

		assertThat(join(exchange.exchange(REQUEST))).isEqualTo(REQUEST.result(Tickets.element("interrupted", "false")));
	}

	@Test
	void requestThatWaitsForItsTurnIsAnsweredAtDeadline() {
		OrderedIqExchange exchange = exchange((task) -> {
		}, new IqHandlerLimits(10, Duration.ofMillis(100)));

		assertThat(Stream.generate(() -> exchange.exchange(REQUEST)).limit(3).toList())
			.allSatisfy((reply) -> assertThat(join(reply)).isEqualTo(LATE));
	}

	@Test
	void requestThatWasAnsweredBeforeItsTurnIsNotHandled() {
		List<Runnable> tasks = new ArrayList<>();
		OrderedIqExchange exchange = exchange(tasks::add);
		AtomicInteger calls = new AtomicInteger();
		this.desk.handler = (request) -> calls.incrementAndGet();

		exchange.exchange(REQUEST).toCompletableFuture().cancel(false);
		tasks.forEach(Runnable::run);

		assertThat(calls).hasValue(0);
		assertThat(exchange.pending()).isZero();
		assertThat(exchange.senders()).isZero();
	}

	@Test
	void handlerThatIgnoresInterruptionCountsUntilItReturns() {
		OrderedIqExchange exchange = exchange(startedPool(), new IqHandlerLimits(1, Duration.ofSeconds(2)));
		AtomicBoolean release = new AtomicBoolean();
		this.desk.handler = (request) -> {
			while (!release.get()) {
				Thread.onSpinWait();
			}
			return null;
		};

		assertThat(join(exchange.exchange(REQUEST))).isEqualTo(LATE);
		assertThat(exchange.exchange(REQUEST).toCompletableFuture()).isCompletedWithValue(BUSY);

		release.set(true);
		await().untilAsserted(() -> assertThat(exchange.pending()).isZero());
	}

	@Test
	void cancellingInterruptsHandler() throws InterruptedException {
		OrderedIqExchange exchange = exchange(pool(1));
		CountDownLatch entered = new CountDownLatch(1);
		CountDownLatch interrupted = new CountDownLatch(1);
		this.desk.handler = (request) -> {
			entered.countDown();
			try {
				return new CompletableFuture<>().get();
			}
			catch (InterruptedException ex) {
				interrupted.countDown();
				return null;
			}
		};
		CompletableFuture<Iq> reply = exchange.exchange(REQUEST).toCompletableFuture();
		entered.await();

		reply.cancel(false);

		assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void cancellingTwiceFreesNoPlaceOfAHandlerThatGoesOn() throws InterruptedException {
		OrderedIqExchange exchange = exchange(pool(1), new IqHandlerLimits(1, Duration.ofMinutes(1)));
		CountDownLatch entered = new CountDownLatch(1);
		AtomicBoolean release = new AtomicBoolean();
		this.desk.handler = (request) -> {
			entered.countDown();
			while (!release.get()) {
				Thread.onSpinWait();
			}
			return null;
		};
		CompletableFuture<Iq> reply = exchange.exchange(REQUEST).toCompletableFuture();
		entered.await();

		assertThat(reply.cancel(false)).isTrue();
		assertThat(reply.cancel(false)).isTrue();

		assertThat(reply).isCancelled();
		assertThat(exchange.pending()).isOne();
		release.set(true);
		await().untilAsserted(() -> assertThat(exchange.pending()).isZero());
	}

	@Test
	void answerThatCannotBeCancelledKeepsNoOtherRequestFromItsReply() {
		IqFilter filter = (request, next) -> new CompletableFuture<>() {

			@Override
			public boolean cancel(boolean mayInterruptIfRunning) {
				throw new IllegalStateException("broken");
			}

		};
		OrderedIqExchange exchange = new OrderedIqExchange(this.context.bean(IqDispatcher.class), List.of(filter),
				Runnable::run, new IqHandlerLimits(10, Duration.ofMinutes(1)));
		List<CompletionStage<Iq>> replies = List.of(exchange.exchange(REQUEST), exchange.exchange(REQUEST));

		assertThat(exchange.shutdown(Duration.ZERO)).succeedsWithin(Duration.ofSeconds(10));

		assertThat(replies)
			.allSatisfy((reply) -> assertThat(reply.toCompletableFuture()).isCompletedWithValue(STOPPED));
		assertThat(exchange.drain()).isCompleted();
	}

	@Test
	void threadThatCannotBeInterruptedGoesOn() throws InterruptedException {
		CountDownLatch ended = new CountDownLatch(1);
		OrderedIqExchange exchange = exchange((task) -> new Thread(task) {

			@Override
			public void run() {
				super.run();
				ended.countDown();
			}

			@Override
			public void interrupt() {
				throw new IllegalStateException("broken");
			}

		}.start());
		CountDownLatch entered = new CountDownLatch(1);
		CountDownLatch cancelled = new CountDownLatch(1);
		this.desk.handler = (request) -> {
			entered.countDown();
			cancelled.await();
			return null;
		};
		CompletableFuture<Iq> reply = exchange.exchange(REQUEST).toCompletableFuture();
		entered.await();

		assertThat(reply.cancel(false)).isTrue();
		cancelled.countDown();

		assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void cancellingInterruptsNoOtherHandler() {
		OrderedIqExchange exchange = exchange(pool(1), new IqHandlerLimits(5000, Duration.ofMinutes(1)));
		AtomicInteger interruptedBefore = new AtomicInteger();
		AtomicInteger handled = new AtomicInteger();
		this.desk.handler = (request) -> {
			interruptedBefore.addAndGet(Thread.currentThread().isInterrupted() ? 1 : 0);
			handled.incrementAndGet();
			return null;
		};

		List<CompletableFuture<Iq>> replies = Stream.generate(() -> exchange.exchange(REQUEST).toCompletableFuture())
			.limit(5000)
			.toList();
		replies.forEach((reply) -> reply.cancel(false));

		await().untilAsserted(() -> assertThat(exchange.pending()).isZero());
		assertThat(exchange.statistics()).isEqualTo(new HandlerStatistics(0, 0, 5000, 0, 0, 0));
		assertThat(interruptedBefore).hasValue(0);
		assertThat(handled)
			.hasValueGreaterThanOrEqualTo((int) replies.stream().filter((reply) -> !reply.isCancelled()).count());
	}

	@Test
	void requestMayBeAnsweredByWhoeverWaits() {
		OrderedIqExchange exchange = exchange((task) -> {
		});

		exchange.exchange(REQUEST).toCompletableFuture().complete(REQUEST.result());
		exchange.exchange(REQUEST).toCompletableFuture().completeAsync(REQUEST::result);
		exchange.exchange(REQUEST).toCompletableFuture().orTimeout(1, TimeUnit.MILLISECONDS);

		await().untilAsserted(() -> assertThat(exchange.drain().toCompletableFuture()).isCompleted());
	}

	@Test
	void shutdownWaitsForHandlers() {
		OrderedIqExchange exchange = exchange(pool(1));
		CompletableFuture<Element> ticket = new CompletableFuture<>();
		this.desk.handler = (request) -> ticket;
		CompletionStage<Iq> reply = exchange.exchange(REQUEST);

		CompletableFuture<Void> drained = exchange.drain().toCompletableFuture();

		assertThat(drained).isNotDone();
		ticket.complete(Tickets.element("ticket", "17"));
		assertThat(join(reply)).isEqualTo(REQUEST.result(Tickets.element("ticket", "17")));
		assertThat(drained).succeedsWithin(Duration.ofSeconds(10));
	}

	@Test
	void shutdownInterruptsHandlersAndAnswersForThem() throws InterruptedException {
		OrderedIqExchange exchange = exchange(pool(1));
		CountDownLatch entered = new CountDownLatch(1);
		CountDownLatch interrupted = new CountDownLatch(1);
		this.desk.handler = (request) -> {
			entered.countDown();
			try {
				return new CompletableFuture<>().get();
			}
			catch (InterruptedException ex) {
				interrupted.countDown();
				throw ex;
			}
		};
		CompletionStage<Iq> running = exchange.exchange(REQUEST);
		CompletionStage<Iq> waiting = exchange.exchange(REQUEST);
		entered.await();

		CompletableFuture<Void> stopped = exchange.shutdown(Duration.ofMillis(50)).toCompletableFuture();

		assertThat(stopped).succeedsWithin(Duration.ofSeconds(10));
		assertThat(running.toCompletableFuture()).isCompletedWithValue(STOPPED);
		assertThat(waiting.toCompletableFuture()).isCompletedWithValue(STOPPED);
		assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void stoppedExecutorInterruptsHandlerWhichIsAnswered() throws InterruptedException {
		ExecutorService pool = pool(1);
		OrderedIqExchange exchange = exchange(pool);
		CountDownLatch entered = new CountDownLatch(1);
		this.desk.handler = (request) -> {
			entered.countDown();
			return new CompletableFuture<>().get();
		};
		CompletionStage<Iq> running = exchange.exchange(REQUEST);
		CompletionStage<Iq> waiting = exchange.exchange(REQUEST);
		entered.await();

		pool.shutdownNow();

		assertThat(join(running)).isEqualTo(STOPPED);
		assertThat(join(waiting)).isEqualTo(BUSY);
		assertThat(join(exchange.exchange(REQUEST))).isEqualTo(BUSY);
	}

	@Test
	void requestsWhileStoppedAreRefusedUntilResumed() {
		OrderedIqExchange exchange = exchange(pool(1));
		assertThat(exchange.shutdown(Duration.ofMinutes(1)).toCompletableFuture()).isCompleted();

		assertThat(exchange.exchange(REQUEST).toCompletableFuture()).isCompletedWithValue(STOPPED);

		exchange.resume();
		assertThat(join(exchange.exchange(REQUEST)).type()).isEqualTo(IqType.RESULT);
	}

	@Test
	void drainWaitsNoLongerThanUntilResumed() {
		OrderedIqExchange exchange = exchange(pool(1));
		this.desk.handler = (request) -> new CompletableFuture<>();
		CompletionStage<Iq> before = exchange.exchange(REQUEST);
		CompletableFuture<Void> drained = exchange.drain().toCompletableFuture();
		assertThat(drained).isNotDone();

		exchange.resume();

		assertThat(drained).isCompleted();
		assertThat(before.toCompletableFuture()).isNotDone();
		assertThat(exchange.drain().toCompletableFuture()).isNotDone();
	}

	@Test
	void shutdownDoesNotReachRequestsAfterTheResumption() {
		OrderedIqExchange exchange = exchange(pool(2));
		this.desk.handler = (request) -> new CompletableFuture<>();
		CompletionStage<Iq> before = exchange.exchange(REQUEST);
		CompletableFuture<Void> shutdown = exchange.shutdown(Duration.ofSeconds(2)).toCompletableFuture();

		exchange.resume();
		CompletionStage<Iq> after = exchange.exchange(REQUEST);

		assertThat(shutdown).succeedsWithin(Duration.ofSeconds(10));
		assertThat(after.toCompletableFuture()).isNotDone();
		assertThat(before.toCompletableFuture()).isNotDone();
	}

	@Test
	void nothingIsKeptOfSendersThatAreDone() {
		OrderedIqExchange exchange = exchange(pool(2), new IqHandlerLimits(20_000, Duration.ofMinutes(1)));

		List<CompletionStage<Iq>> replies = IntStream.range(0, 10_000)
			.mapToObj((i) -> exchange.exchange(REQUEST.withFrom(sender(i))))
			.toList();

		assertThat(replies).allSatisfy((reply) -> assertThat(join(reply).type()).isEqualTo(IqType.RESULT));
		await().untilAsserted(() -> assertThat(exchange.senders()).isZero());
		await().untilAsserted(() -> assertThat(exchange.pending()).isZero());
	}

	@Test
	void handlerMayAskItsCallerWhileOnlyThreadIsInIt() {
		OrderedIqExchange exchange = exchange(pool(1));
		ExecutorService eventLoop = pool(1);
		IqExchange network = (request) -> CompletableFuture
			.supplyAsync(() -> request.result(Tickets.element("ticket", "17")), eventLoop);
		IqTemplate template = new IqTemplate(network, Tickets.codecs());
		this.desk.handler = (request) -> template.get(Tickets.element("question", "which"))
			.to(fromOf(request))
			.retrieve(Ticket.class);

		List<CompletionStage<Iq>> replies = Stream.generate(() -> exchange.exchange(REQUEST)).limit(5).toList();

		assertThat(replies)
			.allSatisfy((reply) -> assertThat(join(reply)).isEqualTo(REQUEST.result(Tickets.element("ticket", "17"))));
	}

	@Test
	void interruptionOfNestedRequestIsAnswered() throws InterruptedException {
		ExecutorService pool = pool(1);
		OrderedIqExchange exchange = exchange(pool);
		CountDownLatch entered = new CountDownLatch(1);
		IqTemplate template = new IqTemplate((request) -> {
			entered.countDown();
			return new CompletableFuture<>();
		}, Tickets.codecs());
		this.desk.handler = (request) -> template.exchange(Tickets.get("list"));
		CompletionStage<Iq> reply = exchange.exchange(REQUEST);
		entered.await();

		pool.shutdownNow();

		assertThat(join(reply)).isEqualTo(STOPPED);
	}

	@Test
	void templateMayAskHandlersWithoutConnection() {
		OrderedIqExchange exchange = exchange(pool(1));
		this.desk.handler = (request) -> new Ticket("17");
		IqTemplate template = new IqTemplate(exchange, Tickets.codecs());

		assertThat(template.get(new Open("Help")).to(Tickets.DESK).retrieve(Ticket.class)).isEqualTo(new Ticket("17"));
	}

	@Test
	void asynchronousHandlerMayAskCallerThatAsksBackFirst() {
		OrderedIqExchange exchange = exchange(pool(1));
		this.desk.handler = (request) -> "nested".equals(request.id()) ? Tickets.element("answer", "because")
				: exchange.exchange(REQUEST.withId("nested")).thenApply(Iq::payload);

		assertThat(join(exchange.exchange(REQUEST))).isEqualTo(REQUEST.result(Tickets.element("answer", "because")));
	}

	@Test
	void requestThatNeedsNoThreadIsAnsweredOnCallingThread() {
		OrderedIqExchange exchange = exchange((task) -> {
			throw new RejectedExecutionException("full");
		});
		Iq unknown = Tickets.request(Iq.get(Element.of("urn:example:unknown", "list")));
		Iq quick = Tickets.request(Iq.get(Element.of("urn:example:quick", "quick")));

		assertThat(exchange.exchange(unknown).toCompletableFuture())
			.isCompletedWithValue(unknown.error(StanzaErrorCondition.SERVICE_UNAVAILABLE));
		assertThat(exchange.exchange(quick).toCompletableFuture()).isCompletedWithValue(quick.result());
	}

	@Test
	void filtersRunOnExecutorInFrontOfEverything() {
		List<String> threads = Collections.synchronizedList(new ArrayList<>());
		IqFilter filter = (request, next) -> {
			threads.add(Thread.currentThread().getName());
			return next.exchange(request);
		};
		OrderedIqExchange exchange = new OrderedIqExchange(this.context.dispatcher(), List.of(filter), pool(1),
				IqHandlerLimits.DEFAULT);
		Iq quick = Tickets.request(Iq.get(Element.of("urn:example:quick", "quick")));

		assertThat(join(exchange.exchange(quick))).isEqualTo(quick.result());
		assertThat(threads).singleElement().isNotEqualTo(Thread.currentThread().getName());
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void misbehavingFilterGivesOneReply(String name, IqFilter filter) {
		OrderedIqExchange exchange = new OrderedIqExchange(this.context.dispatcher(), List.of(filter), pool(1),
				IqHandlerLimits.DEFAULT);

		assertThat(join(exchange.exchange(REQUEST)))
			.isEqualTo(REQUEST.error(StanzaErrorCondition.INTERNAL_SERVER_ERROR));
	}

	@SuppressWarnings("NullAway")
	static Stream<Arguments> misbehavingFilterGivesOneReply() {
		return Stream.of(filter("throws", (request, next) -> {
			throw new LinkageError();
		}), filter("returns null", (request, next) -> null),
				filter("fails", (request, next) -> CompletableFuture.failedFuture(new LinkageError())),
				filter("completes with null", (request, next) -> CompletableFuture.completedFuture(null)));
	}

	private static Arguments filter(String name, IqFilter filter) {
		return Arguments.of(name, filter);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void misbehavingDecoratorGivesOneReply(String name, TaskDecorator decorator) {
		OrderedIqExchange exchange = new OrderedIqExchange(this.context.dispatcher(), List.of(), pool(1),
				IqHandlerLimits.DEFAULT, decorator);

		assertThat(join(exchange.exchange(REQUEST)))
			.isEqualTo(REQUEST.error(StanzaErrorCondition.INTERNAL_SERVER_ERROR));
		await().until(exchange::pending, (pending) -> pending == 0);
	}

	static Stream<Arguments> misbehavingDecoratorGivesOneReply() {
		return Stream.of(decorator("captures nothing", (task) -> {
			throw new IllegalStateException("No context");
		}), decorator("restores nothing", (task) -> () -> {
			throw new IllegalStateException("No context");
		}), decorator("drops the task", (task) -> () -> {
		}));
	}

	private static Arguments decorator(String name, TaskDecorator decorator) {
		return Arguments.of(name, decorator);
	}

	@Test
	void requestThatIsGivenUpWhileItWaitsIsNotDecoratedAgain() {
		AtomicInteger runs = new AtomicInteger();
		OrderedIqExchange exchange = new OrderedIqExchange(this.context.dispatcher(), List.of(), pool(1),
				IqHandlerLimits.DEFAULT, (task) -> () -> {
					runs.incrementAndGet();
					task.run();
				});
		CountDownLatch release = new CountDownLatch(1);
		this.desk.handler = (request) -> {
			release.await();
			return null;
		};

		CompletionStage<Iq> first = exchange.exchange(REQUEST);
		exchange.exchange(REQUEST).toCompletableFuture().cancel(false);
		release.countDown();

		assertThat(join(first)).isEqualTo(REQUEST.result());
		await().until(exchange::pending, (pending) -> pending == 0);
		assertThat(runs).hasValue(1);
	}

	@Test
	void responsesAreRefused() {
		assertThat(exchange(pool(1)).exchange(REQUEST.result()).toCompletableFuture()).isCompletedExceptionally();
	}

	private OrderedIqExchange exchange(Executor executor) {
		return exchange(executor, IqHandlerLimits.DEFAULT);
	}

	private OrderedIqExchange exchange(Executor executor, IqHandlerLimits limits) {
		return new OrderedIqExchange(this.context.dispatcher(), List.of(), executor, limits);
	}

	private ExecutorService pool(int threads) {
		ExecutorService pool = Executors.newFixedThreadPool(threads);
		this.pools.add(pool);
		return pool;
	}

	/**
	 * One thread, which waits for work.
	 */
	private ExecutorService startedPool() {
		ExecutorService pool = pool(1);
		assertThat(pool.submit(() -> {
		})).succeedsWithin(Duration.ofSeconds(10));
		return pool;
	}

	private static ThreadFactory daemons() {
		return (task) -> {
			Thread thread = new Thread(task, "daemon");
			thread.setDaemon(true);
			return thread;
		};
	}

	private static Jid sender(int number) {
		return Jid.of("sender" + number + "@example.org/x");
	}

	private static Jid fromOf(Iq request) {
		Jid from = request.from();
		assertThat(from).isNotNull();
		return from;
	}

	private static Iq join(CompletionStage<Iq> reply) {
		return reply.toCompletableFuture().copy().orTimeout(20, TimeUnit.SECONDS).join();
	}

	static class Desk {

		private volatile Handler handler = (request) -> null;

		@IqHandler(NAMESPACE)
		@Nullable Object handle(Iq request) throws Exception {
			return this.handler.handle(request);
		}

	}

	@FunctionalInterface
	interface Handler {

		@Nullable Object handle(Iq request) throws Exception;

	}

	static class Quick implements IqResponder {

		@Override
		public CompletionStage<Iq> exchange(Iq request) {
			return CompletableFuture.completedStage(request.result());
		}

		@Override
		public Set<IqMapping> mappings() {
			return Set.of(new IqMapping(IqType.GET, "urn:example:quick", null));
		}

		@Override
		public boolean isNonBlocking() {
			return true;
		}

	}

}
