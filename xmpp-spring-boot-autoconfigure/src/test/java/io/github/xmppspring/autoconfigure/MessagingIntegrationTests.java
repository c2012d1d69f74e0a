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

package io.github.xmppspring.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.messaging.MessageReceivedEvent;
import io.github.xmppspring.messaging.PresenceReceivedEvent;
import io.github.xmppspring.messaging.StanzaOperations;
import io.github.xmppspring.messaging.StanzaReceivedEvent;
import io.github.xmppspring.payload.version.SoftwareVersion;
import io.github.xmppspring.stanza.Message;
import io.github.xmppspring.stanza.MessageType;
import io.github.xmppspring.stanza.Presence;
import io.github.xmppspring.stanza.PresenceShow;
import io.github.xmppspring.stanza.PresenceType;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.testserver.Capability;
import io.github.xmppspring.testserver.OnTestServers;
import io.github.xmppspring.testserver.TestServer;
import io.github.xmppspring.testserver.TestWhere;
import io.github.xmppspring.xml.Element;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests for messages and presence between applications on a real server.
 *
 * @author XMPP for Spring Boot contributors
 */
@OnTestServers
class MessagingIntegrationTests {

	private static final Duration QUIET = Duration.ofMillis(500);

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, XmppAutoConfiguration.class,
				PayloadAutoConfiguration.class, IqTemplateAutoConfiguration.class, IqHandlerAutoConfiguration.class,
				MessagingAutoConfiguration.class))
		.withPropertyValues("xmpp.connect-mode=fail-fast")
		.withBean(Collector.class);

	@Test
	void messageWithTypedPayloadIsAnEvent(TestServer server) {
		client(server, "alice").run((alice) -> client(server, "bob").run((bob) -> {
			Message sent = stanzas(alice).message()
				.to(jid(bob))
				.subject("News")
				.body("Hello")
				.body("de", "Hallo")
				.thread("t1")
				.extension(new SoftwareVersion("desk", "1.0", null))
				.send();

			MessageReceivedEvent event = collector(bob).await(MessageReceivedEvent.class,
					(received) -> sent.id().equals(received.getMessage().id()));
			Message message = event.getMessage();
			assertThat(message.from()).isEqualTo(jid(alice));
			assertThat(message.to()).isEqualTo(jid(bob));
			assertThat(message.type()).isEqualTo(MessageType.CHAT);
			assertThat(message.subject().text()).isEqualTo("News");
			assertThat(message.body().text()).isEqualTo("Hello");
			assertThat(message.body().byLanguage()).containsEntry("de", "Hallo");
			assertThat(message.thread()).extracting("id").isEqualTo("t1");
			assertThat(event.getExtension(SoftwareVersion.class))
				.hasValueSatisfying((version) -> assertThat(version.name()).isEqualTo("desk"));
		}));
	}

	@Test
	void messagesComeInOrder(TestServer server) {
		client(server, "alice").run((alice) -> client(server, "bob").run((bob) -> {
			for (int i = 0; i < 50; i++) {
				stanzas(alice).send(Message.chat(jid(bob)).id("order-" + i).body("x").build());
			}

			collector(bob).await(MessageReceivedEvent.class, (event) -> "order-49".equals(event.getMessage().id()));
			assertThat(collector(bob).of(MessageReceivedEvent.class)).extracting((event) -> event.getMessage().id())
				.filteredOn((id) -> id != null && id.startsWith("order-"))
				.hasSize(50)
				.isSortedAccordingTo((a, b) -> Integer.compare(number(a), number(b)));
		}));
	}

	@Test
	void messageThatCannotBeDeliveredComesBack(TestServer server) {
		client(server, "alice").run((alice) -> {
			Message sent = stanzas(alice).message()
				.to("nobody-at-all@" + server.domain())
				.type(MessageType.NORMAL)
				.body("Hello")
				.send();

			MessageReceivedEvent event = collector(alice).await(MessageReceivedEvent.class,
					(received) -> sent.id().equals(received.getMessage().id()));
			assertThat(event.getMessage().type()).isEqualTo(MessageType.ERROR);
			assertThat(event.getMessage().error()).isNotNull();
			assertThat(event.getMessage().error().condition()).isIn(StanzaErrorCondition.SERVICE_UNAVAILABLE,
					StanzaErrorCondition.ITEM_NOT_FOUND, StanzaErrorCondition.RECIPIENT_UNAVAILABLE);
		});
	}

	@Test
	void directedPresenceArrivesAndIsTakenBackAtTheStop(TestServer server) {
		client(server, "bob").run((bob) -> {
			Jid[] sender = new Jid[1];
			client(server, "alice").withPropertyValues("xmpp.presence.initial.enabled=true").run((alice) -> {
				sender[0] = jid(alice);
				stanzas(alice).send(Presence.available()
					.to(jid(bob))
					.show(PresenceShow.DND)
					.status("Busy")
					.extension(Element.of("urn:example:mood", "mood"))
					.build());

				Presence presence = collector(bob)
					.await(PresenceReceivedEvent.class, (event) -> sender[0].equals(event.getPresence().from()))
					.getPresence();
				assertThat(presence.isAvailable()).isTrue();
				assertThat(presence.show()).isEqualTo(PresenceShow.DND);
				assertThat(presence.status().text()).isEqualTo("Busy");
				assertThat(presence.extension("urn:example:mood", "mood")).isNotNull();
			});

			collector(bob).await(PresenceReceivedEvent.class, (event) -> sender[0].equals(event.getPresence().from())
					&& event.getPresence().type() == PresenceType.UNAVAILABLE);
		});
	}

	@Test
	void initialPresenceMakesTheApplicationSeeItself(TestServer server) {
		client(server, "alice")
			.withPropertyValues("xmpp.presence.initial.enabled=true", "xmpp.presence.initial.show=chat",
					"xmpp.presence.initial.status=Here", "xmpp.presence.initial.priority=3")
			.run((alice) -> {
				Presence presence = collector(alice)
					.await(PresenceReceivedEvent.class, (event) -> jid(alice).equals(event.getPresence().from()))
					.getPresence();

				assertThat(presence.show()).isEqualTo(PresenceShow.CHAT);
				assertThat(presence.status().text()).isEqualTo("Here");
				assertThat(presence.priority()).isEqualTo(3);
			});
	}

	@Test
	void subscriptionRequestIsAnEventAndNobodyAnswersIt(TestServer server) {
		client(server, "alice").withPropertyValues("xmpp.presence.initial.enabled=true")
			.run((alice) -> client(server, "bob").withPropertyValues("xmpp.presence.initial.enabled=true")
				.run((bob) -> {
					collector(bob).await(PresenceReceivedEvent.class,
							(event) -> jid(bob).equals(event.getPresence().from()));

					stanzas(alice).send(Presence.subscribe(jid(bob)).build());

					collector(bob).await(PresenceReceivedEvent.class,
							(event) -> event.getPresence().type() == PresenceType.SUBSCRIBE
									&& jid(alice).bare().equals(event.getPresence().from()));
					Awaitility.await()
						.during(QUIET)
						.until(() -> collector(alice).of(PresenceReceivedEvent.class)
							.stream()
							.noneMatch((event) -> event.getPresence().type() == PresenceType.SUBSCRIBED));
					stanzas(alice).send(Presence.unsubscribe(jid(bob)).build());
				}));
	}

	@TestWhere(Capability.COMPONENT)
	void componentSendsAndGetsMessages(TestServer server) {
		Jid desk = Jid.of("desk." + server.domain());
		Jid support = Jid.of("support@" + desk);
		component(server, desk).run((component) -> client(server, "alice").run((alice) -> {
			Message question = stanzas(alice).message().to(support).body("Anybody?").send();
			Message received = collector(component)
				.await(MessageReceivedEvent.class, (event) -> question.id().equals(event.getMessage().id()))
				.getMessage();
			Message reply = stanzas(component).send(received.reply().body("Yes").build());
			Message fromDomain = stanzas(component).message().to(jid(alice)).body("News").send();

			assertThat(received.to()).isEqualTo(support);
			assertThat(received.from()).isEqualTo(jid(alice));
			assertThat(awaitMessage(alice, reply).from()).isEqualTo(support);
			assertThat(awaitMessage(alice, fromDomain).from()).isEqualTo(desk);
		}));
	}

	private static Message awaitMessage(ApplicationContext context, Message sent) {
		return collector(context)
			.await(MessageReceivedEvent.class, (event) -> sent.id().equals(event.getMessage().id()))
			.getMessage();
	}

	private ApplicationContextRunner client(TestServer server, String user) {
		return this.contextRunner.withPropertyValues("xmpp.jid=" + user + "@" + server.domain(),
				"xmpp.password=" + server.password(), "xmpp.host=" + server.host(), "xmpp.port=" + server.c2sPort(),
				"xmpp.ssl.bundle=chat",
				"spring.ssl.bundle.pem.chat.truststore.certificate=file:" + server.certificateAuthority());
	}

	private ApplicationContextRunner component(TestServer server, Jid domain) {
		return this.contextRunner.withPropertyValues("xmpp.mode=component", "xmpp.jid=" + domain,
				"xmpp.password=" + server.componentSecret(), "xmpp.host=" + server.host(),
				"xmpp.port=" + server.componentPort());
	}

	private static StanzaOperations stanzas(ApplicationContext context) {
		return context.getBean(StanzaOperations.class);
	}

	private static Collector collector(ApplicationContext context) {
		return context.getBean(Collector.class);
	}

	private static Jid jid(ApplicationContext context) {
		return context.getBean(XmppConnection.class).status().stream().jid();
	}

	private static int number(String id) {
		return Integer.parseInt(id.substring(id.indexOf('-') + 1));
	}

	static class Collector {

		private final List<StanzaReceivedEvent> events = new CopyOnWriteArrayList<>();

		@EventListener
		void handle(StanzaReceivedEvent event) {
			this.events.add(event);
		}

		<T extends StanzaReceivedEvent> List<T> of(Class<T> type) {
			return this.events.stream().filter(type::isInstance).map(type::cast).toList();
		}

		<T extends StanzaReceivedEvent> T await(Class<T> type, Predicate<T> condition) {
			return Awaitility.await()
				.until(() -> of(type).stream().filter(condition).findFirst(), (found) -> found.isPresent())
				.orElseThrow();
		}

	}

}
