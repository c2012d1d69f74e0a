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

package io.github.xmppspring.context;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.connection.XmppConnectionException;
import io.github.xmppspring.negotiation.AuthenticationFailedException;
import io.github.xmppspring.negotiation.NegotiatedStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mockito.BDDMockito;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationContextException;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link XmppConnectionLifecycle}.
 *
 * @author XMPP for Spring Boot contributors
 */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class XmppConnectionLifecycleTests {

	private final TestXmppConnection connection = new TestXmppConnection();

	@Test
	void inBackgroundStartDoesNotWaitForConnection() {
		this.connection.starting(new CompletableFuture<>());
		XmppConnectionLifecycle lifecycle = lifecycle(ConnectMode.BACKGROUND);

		lifecycle.start();

		assertThat(lifecycle.isRunning()).isTrue();
		assertThat(this.connection.calls()).containsExactly("start");
	}

	@Test
	void inBackgroundFailedAttemptIsNoFailureOfStart() {
		this.connection.failing(wrongPassword());
		XmppConnectionLifecycle lifecycle = lifecycle(ConnectMode.BACKGROUND);

		lifecycle.start();

		assertThat(lifecycle.isRunning()).isTrue();
	}

	@Test
	void connectionThatCannotEvenBeginIsFailureOfStart() {
		XmppConnection broken = BDDMockito.mock(XmppConnection.class);
		BDDMockito.given(broken.start()).willThrow(new IllegalStateException("test"));
		XmppConnectionLifecycle lifecycle = new XmppConnectionLifecycle(broken, null, ConnectMode.BACKGROUND,
				Duration.ofSeconds(5));

		assertThatIllegalStateException().isThrownBy(lifecycle::start).withMessage("test");
		assertThat(lifecycle.isRunning()).isFalse();
	}

	@Test
	void failFastStartWaitsForOutcomeOfFirstAttempt() {
		CompletableFuture<NegotiatedStream> started = new CompletableFuture<>();
		this.connection.starting(started);
		XmppConnectionLifecycle lifecycle = lifecycle(ConnectMode.FAIL_FAST);
		CompletableFuture<Void> start = CompletableFuture.runAsync(lifecycle::start);
		Awaitility.await().until(this.connection.calls()::size, (size) -> size == 1);
		assertThat(start).isNotDone();

		started.complete(TestXmppConnection.stream());

		assertThat(start).succeedsWithin(Duration.ofSeconds(10));
		assertThat(lifecycle.isRunning()).isTrue();
	}

	@Test
	void failFastStartThrowsReasonAndStopsFurtherAttempts() {
		AuthenticationFailedException reason = wrongPassword();
		this.connection.failing(reason);
		XmppConnectionLifecycle lifecycle = lifecycle(ConnectMode.FAIL_FAST);

		assertThatExceptionOfType(AuthenticationFailedException.class).isThrownBy(lifecycle::start).isSameAs(reason);

		assertThat(lifecycle.isRunning()).isFalse();
		assertThat(this.connection.calls()).containsExactly("start", "stop PT0S");
	}

	@Test
	void reasonOfFailFastStartIsCauseOfFailureOfContext() {
		AuthenticationFailedException reason = wrongPassword();
		this.connection.failing(reason);
		try (GenericApplicationContext context = new GenericApplicationContext()) {
			context.registerBean(XmppConnectionLifecycle.class, () -> lifecycle(ConnectMode.FAIL_FAST));

			assertThatExceptionOfType(ApplicationContextException.class).isThrownBy(context::refresh).withCause(reason);
		}
	}

	@Test
	void stopGivesHandlersTimeAndTheirRepliesALittleMore() {
		XmppConnectionLifecycle lifecycle = lifecycle(ConnectMode.BACKGROUND);
		lifecycle.start();

		lifecycle.stop();

		assertThat(lifecycle.isRunning()).isFalse();
		assertThat(this.connection.calls()).containsExactly("start", "stop PT6S");
	}

	@Test
	void callbackOfStopWaitsForEndOfConnection() {
		CompletableFuture<Void> stopped = new CompletableFuture<>();
		this.connection.stopping(stopped);
		XmppConnectionLifecycle lifecycle = lifecycle(ConnectMode.BACKGROUND);
		lifecycle.start();
		AtomicBoolean called = new AtomicBoolean();

		lifecycle.stop(() -> called.set(true));

		assertThat(called).isFalse();
		stopped.complete(null);
		assertThat(called).isTrue();
	}

	@Test
	void callbackOfStopIsCalledIfNotStarted() {
		AtomicBoolean called = new AtomicBoolean();

		lifecycle(ConnectMode.BACKGROUND).stop(() -> called.set(true));

		assertThat(called).isTrue();
		assertThat(this.connection.calls()).isEmpty();
	}

	@Test
	void startsAgainAfterStop() {
		XmppConnectionLifecycle lifecycle = lifecycle(ConnectMode.FAIL_FAST);
		lifecycle.start();
		lifecycle.stop();

		lifecycle.start();

		assertThat(lifecycle.isRunning()).isTrue();
		assertThat(this.connection.calls()).containsExactly("start", "stop PT6S", "start");
	}

	@Test
	void startWaitsForStopThatHasNotEnded() {
		CompletableFuture<Void> stopped = new CompletableFuture<>();
		this.connection.stopping(stopped);
		XmppConnectionLifecycle lifecycle = lifecycle(ConnectMode.BACKGROUND);
		lifecycle.start();
		lifecycle.stop(() -> {
		});

		lifecycle.start();

		assertThat(lifecycle.isRunning()).isTrue();
		assertThat(this.connection.calls()).containsExactly("start", "stop PT6S");
		stopped.complete(null);
		assertThat(this.connection.calls()).containsExactly("start", "stop PT6S", "start");
	}

	@Test
	void startThatIsStoppedWhileItWaitsDoesNothing() {
		CompletableFuture<Void> stopped = new CompletableFuture<>();
		this.connection.stopping(stopped);
		XmppConnectionLifecycle lifecycle = lifecycle(ConnectMode.BACKGROUND);
		lifecycle.start();
		lifecycle.stop(() -> {
		});
		lifecycle.start();
		lifecycle.stop(() -> {
		});

		stopped.complete(null);

		assertThat(this.connection.calls()).containsExactly("start", "stop PT6S", "stop PT6S");
	}

	@Test
	void closeEndsStartThatWaitsForConnection() {
		this.connection.starting(new CompletableFuture<>());
		AtomicBoolean destroyed = new AtomicBoolean();
		GenericApplicationContext context = new GenericApplicationContext();
		context.registerBean(XmppConnectionLifecycle.class, () -> lifecycle(ConnectMode.FAIL_FAST));
		context.registerBean(DisposableBean.class, () -> () -> destroyed.set(true));
		AtomicReference<Throwable> failure = new AtomicReference<>();
		AtomicBoolean interrupted = new AtomicBoolean();
		Thread main = new Thread(() -> {
			try {
				context.refresh();
			}
			catch (RuntimeException ex) {
				failure.set(ex);
				interrupted.set(Thread.currentThread().isInterrupted());
			}
		});
		main.start();
		Awaitility.await().until(main::getState, Thread.State.WAITING::equals);
		Awaitility.await().until(this.connection.calls()::size, (size) -> size == 1);

		context.close();

		Awaitility.await().until(main::getState, Thread.State.TERMINATED::equals);
		assertThat(failure.get()).isInstanceOf(ApplicationContextException.class)
			.hasCauseInstanceOf(XmppConnectionException.class);
		assertThat(interrupted).isTrue();
		assertThat(destroyed).isTrue();
		assertThat(this.connection.calls()).containsExactly("start", "stop PT0S");
	}

	@Test
	void secondStartDoesNothing() {
		XmppConnectionLifecycle lifecycle = lifecycle(ConnectMode.BACKGROUND);
		lifecycle.start();

		lifecycle.start();

		assertThat(this.connection.calls()).containsExactly("start");
	}

	@Test
	void startsBeforeWebServersAndStopsAfterThem() {
		int phaseOfWebServers = SmartLifecycle.DEFAULT_PHASE - 2048;

		assertThat(lifecycle(ConnectMode.BACKGROUND).getPhase()).isLessThan(phaseOfWebServers);
	}

	private XmppConnectionLifecycle lifecycle(ConnectMode mode) {
		return new XmppConnectionLifecycle(this.connection, null, mode, Duration.ofSeconds(5));
	}

	private static AuthenticationFailedException wrongPassword() {
		return new AuthenticationFailedException("SCRAM-SHA-512", "not-authorized", null);
	}

}
