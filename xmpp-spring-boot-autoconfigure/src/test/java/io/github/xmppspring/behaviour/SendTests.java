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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.autoconfigure.IqProperties;
import io.github.xmppspring.connection.ConnectionState;
import io.github.xmppspring.connection.IqConnectionLostException;
import io.github.xmppspring.connection.NotConnectedException;
import io.github.xmppspring.stanza.ClientIqFilter;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqErrorException;
import io.github.xmppspring.stanza.IqProgress;
import io.github.xmppspring.stanza.IqTimeoutException;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stanza.ServerIqFilter;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stanza.StanzaErrorType;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * Behaviours S1 to S17: requests and what becomes of them.
 *
 * @author XMPP for Spring Boot contributors
 */
class SendTests {

	private static final Duration SOON = Duration.ofSeconds(5);

	private static final Element PAYLOAD = Desk.element("echo");

	private static ScriptedServer server;

	private static Application application;

	@BeforeAll
	static void start() {
		server = ScriptedServer.forClient("me@x/r");
		application = Application.with(Desk.class).properties("xmpp.iq.reply-timeout=20s").on(server);
	}

	@AfterAll
	static void stop() throws Exception {
		application.close();
		server.close();
	}

	@Test
	@DisplayName("S1 a result is returned to the thread that waits, by a future, and to a Mono")
	void result() {
		CompletableFuture<Iq> waiting = CompletableFuture
			.supplyAsync(() -> application.iq().exchange(request("s1a").build()));
		answer("<iq type='result' id='s1a' from='bob@y/z'><a xmlns='urn:a'/></iq>");
		CompletableFuture<Element> future = application.iq().get(PAYLOAD).to("bob@y/z").retrieveAsync(Element.class);
		String id = server.next().attribute("id");
		server.send("<iq type='result' id='" + id + "' from='bob@y/z'><a xmlns='urn:a'/></iq>");
		CompletableFuture<Iq> mono = Mono.fromFuture(() -> application.iq().exchangeAsync(request("s1c").build()))
			.toFuture();
		answer("<iq type='result' id='s1c' from='bob@y/z'><a xmlns='urn:a'/></iq>");

		assertThat(waiting).succeedsWithin(SOON).extracting(Iq::payload).isEqualTo(Element.of("urn:a", "a"));
		assertThat(future).succeedsWithin(SOON).isEqualTo(Element.of("urn:a", "a"));
		assertThat(mono).succeedsWithin(SOON).extracting(Iq::id).isEqualTo("s1c");
	}

	@Test
	@DisplayName("S2 an error fails the request with everything that is in it")
	void error() {
		CompletableFuture<Iq> response = application.iq().exchangeAsync(request("s2").build());
		answer("""
				<iq type='error' id='s2' from='bob@y/z'><echo xmlns='urn:example:desk'/><error type='modify'>\
				<not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>\
				<text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas' xml:lang='de'>So nicht</text>\
				<text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas' xml:lang='en'>Not so</text>\
				<late xmlns='urn:example:errors'/></error></iq>""");

		IqErrorException ex = failure(response, IqErrorException.class);

		assertThat(ex.condition()).isEqualTo(StanzaErrorCondition.NOT_ACCEPTABLE);
		assertThat(ex.error().type()).isEqualTo(StanzaErrorType.MODIFY);
		assertThat(ex.error().text(Locale.GERMAN)).isEqualTo("So nicht");
		assertThat(ex.error().text(Locale.ENGLISH)).isEqualTo("Not so");
		assertThat(ex.error().applicationConditions()).containsExactly(Element.of("urn:example:errors", "late"));
		assertThat(ex.response().payload()).isEqualTo(PAYLOAD);
		assertThat(ex.response().from()).isEqualTo(Jid.of("bob@y/z"));
	}

	@Test
	@DisplayName("S3 a callback is told results and errors apart")
	void callback() {
		List<String> told = new CopyOnWriteArrayList<>();
		for (String type : List.of("result", "error")) {
			application.iq()
				.exchangeAsync(request("s3" + type).build())
				.whenComplete((iq, failure) -> told
					.add((iq != null) ? iq.type().toString() : failure.getClass().getSimpleName()));
			int count = told.size() + 1;
			answer("<iq type='%s' id='s3%1$s' from='bob@y/z'/>".formatted(type));
			await().atMost(SOON).until(() -> told.size() == count);
		}

		assertThat(told).containsExactly("result", "IqErrorException");
	}

	@ParameterizedTest
	@EnumSource(value = IqType.class, names = { "RESULT", "ERROR" })
	@DisplayName("S4 a response is sent without waiting for anything, and is no request")
	void response(IqType type) {
		Iq response = (type == IqType.RESULT) ? request("s4").from("bob@y/z").build().result()
				: request("s4").from("bob@y/z").build().error(StanzaErrorCondition.CONFLICT);

		assertThatIllegalArgumentException().isThrownBy(() -> application.iq().exchange(response));
		assertThat(application.connection().send(response.toElement()).toCompletableFuture()).succeedsWithin(SOON);

		assertThat(server.next().attribute("type")).isEqualTo(type.toString());
		assertThat(application.statistics().pendingRequests()).isZero();
	}

	@Test
	@DisplayName("S5 every request has a timeout: 30 seconds, by property, or its own; never none")
	void timeouts() {
		assertThat(new IqProperties().getReplyTimeout()).isEqualTo(Duration.ofSeconds(30));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> application.iq().exchangeAsync(request("s5").build(), Duration.ZERO));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> application.iq().get(PAYLOAD).timeout(Duration.ofSeconds(-1)));
		assertThatExceptionOfType(IqTimeoutException.class)
			.isThrownBy(() -> application.iq().exchange(request("s5b").build(), Duration.ofMillis(20)))
			.satisfies((ex) -> assertThat(ex.timeout()).isEqualTo(Duration.ofMillis(20)));
		assertThat(server.next().attribute("id")).isEqualTo("s5b");
	}

	@Test
	@DisplayName("S5 the timeout of the property is used, and zero is refused at start")
	void timeoutByProperty() throws Exception {
		try (ScriptedServer other = ScriptedServer.forClient("me@x/r");
				Application impatient = Application.with().properties("xmpp.iq.reply-timeout=30ms").on(other)) {
			assertThatExceptionOfType(IqTimeoutException.class)
				.isThrownBy(() -> impatient.iq().exchange(request("s5").build()))
				.satisfies((ex) -> assertThat(ex.timeout()).isEqualTo(Duration.ofMillis(30)));
			assertThatExceptionOfType(Exception.class)
				.isThrownBy(() -> Application.with().properties("xmpp.iq.reply-timeout=0s").on(other))
				.havingRootCause()
				.withMessageContaining("reply-timeout");
		}
	}

	@Test
	@DisplayName("S6 the time that a request waits for a connection is limited by itself and by the timeout")
	void waitForConnection() throws Exception {
		try (ScriptedServer other = ScriptedServer.forClient("me@x/r");
				Application patient = Application.with()
					.properties("xmpp.iq.connection-wait=200ms", "xmpp.reconnect.initial-interval=30s")
					.on(other)) {
			other.drop();
			patient.awaitState(ConnectionState.BACKING_OFF);

			CompletableFuture<Iq> first = patient.iq().exchangeAsync(request("s6").build(), Duration.ofMillis(20));
			CompletableFuture<Iq> second = patient.iq().exchangeAsync(request("s6").build(), Duration.ofSeconds(20));

			assertThat(failure(first, IqTimeoutException.class).progress()).isEqualTo(IqProgress.NOT_SENT);
			assertThat(failure(second, NotConnectedException.class)).isNotNull();
			assertThat(patient.statistics().pendingRequests()).isZero();
		}
	}

	@Test
	@DisplayName("S7 a timeout says which request it was and how far that came, and leaves nothing behind")
	void timeout() {
		CompletableFuture<Iq> response = application.iq().exchangeAsync(request("s7").build(), Duration.ofMillis(50));

		IqTimeoutException ex = failure(response, IqTimeoutException.class);

		assertThat(ex.request().id()).isEqualTo("s7");
		assertThat(ex.timeout()).isEqualTo(Duration.ofMillis(50));
		assertThat(ex.progress()).isEqualTo(IqProgress.SENT);
		assertThat(application.statistics().pendingRequests()).isZero();
		assertThat(server.next().attribute("id")).isEqualTo("s7");
	}

	@Test
	@DisplayName("S8 an answer after the timeout is ignored and counted")
	void lateAnswer() {
		long before = application.statistics().ignored().late();
		CompletableFuture<Iq> response = application.iq().exchangeAsync(request("s8").build(), Duration.ofMillis(20));
		failure(response, IqTimeoutException.class);

		answer("<iq type='result' id='s8' from='bob@y/z'/>");

		assertThat(server.sync()).isEmpty();
		assertThat(application.statistics().ignored().late()).isEqualTo(before + 1);
	}

	@Test
	@DisplayName("S9 the same id may wait for several entities, but not twice for one")
	void sameId() {
		CompletableFuture<Iq> ofBob = application.exchange(request("s9"));
		CompletableFuture<Iq> ofEve = application.exchange(request("s9").to("eve@y"));
		assertThatIllegalStateException().isThrownBy(() -> application.exchange(request("s9")));
		assertThat(List.of(server.next(), server.next())).extracting((iq) -> iq.attribute("to"))
			.containsExactly("bob@y/z", "eve@y");
		assertThat(server.sync()).isEmpty();

		server.send("<iq type='result' id='s9' from='eve@y'/>");

		assertThat(ofEve).succeedsWithin(SOON);
		assertThat(ofBob).isNotDone();
		server.send("<iq type='result' id='s9' from='bob@y/z'/>");
		assertThat(ofBob).succeedsWithin(SOON);
	}

	@Test
	@DisplayName("S10 a request to oneself goes to the own handlers and is answered by them")
	void toOneself() {
		CompletableFuture<Iq> response = application.exchange(Iq.get(PAYLOAD).to("me@x/r").id("s10"));
		Element request = server.next();

		server.send(request.mutate().attribute("from", "me@x/r").build().toString());

		Element reply = server.next();
		assertThat(response).isNotDone();
		assertThat(reply.attribute("type")).isEqualTo("result");
		server.send(reply.mutate().attribute("from", "me@x/r").build().toString());
		assertThat(response).succeedsWithin(SOON).extracting(Iq::payload).isEqualTo(PAYLOAD);
	}

	@Test
	@DisplayName("S11 a callback may itself be asynchronous")
	void asynchronousCallback() {
		CompletableFuture<Iq> second = application.iq()
			.exchangeAsync(request("s11a").build())
			.thenCompose((first) -> application.iq().exchangeAsync(request("s11b").build()));
		answer("<iq type='result' id='s11a' from='bob@y/z'/>");
		answer("<iq type='result' id='s11b' from='bob@y/z'/>");

		assertThat(second).succeedsWithin(SOON).extracting(Iq::id).isEqualTo("s11b");
	}

	@Test
	@DisplayName("S12 cancelling forgets the request at once")
	void cancelled() {
		List<CompletableFuture<Iq>> responses = new ArrayList<>();
		for (int i = 0; i < 100; i++) {
			responses.add(application.iq().exchangeAsync(request("s12-" + i).build()));
		}
		assertThat(application.statistics().pendingRequests()).isEqualTo(100);

		responses.forEach((response) -> response.cancel(true));

		assertThat(application.statistics().pendingRequests()).isZero();
		assertThat(responses).allMatch(CompletableFuture::isCancelled);
		assertThat(server.sync()).hasSizeLessThanOrEqualTo(100);
	}

	@Test
	@DisplayName("S13 requests that wait fail at once when the connection is lost")
	void connectionLost() throws Exception {
		try (ScriptedServer other = ScriptedServer.forClient("me@x/r");
				Application asking = Application.with()
					.properties("xmpp.iq.reply-timeout=1h", "xmpp.reconnect.initial-interval=30s")
					.on(other)) {
			CompletableFuture<Iq> response = asking.iq().exchangeAsync(request("s13").build());
			other.next();

			other.drop();

			failure(response, IqConnectionLostException.class);
			assertThat(asking.statistics().pendingRequests()).isZero();
		}
	}

	@Test
	@DisplayName("S14 without a connection a request fails at once, or waits if the application says so")
	void noConnection() throws Exception {
		try (ScriptedServer other = ScriptedServer.forClient("me@x/r");
				Application hasty = Application.with().properties("xmpp.reconnect.initial-interval=30s").on(other)) {
			other.drop();
			hasty.awaitState(ConnectionState.BACKING_OFF);

			assertThatExceptionOfType(NotConnectedException.class)
				.isThrownBy(() -> hasty.iq().exchange(request("s14").build()));
		}
		try (ScriptedServer other = ScriptedServer.forClient("me@x/r"); Application patient = patient().on(other)) {
			other.lettingIn(false);
			other.drop();
			patient.awaitState(ConnectionState.BACKING_OFF);
			List<CompletableFuture<Iq>> responses = new ArrayList<>();
			for (int i = 0; i < 3; i++) {
				responses.add(patient.iq().exchangeAsync(request("s14-" + i).build()));
			}
			other.lettingIn(true);
			other.awaitLogin();

			assertThat(List.of(other.next(), other.next())).extracting((iq) -> iq.attribute("id"))
				.containsExactly("s14-0", "s14-1");
			// no more than the bound
			failure(responses.get(2), NotConnectedException.class);
		}
	}

	private static Application.Builder patient() {
		return Application.with()
			.properties("xmpp.iq.connection-wait=30s", "xmpp.iq.max-pending=2", "xmpp.reconnect.initial-interval=500ms",
					"xmpp.reconnect.max-interval=500ms", "xmpp.reconnect.jitter=0s");
	}

	@Test
	@DisplayName("S15 sending through an application that is not connected says why it cannot")
	void withoutStream() throws Exception {
		try (ScriptedServer other = ScriptedServer.forClient("me@x/r");
				Application offline = Application.with().on(other)) {
			assertThat(offline.connection().stop(Duration.ZERO)).succeedsWithin(SOON);

			assertThatExceptionOfType(NotConnectedException.class)
				.isThrownBy(() -> offline.iq().exchange(request("s15").build()))
				.withMessageContaining("STOPPED");
			assertThatExceptionOfType(CompletionException.class)
				.isThrownBy(() -> offline.connection().send(PAYLOAD).toCompletableFuture().join())
				.withCauseInstanceOf(NotConnectedException.class);
		}
	}

	@Test
	@DisplayName("S16 filters see requests and responses of both directions in order, and do not reorder them")
	void filters() throws Exception {
		try (ScriptedServer other = ScriptedServer.forClient("me@x/r");
				Application filtering = Application.with(Desk.class, Filters.class).on(other)) {
			List<String> seen = filtering.bean(Filters.class).seen;
			CompletableFuture<Iq> response = filtering.iq().exchangeAsync(request("s16").build());
			other.next();
			other.send("<iq type='result' id='s16' from='bob@y/z'/>");
			assertThat(response).succeedsWithin(SOON);
			other.ask("<iq type='get' id='*' from='bob@y/z'><echo xmlns='urn:example:desk'/></iq>");
			for (int i = 0; i < 200; i++) {
				filtering.iq().exchangeAsync(request("s16-" + i).build());
			}

			assertThat(seen.subList(0, 8)).containsExactly("client 1 request", "client 2 request", "client 2 result",
					"client 1 result", "server 1 request", "server 2 request", "server 2 result", "server 1 result");
			for (int i = 0; i < 200; i++) {
				assertThat(other.next().attribute("id")).isEqualTo("s16-" + i);
			}
		}
	}

	@Test
	@DisplayName("S17 a component says from whom a request is, and must say to whom")
	void component() throws Exception {
		try (ScriptedServer other = ScriptedServer.forComponent("desk.x");
				Application component = Application.with().on(other)) {
			component.exchange(request("s17a"));
			component.exchange(request("s17b").from("support@desk.x/1"));

			assertThat(List.of(other.next(), other.next())).extracting((iq) -> iq.attribute("from"))
				.containsExactly("desk.x", "support@desk.x/1");
			assertThatIllegalArgumentException().isThrownBy(() -> component.exchange(Iq.get(PAYLOAD)));
			assertThatIllegalArgumentException()
				.isThrownBy(() -> component.exchange(request("s17c").from("someone@else")));
			assertThat(other.sync()).isEmpty();
		}
	}

	private static Iq.Builder request(String id) {
		return Iq.get(PAYLOAD).to("bob@y/z").id(id);
	}

	private static void answer(String xml) {
		assertThat(xml).contains("id='" + server.next().attribute("id") + "'");
		server.send(xml);
	}

	private static <T extends Throwable> T failure(CompletableFuture<?> future, Class<T> type) {
		AtomicReference<Throwable> failure = new AtomicReference<>();
		future.handle((value, ex) -> {
			failure.set(ex);
			return value;
		}).orTimeout(SOON.toMillis(), TimeUnit.MILLISECONDS).join();
		assertThat(failure.get()).isInstanceOf(type);
		return type.cast(failure.get());
	}

	static class Filters {

		private final List<String> seen = new CopyOnWriteArrayList<>();

		@Bean
		@Order(1)
		ClientIqFilter firstOfClient() {
			return (request, next) -> next.exchange(see(request, "client 1"))
				.whenComplete((response, failure) -> see(response, "client 1"));
		}

		@Bean
		@Order(2)
		ClientIqFilter secondOfClient() {
			return (request, next) -> next.exchange(see(request, "client 2"))
				.whenComplete((response, failure) -> see(response, "client 2"));
		}

		@Bean
		@Order(1)
		ServerIqFilter firstOfServer() {
			return (request, next) -> next.exchange(see(request, "server 1"))
				.whenComplete((response, failure) -> see(response, "server 1"));
		}

		@Bean
		@Order(2)
		ServerIqFilter secondOfServer() {
			return (request, next) -> next.exchange(see(request, "server 2"))
				.whenComplete((response, failure) -> see(response, "server 2"));
		}

		private Iq see(Iq iq, String who) {
			if (iq != null) {
				this.seen.add(who + (iq.isRequest() ? " request" : " " + iq.type()));
			}
			return iq;
		}

	}

}
