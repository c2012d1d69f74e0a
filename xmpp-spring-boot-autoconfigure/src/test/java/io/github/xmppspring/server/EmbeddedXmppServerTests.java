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

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.connection.ConnectionState;
import io.github.xmppspring.negotiation.AuthenticationFailedException;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamException;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * The server as clients and components see it.
 *
 * @author XMPP for Spring Boot contributors
 */
@ExtendWith(OutputCaptureExtension.class)
class EmbeddedXmppServerTests {

	private static final Element PING = Element.of("urn:xmpp:ping", "ping");

	@RegisterExtension
	final ServerExtension servers = new ServerExtension();

	@Test
	void clientsLogInAndAskEachOther() {
		EmbeddedXmppServer server = this.servers.start();
		ServerClient alice = this.servers.connect(server, "alice@localhost/a");
		this.servers.connect(server, "bob@localhost/b");

		Iq response = alice.ask(Iq.get(PING).to("bob@localhost/b"));

		assertThat(response.type()).isEqualTo(IqType.RESULT);
		assertThat(response.payload()).isEqualTo(PING);
		assertThat(server.sessions()).isEqualTo(Set.of(Jid.of("alice@localhost/a"), Jid.of("bob@localhost/b")));
	}

	@Test
	void bindsToLoopbackAndSaysWhatItIsFor(CapturedOutput output) {
		EmbeddedXmppServer server = this.servers.start();

		assertThat(server.address().getAddress().isLoopbackAddress()).isTrue();
		assertThat(output).contains("for development and tests only")
			.contains("127.0.0.1:" + server.port())
			.doesNotContain("other hosts");
	}

	@Test
	void warnsIfOthersCanReachIt(CapturedOutput output) throws IOException {
		this.servers.start((builder) -> builder.bindAddress(new InetSocketAddress(0).getAddress()));

		assertThat(output).contains("can be reached from other hosts");
	}

	@Test
	void nothingIsLeftAfterStop() {
		EmbeddedXmppServer server = this.servers.start((builder) -> builder.componentPort(0));
		server.host(Jid.of("echo.localhost"), ServerExtension.ECHO);
		ServerClient alice = this.servers.connect(server, "alice@localhost/a");
		alice.ask(Iq.get(PING).to("echo.localhost"));
		RawStream idle = this.servers.raw(server);

		server.stop();

		await().until(this.servers::threads,
				(names) -> names.stream().noneMatch((name) -> name.startsWith("xmpp-server")));
		assertThat(server.isRunning()).isFalse();
		assertThat(server.sessions()).isEmpty();
		assertThat(idle.readAll()).isEmpty();
		for (int port : List.of(server.port(), server.componentPort())) {
			assertThatExceptionOfType(ConnectException.class)
				.isThrownBy(() -> new Socket(server.address().getAddress(), port).close());
		}
		assertThat(alice.awaitStatus(ConnectionState.BACKING_OFF).lastError()).isInstanceOfSatisfying(
				StreamException.class,
				(ex) -> assertThat(ex.error().condition()).isEqualTo(StreamErrorCondition.SYSTEM_SHUTDOWN));
		server.stop();
	}

	@Test
	void startsAgainWithEverythingItHad() {
		EmbeddedXmppServer server = this.servers.start();
		server.host(Jid.of("echo.localhost"), ServerExtension.ECHO);
		server.accounts().create("carol", ServerExtension.PASSWORD);
		ServerClient carol = this.servers.connect(server, "carol@localhost/c");
		int port = server.port();

		server.stop();
		carol.awaitStatus(ConnectionState.BACKING_OFF);
		server.start();

		assertThat(server.port()).isEqualTo(port);
		await().until(() -> carol.connection().status().state() == ConnectionState.ONLINE);
		assertThat(carol.ask(Iq.get(PING).to("echo.localhost")).type()).isEqualTo(IqType.RESULT);
	}

	@Test
	void tellsThatAPortIsTaken() {
		EmbeddedXmppServer server = this.servers.start();
		EmbeddedXmppServer other = EmbeddedXmppServer.builder().port(server.port()).build();

		assertThatIllegalStateException().isThrownBy(other::start).withMessageContaining("cannot listen");
		assertThat(other.isRunning()).isFalse();
	}

	@Test
	void addressBeforeStartIsUnknown() {
		EmbeddedXmppServer server = EmbeddedXmppServer.builder().build();

		assertThatIllegalStateException().isThrownBy(server::port).withMessageContaining("not been started");
		assertThat(server.isRunning()).isFalse();
		assertThat(server.sessions()).isEmpty();
		assertThat(server.accounts().names()).isEmpty();
	}

	@Test
	void domainIsServed() {
		EmbeddedXmppServer server = this.servers.start((builder) -> builder.domain("chat.example"));

		ServerClient alice = this.servers.connect(server, "alice@chat.example/a");

		assertThat(alice.ask(Iq.get(PING).to("chat.example")).type()).isEqualTo(IqType.RESULT);
	}

	@Test
	void wrongPasswordIsRefused() {
		EmbeddedXmppServer server = this.servers.start();

		assertThat(login(server, "alice@localhost/a", "wrong")).failsWithin(ServerExtension.TIMEOUT)
			.withThrowableThat()
			.havingRootCause()
			.isInstanceOf(AuthenticationFailedException.class);
		assertThat(login(server, "nobody@localhost/a", "wrong")).failsWithin(ServerExtension.TIMEOUT)
			.withThrowableThat()
			.havingRootCause()
			.isInstanceOf(AuthenticationFailedException.class);
		assertThat(server.accounts().names()).containsExactly("alice", "bob");
	}

	@Test
	void newAccountIsMadeAtFirstLogin() {
		EmbeddedXmppServer server = this.servers
			.start((builder) -> builder.newAccounts(true).newAccountPassword("shared"));

		assertThat(login(server, "dave@localhost/d", "shared")).succeedsWithin(ServerExtension.TIMEOUT);

		assertThat(server.accounts().password("dave")).isEqualTo("shared");
		assertThat(login(server, "erin@localhost/e", "other")).failsWithin(ServerExtension.TIMEOUT);
	}

	@Test
	void newAccountKeepsThePasswordItShows() {
		EmbeddedXmppServer server = this.servers.start((builder) -> builder.newAccounts(true).tlsRequired(false));

		this.servers.raw(server).login("dave", "d");

		assertThat(server.accounts().password("dave")).isEqualTo(ServerExtension.PASSWORD);
		assertThat(login(server, "dave@localhost/x", ServerExtension.PASSWORD)).succeedsWithin(ServerExtension.TIMEOUT);
	}

	@Test
	void removedAccountLosesItsSessions() {
		EmbeddedXmppServer server = this.servers.start();
		ServerClient alice = this.servers.connect(server, "alice@localhost/a");

		assertThat(server.accounts().remove("alice")).isTrue();

		alice.awaitStatus(ConnectionState.FAILED);
		assertThat(server.sessions()).isEmpty();
		assertThat(server.accounts().remove("alice")).isFalse();
	}

	private CompletableFuture<?> login(EmbeddedXmppServer server, String jid, String password) {
		return this.servers.client(server, jid, password, ServerExtension.ECHO, (builder) -> {
		}).start();
	}

	@Test
	void newcomerTakesTheResource() {
		EmbeddedXmppServer server = this.servers.start();
		ServerClient first = this.servers.connect(server, "alice@localhost/a");

		ServerClient second = this.servers.connect(server, "alice@localhost/a");

		assertThat(first.awaitStatus(ConnectionState.FAILED).lastError()).isInstanceOfSatisfying(StreamException.class,
				(ex) -> assertThat(ex.error().condition()).isEqualTo(StreamErrorCondition.CONFLICT));
		assertThat(second.ask(Iq.get(PING).to("alice@localhost/a")).type()).isEqualTo(IqType.RESULT);
		assertThat(server.sessions()).containsExactly(Jid.of("alice@localhost/a"));
	}

	@Test
	void newcomerDoesNotInheritThePresence() {
		EmbeddedXmppServer server = this.servers.start();
		ServerClient alice = this.servers.connect(server, "alice@localhost/phone");
		ServerClient bob = this.servers.connect(server, "bob@localhost/desk");
		alice.send("<presence xmlns='jabber:client' to='bob@localhost/desk'/>");
		bob.await("presence", (stanza) -> stanza.attribute("type") == null);

		ServerClient newcomer = this.servers.connect(server, "alice@localhost/phone");

		bob.await("its end", (stanza) -> "unavailable".equals(stanza.attribute("type")));
		assertThat(newcomer.ask(Iq.get(PING).to("localhost")).error()).isNull();
	}

	@Test
	void accountUnderAHostedAddressCannotBind() {
		EmbeddedXmppServer server = this.servers.start((builder) -> builder.tlsRequired(false));
		server.host(Jid.of("carol@localhost"), ServerExtension.ECHO);
		server.accounts().create("carol", ServerExtension.PASSWORD);

		RawStream carol = this.servers.raw(server).authenticate("carol");
		carol.send(RawStream.HEADER + "<iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>");

		assertThat(carol.readUntil("</iq>")).contains("<conflict ");
	}

	@Test
	void newcomerIsRefusedTheResource() {
		EmbeddedXmppServer server = this.servers
			.start((builder) -> builder.tlsRequired(false).conflictPolicy(ConflictPolicy.REFUSE_NEW));
		ServerClient first = this.servers.connect(server, "alice@localhost/a");

		RawStream second = this.servers.raw(server).authenticate("alice");
		second.send(RawStream.HEADER + "<iq type='set' id='1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'>"
				+ "<resource>a</resource></bind></iq>");

		assertThat(second.readUntil("</iq>")).contains("<conflict ");
		assertThat(first.ask(Iq.get(PING).to("localhost")).type()).isEqualTo(IqType.RESULT);
	}

	@Test
	void newcomerGetsAnotherResource() {
		EmbeddedXmppServer server = this.servers.start((builder) -> builder.conflictPolicy(ConflictPolicy.RENAME_NEW));
		this.servers.connect(server, "alice@localhost/a");

		ServerClient second = this.servers.connect(server, "alice@localhost/a");

		assertThat(second.connection().status().stream().jid()).isNotEqualTo(Jid.of("alice@localhost/a"));
		assertThat(server.sessions()).hasSize(2);
	}

	@Test
	void thereAreNoMoreSessionsThanAllowed() {
		EmbeddedXmppServer server = this.servers.start((builder) -> builder.tlsRequired(false).maxSessions(1));
		this.servers.connect(server, "alice@localhost/a");

		RawStream second = this.servers.raw(server).authenticate("bob");
		second.send(RawStream.HEADER + "<iq type='set' id='1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>");

		assertThat(second.readUntil("</iq>")).contains("<resource-constraint ");
	}

	@Test
	void peerThatDoesNotReadIsPutOut() {
		EmbeddedXmppServer server = this.servers.start((builder) -> builder.tlsRequired(false));
		RawStream sleeper = this.servers.raw(server).login("alice", "sleeper");
		ServerClient bob = this.servers.connect(server, "bob@localhost/b");
		Element message = Element.builder("jabber:client", "message")
			.attribute("to", "alice@localhost/sleeper")
			.textChild("body", "x".repeat(100_000))
			.build();

		while (server.sessions().size() == 2) {
			assertThat(bob.connection().send(message).toCompletableFuture()).succeedsWithin(ServerExtension.TIMEOUT);
		}

		assertThat(server.sessions()).containsExactly(Jid.of("bob@localhost/b"));
		assertThat(sleeper.readAll()).startsWith("<message");
		assertThat(bob.ask(Iq.get(PING).to("alice@localhost/sleeper")).error().condition())
			.isEqualTo(StanzaErrorCondition.SERVICE_UNAVAILABLE);
	}

	@Test
	void peerThatOnlyWritesIsNotReadAnyMore() throws IOException {
		EmbeddedXmppServer server = this.servers.start((builder) -> builder.tlsRequired(false));
		RawStream writer = this.servers.raw(server).login("alice", "writer");
		String request = "<iq type='get' id='%s' to='localhost'><ping xmlns='urn:xmpp:ping'/></iq>"
			.formatted("x".repeat(10_000));
		writer.socket().setSoTimeout(100);
		Thread sender = new Thread(() -> {
			for (int i = 0; i < 5_000; i++) {
				if (!writer.tryToSend(request.getBytes(StandardCharsets.UTF_8), false)) {
					return;
				}
			}
		});
		sender.start();

		await().pollDelay(Duration.ofMillis(500))
			.until(() -> sender.getState() == Thread.State.RUNNABLE && sender.isAlive());
		assertThat(server.sessions()).containsExactly(Jid.of("alice@localhost/writer"));
		writer.close();
		await().until(() -> !sender.isAlive() && server.sessions().isEmpty());
	}

	@Test
	void componentIsConnected() {
		EmbeddedXmppServer server = this.servers
			.start((builder) -> builder.componentPort(0).component("bot.localhost", "shh"));
		ServerClient alice = this.servers.connect(server, "alice@localhost/a");

		RawStream component = component(server, "bot.localhost", "shh");
		assertThat(component.readUntil("<handshake")).isNotEmpty();
		await().until(() -> server.sessions().contains(Jid.of("bot.localhost")));
		CompletableFuture<Iq> response = alice.askLater(Iq.get(PING).id("p").to("x@bot.localhost"));
		assertThat(component.readUntil("</iq>")).contains("to=\"x@bot.localhost\"");
		component.send("<iq type='result' id='p' from='x@bot.localhost' to='alice@localhost/a'/>");

		assertThat(response).succeedsWithin(ServerExtension.TIMEOUT);
		assertThat(component(server, "bot.localhost", "shh").readAll()).contains("<conflict ");
		assertThat(component(server, "bot.localhost", "wrong").readAll()).contains("<not-authorized ");
	}

	private RawStream component(EmbeddedXmppServer server, String domain, String secret) {
		RawStream component = this.servers
			.raw(new InetSocketAddress(server.address().getAddress(), server.componentPort()));
		component.send("<stream:stream xmlns='jabber:component:accept' "
				+ "xmlns:stream='http://etherx.jabber.org/streams' to='" + domain + "'>");
		String header = component.readUntil("<stream:stream") + component.readUntil(">");
		String id = header.replaceAll("(?s).* id=\"([^\"]+)\".*", "$1");
		component.send("<handshake>" + sha1(id + secret) + "</handshake>");
		return component;
	}

	private static String sha1(String text) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void componentOfThisProjectAnswersAndAsks() {
		EmbeddedXmppServer server = this.servers
			.start((builder) -> builder.componentPort(0).component("bot.localhost", "shh"));
		ServerClient alice = this.servers.connect(server, "alice@localhost/a");
		ServerClient component = this.servers.component(server, "bot.localhost", "shh", ServerExtension.ECHO);
		assertThat(component.start()).succeedsWithin(ServerExtension.TIMEOUT);

		Iq response = alice.ask(Iq.get(PING).to("x@bot.localhost"));
		Iq other = component.ask(Iq.get(PING).from("y@bot.localhost").to("alice@localhost/a"));

		assertThat(response.payload()).isEqualTo(PING);
		assertThat(response.from()).hasToString("x@bot.localhost");
		assertThat(other.payload()).isEqualTo(PING);
		assertThat(other.to()).hasToString("y@bot.localhost");
		assertThat(component.ask(Iq.get(PING).to("localhost")).type()).isEqualTo(IqType.RESULT);
		assertThat(component.ask(Iq.get(PING).to("nobody@localhost/x")).type()).isEqualTo(IqType.ERROR);
	}

	@Test
	void faultsReachComponents() {
		EmbeddedXmppServer server = this.servers
			.start((builder) -> builder.componentPort(0).component("bot.localhost", "shh"));
		ServerClient component = this.servers.component(server, "bot.localhost", "shh", ServerExtension.ECHO);
		assertThat(component.start()).succeedsWithin(ServerExtension.TIMEOUT);

		assertThat(server.faults().endStream(Jid.of("bot.localhost"), StreamErrorCondition.RESET)).isEqualTo(1);

		assertThat(component.awaitStatus(ConnectionState.BACKING_OFF).lastError()).isInstanceOf(StreamException.class);
		await().until(() -> component.connection().status().state() == ConnectionState.ONLINE);
	}

	@Test
	void reservedAddressesCannotBeHosted() {
		EmbeddedXmppServer server = this.servers.start((builder) -> builder.component("bot.localhost", "shh"));
		server.host(Jid.of("echo.localhost"), ServerExtension.ECHO);

		for (String taken : List.of("localhost", "alice@localhost", "bot.localhost", "echo.localhost")) {
			assertThatIllegalArgumentException().isThrownBy(() -> server.host(Jid.of(taken), ServerExtension.ECHO))
				.withMessageContaining("taken");
		}
	}

	@Test
	void componentMustHaveItsOwnDomain() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> EmbeddedXmppServer.builder().component("localhost", "shh").build());
	}

}
