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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.github.xmppspring.connection.ConnectionState;
import io.github.xmppspring.connection.ConnectionStatus;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link XmppConnectionEventPublisher}.
 *
 * @author XMPP for Spring Boot contributors
 */
@ExtendWith(OutputCaptureExtension.class)
class XmppConnectionEventPublisherTests {

	private final ExecutorService executor = Executors.newFixedThreadPool(4);

	private final TestXmppConnection connection = new TestXmppConnection();

	private final List<Object> events = new CopyOnWriteArrayList<>();

	@AfterEach
	void shutDown() {
		this.executor.shutdownNow();
	}

	@Test
	void eventTellsConnectionAndBothStates() {
		this.connection.addListener(new XmppConnectionEventPublisher(this.connection, this.events::add, Runnable::run));
		ConnectionStatus previous = this.connection.status();
		ConnectionStatus current = TestXmppConnection.status(ConnectionState.CONNECTING);

		this.connection.become(current);

		assertThat(this.events).singleElement()
			.isInstanceOfSatisfying(XmppConnectionStateChangedEvent.class, (event) -> {
				assertThat(event.getConnection()).isSameAs(this.connection);
				assertThat(event.getPrevious()).isSameAs(previous);
				assertThat(event.getCurrent()).isSameAs(current);
			});
	}

	@Test
	void listenerThatBlocksHoldsUpLaterEventsButNotTheConnection() {
		CountDownLatch release = new CountDownLatch(1);
		XmppConnectionEventPublisher publisher = publisher((event) -> {
			release.await();
			this.events.add(event);
		});
		List<ConnectionStatus> statuses = new ArrayList<>();
		for (int i = 0; i < 50; i++) {
			statuses.add(TestXmppConnection.status(ConnectionState.CONNECTING));
		}

		statuses.forEach((status) -> publisher.statusChanged(status, status));

		assertThat(this.events).isEmpty();
		release.countDown();
		Awaitility.await().until(this.events::size, (size) -> size == 50);
		assertThat(this.events).extracting((event) -> ((XmppConnectionStateChangedEvent) event).getCurrent())
			.usingElementComparator((a, b) -> (a == b) ? 0 : 1)
			.containsExactlyElementsOf(statuses);
	}

	@Test
	void listenerThatFailsDoesNotKeepLaterEventsBack() {
		XmppConnectionEventPublisher publisher = publisher((event) -> {
			this.events.add(event);
			throw new IllegalStateException("test");
		});
		ConnectionStatus status = this.connection.status();

		publisher.statusChanged(status, status);
		publisher.statusChanged(status, status);

		Awaitility.await().until(this.events::size, (size) -> size == 2);
	}

	@Test
	void errorOfListenerIsLogged(CapturedOutput output) {
		XmppConnectionEventPublisher publisher = publisher((event) -> {
			this.events.add(event);
			throw new NoClassDefFoundError("test");
		});
		ConnectionStatus status = this.connection.status();

		publisher.statusChanged(status, status);

		Awaitility.await().until(() -> output.getAll().contains("A listener of the event"));
		assertThat(output).contains("became STOPPED failed").contains("NoClassDefFoundError: test");
	}

	@Test
	void listenersDoNotRunOnThreadOfConnection() {
		CompletableFuture<Thread> thread = new CompletableFuture<>();
		XmppConnectionEventPublisher publisher = publisher((event) -> thread.complete(Thread.currentThread()));
		ConnectionStatus status = this.connection.status();

		publisher.statusChanged(status, status);

		assertThat(thread).succeedsWithin(Duration.ofSeconds(10)).isNotSameAs(Thread.currentThread());
	}

	private XmppConnectionEventPublisher publisher(Listener listener) {
		return new XmppConnectionEventPublisher(this.connection, (event) -> {
			try {
				listener.handle(event);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}, this.executor);
	}

	interface Listener {

		void handle(Object event) throws InterruptedException;

	}

}
