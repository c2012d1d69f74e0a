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

package io.github.xmppspring.messaging;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.PayloadException;
import io.github.xmppspring.payload.version.SoftwareVersion;
import io.github.xmppspring.stanza.Message;
import io.github.xmppspring.stanza.PresenceType;
import io.github.xmppspring.stanza.StanzaReading;
import io.github.xmppspring.stanza.StanzaSender;
import io.github.xmppspring.stanza.WorkerTask;
import io.github.xmppspring.xml.Element;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link StanzaReception}.
 *
 * @author XMPP for Spring Boot contributors
 */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class StanzaReceptionTests {

	private static final PayloadCodecs PAYLOADS = new PayloadCodecs(List.of(SoftwareVersion.CODEC), List.of());

	private final List<Element> sent = new CopyOnWriteArrayList<>();

	private final List<Object> events = new CopyOnWriteArrayList<>();

	private final Queue<Runnable> tasks = new ArrayDeque<>();

	private final StanzaSender connection = (stanza) -> {
		this.sent.add(stanza);
		return CompletableFuture.completedStage(null);
	};

	@Test
	void stanzasBecomeEvents() {
		StanzaReception reception = reception(Runnable::run, StanzaLimits.DEFAULT);

		reception.receive(message("chat", "<body>Hi</body>"));
		reception.receive(Element.parse("<presence xmlns='jabber:client' type='subscribe' from='a@b.example'/>"));

		assertThat(this.events).hasSize(2);
		assertThat(this.events.get(0)).isInstanceOfSatisfying(MessageReceivedEvent.class, (event) -> {
			assertThat(event.getMessage().body().text()).isEqualTo("Hi");
			assertThat(event.getSource()).isSameAs(this.connection);
		});
		assertThat(this.events.get(1)).isInstanceOfSatisfying(PresenceReceivedEvent.class,
				(event) -> assertThat(event.getPresence().type()).isEqualTo(PresenceType.SUBSCRIBE));
		assertThat(this.sent).as("answers to a subscription request").isEmpty();
		assertThat(reception.pending()).isZero();
	}

	@Test
	@DisplayName("A15 Stanzas without a language are in that of the stream, which is not written back")
	void languageOfStreamIsInherited() {
		StanzaReception reception = reception(Runnable::run, StanzaLimits.DEFAULT);
		Element presence = Element.parse("<presence xmlns='jabber:client' from='a@b.example'/>");
		reception.read(new StanzaReading("de", false));

		reception.receive(message("chat", "<body>Hallo</body>"));
		reception.receive(presence.mutate().language("fr").build());
		reception.receive(presence);

		Message message = ((MessageReceivedEvent) this.events.get(0)).getMessage();
		assertThat(message.language()).isEqualTo("de");
		assertThat(message).isEqualTo(Message.from(message.toElement()));
		assertThat(message.toElement().language()).isNull();
		assertThat(message.mutate().id("m2").build().language()).isEqualTo("de");
		assertThat(message.mutate().language(null).build().language()).isNull();
		assertThat(((PresenceReceivedEvent) this.events.get(1)).getPresence().language()).isEqualTo("fr");
		assertThat(((PresenceReceivedEvent) this.events.get(2)).getPresence().language()).isEqualTo("de");
	}

	@Test
	void otherElementsAreIgnored() {
		StanzaReception reception = reception(Runnable::run, StanzaLimits.DEFAULT);

		reception.receive(Element.of("urn:x", "message"));
		reception.receive(Element.of("jabber:client", "iq"));

		assertThat(this.events).isEmpty();
		assertThat(this.sent).isEmpty();
	}

	@Test
	void extensionsAreReadAsObjects() {
		StanzaReception reception = reception(Runnable::run, StanzaLimits.DEFAULT);

		reception.receive(message("chat",
				"<x xmlns='urn:x'/><query xmlns='jabber:iq:version'><name>n</name>" + "<version>1</version></query>"));
		reception.receive(message("chat", "<body>Hi</body>"));

		assertThat(((MessageReceivedEvent) this.events.get(0)).getExtension(SoftwareVersion.class))
			.hasValueSatisfying((version) -> assertThat(version.name()).isEqualTo("n"));
		assertThat(((MessageReceivedEvent) this.events.get(1)).getExtension(SoftwareVersion.class)).isEmpty();
		assertThatExceptionOfType(PayloadException.class)
			.isThrownBy(() -> ((MessageReceivedEvent) this.events.get(0)).getExtension(String.class));
	}

	@Test
	void eventsComeInOrderOfArrivalOneAtATime() {
		try (Threads threads = new Threads()) {
			List<String> order = new CopyOnWriteArrayList<>();
			List<Thread> within = new CopyOnWriteArrayList<>();
			StanzaReception reception = new StanzaReception(this.connection, (event) -> {
				within.add(Thread.currentThread());
				assertThat(within).hasSize(1);
				order.add(((MessageReceivedEvent) event).getMessage().id());
				within.clear();
			}, PAYLOADS, threads.executor, StanzaLimits.DEFAULT);

			List<String> ids = IntStream.range(0, 500).mapToObj(String::valueOf).toList();
			ids.forEach((id) -> reception.receive(message("chat", "").mutate().attribute("id", id).build()));

			Awaitility.await().until(() -> order.size() == ids.size());
			assertThat(order).isEqualTo(ids);
		}
	}

	@Test
	void othersGetTheThreadInBetween() {
		StanzaReception reception = reception(this.tasks::add, StanzaLimits.DEFAULT);
		for (int i = 0; i < 100; i++) {
			reception.receive(message("chat", ""));
		}
		assertThat(this.tasks).hasSize(1);

		this.tasks.remove().run();

		assertThat(this.events).hasSizeLessThan(100).isNotEmpty();
		assertThat(this.tasks).hasSize(1);
		while (!this.tasks.isEmpty()) {
			this.tasks.remove().run();
		}
		assertThat(this.events).hasSize(100);
		assertThat(reception.pending()).isZero();
	}

	@Test
	void listenerThatFailsDoesNotKeepLaterEventsBack() {
		StanzaReception reception = new StanzaReception(this.connection, (event) -> {
			this.events.add(event);
			throw new IllegalStateException("test");
		}, PAYLOADS, Runnable::run, StanzaLimits.DEFAULT);

		reception.receive(message("chat", ""));
		reception.receive(message("chat", ""));

		assertThat(this.events).hasSize(2);
		assertThat(reception.pending()).isZero();
		assertThat(this.sent).isEmpty();
	}

	@Test
	void receptionDoesNotWaitForListeners() {
		try (Threads threads = new Threads()) {
			CountDownLatch release = new CountDownLatch(1);
			StanzaReception reception = new StanzaReception(this.connection, (event) -> {
				await(release);
				this.events.add(event);
			}, PAYLOADS, threads.executor, new StanzaLimits(2, 1_000_000));

			reception.receive(message("chat", ""));
			reception.receive(message("chat", ""));
			reception.receive(message("chat", ""));

			assertThat(this.sent).as("one is with the listener, one waits, one is refused").hasSize(1);
			release.countDown();
			Awaitility.await().until(() -> reception.pending() == 0);
			assertThat(this.events).hasSize(2);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "chat", "normal", "whisper" })
	void senderOfTooManyIsTold(String type) {
		StanzaReception reception = reception(this.tasks::add, new StanzaLimits(1, 1_000_000));
		reception.receive(message("chat", ""));

		reception.receive(message(type, "<body>x</body>"));

		assertThat(this.sent).containsExactly(Element.parse("""
				<message xmlns="jabber:client" type="error" id="m1" to="romeo@example.net/orchard"\
				 from="juliet@example.com/balcony"><error type="wait">\
				<resource-constraint xmlns="urn:ietf:params:xml:ns:xmpp-stanzas"/></error></message>"""));
		this.tasks.remove().run();
		assertThat(this.events).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "error", "groupchat", "headline" })
	void whatMustNotBeAnsweredIsDropped(String type) {
		StanzaReception reception = reception(this.tasks::add, new StanzaLimits(1, 1_000_000));
		reception.receive(message("chat", ""));

		reception.receive(message(type, "<body>x</body>"));
		reception.receive(Element.parse("<presence xmlns='jabber:client' from='a@b.example'/>"));
		reception.receive(Element.parse("<message xmlns='jabber:client'/>"));

		assertThat(this.sent).isEmpty();
		assertThat(reception.pending()).isOne();
	}

	@Test
	void memoryIsBounded() {
		Element large = message("chat", "<body>" + "x".repeat(10_000) + "</body>");
		StanzaReception reception = reception(this.tasks::add, new StanzaLimits(1000, 25_000));

		for (int i = 0; i < 5; i++) {
			reception.receive(large);
		}

		assertThat(reception.pending()).isEqualTo(2);
		assertThat(this.sent).hasSize(3);
		this.tasks.remove().run();
		assertThat(reception.pending()).isZero();
		reception.receive(large);
		assertThat(reception.pending()).isOne();
	}

	@Test
	void oneThatIsLargerThanTheLimitIsTaken() {
		StanzaReception reception = reception(this.tasks::add, new StanzaLimits(1000, 1));

		reception.receive(message("chat", "<body>" + "x".repeat(10_000) + "</body>"));

		assertThat(reception.pending()).isOne();
		assertThat(this.sent).isEmpty();
	}

	@ParameterizedTest
	@DisplayName("A13 A malformed address is answered")
	@CsvSource({ "from='a@b.example' to='@', a@b.example", "from='@' to='a@b.example', @" })
	void malformedMessageIsAnswered(String addresses, String answered) {
		StanzaReception reception = reception(Runnable::run, StanzaLimits.DEFAULT);

		reception.receive(Element.parse("<message xmlns='jabber:client' id='m1' %s/>".formatted(addresses)));

		assertThat(this.events).isEmpty();
		assertThat(this.sent).singleElement().satisfies((error) -> {
			assertThat(error.attribute("type")).isEqualTo("error");
			assertThat(error.attribute("id")).isEqualTo("m1");
			assertThat(error.attribute("to")).isEqualTo(answered);
			assertThat(error.toString()).contains("jid-malformed");
		});
	}

	@Test
	void malformedMessageThatIsRefusedIsAnswered() {
		StanzaReception reception = reception(this.tasks::add, new StanzaLimits(1, 1_000_000));
		reception.receive(message("chat", ""));

		reception.receive(Element.parse("<message xmlns='jabber:client' from='a@b.example' to='@'/>"));

		assertThat(this.sent).singleElement()
			.satisfies((error) -> assertThat(error.toString()).contains("jid-malformed"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "<message xmlns='jabber:client' type='error' from='@'/>",
			"<presence xmlns='jabber:client' type='available' from='a@b.example'/>",
			"<presence xmlns='jabber:client' from='a@b.example'><priority>1000</priority></presence>",
			"<presence xmlns='jabber:client' from='@'/>" })
	void otherMalformedStanzasAreNotAnswered(String xml) {
		StanzaReception reception = reception(Runnable::run, StanzaLimits.DEFAULT);

		reception.receive(Element.parse(xml));

		assertThat(this.events).isEmpty();
		assertThat(this.sent).isEmpty();
		assertThat(reception.pending()).isZero();
	}

	@Test
	void withoutThreadStanzasAreRefused() {
		StanzaReception reception = reception((task) -> {
			throw new RejectedExecutionException("test");
		}, StanzaLimits.DEFAULT);

		reception.receive(message("chat", ""));
		reception.receive(message("chat", ""));

		assertThat(this.events).isEmpty();
		assertThat(this.sent).hasSize(2);
		assertThat(reception.pending()).isZero();
	}

	@Test
	void whatWaitsForThreadIsRefusedIfThereWillBeNone() {
		StanzaReception reception = reception(this.tasks::add, StanzaLimits.DEFAULT);
		reception.receive(message("chat", ""));
		reception.receive(message("chat", ""));

		((WorkerTask) this.tasks.remove()).reject(new RejectedExecutionException("test"));

		assertThat(this.events).isEmpty();
		assertThat(this.sent).hasSize(2);
		assertThat(reception.pending()).isZero();
		assertThat(reception.dropped()).isEqualTo(2);
	}

	@Test
	void answerThatCannotBeSentIsNoFailure() {
		List<@Nullable Object> failures = new ArrayList<>();
		StanzaReception reception = new StanzaReception((stanza) -> {
			failures.add(stanza);
			throw new IllegalArgumentException("test");
		}, this.events::add, PAYLOADS, this.tasks::add, new StanzaLimits(1, 1));
		reception.receive(message("chat", ""));

		reception.receive(message("chat", ""));

		assertThat(failures).hasSize(1);
	}

	@Test
	void limitsArePositive() {
		assertThatIllegalArgumentException().isThrownBy(() -> new StanzaLimits(0, 1));
		assertThatIllegalArgumentException().isThrownBy(() -> new StanzaLimits(1, 0));
	}

	private StanzaReception reception(Executor executor, StanzaLimits limits) {
		return new StanzaReception(this.connection, this.events::add, PAYLOADS, executor, limits);
	}

	private static Element message(String type, String content) {
		return Element.parse("""
				<message xmlns='jabber:client' type='%s' id='m1' from='romeo@example.net/orchard'\
				 to='juliet@example.com/balcony'>%s</message>""".formatted(type, content));
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static final class Threads implements AutoCloseable {

		private final ExecutorService executor = Executors.newFixedThreadPool(4);

		@Override
		public void close() {
			this.executor.shutdownNow();
		}

	}

}
