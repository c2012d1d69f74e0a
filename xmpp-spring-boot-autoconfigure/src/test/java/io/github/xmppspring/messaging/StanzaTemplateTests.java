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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.address.JidFormatException;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.PayloadException;
import io.github.xmppspring.payload.version.SoftwareVersion;
import io.github.xmppspring.stanza.Message;
import io.github.xmppspring.stanza.MessageType;
import io.github.xmppspring.stanza.NonBlockingThread;
import io.github.xmppspring.stanza.Presence;
import io.github.xmppspring.stanza.PresenceShow;
import io.github.xmppspring.stanza.StanzaSender;
import io.github.xmppspring.stanza.WorkerTask;
import io.github.xmppspring.stanza.XmppException;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link StanzaTemplate}.
 *
 * @author XMPP for Spring Boot contributors
 */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class StanzaTemplateTests {

	private static final Jid JULIET = Jid.of("juliet@example.com");

	private static final PayloadCodecs PAYLOADS = new PayloadCodecs(List.of(SoftwareVersion.CODEC), List.of());

	private final List<Element> sent = new CopyOnWriteArrayList<>();

	private final List<PresenceCustomizer> customizers = new ArrayList<>();

	private final StanzaTemplate template = template((stanza) -> {
		this.sent.add(stanza);
		return CompletableFuture.completedStage(null);
	});

	@Test
	void messageIsSentAsItWasSaid() {
		Message message = this.template.message()
			.from(Jid.of("desk.example.com"))
			.to("juliet@example.com")
			.type(MessageType.NORMAL)
			.subject("Tickets")
			.body("They are here")
			.body("de", "Sie sind da")
			.thread("t1")
			.extension(new SoftwareVersion("desk", "1.0", null))
			.extension(Element.of("urn:x", "x"))
			.send();

		assertThat(this.sent).containsExactly(message.toElement());
		assertThat(message.withId(null).toElement()).isEqualTo(Element.parse("""
				<message xmlns="jabber:client" from="desk.example.com" to="juliet@example.com">\
				<subject>Tickets</subject><body>They are here</body><body xml:lang="de">Sie sind da</body>\
				<thread>t1</thread>\
				<query xmlns="jabber:iq:version"><name>desk</name><version>1.0</version></query><x xmlns="urn:x"/>\
				</message>"""));
	}

	@Test
	void specIsImmutable() {
		StanzaOperations.MessageSpec spec = this.template.message().to(JULIET);

		spec.body("unused");
		Message first = spec.send();
		Message second = spec.send();

		assertThat(first.type()).isEqualTo(MessageType.CHAT);
		assertThat(first.body().isEmpty()).isTrue();
		assertThat(first.id()).isNotEqualTo(second.id());
	}

	@Test
	void idIsAssignedUnlessGiven() {
		Message without = this.template.send(Message.chat(JULIET).build());
		Message with = this.template.send(Message.chat(JULIET).id("m1").build());
		Presence presence = this.template.send(Presence.subscribe(JULIET).build());

		assertThat(without.id()).hasSizeGreaterThanOrEqualTo(16);
		assertThat(with.id()).isEqualTo("m1");
		assertThat(presence.id()).hasSizeGreaterThanOrEqualTo(16);
		assertThat(this.sent).extracting((stanza) -> stanza.attribute("id"))
			.containsExactly(without.id(), "m1", presence.id());
	}

	@Test
	void whatCannotBeWrittenIsRefusedBeforeAnythingIsSent() {
		StanzaOperations.MessageSpec spec = this.template.message();

		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> spec.extension(Duration.ZERO));
		assertThatExceptionOfType(JidFormatException.class).isThrownBy(() -> spec.to("@"));
		assertThat(this.sent).isEmpty();
	}

	@Test
	void customizersChangeAvailablePresenceToEverybodyInOrder() {
		this.customizers.add((presence) -> presence.mutate().show(PresenceShow.AWAY).status("a").build());
		this.customizers.add((presence) -> presence.mutate().status(presence.status().text() + "b").build());

		this.template.send(Presence.available().build());
		this.template.sendAsync(Presence.available().build()).join();

		assertThat(this.sent).allSatisfy((stanza) -> {
			assertThat(Presence.from(stanza).show()).isEqualTo(PresenceShow.AWAY);
			assertThat(Presence.from(stanza).status().text()).isEqualTo("ab");
		});
	}

	@Test
	void customizersLeaveOtherPresenceAlone() {
		this.customizers.add((presence) -> presence.mutate().status("changed").build());

		this.template.send(Presence.available().to(JULIET).build());
		this.template.send(Presence.unavailable().build());
		this.template.send(Presence.subscribe(JULIET).build());

		assertThat(this.sent).hasSize(3).allSatisfy((stanza) -> assertThat(stanza.children()).isEmpty());
	}

	@Test
	void failureOfConnectionIsThrown() {
		XmppException failure = new StanzaSendException("test", null);
		StanzaTemplate failing = template((stanza) -> CompletableFuture.failedStage(failure));

		assertThatExceptionOfType(StanzaSendException.class).isThrownBy(() -> failing.message().to(JULIET).send())
			.isSameAs(failure);
		assertThat(failing.message().to(JULIET).sendAsync()).failsWithin(Duration.ofSeconds(10))
			.withThrowableThat()
			.havingCause()
			.isSameAs(failure);
	}

	@Test
	void otherFailuresAreCauses() {
		IllegalArgumentException failure = new IllegalArgumentException("test");
		StanzaTemplate failing = template((stanza) -> {
			throw failure;
		});

		assertThatExceptionOfType(StanzaSendException.class)
			.isThrownBy(() -> failing.send(Presence.available().build()))
			.withCause(failure);
		assertThat(failing.sendAsync(Presence.available().build())).failsWithin(Duration.ofSeconds(10))
			.withThrowableThat()
			.havingCause()
			.withCause(failure);
	}

	@Test
	void futureCompletesWithWhatWasSent() {
		CompletableFuture<Void> written = new CompletableFuture<>();
		StanzaTemplate slow = template((stanza) -> written);

		CompletableFuture<Message> sent = slow.message().to(JULIET).sendAsync();

		assertThat(sent).isNotDone();
		written.complete(null);
		assertThat(sent).succeedsWithin(Duration.ofSeconds(10))
			.satisfies((message) -> assertThat(message.id()).isNotNull());
	}

	@Test
	void futureFailsIfNoThreadCompletesIt() {
		StanzaTemplate rejected = new StanzaTemplate((stanza) -> CompletableFuture.completedStage(null), PAYLOADS,
				List::of, (task) -> {
					throw new RejectedExecutionException("test");
				});

		assertThat(rejected.message().to(JULIET).sendAsync()).failsWithin(Duration.ofSeconds(10))
			.withThrowableThat()
			.havingCause()
			.isInstanceOf(StanzaSendException.class);
	}

	@Test
	void futureFailsIfThreadIsNeverFree() {
		StanzaTemplate rejected = new StanzaTemplate((stanza) -> CompletableFuture.completedStage(null), PAYLOADS,
				List::of, (task) -> ((WorkerTask) task).reject(new RejectedExecutionException("test")));

		assertThat(rejected.message().to(JULIET).sendAsync()).isCompletedExceptionally()
			.failsWithin(Duration.ofSeconds(10))
			.withThrowableThat()
			.havingCause()
			.isInstanceOf(StanzaSendException.class);
	}

	@Test
	void threadThatCarriesStanzasMustNotWait() throws InterruptedException {
		CompletableFuture<Object> outcome = new CompletableFuture<>();
		Thread thread = new CarryingThread(() -> {
			try {
				outcome.complete(this.template.message().to(JULIET).send());
			}
			catch (Throwable ex) {
				outcome.completeExceptionally(ex);
			}
		});

		thread.start();
		thread.join();

		assertThatIllegalStateException().isThrownBy(() -> {
			throw outcome
				.handle((value, ex) -> (ex instanceof RuntimeException failure) ? failure
						: new AssertionError("No failure: " + value))
				.join();
		}).withMessageContaining("sendAsync");
		assertThat(this.sent).isEmpty();
	}

	@Test
	void interruptedThreadStaysInterrupted() {
		StanzaTemplate slow = template((stanza) -> new CompletableFuture<>());
		Thread.currentThread().interrupt();

		assertThatExceptionOfType(StanzaSendException.class).isThrownBy(() -> slow.message().to(JULIET).send())
			.withCauseInstanceOf(InterruptedException.class);
		assertThat(Thread.interrupted()).isTrue();
	}

	private StanzaTemplate template(StanzaSender sender) {
		return new StanzaTemplate(sender, PAYLOADS, () -> this.customizers, Runnable::run);
	}

	private static final class CarryingThread extends Thread implements NonBlockingThread {

		CarryingThread(Runnable task) {
			super(task);
		}

	}

}
