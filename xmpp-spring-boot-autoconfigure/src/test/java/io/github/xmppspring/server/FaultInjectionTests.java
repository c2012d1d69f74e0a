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

package io.github.xmppspring.server;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.connection.ConnectionState;
import io.github.xmppspring.connection.ConnectionStatus;
import io.github.xmppspring.connection.IgnoredResponses;
import io.github.xmppspring.negotiation.AuthenticationFailedException;
import io.github.xmppspring.sasl.SaslErrorCondition;
import io.github.xmppspring.server.FaultInjection.Drop;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamException;
import io.github.xmppspring.xml.Element;
import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Each fault has its effect on a client of this project.
 *
 * @author XMPP for Spring Boot contributors
 */
class FaultInjectionTests {

	private static final Element PING = Element.of("urn:xmpp:ping", "ping");

	private static final Jid ALICE = Jid.of("alice@localhost/a");

	private static final Duration SHORT = Duration.ofMillis(300);

	@RegisterExtension
	final ServerExtension servers = new ServerExtension();

	private EmbeddedXmppServer server;

	@BeforeEach
	void start() {
		this.server = this.servers.start();
	}

	@ParameterizedTest
	@EnumSource(Drop.class)
	void dropConnectionEndsItWithoutAnEndOfTheStream(Drop how) {
		ServerClient alice = this.servers.connect(this.server, ALICE.toString());

		assertThat(this.server.faults().dropConnection(ALICE.bare(), how)).isEqualTo(1);

		ConnectionStatus status = alice.awaitStatus(ConnectionState.BACKING_OFF);
		assertThat(status.lastError()).isNotNull().isNotInstanceOf(StreamException.class);
		await().until(() -> alice.connection().status().state() == ConnectionState.ONLINE);
	}

	@Test
	void dropConnectionWithoutSessionsDoesNothing() {
		assertThat(this.server.faults().dropConnection(Jid.of("nobody@localhost"), Drop.CLOSE)).isZero();
	}

	@Test
	void requestInFlightToDroppedConnectionIsAnswered() {
		ServerClient alice = this.servers.connect(this.server, ALICE.toString());
		this.servers.connect(this.server, "bob@localhost/b", (request) -> new CompletableFuture<>());
		CompletableFuture<Iq> response = alice.askLater(Iq.get(PING).to("bob@localhost/b"));
		alice.ask(Iq.get(PING).to("localhost"));

		this.server.faults().dropConnection(Jid.of("bob@localhost/b"), Drop.RESET);

		assertThat(response).succeedsWithin(ServerExtension.TIMEOUT)
			.satisfies((iq) -> assertThat(iq.type()).isEqualTo(IqType.ERROR));
	}

	@Test
	void stallHoldsBothDirections() {
		AtomicInteger served = new AtomicInteger();
		ServerClient alice = this.servers.connect(this.server, ALICE.toString(), (request) -> {
			served.incrementAndGet();
			return CompletableFuture.completedStage(request.result());
		});
		ServerClient bob = this.servers.connect(this.server, "bob@localhost/b");

		Stall stall = this.server.faults().stall(ALICE);
		CompletableFuture<Iq> toAlice = bob.askLater(Iq.get(PING).to(ALICE));
		CompletableFuture<Iq> fromAlice = alice.askLater(Iq.get(PING).to("localhost"));
		bob.ask(Iq.get(PING).to("localhost"));
		await().pollDelay(SHORT).until(() -> !fromAlice.isDone() && !toAlice.isDone());
		assertThat(served).hasValue(0);
		assertThat(alice.connection().status().state()).isEqualTo(ConnectionState.ONLINE);

		stall.close();

		assertThat(toAlice).succeedsWithin(ServerExtension.TIMEOUT);
		assertThat(fromAlice).succeedsWithin(ServerExtension.TIMEOUT);
	}

	@Test
	void lastOfSeveralStallsLetsGoOn() {
		ServerClient alice = this.servers.connect(this.server, ALICE.toString());
		Stall first = this.server.faults().stall(ALICE);
		Stall second = this.server.faults().stall(ALICE.bare());
		first.close();
		CompletableFuture<Iq> response = alice.askLater(Iq.get(PING).to("localhost"));
		await().pollDelay(SHORT).until(() -> !response.isDone());

		second.close();

		assertThat(response).succeedsWithin(ServerExtension.TIMEOUT);
	}

	@Test
	void clearReleasesStalls() {
		ServerClient alice = this.servers.connect(this.server, ALICE.toString());
		this.server.faults().stall(ALICE.bare());
		CompletableFuture<Iq> response = alice.askLater(Iq.get(PING).to("localhost"));

		this.server.faults().clear();

		assertThat(response).succeedsWithin(ServerExtension.TIMEOUT);
	}

	@Test
	void duplicateNextDeliversTwiceOnce() {
		AtomicInteger served = new AtomicInteger();
		this.servers.connect(this.server, ALICE.toString(), (request) -> {
			served.incrementAndGet();
			return CompletableFuture.completedStage(request.result());
		});
		ServerClient bob = this.servers.connect(this.server, "bob@localhost/b");

		this.server.faults().duplicateNext(ALICE);
		bob.ask(Iq.get(PING).to(ALICE));
		bob.ask(Iq.get(PING).to(ALICE));

		await().until(() -> served.get() == 3);
	}

	@Test
	void duplicateReplyIsCounted() {
		ServerClient alice = this.servers.connect(this.server, ALICE.toString());

		this.server.faults().duplicateNext(ALICE.bare());
		assertThat(alice.ask(Iq.get(PING).to("localhost")).type()).isEqualTo(IqType.RESULT);

		await().until(() -> alice.connection().statistics().ignored().duplicate() == 1);
	}

	@Test
	void delayRepliesLetsOthersOvertake() {
		this.server.faults().delayReplies(ALICE.bare(), Duration.ofMinutes(10));
		ServerClient alice = this.servers.connect(this.server, ALICE.toString());

		CompletableFuture<Iq> response = alice.askLater(Iq.get(PING).to("localhost"));
		alice.send("<message xmlns='jabber:client' to='alice@localhost/a' id='m'/>");
		alice.await("message", (stanza) -> "m".equals(stanza.attribute("id")));

		assertThat(response).isNotDone();
	}

	@Test
	void delayedReplyComesInTheEnd() {
		this.server.faults().delayReplies(ALICE.bare(), SHORT);
		ServerClient alice = this.servers.connect(this.server, ALICE.toString());

		long start = System.nanoTime();
		assertThat(alice.ask(Iq.get(PING).to("localhost")).type()).isEqualTo(IqType.RESULT);

		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(SHORT);
	}

	@Test
	void delayOfZeroEndsTheFault() {
		ServerClient alice = this.servers.connect(this.server, ALICE.toString());
		this.server.faults().delayReplies(ALICE, Duration.ofMinutes(10));

		this.server.faults().delayReplies(ALICE, Duration.ZERO);

		assertThat(alice.ask(Iq.get(PING).to("localhost")).type()).isEqualTo(IqType.RESULT);
	}

	@Test
	void spoofedReplyIsNotTaken() {
		ServerClient alice = this.servers.connect(this.server, ALICE.toString());
		this.servers.connect(this.server, "bob@localhost/b");

		this.server.faults().spoofNextReply(ALICE, Jid.of("mallory@localhost/m"));
		CompletableFuture<Iq> response = alice.askLater(Iq.get(PING).to("bob@localhost/b"));

		await().until(() -> alice.connection().statistics().ignored().spoofed() == 1);
		assertThat(response).isNotDone();
		assertThat(alice.ask(Iq.get(PING).to("bob@localhost/b")).type()).isEqualTo(IqType.RESULT);
	}

	@Test
	void endStreamTellsTheCondition() {
		ServerClient alice = this.servers.connect(this.server, ALICE.toString());

		assertThat(this.server.faults().endStream(ALICE, StreamErrorCondition.RESET)).isEqualTo(1);

		ConnectionStatus status = alice.awaitStatus(ConnectionState.BACKING_OFF);
		assertThat(status.lastError()).isInstanceOfSatisfying(StreamException.class,
				(ex) -> assertThat(ex.error().condition()).isEqualTo(StreamErrorCondition.RESET));
	}

	@Test
	void refuseAuthenticationAsOftenAsAskedFor() {
		this.server.faults().refuseAuthentication(SaslErrorCondition.TEMPORARY_AUTH_FAILURE, 1);
		ServerClient alice = this.servers.client(this.server, ALICE.toString(), ServerExtension.PASSWORD,
				ServerExtension.ECHO, (builder) -> {
				});

		assertThat(alice.start()).failsWithin(ServerExtension.TIMEOUT)
			.withThrowableThat()
			.havingRootCause()
			.isInstanceOfSatisfying(AuthenticationFailedException.class,
					(ex) -> assertThat(ex.getMessage()).contains("temporary-auth-failure"));

		await().until(() -> alice.connection().status().state() == ConnectionState.ONLINE);
	}

	@Test
	void delayAcknowledgementsDelaysThemOnAStream() {
		EmbeddedXmppServer server = this.servers.start((builder) -> builder.tlsRequired(false));
		RawStream stream = this.servers.raw(server).login("alice", "a");
		stream.send("<enable xmlns='urn:xmpp:sm:3'/>").readUntil("<enabled ");
		server.faults().delayAcknowledgements(ALICE, Duration.ofMinutes(10));
		stream.send("<r xmlns='urn:xmpp:sm:3'/>"
				+ "<iq type='get' id='1' to='localhost'><ping xmlns='urn:xmpp:ping'/></iq>");
		assertThat(stream.readUntil("<iq ")).doesNotContain("<a ");
		server.faults().delayAcknowledgements(ALICE, SHORT);

		long start = System.nanoTime();
		stream.send("<r xmlns='urn:xmpp:sm:3'/>").readUntil("<a ");

		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(SHORT);
	}

	@Test
	void delayAcknowledgementsHoldsNothingElse() {
		List<FaultRules> rules = List.of(new FaultRules());
		rules.get(0).acknowledgementDelayMillis(100);
		EmbeddedChannel channel = new EmbeddedChannel(new AcknowledgementFaultHandler(rules));
		Element acknowledgement = Element.of("urn:xmpp:sm:3", "a");
		channel.freezeTime();

		channel.writeOneOutbound(acknowledgement);
		channel.writeOneOutbound(PING);
		channel.flushOutbound();

		Element first = channel.readOutbound();
		assertThat(first).isEqualTo(PING);
		channel.advanceTimeBy(100, TimeUnit.MILLISECONDS);
		channel.runScheduledPendingTasks();
		Element second = channel.readOutbound();
		assertThat(second).isEqualTo(acknowledgement);
	}

	@Test
	void clearedFaultsAreGoneFromThePipeline() {
		ServerClient alice = this.servers.connect(this.server, ALICE.toString());
		this.server.faults().delayReplies(ALICE, Duration.ofMinutes(10));
		this.server.faults().duplicateNext(ALICE.bare());

		this.server.faults().clear();

		assertThat(alice.ask(Iq.get(PING).to("localhost")).type()).isEqualTo(IqType.RESULT);
		assertThat(alice.connection().statistics().ignored()).isEqualTo(IgnoredResponses.NONE);
	}

}
