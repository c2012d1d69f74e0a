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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqExchange;
import io.github.xmppspring.stanza.IqTimeoutException;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stanza.MalformedStanzaException;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stanza.StanzaErrorException;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Exchanges that live on the server.
 *
 * @author XMPP for Spring Boot contributors
 */
class HostedExchangeTests {

	private static final Element PING = Element.of("urn:xmpp:ping", "ping");

	private static final Jid HOSTED = Jid.of("echo.localhost");

	@RegisterExtension
	final ServerExtension servers = new ServerExtension();

	private EmbeddedXmppServer server;

	private ServerClient alice;

	@BeforeEach
	void start() {
		start(Duration.ofSeconds(10));
	}

	private void start(Duration timeout) {
		this.server = this.servers.start((builder) -> builder.exchangeTimeout(timeout));
		this.alice = this.servers.connect(this.server, "alice@localhost/a");
	}

	private StanzaErrorCondition refusalOf(IqExchange exchange) {
		try (HostedEntity entity = this.server.host(HOSTED, exchange)) {
			Iq response = this.alice.ask(Iq.get(PING).to("x@echo.localhost"));
			assertThat(response.error()).isNotNull();
			assertThat(response.from()).hasToString("x@echo.localhost");
			assertThat(entity.address()).isEqualTo(HOSTED);
			return response.error().condition();
		}
	}

	@Test
	void domainAnswersForAllItsJids() {
		this.server.host(HOSTED, ServerExtension.ECHO);

		for (String to : List.of("echo.localhost", "echo.localhost/r", "x@echo.localhost", "x@echo.localhost/r")) {
			Iq response = this.alice.ask(Iq.get(PING).to(to));

			assertThat(response.payload()).isEqualTo(PING);
			assertThat(response.from()).hasToString(to);
		}
	}

	@Test
	void bareJidAnswersForItsResources() {
		this.server.host(Jid.of("echo@localhost"), ServerExtension.ECHO);

		assertThat(this.alice.ask(Iq.get(PING).to("echo@localhost/r")).type()).isEqualTo(IqType.RESULT);
		assertThat(this.alice.ask(Iq.get(PING).to("other@localhost/r")).type()).isEqualTo(IqType.ERROR);
	}

	@Test
	void failuresAreAnswered() {
		assertThat(refusalOf((request) -> {
			throw new StanzaErrorException(StanzaErrorCondition.GONE);
		})).isEqualTo(StanzaErrorCondition.GONE);
		assertThat(refusalOf(
				(request) -> CompletableFuture.failedStage(new StanzaErrorException(StanzaErrorCondition.NOT_ALLOWED))))
			.isEqualTo(StanzaErrorCondition.NOT_ALLOWED);
		assertThat(refusalOf((request) -> {
			throw new IllegalStateException("not for others");
		})).isEqualTo(StanzaErrorCondition.INTERNAL_SERVER_ERROR);
		assertThat(refusalOf((request) -> {
			throw new AssertionError("not for others");
		})).isEqualTo(StanzaErrorCondition.INTERNAL_SERVER_ERROR);
		assertThat(refusalOf((request) -> CompletableFuture.completedStage(null)))
			.isEqualTo(StanzaErrorCondition.INTERNAL_SERVER_ERROR);
		assertThat(refusalOf((request) -> null)).isEqualTo(StanzaErrorCondition.INTERNAL_SERVER_ERROR);
		assertThat(refusalOf((request) -> CompletableFuture.completedStage(request)))
			.isEqualTo(StanzaErrorCondition.INTERNAL_SERVER_ERROR);
		assertThat(refusalOf((request) -> CompletableFuture
			.completedStage(request.result(Element.builder("urn:x", "x").text("\0").build()))))
			.isEqualTo(StanzaErrorCondition.INTERNAL_SERVER_ERROR);
	}

	@Test
	void silenceIsAnsweredOnce() {
		start(Duration.ofSeconds(2));
		CompletableFuture<Iq> late = new CompletableFuture<>();

		assertThat(refusalOf((request) -> late)).isEqualTo(StanzaErrorCondition.REMOTE_SERVER_TIMEOUT);

		assertThat(late).isCancelled();
		assertThat(this.alice.ask(Iq.get(PING).to("localhost")).type()).isEqualTo(IqType.RESULT);
		assertThat(this.alice.connection().statistics().ignored().late()).isZero();
	}

	@Test
	void blockingExchangeHoldsNobodyElse() {
		CountDownLatch latch = new CountDownLatch(1);
		this.server.host(HOSTED, (request) -> {
			try {
				latch.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return CompletableFuture.completedStage(request.result());
		});
		this.server.host(Jid.of("other.localhost"), ServerExtension.ECHO);
		CompletableFuture<Iq> blocked = this.alice.askLater(Iq.get(PING).to(HOSTED));

		assertThat(this.alice.ask(Iq.get(PING).to("other.localhost")).type()).isEqualTo(IqType.RESULT);
		assertThat(blocked).isNotDone();
		latch.countDown();
	}

	@Test
	void requestsComeInTheirOrder() {
		List<String> ids = new CopyOnWriteArrayList<>();
		this.server.host(HOSTED, (request) -> {
			ids.add(request.id());
			return CompletableFuture.completedStage(request.result());
		});

		List<CompletableFuture<Iq>> responses = IntStream.range(0, 200)
			.mapToObj((i) -> this.alice.askLater(Iq.get(PING).id("r" + i).to(HOSTED)))
			.toList();

		assertThat(responses).allSatisfy((response) -> assertThat(response).succeedsWithin(ServerExtension.TIMEOUT));
		assertThat(ids).containsExactlyElementsOf(IntStream.range(0, 200).mapToObj((i) -> "r" + i).toList());
	}

	@Test
	void asksOthersFromItsAddress() {
		HostedEntity entity = this.server.host(HOSTED, ServerExtension.ECHO);

		assertThat(entity.exchange(Iq.get(PING).to("alice@localhost/a").build()))
			.succeedsWithin(ServerExtension.TIMEOUT)
			.satisfies((response) -> assertThat(response.to()).isEqualTo(HOSTED));
		assertThat(entity.exchange(Iq.get(PING).to("alice@localhost/none").from("x@echo.localhost").build()))
			.succeedsWithin(ServerExtension.TIMEOUT)
			.satisfies((response) -> assertThat(response.error().condition())
				.isEqualTo(StanzaErrorCondition.SERVICE_UNAVAILABLE));
		assertThat(entity.exchange(Iq.get(PING).to("localhost").build())).succeedsWithin(ServerExtension.TIMEOUT);
	}

	@Test
	void doesNotSpeakForOthers() {
		HostedEntity entity = this.server.host(HOSTED, ServerExtension.ECHO);

		assertThatIllegalArgumentException()
			.isThrownBy(() -> entity.exchange(Iq.get(PING).to("alice@localhost/a").from("bob@localhost").build()));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> entity.exchange(Iq.builder(IqType.RESULT).to("alice@localhost/a").build()));
	}

	@Test
	void unansweredRequestFails() {
		start(Duration.ofMillis(300));
		HostedEntity entity = this.server.host(HOSTED, ServerExtension.ECHO);
		this.servers.connect(this.server, "bob@localhost/b", (request) -> new CompletableFuture<>());

		assertThat(entity.exchange(Iq.get(PING).to("bob@localhost/b").build())).failsWithin(ServerExtension.TIMEOUT)
			.withThrowableOfType(ExecutionException.class)
			.withCauseInstanceOf(IqTimeoutException.class);
	}

	@Test
	void malformedResponseFailsTheRequest() {
		HostedEntity entity = this.server.host(HOSTED, ServerExtension.ECHO);
		CompletableFuture<Iq> asked = new CompletableFuture<>();
		ServerClient bob = this.servers.connect(this.server, "bob@localhost/c", (request) -> {
			asked.complete(request);
			return new CompletableFuture<>();
		});
		CompletableFuture<Iq> response = entity.exchange(Iq.get(PING).id("1").to("bob@localhost/c").build())
			.toCompletableFuture();
		assertThat(asked).succeedsWithin(ServerExtension.TIMEOUT);

		bob.send("<iq xmlns='jabber:client' type='result' id='1' to='echo.localhost'><a/><b/></iq>");

		assertThat(response).failsWithin(ServerExtension.TIMEOUT)
			.withThrowableOfType(ExecutionException.class)
			.withCauseInstanceOf(MalformedStanzaException.class);
	}

	@Test
	void closedEntityIsGone() {
		HostedEntity entity = this.server.host(HOSTED, ServerExtension.ECHO);
		this.servers.connect(this.server, "bob@localhost/b", (request) -> new CompletableFuture<>());
		CompletableFuture<Iq> waiting = entity.exchange(Iq.get(PING).to("bob@localhost/b").build())
			.toCompletableFuture();

		entity.close();
		entity.close();

		assertThat(waiting).failsWithin(ServerExtension.TIMEOUT)
			.withThrowableOfType(ExecutionException.class)
			.withCauseInstanceOf(IllegalStateException.class);
		assertThat(entity.exchange(Iq.get(PING).to("localhost").build())).failsWithin(ServerExtension.TIMEOUT);
		assertThat(this.alice.ask(Iq.get(PING).to(HOSTED)).error().condition())
			.isEqualTo(StanzaErrorCondition.REMOTE_SERVER_NOT_FOUND);
		this.server.host(HOSTED, ServerExtension.ECHO);
	}

	@Test
	void messagesAreReturned() {
		this.server.host(HOSTED, ServerExtension.ECHO);

		this.alice.send("<message xmlns='jabber:client' to='echo.localhost' id='m'/>");

		assertThat(this.alice.await("error", (stanza) -> "m".equals(stanza.attribute("id"))).attribute("type"))
			.isEqualTo("error");
	}

}
