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

package io.github.xmppspring.behaviour;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.github.xmppspring.connection.ConnectionState;
import io.github.xmppspring.connection.IqConnectionLostException;
import io.github.xmppspring.connection.NotConnectedException;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.context.XmppConnectionStateChangedEvent;
import io.github.xmppspring.handler.annotation.IqHandler;
import io.github.xmppspring.messaging.MessageReceivedEvent;
import io.github.xmppspring.messaging.StanzaReception;
import io.github.xmppspring.xml.Element;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of work that is under way when the application stops.
 *
 * @author XMPP for Spring Boot contributors
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
@ExtendWith(OutputCaptureExtension.class)
class ShutdownTests {

	private static final Duration SOON = Duration.ofSeconds(10);

	private static final Element PAYLOAD = Desk.element("echo");

	private final ScriptedServer server = ScriptedServer.forClient("me@x/r");

	@AfterEach
	void close() throws Exception {
		this.server.close();
	}

	@Test
	void requestInFlightFailsBeforeBeansAreDestroyed() {
		Application application = application("10s", 1);
		CompletableFuture<ConnectionState> slow = new CompletableFuture<>();
		executor(application).execute(() -> slow.complete(awaitStopped(application)));
		CompletableFuture<Element> response = request(application);

		application.close();

		assertThat(slow).isCompletedWithValue(ConnectionState.STOPPED);
		assertThat(response).isCompletedExceptionally()
			.failsWithin(SOON)
			.withThrowableThat()
			.withCauseInstanceOf(IqConnectionLostException.class);
	}

	@Test
	void requestInFlightFailsBehindCallbackThatDoesNotEnd() {
		Application application = application("10ms", 1);
		CountDownLatch release = new CountDownLatch(1);
		executor(application).execute(() -> Awaitility.await().until(() -> release.getCount() == 0));
		CompletableFuture<Element> response = request(application);

		application.close();

		Awaitility.await().atMost(SOON).until(response::isDone);
		assertThat(response).isCompletedExceptionally();
		release.countDown();
	}

	@Test
	void requestFailsInApplicationThatIsStoppedButNotClosed() {
		try (Application application = application("10s", 8)) {
			application.context().stop();

			assertThat(application.iq().get(PAYLOAD).to("bob@y/z").retrieveAsync(Element.class)).failsWithin(SOON)
				.withThrowableThat()
				.withCauseInstanceOf(NotConnectedException.class);
		}
	}

	@Test
	void messagesThatWaitForListenerAreDelivered() {
		Application application = application("10s", 1);
		Listener listener = application.bean(Listener.class);
		int count = 100;
		IntStream.range(0, count)
			.forEach((i) -> this.server.send("<message from='bob@y/z' id='m" + i + "'><body>x</body></message>"));
		Awaitility.await().until(application.bean(StanzaReception.class)::pending, (pending) -> pending == count);

		application.close();

		assertThat(listener.messages)
			.containsExactlyElementsOf(IntStream.range(0, count).mapToObj((i) -> "m" + i).toList());
		assertThat(listener.late).isEmpty();
	}

	@Test
	void listenerLearnsOfTheEnd(CapturedOutput output) {
		for (int i = 0; i < 5; i++) {
			try (ScriptedServer server = ScriptedServer.forClient("me@x/r")) {
				Application application = application(server, "10s", 8);
				Listener listener = application.bean(Listener.class);

				application.close();

				assertThat(listener.states).endsWith(ConnectionState.STOPPING, ConnectionState.STOPPED);
				assertThat(listener.late).isEmpty();
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		}
		assertThat(output).doesNotContain("ERROR").doesNotContain("has been closed already");
	}

	@Test
	void listenerMayCloseTheApplication(CapturedOutput output) {
		Application application = application("1m", 8);
		Listener listener = application.bean(Listener.class);
		listener.action = application::close;

		this.server.send("<message from='bob@y/z' id='quit'><body>x</body></message>");

		Awaitility.await().atMost(SOON).until(() -> listener.destroyed);
		assertThat(listener.states).endsWith(ConnectionState.STOPPING, ConnectionState.STOPPED);
		assertThat(listener.late).isEmpty();
		assertThat(output).doesNotContain("ERROR");
	}

	@Test
	void handlerHasItsTimeWithoutStream() {
		Application application = Application.with(Handler.class)
			.properties("xmpp.shutdown.drain-timeout=1m")
			.on(this.server);
		Handler handler = application.bean(Handler.class);
		this.server.send("<iq type='get' id='1' from='bob@y/z'><hold xmlns='urn:example:hold'/></iq>");
		Awaitility.await().atMost(SOON).until(() -> handler.entered);
		this.server.lettingIn(false);
		this.server.drop();
		Awaitility.await().atMost(SOON).until(() -> application.connection().status().stream() == null);

		CompletableFuture<Void> closed = CompletableFuture.runAsync(application::close);

		Awaitility.await()
			.atMost(SOON)
			.until(() -> application.connection().status().state(), ConnectionState.STOPPED::equals);
		Awaitility.await()
			.during(Duration.ofMillis(300))
			.atMost(SOON)
			.until(() -> !handler.destroyed && !handler.interrupted);
		handler.release.countDown();
		assertThat(closed).succeedsWithin(SOON);
		assertThat(handler.destroyed).isTrue();
		assertThat(handler.interrupted).isFalse();
	}

	private Application application(String drainTimeout, int threads) {
		return application(this.server, drainTimeout, threads);
	}

	private static Application application(ScriptedServer server, String drainTimeout, int threads) {
		return Application.with(Listener.class)
			.properties("xmpp.shutdown.drain-timeout=" + drainTimeout, "xmpp.iq.callback-threads=" + threads)
			.on(server);
	}

	private CompletableFuture<Element> request(Application application) {
		CompletableFuture<Element> response = application.iq().get(PAYLOAD).to("bob@y/z").retrieveAsync(Element.class);
		assertThat(this.server.next().localName()).isEqualTo("iq");
		return response;
	}

	private static Executor executor(Application application) {
		return application.context().getBean("xmppCallbackExecutor", Executor.class);
	}

	private static ConnectionState awaitStopped(Application application) {
		XmppConnection connection = application.connection();
		return Awaitility.await()
			.atMost(SOON)
			.until(() -> connection.status().state(), ConnectionState.STOPPED::equals);
	}

	/**
	 * Notes what it is told, at the first message as soon as the connection is stopped,
	 * and what it is told when it is destroyed.
	 */
	static class Listener implements DisposableBean {

		private final List<String> messages = new CopyOnWriteArrayList<>();

		private final List<ConnectionState> states = new CopyOnWriteArrayList<>();

		private final List<Object> late = new CopyOnWriteArrayList<>();

		private final XmppConnection connection;

		private volatile Runnable action = this::awaitStopped;

		private volatile boolean destroyed;

		Listener(XmppConnection connection) {
			this.connection = connection;
		}

		private void awaitStopped() {
			Awaitility.await()
				.atMost(SOON)
				.until(() -> this.connection.status().state(), ConnectionState.STOPPED::equals);
		}

		@EventListener
		void received(MessageReceivedEvent event) {
			note(event);
			this.messages.add(event.getMessage().id());
			if (this.messages.size() == 1) {
				this.action.run();
			}
		}

		@EventListener
		void changed(XmppConnectionStateChangedEvent event) {
			if (event.getCurrent().state() == ConnectionState.STOPPING) {
				awaitStopped();
			}
			note(event);
			this.states.add(event.getCurrent().state());
		}

		private void note(Object event) {
			if (this.destroyed) {
				this.late.add(event);
			}
		}

		@Override
		public void destroy() {
			this.destroyed = true;
		}

	}

	/**
	 * Answers when it is let go.
	 */
	static class Handler implements DisposableBean {

		private final CountDownLatch release = new CountDownLatch(1);

		private volatile boolean entered;

		private volatile boolean interrupted;

		private volatile boolean destroyed;

		@IqHandler("urn:example:hold")
		void hold() {
			this.entered = true;
			try {
				this.release.await();
			}
			catch (InterruptedException ex) {
				this.interrupted = true;
			}
		}

		@Override
		public void destroy() {
			this.destroyed = true;
		}

	}

}
