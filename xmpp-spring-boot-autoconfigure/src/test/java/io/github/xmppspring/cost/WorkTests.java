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

package io.github.xmppspring.cost;

import java.security.Provider;
import java.security.SecureRandom;
import java.security.SecureRandomSpi;
import java.security.Security;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.ping.Ping;
import io.github.xmppspring.template.IqOperations;
import io.netty.channel.EventLoop;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests what an exchange makes threads do: tasks that they give to each other, reads,
 * writes and flushes of the socket.
 *
 * @author XMPP for Spring Boot contributors
 */
class WorkTests {

	private static final int EXCHANGES = 1000;

	/** What else an application does meanwhile. */
	private static final int REST = 30;

	private static final Duration PATIENCE = Duration.ofSeconds(40);

	private static final Jid PEER = Jid.of("peer@localhost/desk");

	private static final String HANDLERS = "iqHandlerExecutor";

	private static final String CALLBACKS = "xmppCallbackExecutor";

	private static final RandomBytes RANDOM = new RandomBytes(new SecureRandom());

	private static StarterApplication application;

	private static Set<Thread> threadsBefore;

	private final Work work = application.work();

	@BeforeAll
	static void start() {
		Security.insertProviderAt(RANDOM, 1);
		threadsBefore = threads();
		application = new StarterApplication();
	}

	@AfterAll
	static void stop() {
		application.close();
		Security.removeProvider(RANDOM.getName());
	}

	@Test
	void requestThatIsWaitedForIsOneTask() {
		count(() -> {
			for (int i = 0; i < EXCHANGES; i++) {
				application.iq().get(new Ping()).to(PEER).execute();
			}
		});

		assertThat(this.work.count(Work.WRITES)).isBetween(EXCHANGES, EXCHANGES + REST);
		assertThat(this.work.count(Work.FLUSHES)).isBetween(1, EXCHANGES + REST);
		assertThat(this.work.count(Work.READS)).isBetween(1, EXCHANGES + REST);
		assertThat(this.work.count(Work.LOOP_TASKS) / (double) EXCHANGES).isBetween(0.1, Bounds.LOOP_TASKS_OF_REQUEST);
		assertThat(this.work.count(CALLBACKS)).isZero();
		assertThat(this.work.count(HANDLERS)).isZero();
	}

	@Test
	void requestWithFutureIsOneTaskMore() {
		count(() -> {
			for (int i = 0; i < EXCHANGES; i++) {
				application.iq().get(new Ping()).to(PEER).executeAsync().join();
			}
		});

		assertThat(this.work.count(Work.LOOP_TASKS) / (double) EXCHANGES).isBetween(0.1, Bounds.LOOP_TASKS_OF_REQUEST);
		assertThat(this.work.count(CALLBACKS)).isBetween(1, EXCHANGES + REST);
	}

	@Test
	void requestsThatPileUpAreWrittenTogether() {
		pileUp();

		assertThat(this.work.count(Work.WRITES)).isBetween(1, EXCHANGES + REST);
		assertThat(this.work.count(Work.FLUSHES)).isBetween(1, Bounds.FLUSHES_OF_PILE);
		eventually(this::pileUp, () -> {
			assertThat(this.work.count(Work.LOOP_TASKS)).isBetween(1, Bounds.LOOP_TASKS_OF_PILE);
			assertThat(this.work.count(CALLBACKS) / (double) EXCHANGES).isBetween(0.001,
					Bounds.CALLBACK_TASKS_OF_RESPONSE);
		});
	}

	private void pileUp() {
		EventLoop loop = this.work.channel().eventLoop();
		CountDownLatch busy = new CountDownLatch(1);
		CountDownLatch free = new CountDownLatch(1);
		loop.execute(() -> {
			busy.countDown();
			awaitQuietly(free);
		});
		awaitQuietly(busy);

		count(() -> {
			List<CompletableFuture<?>> futures = new ArrayList<>();
			for (int i = 0; i < EXCHANGES; i++) {
				futures.add(application.iq().get(new Ping()).to(PEER).executeAsync());
			}
			free.countDown();
			futures.forEach(CompletableFuture::join);
		});
	}

	@Test
	void responderNeedsNoOtherThread() {
		count(application.peer().burst("<ping xmlns='urn:xmpp:ping'/>", EXCHANGES));

		assertThat(this.work.count(HANDLERS)).isZero();
		assertThat(this.work.count(CALLBACKS)).isZero();
		assertThat(this.work.count(Work.LOOP_TASKS)).isLessThan(REST);
		assertThat(this.work.count(Work.FLUSHES)).isBetween(1,
				this.work.count(Work.READS) + EXCHANGES / Bounds.RESPONSES_OF_FLUSH);
	}

	@Test
	void handlerIsOneTaskThereAndOneBack() {
		Runnable burst = application.peer().burst("<query xmlns='jabber:iq:version'/>", EXCHANGES);

		eventually(() -> count(burst), () -> assertThat(this.work.count(HANDLERS) / (double) EXCHANGES).isBetween(0.001,
				Bounds.HANDLER_TASKS_OF_REQUEST));
		assertThat(this.work.count(Work.LOOP_TASKS) / (double) EXCHANGES).isBetween(0.001,
				Bounds.LOOP_TASKS_OF_RESPONSE);
		assertThat(this.work.count(Work.FLUSHES)).isBetween(1, EXCHANGES + REST);
		assertThat(this.work.count(CALLBACKS)).isZero();
	}

	@Test
	void idsTakeRandomBytesInBlocks() {
		IqOperations iq = application.iq();
		int before = RANDOM.calls.get();

		for (int i = 0; i < EXCHANGES; i++) {
			iq.get(new Ping()).to(PEER).execute();
		}

		assertThat(RANDOM.calls.get()).isPositive();
		assertThat(RANDOM.calls.get() - before).isLessThanOrEqualTo(EXCHANGES / Bounds.IDS_OF_RANDOM_CALL);
	}

	@Test
	void threadsAreThoseOfTheDesign() {
		application.iq().get(new Ping()).to(PEER).executeAsync().join();
		application.peer().burst("<query xmlns='jabber:iq:version'/>", EXCHANGES).run();

		List<String> own = threads().stream()
			.filter((thread) -> !threadsBefore.contains(thread))
			.map(Thread::getName)
			.filter((name) -> name.startsWith("xmpp"))
			.toList();

		assertThat(own).allMatch((name) -> name.matches("xmpp-(\\d+-\\d+|callback-\\d+|handler-\\d+|deadlines.*)"));
		assertThat(own).filteredOn((name) -> name.matches("xmpp-\\d+-\\d+")).hasSize(1);
		assertThat(own).filteredOn((name) -> name.startsWith("xmpp-deadlines")).hasSizeLessThanOrEqualTo(1);
	}

	/**
	 * What goes together as one task parts where a thread is held up, and on a busy
	 * machine that may be any. So tasks are counted again until there are few enough.
	 */
	private static void eventually(Runnable exchanges, Runnable assertion) {
		Awaitility.await()
			.atMost(PATIENCE)
			.pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(1))
			.pollInSameThread()
			.untilAsserted(() -> {
				exchanges.run();
				assertion.run();
			});
	}

	private void count(Runnable exchanges) {
		this.work.reset();
		exchanges.run();
	}

	private static Set<Thread> threads() {
		return Thread.getAllStackTraces().keySet().stream().collect(Collectors.toSet());
	}

	private static void awaitQuietly(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * The first provider of random bytes, which takes them from another and counts how
	 * often it is asked to.
	 */
	private static final class RandomBytes extends Provider {

		private static final long serialVersionUID = 1L;

		private final transient AtomicInteger calls = new AtomicInteger();

		private RandomBytes(SecureRandom target) {
			super("CountedRandomBytes", "1", "Counts");
			putService(new Service(this, "SecureRandom", "Counted", CountedRandom.class.getName(), null, null) {

				@Override
				public Object newInstance(Object parameter) {
					return new CountedRandom(target, RandomBytes.this.calls);
				}

			});
		}

	}

	private static final class CountedRandom extends SecureRandomSpi {

		private static final long serialVersionUID = 1L;

		private final SecureRandom target;

		private final AtomicInteger calls;

		private CountedRandom(SecureRandom target, AtomicInteger calls) {
			this.target = target;
			this.calls = calls;
		}

		@Override
		protected void engineSetSeed(byte[] seed) {
			this.target.setSeed(seed);
		}

		@Override
		protected void engineNextBytes(byte[] bytes) {
			this.calls.incrementAndGet();
			this.target.nextBytes(bytes);
		}

		@Override
		protected byte[] engineGenerateSeed(int length) {
			return this.target.generateSeed(length);
		}

	}

}
