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
import java.util.concurrent.CompletableFuture;

import io.github.xmppspring.connection.ConnectionState;
import io.github.xmppspring.stanza.Iq;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Behaviours SP1 to SP9: whose responses are taken. The application is {@code me@x/r}.
 *
 * @author XMPP for Spring Boot contributors
 */
class SpoofTests {

	private static ScriptedServer server;

	private static Application application;

	private static int count;

	@BeforeAll
	static void start() {
		server = ScriptedServer.forClient("me@x/r");
		application = Application.with(Desk.class).on(server);
	}

	@AfterAll
	static void stop() throws Exception {
		application.close();
		server.close();
	}

	@ParameterizedTest
	@CsvSource({ ",", ", me@x", ", x" })
	@DisplayName("SP1 the own account and server answer what is asked of nobody in particular")
	void accountAnswers(@Nullable String to, @Nullable String from) {
		assertTaken(to, from);
	}

	@Test
	@DisplayName("SP2 so does the own full address")
	void ownAddressAnswers() {
		assertTaken(null, "me@x/r");
	}

	@ParameterizedTest
	@CsvSource({ ", evil@y", ", y", ", other@x", ", me@x/other" })
	@DisplayName("SP3 nobody else does")
	void strangerDoesNotAnswerForAccount(@Nullable String to, String from) {
		assertIgnored(to, from);
	}

	@ParameterizedTest
	@CsvSource({ "bob@y/z, bob@y/z", "bob@y/z, BOB@Y/z", "bob@y/z, bob@y./z", "bob@y, bob@y", "y, y" })
	@DisplayName("SP4 the asked entity answers, however its address is written")
	void askedAnswers(String to, String from) {
		assertTaken(to, from);
	}

	@ParameterizedTest
	@CsvSource({ "bob@y/z, bob@y", "bob@y/z, y" })
	@DisplayName("SP5 the account or server of the asked entity does not answer for it")
	void accountOfAskedDoesNotAnswer(String to, String from) {
		assertIgnored(to, from);
	}

	@ParameterizedTest
	@CsvSource({ "bob@y/z,", "bob@y/z, me@x", "bob@y/z, x" })
	@DisplayName("SP6 the own account and server do not answer for others")
	void ownServerDoesNotAnswerForOthers(String to, @Nullable String from) {
		assertIgnored(to, from);
	}

	@Test
	@DisplayName("SP6 their errors are taken if the application says so, their results not")
	void lenientErrorSender() throws Exception {
		try (ScriptedServer lenientServer = ScriptedServer.forClient("me@x/r");
				Application lenient = Application.with(Desk.class)
					.properties("xmpp.iq.lenient-error-sender=true")
					.on(lenientServer)) {
			CompletableFuture<Iq> response = lenient.exchange(Iq.get(Desk.element("echo")).to("bob@y/z").id("1"));
			lenientServer.next();
			lenientServer.send("<iq type='result' id='1' from='x'/><iq type='result' id='1' from='y'/>"
					+ "<iq type='error' id='1' from='bob@y'><error type='cancel'/></iq>");
			lenientServer.sync();
			assertThat(response).isNotDone();

			lenientServer.send("<iq type='error' id='1' from='y'><error type='cancel'/></iq>");

			assertThat(response).succeedsWithin(Duration.ofSeconds(5));
			assertThat(lenient.statistics().ignored().spoofed()).isEqualTo(3);
		}
	}

	@ParameterizedTest
	@CsvSource({ "bob@y, bob@y/any", "y, bob@y", "y, bob@y/any" })
	@DisplayName("SP7 who is behind an asked account or server does not answer for it")
	void behindAskedDoesNotAnswer(String to, String from) {
		assertIgnored(to, from);
	}

	@ParameterizedTest
	@CsvSource({ "me@x,", "me@x, me@x", "x,", "x, x" })
	@DisplayName("SP8 the own account may answer without a sender")
	void ownAccountAnswersWithoutSender(String to, @Nullable String from) {
		assertTaken(to, from);
	}

	@Test
	@DisplayName("SP9 a request made before the stream is ready is protected alike")
	void requestBeforeStream() throws Exception {
		try (ScriptedServer late = ScriptedServer.forClient("me@x/r");
				Application early = Application.with(Desk.class)
					.properties("xmpp.iq.connection-wait=30s", "xmpp.reconnect.initial-interval=50ms",
							"xmpp.reconnect.jitter=0s", "xmpp.reconnect.max-interval=100ms")
					.on(late)) {
			late.lettingIn(false);
			late.drop();
			early.awaitState(ConnectionState.BACKING_OFF);
			CompletableFuture<Iq> response = early.exchange(Iq.get(Desk.element("echo")).to("bob@y/z").id("1"));
			late.lettingIn(true);
			late.awaitLogin();
			assertThat(late.next().attribute("id")).isEqualTo("1");

			late.send("<iq type='result' id='1' from='evil@z'/><iq type='result' id='1'/>");
			late.sync();

			assertThat(response).isNotDone();
			assertThat(early.statistics().ignored().spoofed()).isEqualTo(2);
			late.send("<iq type='result' id='1' from='bob@y/z'/>");
			assertThat(response).succeedsWithin(Duration.ofSeconds(5));
		}
	}

	@Test
	@DisplayName("SP10 a second response to the same request is ignored and counted")
	void secondResponse() {
		assertTaken("bob@y/z", "bob@y/z");
		long before = application.statistics().ignored().duplicate();

		server.send(result("sp" + count, "bob@y/z"));

		assertThat(server.sync()).isEmpty();
		assertThat(application.statistics().ignored().duplicate()).isEqualTo(before + 1);
	}

	private static void assertTaken(@Nullable String to, @Nullable String from) {
		String id = "sp" + ++count;
		CompletableFuture<Iq> response = request(id, to);
		long before = application.statistics().ignored().spoofed();

		server.send(result(id, from));

		assertThat(response).succeedsWithin(Duration.ofSeconds(5)).extracting(Iq::id).isEqualTo(id);
		assertThat(application.statistics().ignored().spoofed()).isEqualTo(before);
	}

	// and the request goes on waiting for the right one
	private static void assertIgnored(@Nullable String to, @Nullable String from) {
		String id = "sp" + ++count;
		CompletableFuture<Iq> response = request(id, to);
		long before = application.statistics().ignored().spoofed();

		server.send(result(id, from));
		server.send(result(id, from).replace("<iq type='result'", "<iq type='error'")
			.replace("/>", "><error type='cancel'/></iq>"));
		server.sync();

		assertThat(response).isNotDone();
		assertThat(application.statistics().ignored().spoofed()).isEqualTo(before + 2);
		server.send(result(id, to));
		assertThat(response).succeedsWithin(Duration.ofSeconds(5));
	}

	private static CompletableFuture<Iq> request(String id, @Nullable String to) {
		Iq.Builder request = Iq.get(Desk.element("echo")).id(id);
		CompletableFuture<Iq> response = application.exchange((to != null) ? request.to(to) : request);
		assertThat(server.next().attribute("id")).isEqualTo(id);
		return response;
	}

	private static String result(String id, @Nullable String from) {
		return "<iq type='result' id='%s'%s/>".formatted(id, (from != null) ? " from='" + from + "'" : "");
	}

}
